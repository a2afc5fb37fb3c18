import type { Words } from '../language.ts';

/** Words about how long things are kept. */
type RetentionKey =
  'title' | 'help' | 'templates' | 'visitors' | 'texts' | 'recognitions' | 'audit' | 'sinceVisit' | 'saved';

export const retentionWords: Words<RetentionKey> = {
  vi: {
    title: 'Thời gian lưu dữ liệu',
    help: 'Tính bằng ngày. Quá hạn thì tự xóa vào 2 giờ sáng, không khôi phục được.',
    templates: 'Mẫu khuôn mặt',
    visitors: 'Người đã đăng ký và mọi dữ liệu của họ',
    texts: 'Ghi chú, góp ý và tên trong lịch hẹn',
    recognitions: 'Số lần nhận diện theo ngày',
    audit: 'Nhật ký thao tác',
    sinceVisit: 'Kể từ lần đến gần nhất',
    saved: 'Đã lưu thời gian lưu dữ liệu.',
  },
  en: {
    title: 'How long data is kept',
    help: 'In days. What is over its time is erased at 2 in the morning and cannot be brought back.',
    templates: 'Face templates',
    visitors: 'Registered visitors, with everything about them',
    texts: 'Notes, remarks and names of appointments',
    recognitions: 'Counts of recognitions',
    audit: 'Audit',
    sinceVisit: 'Since the last visit',
    saved: 'How long data is kept has been saved.',
  },
};
