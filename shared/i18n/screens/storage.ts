import type { View } from '../../contract/views.ts';
import type { Words } from '../language.ts';

/** What managers are told about the server's disk. */
export const storageWords: Words<NonNullable<View<'manage'>['storageTrouble']>> = {
  vi: {
    noRoom:
      'Ổ đĩa của máy chủ đã đầy: việc mới không lưu được, kể cả lấy số. Hãy dọn bớt chỗ; máy tự thử lại mỗi nửa phút. Những gì đã xác nhận vẫn còn nguyên.',
    notWritable:
      'Máy chủ không được phép ghi vào thư mục dữ liệu: việc mới không lưu được, kể cả lấy số. Máy tự thử lại mỗi nửa phút. Những gì đã xác nhận vẫn còn nguyên.',
    failed:
      'Ổ đĩa của máy chủ báo lỗi: việc mới không lưu được, kể cả lấy số. Máy tự thử lại mỗi nửa phút. Hãy báo người phụ trách kỹ thuật.',
    damaged:
      'Dữ liệu trên máy chủ có chỗ hỏng. Hãy báo ngay người phụ trách kỹ thuật: dừng máy chủ, rồi khôi phục bản sao lưu tốt gần nhất.',
  },
  en: {
    noRoom:
      'The server’s disk is full: nothing new can be stored, not even numbers. Please make room; it is tried again every half minute. Nothing that was confirmed is lost.',
    notWritable:
      'The server may not write to its data folder: nothing new can be stored, not even numbers. It is tried again every half minute. Nothing that was confirmed is lost.',
    failed:
      'The server’s disk reports errors: nothing new can be stored, not even numbers. It is tried again every half minute. Please tell the technician.',
    damaged:
      'Data on the server are damaged. Please tell the technician at once: stop the server, then put the last good backup back.',
  },
};
