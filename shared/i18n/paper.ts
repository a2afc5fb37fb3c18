import type { Words } from './language.ts';

/** Words on the printed ticket. */
type PaperKey =
  | 'yourNumber'
  | 'ahead'
  | 'expected'
  | 'appointment'
  | 'afterwards'
  | 'priority'
  | 'ready'
  | 'follow'
  | 'thanks';

export const paperWords: Words<PaperKey> = {
  vi: {
    yourNumber: 'SỐ THỨ TỰ',
    ahead: 'Trước Ông/Bà: {n} người',
    expected: 'Dự kiến chờ: {wait}',
    appointment: 'Lịch hẹn: {time}',
    afterwards: 'Sau đó: {fields}',
    priority: 'Diện ưu tiên: {name}. Xin xuất trình giấy tờ tại quầy.',
    ready: 'Giấy tờ cần có',
    follow: 'Quét mã để theo dõi lượt trên điện thoại',
    thanks: 'Cảm ơn Ông/Bà!',
  },
  en: {
    yourNumber: 'YOUR NUMBER',
    ahead: 'Ahead of you: {n}',
    expected: 'Expected wait: {wait}',
    appointment: 'Appointment: {time}',
    afterwards: 'Then: {fields}',
    priority: 'Priority: {name}. Please show proof at the counter.',
    ready: 'Papers to have ready',
    follow: 'Scan to follow your turn on your phone',
    thanks: 'Thank you!',
  },
};
