import type { Words } from '../language.ts';

type HelpKey =
  | 'help'
  | 'title'
  | 'hint'
  | 'low'
  | 'lowHint'
  | 'large'
  | 'largeHint'
  | 'contrast'
  | 'contrastHint'
  | 'sound'
  | 'soundHint'
  | 'on'
  | 'done'
  | 'more'
  | 'soundOn'
  | 'choices'
  | 'noChoice'
  | 'typed'
  | 'closing';

/** Help for whom the kiosk's usual screens are not made; from `soundOn` on it is only heard. */
export const helpWords: Words<HelpKey> = {
  vi: {
    help: 'Hỗ trợ',
    title: 'Ông/Bà cần hỗ trợ gì?',
    hint: 'Chỉ cho lần này. Xong lượt, máy trở lại như cũ.',
    low: 'Đưa nút xuống thấp',
    lowHint: 'Cho người ngồi xe lăn',
    large: 'Chữ to',
    largeHint: 'Chữ lớn hơn, xem từng phần',
    contrast: 'Màu tương phản',
    contrastHint: 'Chữ sáng trên nền đen',
    sound: 'Nghe hướng dẫn',
    soundHint: 'Không cần nhìn màn hình',
    on: 'Đang bật',
    done: 'Tiếp tục',
    more: 'Xem tiếp (đang xem {page}/{pages})',
    soundOn:
      'Đã bật hướng dẫn bằng giọng nói. Chạm vào bất cứ đâu để nghe từng lựa chọn. Muốn chọn, giữ ngón tay một giây.',
    choices: 'Có {n} lựa chọn.',
    noChoice: 'Chưa có lựa chọn nào. Hãy chạm để nghe từng lựa chọn.',
    typed: 'Đã nhập {n} chữ số.',
    closing: 'Màn hình sắp trở về đầu. Chạm để tiếp tục.',
  },
  en: {
    help: 'Help',
    title: 'What would help you?',
    hint: 'For this visit only. Afterwards the screen is as before.',
    low: 'Buttons lower down',
    lowHint: 'For wheelchair users',
    large: 'Larger text',
    largeHint: 'Larger, in several parts',
    contrast: 'High contrast',
    contrastHint: 'Light text on black',
    sound: 'Spoken guidance',
    soundHint: 'Without looking at the screen',
    on: 'On',
    done: 'Continue',
    more: 'Show more (part {page} of {pages})',
    soundOn:
      'Spoken guidance is on. Touch anywhere to hear one choice after the other. To choose, hold your finger down for one second.',
    choices: 'There are {n} choices.',
    noChoice: 'Nothing is chosen yet. Touch to hear one choice after the other.',
    typed: '{n} digits entered.',
    closing: 'This screen is about to close. Touch it to go on.',
  },
};
