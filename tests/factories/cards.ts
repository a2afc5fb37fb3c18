/** Made-up citizen cards, as their QR codes say it: of 2021, of somebody born on 29 February, and of 7/2024. */
export const cardTexts = {
  nhung:
    '001190012345|012345678|Nguyễn Thị Hồng Nhung|02091990|Nữ|Số 12, ngõ 34 Phố Xốm, Phú Lãm, Hà Đông, Hà Nội|15042021',
  khoi: '001204067890||Đỗ Văn Khôi|29022004|Nam|Tổ 5, Kiến Hưng, Hà Đông, Hà Nội|10102022',
  huynh:
    '001085045678|012876543|Trần Đức Huỳnh|07121985|Nam|P1203, CT5 Văn Khê, La Khê, Hà Đông, Hà Nội|04102024||||',
} as const;

/** The code of a card with some of its fields otherwise. */
export const cardWith = (
  fields: Partial<Record<'id' | 'name' | 'birth' | 'sex' | 'issued', string>>,
): string =>
  [
    fields.id ?? '001190012345',
    '012345678',
    fields.name ?? 'Nguyễn Thị Hồng Nhung',
    fields.birth ?? '02091990',
    fields.sex ?? 'Nữ',
    'Số 12, ngõ 34 Phố Xốm, Phú Lãm, Hà Đông, Hà Nội',
    fields.issued ?? '15042021',
  ].join('|');

/** What a kiosk sends of the first two of them. */
export const nhung = { idNumber: '001190012345', birthDate: '1990-09-02' } as const;
export const khoi = { idNumber: '001204067890', birthDate: '2004-02-29' } as const;
