import type { ProcedureSetting } from '../../shared/contract/procedure.ts';
import type { FieldId } from '../../shared/domain/ids.ts';

/** A procedure that the catalogue does not have. */
export const newProcedure: ProcedureSetting = {
  officialCode: '1.013979',
  fieldId: 1 as FieldId,
  name: { vi: 'Chứng thực di chúc', en: 'Certification of a will' },
  limit: { kind: 'workingDays', n: 2 },
  fee: '50.000 đ/di chúc',
  papers: ['Dự thảo di chúc', 'Căn cước'],
  shown: true,
};

/** The smallest table of a catalogue. */
export const smallTable = [
  ['Lĩnh vực', 'Tên thủ tục', 'Thời hạn giải quyết'],
  ['Chứng thực', 'Chứng thực di chúc', '2 ngày làm việc'],
];

/** A wording of the consent that no office begins with. */
export const newWording = {
  title: { vi: 'Đăng ký khuôn mặt', en: 'Register your face' },
  body: {
    vi: ['Không bắt buộc.', 'Chỉ dùng để nhận ra Ông/Bà.'],
    en: ['It is optional.', 'It is used only to recognise you.'],
  },
};
