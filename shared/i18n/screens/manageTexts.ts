import type { OfficeTextKey } from '../../contract/texts.ts';
import type { Words } from '../language.ts';

/** Words of what a manager puts into the office's own words. */
type ManageTextKey =
  | 'tabTexts'
  | 'tabConsent'
  | 'undo'
  | 'undone'
  | 'again'
  | 'waiting'
  | 'saved'
  | 'reset'
  | 'resetDone'
  | 'inVietnamese'
  | 'inEnglish'
  | 'left'
  | 'noEnglish'
  | 'noEnglishNotice'
  | 'isStandard'
  | 'isNothing'
  | 'drop'
  | 'dropped'
  | 'preview'
  | 'textsMore'
  | 'wallNotice'
  | 'wallNoticeMore'
  | 'bothLanguages'
  | 'noNotice'
  | 'paperPreview'
  | `text_${OfficeTextKey}`
  | `textMore_${OfficeTextKey}`
  | 'consent'
  | 'consentMore'
  | 'consentVersion'
  | 'consentTitle'
  | 'consentBody'
  | 'consentBodyMore'
  | 'consentTooMuch'
  | 'consentTooLong'
  | 'consentChanged'
  | 'consentDrop'
  | 'consentPreview'
  | 'consentUse'
  | 'consentUseNow'
  | 'consentSure'
  | 'consentSureMore'
  | 'consentSureNobody'
  | 'consentKeep'
  | 'consentDone'
  | 'versions'
  | 'versionNow'
  | 'versionOld'
  | 'versionFirst'
  | 'versionSince'
  | 'versionAgreed'
  | 'versionRead';

export const manageTextWords: Words<ManageTextKey> = {
  vi: {
    tabTexts: 'Lời trên màn hình',
    tabConsent: 'Lời xin đồng ý',
    undo: 'Hoàn tác',
    undone: 'Đã hoàn tác.',
    again: 'Tải lại',
    waiting: 'Đang tải…',
    saved: 'Đã lưu “{name}”. Các màn hình đã đổi theo.',
    reset: 'Dùng câu có sẵn',
    resetDone: '“{name}” đã trở về câu có sẵn.',
    inVietnamese: 'Tiếng Việt',
    inEnglish: 'Tiếng Anh',
    left: 'Còn {n} ký tự',
    noEnglish: 'Chưa có tiếng Anh: ai chọn tiếng Anh sẽ thấy câu có sẵn “{standard}”.',
    noEnglishNotice: 'Chưa có tiếng Anh: ai chọn tiếng Anh sẽ thấy câu tiếng Việt.',
    isStandard: 'Đang dùng câu có sẵn.',
    isNothing: 'Hiện không có dòng này.',
    drop: 'Bỏ dòng này',
    dropped: 'Đã bỏ “{name}”.',
    preview: 'Xem trước',
    textsMore:
      'Chữ hiện đúng như gõ, trong một dòng. Mọi thay đổi có hiệu lực ngay, không phải khởi động lại máy nào.',
    wallNotice: 'Dòng thông báo trên bảng gọi số',
    wallNoticeMore:
      'Hiện ở cuối mọi bảng chưa thiết lập riêng, lần lượt hai thứ tiếng. Để trống cả hai để bỏ. Bảng thiết lập riêng: xem “Bảng gọi số và in phiếu”.',
    bothLanguages: 'Hãy ghi cả tiếng Việt và tiếng Anh, hoặc để trống cả hai.',
    noNotice: 'Bảng không có dòng thông báo.',
    paperPreview: 'Phiếu số như máy in ra',
    text_kioskWelcome: 'Lời chào ở máy lấy số',
    textMore_kioskWelcome: 'Dòng lớn đầu tiên khi chưa có ai đứng trước máy.',
    text_kioskThanks: 'Lời kết ở máy lấy số',
    textMore_kioskThanks: 'Bên cạnh số vừa lấy.',
    text_ticketHead: 'Đầu phiếu số',
    textMore_ticketHead: 'Dưới tên cơ quan, ví dụ địa chỉ và số điện thoại.',
    text_ticketFoot: 'Cuối phiếu số',
    textMore_ticketFoot: 'Dòng cuối cùng trên phiếu.',
    text_phoneNotice: 'Thông báo trên trang điện thoại',
    textMore_phoneNotice: 'Ai quét mã trên phiếu sẽ thấy dòng này.',
    consent: 'Lời xin đồng ý đăng ký nhận diện',
    consentMore:
      'Máy lấy số hiện nội dung này trước khi đăng ký. Đổi nội dung là một bản mới: ai đã đồng ý bản cũ sẽ được hỏi lại ở lần đến sau.',
    consentVersion: 'Bản đang dùng: {version}',
    consentTitle: 'Tiêu đề',
    consentBody: 'Nội dung',
    consentBodyMore: 'Mỗi đoạn một dòng, nhiều nhất {n} đoạn.',
    consentTooMuch: 'Có đoạn dài quá {n} ký tự, hoặc nhiều quá {most} đoạn.',
    consentTooLong: 'Dài hơn màn hình máy lấy số: người đọc phải cuộn. Nên viết gọn lại.',
    consentChanged: 'Người khác vừa thay bản đang dùng ({version}). Hãy bỏ phần đang sửa để xem bản mới.',
    consentDrop: 'Bỏ phần đang sửa',
    consentPreview: 'Như máy lấy số hiện',
    consentUse: 'Dùng bản này…',
    consentUseNow: 'Dùng bản này',
    consentSure: 'Dùng nội dung mới?',
    consentSureMore:
      '{n} người đang có đăng ký sẽ được hỏi lại ở lần đến sau. Ai chưa trả lời vẫn được phục vụ như bình thường.',
    consentSureNobody: 'Chưa có ai đồng ý bản đang dùng, nên không ai phải được hỏi lại.',
    consentKeep: 'Giữ bản đang dùng',
    consentDone: 'Đã dùng nội dung mới ở mọi máy lấy số.',
    versions: 'Các bản từ trước đến nay',
    versionNow: 'Đang dùng',
    versionOld: 'Bản cũ',
    versionFirst: 'có sẵn trong phần mềm',
    versionSince: 'từ {day}',
    versionAgreed: '{agreed} lượt đồng ý, {standing} người vẫn còn hiệu lực',
    versionRead: 'Đọc bản {version}',
  },
  en: {
    tabTexts: 'Words on screens',
    tabConsent: 'Consent wording',
    undo: 'Undo',
    undone: 'Undone.',
    again: 'Load again',
    waiting: 'Loading…',
    saved: '“{name}” is saved. The screens show it now.',
    reset: 'Use the standard words',
    resetDone: '“{name}” has its standard words again.',
    inVietnamese: 'Vietnamese',
    inEnglish: 'English',
    left: '{n} letters left',
    noEnglish: 'No English yet: whoever chooses English sees the standard words “{standard}”.',
    noEnglishNotice: 'No English yet: whoever chooses English sees the Vietnamese.',
    isStandard: 'The standard words are in use.',
    isNothing: 'There is no such line now.',
    drop: 'Take the line away',
    dropped: '“{name}” is taken away.',
    preview: 'Preview',
    textsMore:
      'Words are shown just as typed, in one line. Every change holds at once; nothing is restarted.',
    wallNotice: 'Notice on the wall displays',
    wallNoticeMore:
      'At the foot of every wall without settings of its own, in both languages by turns. Leave both empty for none. Walls with their own: see “Walls and paper”.',
    bothLanguages: 'Please write it in Vietnamese and English, or leave both empty.',
    noNotice: 'The walls have no notice.',
    paperPreview: 'The paper as it is printed',
    text_kioskWelcome: 'Welcome at the kiosk',
    textMore_kioskWelcome: 'The first large line while nobody stands there.',
    text_kioskThanks: 'Closing words at the kiosk',
    textMore_kioskThanks: 'Beside the number that was taken.',
    text_ticketHead: 'Head of the paper',
    textMore_ticketHead: 'Under the office’s name, such as its address and telephone.',
    text_ticketFoot: 'Foot of the paper',
    textMore_ticketFoot: 'The last line of the paper.',
    text_phoneNotice: 'Notice on the phone page',
    textMore_phoneNotice: 'Whoever scans the paper’s code sees it.',
    consent: 'What visitors agree to when they register',
    consentMore:
      'Kiosks show this before anybody registers. Other words are a new version: whoever agreed to an older one is asked again at the next visit.',
    consentVersion: 'In use: {version}',
    consentTitle: 'Title',
    consentBody: 'Text',
    consentBodyMore: 'A line for each paragraph, {n} of them at most.',
    consentTooMuch: 'A paragraph has more than {n} letters, or there are more than {most}.',
    consentTooLong: 'Longer than the kiosk’s screen: people would have to scroll. Better shorten it.',
    consentChanged:
      'Somebody else has just changed the version in use ({version}). Drop your changes to see it.',
    consentDrop: 'Drop the changes',
    consentPreview: 'As kiosks show it',
    consentUse: 'Use this wording…',
    consentUseNow: 'Use this wording',
    consentSure: 'Use the new wording?',
    consentSureMore:
      '{n} people who are registered will be asked again at their next visit. Whoever has not answered is served all the same.',
    consentSureNobody: 'Nobody has agreed to the present wording, so nobody has to be asked again.',
    consentKeep: 'Keep the present wording',
    consentDone: 'Every kiosk shows the new wording now.',
    versions: 'All versions so far',
    versionNow: 'In use',
    versionOld: 'Earlier',
    versionFirst: 'came with the product',
    versionSince: 'since {day}',
    versionAgreed: '{agreed} agreed, {standing} of them still stand',
    versionRead: 'Read version {version}',
  },
};
