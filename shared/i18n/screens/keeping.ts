import type { Words } from '../language.ts';

/** Words about whether what is kept is safe. */
type KeepingKey =
  'noRoom' | 'notWritable' | 'damaged' | 'failed' | 'lastBackup' | 'noBackup' | 'auditChanged';

export const keepingWords: Words<KeepingKey> = {
  vi: {
    noRoom: 'Không sao lưu được vì ổ đĩa của máy chủ đã đầy. Hãy dọn bớt chỗ; máy sẽ tự thử lại mỗi giờ.',
    notWritable:
      'Không sao lưu được vì không ghi được vào thư mục sao lưu (data/backups) trên máy chủ. Máy sẽ tự thử lại mỗi giờ.',
    damaged:
      'Bản sao lưu vừa làm không dùng được vì dữ liệu trên máy chủ có chỗ hỏng. Các bản sao lưu cũ vẫn còn nguyên. Hãy báo người phụ trách kỹ thuật để khôi phục.',
    failed: 'Không sao lưu được. Nhật ký của máy chủ ghi lý do; máy sẽ tự thử lại mỗi giờ.',
    lastBackup: 'Bản sao lưu gần nhất: {time} ngày {date}.',
    noBackup: 'Chưa có bản sao lưu nào.',
    auditChanged:
      'Nhật ký thao tác đã bị sửa từ bên ngoài phần mềm. Hãy báo người phụ trách kỹ thuật (npm run audit -- verify cho biết chỗ bị sửa).',
  },
  en: {
    noRoom:
      'No backup could be made: the server’s disk is full. Please make room; it is tried again every hour.',
    notWritable:
      'No backup could be made: the backup folder (data/backups) on the server cannot be written. It is tried again every hour.',
    damaged:
      'The backup just made cannot be used: data on the server are damaged. Earlier backups are still there. Please tell the technician, who can put one back.',
    failed: 'No backup could be made. The server’s log says why; it is tried again every hour.',
    lastBackup: 'Last backup: {time} on {date}.',
    noBackup: 'There is no backup yet.',
    auditChanged:
      'The audit was changed from outside the program. Please tell the technician (npm run audit -- verify says where).',
  },
};
