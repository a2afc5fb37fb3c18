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
  | 'thanks'
  | 'alone'
  | 'aloneMeans';

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
    alone: 'CẤP KHI MẤT KẾT NỐI',
    aloneMeans:
      'Số này được gọi theo giờ lấy số ghi trên phiếu, không theo độ lớn của con số. Nếu chờ lâu, mời Ông/Bà đưa phiếu này cho cán bộ tại quầy.',
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
    alone: 'TAKEN OFFLINE',
    aloneMeans:
      'This number is called by the time printed here; a large number does not mean a long line. If you wait long, please show this ticket at a counter.',
  },
};
