import type { Words } from '../language.ts';

const vi = {
  title: 'Có thể một người đăng ký hai lần',
  intro:
    'Máy thấy hai lần đăng ký giống của một người. Xin xem kỹ rồi quyết định; nên hỏi người đó hoặc xem giấy tờ.',
  why_face: 'Khuôn mặt giống nhau, thông tin khớp nhau',
  why_card: 'Một người đưa thẻ của bản này cùng khuôn mặt của bản kia',
  name: 'Họ tên (che bớt)',
  noName: 'không ghi',
  birth: 'Ngày sinh',
  birthYear: 'năm {year}',
  last4: '4 số cuối thẻ',
  noCard: 'không có thẻ',
  registered: 'Đăng ký ngày',
  visits: 'Số lần đến',
  templates: 'Mẫu khuôn mặt',
  source: 'Thông tin',
  source_said: 'tự khai',
  source_card: 'từ mã QR trên thẻ, chưa đối chiếu',
  kept: 'Bản giữ lại nếu gộp',
  gone: 'Bản gộp vào',
  merge: 'Gộp làm một…',
  notSame: 'Hai người khác nhau',
  mergeTitle: 'Gộp hai bản đăng ký làm một?',
  mergeMore:
    'Các lần đến, lịch hẹn, hồ sơ, đồng ý và mẫu khuôn mặt của hai bản thành của một người. Không tách lại được.',
  mergeKeep: 'Không gộp',
  mergeDo: 'Gộp, không tách lại được',
} as const;

/** What managers read about registrations that may be one person's. */
export const duplicateWords: Words<keyof typeof vi> = {
  vi,
  en: {
    title: 'May be one person registered twice',
    intro:
      'These registrations look like one person’s. Please look closely before you decide; ask the person or see their papers if you can.',
    why_face: 'The faces are alike and the facts agree',
    why_card: 'Somebody showed the card of the one with the face of the other',
    name: 'Name (masked)',
    noName: 'not given',
    birth: 'Born',
    birthYear: 'in {year}',
    last4: 'Last 4 digits of the card',
    noCard: 'no card',
    registered: 'Registered on',
    visits: 'Visits',
    templates: 'Face templates',
    source: 'Facts',
    source_said: 'as they said',
    source_card: 'from card QR, not verified',
    kept: 'Stays if merged',
    gone: 'Is merged into it',
    merge: 'Merge…',
    notSame: 'Two different people',
    mergeTitle: 'Make these two registrations one?',
    mergeMore:
      'Visits, appointments, dossiers, consents and face templates of both become one person’s. This cannot be undone.',
    mergeKeep: 'Do not merge',
    mergeDo: 'Merge for good',
  },
};
