import type { lineFaults } from '../../contract/procedure.ts';
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
      'Hiện ở cuối mọi bảng chưa cài đặt riêng, lần lượt hai thứ tiếng. Để trống cả hai để bỏ. Bảng cài đặt riêng: xem “Bảng gọi số và in phiếu”.',
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

type CatalogueKey =
  | 'tab'
  | 'title'
  | 'more'
  | 'search'
  | 'searchMore'
  | 'field'
  | 'allFields'
  | 'state'
  | 'stateUsed'
  | 'stateRetired'
  | 'stateAll'
  | 'shownOf'
  | 'nothing'
  | 'add'
  | 'edit'
  | 'editTitle'
  | 'retire'
  | 'restore'
  | 'retired'
  | 'hidden'
  | 'missingEnglish'
  | 'noLimit'
  | 'saved'
  | 'retiredNow'
  | 'restoredNow'
  | 'name'
  | 'officialCode'
  | 'officialCodeMore'
  | 'limit'
  | 'limitNumber'
  | 'cutoff'
  | 'cutoffMore'
  | 'limit_none'
  | 'limit_immediate'
  | 'limit_sameDay'
  | 'limit_workingDays'
  | 'limit_workingHours'
  | 'limit_days'
  | 'fee'
  | 'feeMore'
  | 'papers'
  | 'papersMore'
  | 'shown'
  | 'shownMore'
  | 'file'
  | 'fileMore'
  | 'whole'
  | 'wholeMore'
  | 'choose'
  | 'exportCsv'
  | 'exportXlsx'
  | 'exportJson'
  | 'fileName'
  | 'sheet'
  | 'unreadable'
  | 'draft'
  | 'draftAdded'
  | 'draftChanged'
  | 'draftRetired'
  | 'draftUnchanged'
  | 'draftWrong'
  | 'draftNothing'
  | 'draftWrongMore'
  | 'line'
  | 'andMore'
  | 'keep'
  | 'drop'
  | 'imported'
  | `why_${(typeof lineFaults)[number]}`;

/** Words about the catalogue. */
export const catalogueWords: Words<CatalogueKey> = {
  vi: {
    tab: 'Thủ tục',
    title: 'Danh mục thủ tục',
    more: 'Cán bộ chọn trong danh mục này khi xong một lượt. Máy lấy số và trang công khai nói với người dân những gì được đánh dấu hiện.',
    search: 'Tìm theo tên hoặc mã',
    searchMore: 'có dấu hay không dấu đều được',
    field: 'Lĩnh vực',
    allFields: 'Mọi lĩnh vực',
    state: 'Tình trạng',
    stateUsed: 'Đang dùng',
    stateRetired: 'Ngừng dùng',
    stateAll: 'Tất cả',
    shownOf: '{n} trong {total} thủ tục',
    nothing: 'Không có thủ tục nào như vậy.',
    add: 'Thêm thủ tục',
    edit: 'Sửa',
    editTitle: 'Sửa thủ tục',
    retire: 'Ngừng dùng',
    restore: 'Dùng lại',
    retired: 'Ngừng dùng',
    hidden: 'Không hiện cho dân',
    missingEnglish: 'Chưa có tiếng Anh',
    noLimit: 'chưa rõ thời hạn',
    saved: 'Đã lưu “{name}”.',
    retiredNow: 'Đã ngừng dùng “{name}”. Hồ sơ và lượt cũ vẫn giữ tên.',
    restoredNow: 'Đã dùng lại “{name}”.',
    name: 'Tên thủ tục',
    officialCode: 'Mã thủ tục quốc gia',
    officialCodeMore: 'Như trên dichvucong.gov.vn, ví dụ 2.000815. Có thể để trống.',
    limit: 'Thời hạn giải quyết',
    limitNumber: 'Bao nhiêu',
    cutoff: 'Nhận trước',
    cutoffMore: 'Nhận sau giờ này thì trả ngày làm việc tiếp theo. Để trống: cả ngày.',
    limit_none: 'Chưa rõ',
    limit_immediate: 'Giải quyết ngay',
    limit_sameDay: 'Trong ngày',
    limit_workingDays: 'Ngày làm việc',
    limit_workingHours: 'Giờ làm việc',
    limit_days: 'Ngày (kể cả ngày nghỉ)',
    fee: 'Phí, lệ phí',
    feeMore: 'Viết như nói với người dân, ví dụ “10.000 đ/trường hợp” hoặc “Miễn phí”.',
    papers: 'Thành phần hồ sơ',
    papersMore: 'Mỗi loại giấy tờ một dòng, nhiều nhất 20.',
    shown: 'Hiện cho người dân',
    shownMore: 'Trên phiếu số và trang công khai.',
    file: 'Nhập và xuất danh mục',
    fileMore:
      'Tệp CSV, XLSX (tên cột tiếng Việt như tệp xuất ra) hoặc JSON. Chưa có gì được ghi trước khi xem trước và đồng ý.',
    whole: 'Tệp này là toàn bộ danh mục',
    wholeMore: 'Thủ tục không có trong tệp sẽ ngừng dùng.',
    choose: 'Chọn tệp để xem trước…',
    exportCsv: 'Xuất CSV',
    exportXlsx: 'Xuất Excel',
    exportJson: 'Xuất JSON',
    fileName: 'danh-muc-thu-tuc',
    sheet: 'Thủ tục',
    unreadable: 'Không đọc được tệp này. Cần CSV (UTF-8), XLSX hoặc JSON của danh mục, không quá {n} dòng.',
    draft: 'Tệp {name}',
    draftAdded: 'Thêm mới: {n}',
    draftChanged: 'Thay đổi: {n}',
    draftRetired: 'Ngừng dùng: {n}',
    draftUnchanged: 'Giữ nguyên: {n}',
    draftWrong: 'Dòng chưa đúng: {n}',
    draftNothing: 'Tệp này không thay đổi gì.',
    draftWrongMore: 'Hãy sửa các dòng này trong tệp rồi chọn lại. Chưa có gì được ghi.',
    line: 'Dòng {line}, cột “{column}”: {why}',
    andMore: '… và {n} mục nữa',
    keep: 'Ghi vào danh mục',
    drop: 'Bỏ',
    imported: 'Đã ghi: {added} thêm mới, {changed} thay đổi, {retired} ngừng dùng.',
    why_noColumn: 'tệp thiếu cột này',
    why_empty: 'để trống',
    why_unknown: 'không có “{found}” ở cơ quan này',
    why_unreadable: 'không hiểu “{found}”',
    why_tooLong: 'dài quá',
    why_twice: '“{found}” đã có ở một dòng trên',
  },
  en: {
    tab: 'Procedures',
    title: 'Catalogue of procedures',
    more: 'Officers choose from it at the end of a service. Kiosks and the public page tell visitors what is marked as shown.',
    search: 'Search by name or code',
    searchMore: 'with or without Vietnamese marks',
    field: 'Field',
    allFields: 'All fields',
    state: 'State',
    stateUsed: 'In use',
    stateRetired: 'Out of use',
    stateAll: 'All',
    shownOf: '{n} of {total} procedures',
    nothing: 'There is no such procedure.',
    add: 'Add a procedure',
    edit: 'Edit',
    editTitle: 'Edit the procedure',
    retire: 'Take out of use',
    restore: 'Use again',
    retired: 'Out of use',
    hidden: 'Not shown to visitors',
    missingEnglish: 'No English yet',
    noLimit: 'limit not known',
    saved: '“{name}” is saved.',
    retiredNow: '“{name}” is out of use. Past dossiers and visits keep its name.',
    restoredNow: '“{name}” is in use again.',
    name: 'Name of the procedure',
    officialCode: 'National code',
    officialCodeMore: 'As on dichvucong.gov.vn, such as 2.000815. May be empty.',
    limit: 'Time limit',
    limitNumber: 'How many',
    cutoff: 'If received before',
    cutoffMore: 'What comes later is due the next working day. Empty: all day.',
    limit_none: 'Not known',
    limit_immediate: 'At once',
    limit_sameDay: 'The same day',
    limit_workingDays: 'Working days',
    limit_workingHours: 'Working hours',
    limit_days: 'Days (holidays count)',
    fee: 'Fee',
    feeMore: 'In Vietnamese, as visitors are told it.',
    papers: 'Papers required',
    papersMore: 'A line for each, 20 at most; in Vietnamese.',
    shown: 'Shown to visitors',
    shownMore: 'On the paper and on the public page.',
    file: 'Import and export the catalogue',
    fileMore:
      'A CSV, XLSX (columns named in Vietnamese as in the exported file) or JSON file. Nothing is written before you have seen what it would do and agreed.',
    whole: 'This file is the whole catalogue',
    wholeMore: 'Procedures that it does not name go out of use.',
    choose: 'Choose a file to preview…',
    exportCsv: 'Export CSV',
    exportXlsx: 'Export Excel',
    exportJson: 'Export JSON',
    fileName: 'danh-muc-thu-tuc',
    sheet: 'Thủ tục',
    unreadable:
      'This file cannot be read. It has to be CSV (UTF-8), XLSX or the catalogue’s JSON, of at most {n} lines.',
    draft: 'File {name}',
    draftAdded: 'New: {n}',
    draftChanged: 'Changed: {n}',
    draftRetired: 'Out of use: {n}',
    draftUnchanged: 'As they are: {n}',
    draftWrong: 'Wrong lines: {n}',
    draftNothing: 'This file changes nothing.',
    draftWrongMore: 'Please mend these lines in the file and choose it again. Nothing has been written.',
    line: 'Line {line}, column “{column}”: {why}',
    andMore: '… and {n} more',
    keep: 'Write into the catalogue',
    drop: 'Drop',
    imported: 'Written: {added} new, {changed} changed, {retired} out of use.',
    why_noColumn: 'the file lacks this column',
    why_empty: 'is empty',
    why_unknown: 'the office has no “{found}”',
    why_unreadable: '“{found}” is not understood',
    why_tooLong: 'is too long',
    why_twice: '“{found}” stands on a line above',
  },
};

type PriorityKey =
  | 'tab'
  | 'groups'
  | 'groupsMore'
  | 'add'
  | 'edit'
  | 'name'
  | 'asked'
  | 'askedMore'
  | 'notAsked'
  | 'nobodyAsked'
  | 'saved'
  | 'remove'
  | 'removeMore'
  | 'removed'
  | 'policy'
  | 'oneOfEvery'
  | 'oneOfEveryMore'
  | 'means'
  | 'meansFirst'
  | 'policySaved'
  | 'example'
  | 'exampleMore'
  | 'priority'
  | 'normal'
  | 'longest';

/** Words about who is called first. */
export const priorityWords: Words<PriorityKey> = {
  vi: {
    tab: 'Ưu tiên',
    groups: 'Các diện ưu tiên',
    groupsMore: 'Máy lấy số và cán bộ chọn theo thứ tự này. Cán bộ xem giấy tờ rồi xác nhận.',
    add: 'Thêm diện ưu tiên',
    edit: 'Sửa diện ưu tiên',
    name: 'Tên diện ưu tiên',
    asked: 'Máy lấy số cho người dân tự khai',
    askedMore: 'Nếu không, chỉ cán bộ ghi được diện này.',
    notAsked: 'Chỉ cán bộ ghi',
    nobodyAsked: 'Máy lấy số không hỏi diện ưu tiên.',
    saved: 'Đã lưu diện “{name}”.',
    remove: 'Xóa diện “{name}”?',
    removeMore: 'Không ai chọn được diện này nữa. Các lượt cũ vẫn được giữ.',
    removed: 'Đã xóa diện “{name}”.',
    policy: 'Xen kẽ ưu tiên và thường',
    oneOfEvery: 'Trong mấy lượt gọi có một lượt ưu tiên',
    oneOfEveryMore: 'Khi còn người thường đang chờ.',
    means: 'Khi còn người thường đang chờ: 1 số ưu tiên sau mỗi {n} số thường.',
    meansFirst: 'Mọi số ưu tiên được gọi trước mọi số thường.',
    policySaved: 'Đã lưu. Lượt gọi tiếp theo theo cách xen kẽ mới.',
    example: 'Ví dụ: chín người đến lần lượt A001 đến A009, ba người thuộc diện ưu tiên',
    exampleMore: 'Một quầy sẽ gọi theo thứ tự này (tính bằng chính quy tắc xếp hàng của phần mềm):',
    priority: 'ưu tiên',
    normal: 'thường',
    longest: 'Người thường bị vượt nhiều nhất: {number}, nhường {n} lượt.',
  },
  en: {
    tab: 'Priority',
    groups: 'Classes of priority',
    groupsMore: 'Kiosks and officers offer them in this order. Officers look at the proof and confirm.',
    add: 'Add a class',
    edit: 'Edit the class',
    name: 'Name of the class',
    asked: 'Visitors may declare it at the kiosk',
    askedMore: 'If not, only officers give it.',
    notAsked: 'Given by officers only',
    nobodyAsked: 'Kiosks do not ask for priority.',
    saved: 'The class “{name}” is saved.',
    remove: 'Remove the class “{name}”?',
    removeMore: 'Nobody can choose it any more. Past visits keep it.',
    removed: 'The class “{name}” is removed.',
    policy: 'How priority is mixed in',
    oneOfEvery: 'One priority call in every so many',
    oneOfEveryMore: 'While others are waiting.',
    means: 'While others are waiting: 1 priority number after every {n} ordinary ones.',
    meansFirst: 'Every priority number is called before any ordinary one.',
    policySaved: 'Saved. It holds from the next call on.',
    example: 'An example: nine people come as A001 to A009, three of them with priority',
    exampleMore: 'One counter would call them in this order (worked out by the product’s own rule):',
    priority: 'priority',
    normal: 'ordinary',
    longest: 'Overtaken most of the ordinary ones: {number}, by {n}.',
  },
};
