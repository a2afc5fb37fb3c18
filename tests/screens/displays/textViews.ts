import type { ProcedureRow } from '../../../shared/contract/procedure.ts';
import type { ConsentVersion } from '../../../shared/contract/texts.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';

const row = (key: string, vi: string, en: string, more: Partial<ProcedureRow>): ProcedureRow => ({
  key,
  officialCode: '',
  fieldId: 1 as FieldId,
  name: { vi, en },
  limit: { kind: 'workingDays', n: 2 },
  fee: 'Miễn phí',
  papers: ['Đơn đề nghị'],
  shown: true,
  inUse: true,
  revision: 1,
  ...more,
});

/** A small catalogue: three in use, one out of use and not in English. */
export const procedures: readonly ProcedureRow[] = [
  row('ct-ban-sao', 'Chứng thực bản sao từ bản chính', 'Certified copy', {
    officialCode: '2.000815',
    limit: { kind: 'sameDay', cutoffMinute: 900 },
    fee: '2.000 đ/trang',
    papers: ['Bản chính giấy tờ', 'Bản photo'],
  }),
  row('ct-hop-dong', 'Chứng thực hợp đồng, giao dịch', 'Contract', { shown: false }),
  row('ht-khai-sinh', 'Đăng ký khai sinh', 'Birth registration', {
    officialCode: '1.001193',
    fieldId: 2 as FieldId,
  }),
  row('ht-cu', 'Đăng ký lại việc tử', 'Đăng ký lại việc tử', { fieldId: 2 as FieldId, inUse: false }),
];

/** The product's wording, to which many agreed. */
export const firstWording: ConsentVersion = {
  version: '2',
  madeAt: null,
  agreed: 140,
  standing: 120,
  title: { vi: 'Đăng ký nhận diện khuôn mặt', en: 'Face registration' },
  body: { vi: ['Không bắt buộc.', 'Không lưu ảnh.'], en: ['Optional.', 'No photo is kept.'] },
};
