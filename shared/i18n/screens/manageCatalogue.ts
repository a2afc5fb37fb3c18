import type { lineFaults } from '../../contract/procedure.ts';
import type { Words } from '../language.ts';

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
