import type { AssistantOutcome, AssistantStep } from '../../contract/views/assistant.ts';
import type { Words } from '../language.ts';

/** Words of the first-run assistant. */
type AssistantKey =
  | 'tab'
  | 'stepOf'
  | 'steps'
  | 'back'
  | 'skip'
  | 'next'
  | 'finish'
  | 'unsaved'
  | `step_${AssistantStep}`
  | `help_${AssistantStep}`
  | `outcome_${AssistantOutcome}`
  | 'outcome_none'
  | 'presets'
  | 'officeHours'
  | 'officeHoursSaturday'
  | 'alwaysOpen'
  | 'hoursSet'
  | 'saveFields'
  | 'fieldsSaved'
  | 'ownFields'
  | 'countersOf'
  | 'counter'
  | 'remove'
  | 'addCounter'
  | 'saveCounters'
  | 'countersSaved'
  | 'unserved'
  | 'emptyCounter'
  | 'noFields'
  | 'testPrint'
  | 'noPrinterYet'
  | 'sentToPrinter'
  | 'printerSays'
  | 'yes'
  | 'no'
  | 'slipTitle'
  | 'slipText'
  | 'cameraWait'
  | 'cameraSaw'
  | 'cameraBlind'
  | 'cameraUnplugged'
  | 'cameraClosed'
  | 'playHere'
  | 'playing'
  | 'playOn'
  | 'noWalls'
  | 'didHear'
  | 'ready'
  | 'left'
  | 'noPasswords'
  | 'noDisplays'
  | 'takeUp';

export const assistantWords: Words<AssistantKey> = {
  vi: {
    tab: 'Thiết lập từng bước',
    stepOf: 'Bước {n} trên {all}',
    steps: 'Các bước thiết lập',
    back: 'Quay lại',
    skip: 'Bỏ qua bước này',
    next: 'Xong, sang bước sau',
    finish: 'Kết thúc thiết lập',
    unsaved: 'Có thay đổi chưa lưu ở bước này. Hãy lưu, hoặc bỏ qua bước này.',
    step_office: 'Tên cơ quan và múi giờ',
    step_hours: 'Giờ làm việc',
    step_fields: 'Lĩnh vực tiếp nhận',
    step_counters: 'Các quầy',
    step_officers: 'Cán bộ',
    step_screens: 'Ghép màn hình',
    step_printer: 'In thử',
    step_camera: 'Thử camera',
    step_sound: 'Thử âm thanh',
    step_end: 'Tổng kết',
    help_office: 'Tên này hiện trên máy lấy số, bảng gọi số và phiếu in.',
    help_hours: 'Ngoài các giờ này, máy không phát số. Chọn sẵn một lịch, rồi chỉnh bên dưới nếu cần.',
    help_fields: 'Đánh dấu những lĩnh vực cơ quan tiếp nhận. Người dân chọn trong số này khi lấy số.',
    help_counters:
      'Chọn số quầy; máy chia lĩnh vực để các quầy bận như nhau. Chỉnh lại cho đúng thực tế rồi lưu.',
    help_officers: 'Mỗi cán bộ một tài khoản. Đặt mật khẩu để họ đăng nhập được ở trang /officer.',
    help_screens:
      'Máy lấy số, bảng gọi số và màn hình quầy ở máy khác cần ghép một lần: lấy mã ở đây, mở địa chỉ trên máy kia, nhập mã.',
    help_printer: 'Nếu máy lấy số có máy in qua mạng hoặc USB, nhập địa chỉ, lưu, rồi in thử một phiếu.',
    help_camera: 'Camera của máy lấy số phải thấy được khuôn mặt người đứng trước máy.',
    help_sound: 'Tiếng chuông và giọng đọc khi gọi số phải nghe rõ trong phòng chờ.',
    help_end: 'Những gì đã xong và những gì còn lại. Lúc nào cũng có thể mở lại từng bước.',
    outcome_done: 'Đã xong',
    outcome_skipped: 'Đã bỏ qua',
    outcome_failed: 'Chưa đạt',
    outcome_none: 'Chưa làm',
    presets: 'Lịch có sẵn',
    officeHours: 'Giờ hành chính, thứ Hai đến thứ Sáu',
    officeHoursSaturday: 'Giờ hành chính và sáng thứ Bảy',
    alwaysOpen: 'Luôn mở',
    hoursSet: 'Đã đặt: {name}.',
    saveFields: 'Lưu lĩnh vực đã chọn',
    fieldsSaved: 'Đã lưu: {n} lĩnh vực.',
    ownFields: 'Lĩnh vực cơ quan tự thêm vẫn giữ nguyên: {names}.',
    countersOf: '{n} quầy',
    counter: 'Quầy {n}',
    remove: 'Bỏ quầy {n}',
    addCounter: 'Thêm một quầy',
    saveCounters: 'Lưu các quầy',
    countersSaved: 'Đã lưu {n} quầy.',
    unserved: 'Chưa quầy nào tiếp nhận: {names}.',
    emptyCounter: 'Chưa có lĩnh vực nào',
    noFields: 'Chưa có lĩnh vực nào. Hãy chọn ở bước trước.',
    testPrint: 'In thử: {name}',
    noPrinterYet: 'Chưa máy nào có máy in riêng. Nhập địa chỉ ở trên, hoặc bỏ qua nếu in qua trình duyệt.',
    sentToPrinter: 'Đã gửi phiếu thử tới máy in. Có phiếu in ra, rõ và đủ dấu không?',
    printerSays: 'Máy in chưa sẵn sàng: {fault}.',
    yes: 'Có',
    no: 'Không',
    slipTitle: 'PHIẾU IN THỬ',
    slipText: 'Kiểm tra dấu: Ông Nguyễn Đức Thuỵ, bà Đặng Thị Hường, ấp Ngã Ba.',
    cameraWait: 'Mời một người đứng trước máy lấy số, cách khoảng một cánh tay, nhìn vào màn hình…',
    cameraBlind: 'Đã đứng trước máy mà không thấy gì thay đổi',
    cameraSaw: 'Máy lấy số đã thấy một khuôn mặt.',
    cameraUnplugged: '“{name}”: camera đã mất tín hiệu {n} lần. Hãy kiểm tra dây cắm.',
    cameraClosed:
      'Hiện ngoài giờ phát số hoặc máy đang tạm ngừng, nên máy lấy số không nhìn. Hãy thử trong giờ.',
    playHere: 'Phát trên máy này',
    playing: 'Đang phát…',
    playOn: 'Phát ở “{name}”',
    noWalls: 'Chưa ghép bảng gọi số nào.',
    didHear: 'Có nghe thấy không?',
    ready: 'Cơ quan đã sẵn sàng phục vụ.',
    left: 'Còn lại:',
    noPasswords: 'Chưa cán bộ nào có mật khẩu, nên chưa ai đăng nhập được để gọi số.',
    noDisplays: 'Chưa ghép màn hình nào ở máy khác.',
    takeUp: 'Làm bước này',
  },
  en: {
    tab: 'Step by step',
    stepOf: 'Step {n} of {all}',
    steps: 'Steps of the set-up',
    back: 'Back',
    skip: 'Skip this step',
    next: 'Done, next step',
    finish: 'Finish',
    unsaved: 'Something in this step is not saved. Please save it, or skip the step.',
    step_office: 'Name and time zone',
    step_hours: 'Opening hours',
    step_fields: 'Fields',
    step_counters: 'Counters',
    step_officers: 'Officers',
    step_screens: 'Pairing screens',
    step_printer: 'Test print',
    step_camera: 'Test the camera',
    step_sound: 'Test the sound',
    step_end: 'Summary',
    help_office: 'This name is on the kiosks, the walls and the paper.',
    help_hours:
      'Outside these hours no numbers are given. Choose a ready one, and change it below if need be.',
    help_fields: 'Tick what the office receives. Visitors choose among these when they take a number.',
    help_counters:
      'Choose how many; fields are shared out so that all are about as busy. Adjust them to what is so, and save.',
    help_officers: 'An account for each officer. Set a password so that they can log in at /officer.',
    help_screens:
      'Kiosks, walls and counter displays on other machines are paired once: make a code here, open the address there, type the code.',
    help_printer:
      'If a kiosk has a printer on the network or by USB, type its address, save it, and print a test.',
    help_camera: 'The kiosk’s camera has to see the face of whoever stands before it.',
    help_sound: 'The chime and the voice of a call have to be heard all over the waiting room.',
    help_end: 'What is done and what is left. Every step can be opened again at any time.',
    outcome_done: 'Done',
    outcome_skipped: 'Skipped',
    outcome_failed: 'Did not work',
    outcome_none: 'Not done yet',
    presets: 'Ready-made hours',
    officeHours: 'Office hours, Monday to Friday',
    officeHoursSaturday: 'Office hours and Saturday morning',
    alwaysOpen: 'Always open',
    hoursSet: 'Set: {name}.',
    saveFields: 'Save these fields',
    fieldsSaved: 'Saved: {n} fields.',
    ownFields: 'Fields that the office added stay: {names}.',
    countersOf: '{n} counters',
    counter: 'Counter {n}',
    remove: 'Remove counter {n}',
    addCounter: 'Add a counter',
    saveCounters: 'Save the counters',
    countersSaved: '{n} counters saved.',
    unserved: 'No counter serves: {names}.',
    emptyCounter: 'No field yet',
    noFields: 'There are no fields yet. Choose some in the step before.',
    testPrint: 'Test print: {name}',
    noPrinterYet:
      'No kiosk has a printer of its own. Type an address above, or skip this if the browser prints.',
    sentToPrinter: 'The test slip was sent to the printer. Did it come out, clear and with all accents?',
    printerSays: 'The printer is not ready: {fault}.',
    yes: 'Yes',
    no: 'No',
    slipTitle: 'TEST SLIP',
    slipText: 'Accents: Ông Nguyễn Đức Thuỵ, bà Đặng Thị Hường, ấp Ngã Ba.',
    cameraWait: 'Let somebody stand an arm’s length before the kiosk and look at its screen…',
    cameraBlind: 'Somebody stood there, and nothing changed',
    cameraSaw: 'The kiosk has seen a face.',
    cameraUnplugged: '“{name}”: the camera went away {n} times. Please check its cable.',
    cameraClosed: 'No numbers are given now, so the kiosk does not look. Please try during opening hours.',
    playHere: 'Play on this machine',
    playing: 'Playing…',
    playOn: 'Play at “{name}”',
    noWalls: 'No wall display is paired yet.',
    didHear: 'Did you hear it?',
    ready: 'The office is ready.',
    left: 'Left to do:',
    noPasswords: 'No officer has a password, so nobody can log in to call numbers.',
    noDisplays: 'No screen of another machine is paired yet.',
    takeUp: 'Do this step',
  },
};
