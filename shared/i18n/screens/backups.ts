import type { BackupReason, ConfigurationPart } from '../../contract/views/keeping.ts';
import type { Words } from '../language.ts';

/** Words about backups and the configuration file. */
type BackupsKey =
  | 'tab'
  | 'title'
  | 'help'
  | 'folder'
  | 'makeNow'
  | 'making'
  | 'made'
  | 'notMade'
  | 'none'
  | 'when'
  | 'size'
  | 'why'
  | 'looked'
  | 'lookedOver'
  | 'notNoted'
  | 'olderSchema'
  | 'putBack'
  | 'putBackOf'
  | 'checking'
  | 'checked'
  | 'checkedNotNoted'
  | 'whatHappens'
  | 'loses'
  | 'keeps'
  | 'restarts'
  | 'password'
  | 'putBackNow'
  | 'keep'
  | 'coming'
  | 'done'
  | 'failed'
  | 'configuration'
  | 'configurationHelp'
  | 'export'
  | 'exported'
  | 'fileName'
  | 'import'
  | 'tooLarge'
  | 'importTitle'
  | 'nothingChanges'
  | 'changes'
  | 'added'
  | 'changed'
  | 'removed'
  | 'changedOnly'
  | 'backupFirst'
  | 'importNow'
  | 'imported'
  | `why_${BackupReason}`
  | `part_${ConfigurationPart}`;

export const backupsWords: Words<BackupsKey> = {
  vi: {
    tab: 'Sao lưu và cấu hình',
    title: 'Bản sao lưu',
    help: 'Máy chủ tự sao lưu lúc 2 giờ sáng và kiểm tra từng bản. Giữ bản mới nhất của 7 ngày và 4 tuần gần đây, cùng 8 bản mới nhất trong 24 giờ.',
    folder:
      'Các bản sao lưu nằm trên máy chủ, ở thư mục {folder}. Trong đó có dữ liệu cá nhân, nên không tải về qua trang này. Để mở được cần cả tệp khóa luot.key.',
    makeNow: 'Sao lưu ngay',
    making: 'Đang sao lưu…',
    made: 'Đã sao lưu và kiểm tra xong lúc {time}.',
    notMade: 'Không sao lưu được. Lý do ở đầu trang.',
    none: 'Chưa có bản sao lưu nào.',
    when: 'Thời điểm',
    size: 'Dung lượng',
    why: 'Lý do',
    looked: 'Kiểm tra',
    lookedOver: 'Đã kiểm tra, nguyên vẹn',
    notNoted: 'Thiếu ghi chép kèm theo',
    olderSchema: 'Phiên bản {schema}, sẽ được nâng cấp',
    putBack: 'Khôi phục…',
    putBackOf: 'Khôi phục dữ liệu lúc {time} ngày {date}',
    checking: 'Đang kiểm tra bản sao lưu…',
    checked: 'Bản sao lưu này nguyên vẹn và mở được.',
    checkedNotNoted:
      'Bản sao lưu này mở được, nhưng thiếu hoặc sai ghi chép kèm theo: có thể đã bị sửa từ bên ngoài.',
    whatHappens: 'Khi khôi phục:',
    loses:
      'Mọi thứ sau thời điểm đó không còn trong máy: số, lịch hẹn, hồ sơ, người đăng ký, thiết lập, mật khẩu.',
    keeps:
      'Dữ liệu hiện nay được giữ lại thành một bản sao lưu. Số đã in không bao giờ cấp lại. Người đã xóa vẫn bị xóa.',
    restarts: 'Máy chủ tự đóng và mở lại trong vài giây; các màn hình tự nối lại.',
    password: 'Mật khẩu của anh/chị',
    putBackNow: 'Khôi phục',
    keep: 'Không khôi phục',
    coming: 'Máy chủ sắp đóng để khôi phục bản sao lưu. Trang này sẽ tự nối lại.',
    done: 'Đã khôi phục dữ liệu lúc {time} ngày {date}. Dữ liệu trước đó là bản sao lưu mới nhất trong danh sách.',
    failed: 'Không khôi phục được, nên dữ liệu vẫn như trước. Nhật ký của máy chủ ghi lý do.',
    configuration: 'Cấu hình trong một tệp',
    configurationHelp:
      'Mọi thiết lập: cơ quan, giờ làm việc, lĩnh vực, thủ tục, quầy, tài khoản và vai trò, bảng gọi số, lời văn. Không có họ tên, mật khẩu, khóa hay số thứ tự. Dùng để chép sang cơ quan khác.',
    export: 'Xuất ra tệp',
    exported: 'Đã xuất cấu hình.',
    fileName: 'luot-cau-hinh',
    import: 'Nhập từ tệp…',
    tooLarge: 'Tệp này quá lớn, không phải tệp cấu hình.',
    importTitle: 'Nhập cấu hình từ {name}',
    nothingChanges: 'Tệp này giống hệt thiết lập hiện nay: không có gì thay đổi.',
    changes: 'Những gì sẽ thay đổi:',
    added: 'thêm {names}',
    changed: 'đổi {names}',
    removed: 'bỏ {names}',
    changedOnly: 'đổi',
    backupFirst: 'Trước khi nhập, máy chủ sao lưu; muốn quay lại thì khôi phục bản đó.',
    importNow: 'Sao lưu rồi nhập',
    imported: 'Đã nhập cấu hình từ {name}.',
    why_nightly: 'Hằng đêm',
    why_migration: 'Trước khi nâng cấp',
    why_byHand: 'Do người quản lý',
    why_restore: 'Trước khi khôi phục',
    part_office: 'Cơ quan và quy tắc',
    part_hours: 'Giờ làm việc',
    part_fields: 'Lĩnh vực',
    part_procedures: 'Thủ tục',
    part_priorities: 'Diện ưu tiên',
    part_counters: 'Quầy',
    part_accounts: 'Tài khoản',
    part_walls: 'Bảng gọi số',
    part_printers: 'Máy in',
    part_ratings: 'Lý do đánh giá',
    part_texts: 'Lời trên màn hình',
    part_consent: 'Lời xin đồng ý',
    part_dossiers: 'Mẫu mã hồ sơ',
    part_letters: 'Mẫu thư',
  },
  en: {
    tab: 'Backups and settings file',
    title: 'Backups',
    help: 'The server makes one at 2 in the morning and looks each over. The newest of the last 7 days and 4 weeks are kept, and the 8 newest of the last 24 hours.',
    folder:
      'They lie on the server, in {folder}. There is personal data in them, so they are not downloaded here. To open them, the key file luot.key is needed, too.',
    makeNow: 'Back up now',
    making: 'Backing up…',
    made: 'Backed up and looked over at {time}.',
    notMade: 'No backup could be made. The top of the page says why.',
    none: 'There is no backup yet.',
    when: 'When',
    size: 'Size',
    why: 'Why',
    looked: 'Looked over',
    lookedOver: 'Looked over, whole',
    notNoted: 'What was noted beside it is missing',
    olderSchema: 'Version {schema}, will be brought up to date',
    putBack: 'Put back…',
    putBackOf: 'Put back the data of {time} on {date}',
    checking: 'Looking the backup over…',
    checked: 'This backup is whole and can be opened.',
    checkedNotNoted:
      'This backup can be opened, but what was noted beside it is missing or does not fit: it may have been changed from outside.',
    whatHappens: 'If you put it back:',
    loses:
      'Everything since then is gone from the system: numbers, appointments, dossiers, registrations, settings, passwords.',
    keeps:
      'The present data are kept as a backup. Numbers that are on paper are never given again. Whoever was erased stays erased.',
    restarts: 'The server closes and opens again within seconds; the screens reconnect by themselves.',
    password: 'Your password',
    putBackNow: 'Put back',
    keep: 'Do not',
    coming: 'The server is about to close in order to put a backup back. This page reconnects by itself.',
    done: 'The data of {time} on {date} were put back. What was there before is the newest backup on the list.',
    failed: 'The backup could not be put back, so the data are as before. The server’s log says why.',
    configuration: 'Settings as one file',
    configurationHelp:
      'Everything that is set: office, hours, fields, procedures, counters, accounts and roles, walls, wordings. No names, passwords, keys or numbers. To take it to another office.',
    export: 'Export to a file',
    exported: 'The settings were exported.',
    fileName: 'luot-settings',
    import: 'Import from a file…',
    tooLarge: 'This file is too large to be a settings file.',
    importTitle: 'Import settings from {name}',
    nothingChanges: 'This file is just like the present settings: nothing would change.',
    changes: 'What would change:',
    added: 'adds {names}',
    changed: 'changes {names}',
    removed: 'removes {names}',
    changedOnly: 'changes',
    backupFirst: 'A backup is made first; put it back to undo the import.',
    importNow: 'Back up and import',
    imported: 'The settings were imported from {name}.',
    why_nightly: 'Every night',
    why_migration: 'Before an update',
    why_byHand: 'By a manager',
    why_restore: 'Before putting one back',
    part_office: 'Office and rules',
    part_hours: 'Opening hours',
    part_fields: 'Fields',
    part_procedures: 'Procedures',
    part_priorities: 'Priority classes',
    part_counters: 'Counters',
    part_accounts: 'Accounts',
    part_walls: 'Walls',
    part_printers: 'Printers',
    part_ratings: 'Reasons for ratings',
    part_texts: 'Words on screens',
    part_consent: 'Consent wording',
    part_dossiers: 'Dossier codes',
    part_letters: 'Letters',
  },
};
