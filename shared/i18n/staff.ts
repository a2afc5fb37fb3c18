import type { Words } from './language.ts';

type OfficerKey =
  | 'sessionOver'
  | 'chooseCounter'
  | 'chooseCounterMore'
  | 'counterN'
  | 'freeCounter'
  | 'takenBy'
  | 'leaveCounter'
  | 'callNext'
  | 'recall'
  | 'start'
  | 'miss'
  | 'finish'
  | 'free'
  | 'freeMore'
  | 'called'
  | 'serving'
  | 'sinceCall'
  | 'sinceStart'
  | 'waited'
  | 'announced'
  | 'missedTimes'
  | 'priority'
  | 'anonymous'
  | 'nameless'
  | 'recognised'
  | 'checkPapers'
  | 'visits'
  | 'registered'
  | 'line'
  | 'lineEmpty'
  | 'number'
  | 'field'
  | 'waiting'
  | 'minutes'
  | 'callableIn'
  | 'allFields'
  | 'missKept'
  | 'missOut'
  | 'dismiss';

export const officerWords: Words<OfficerKey> = {
  vi: {
    sessionOver: 'Phiên làm việc đã hết. Hãy đăng nhập lại; số đang ở quầy vẫn được giữ.',
    chooseCounter: 'Chọn quầy làm việc',
    chooseCounterMore: 'Xin chào {name}. Hôm nay anh/chị làm việc ở quầy nào?',
    counterN: 'Quầy {n}',
    freeCounter: 'Còn trống',
    takenBy: '{name} đang ngồi',
    leaveCounter: 'Rời quầy',
    callNext: 'Gọi tiếp',
    recall: 'Gọi lại',
    start: 'Bắt đầu',
    miss: 'Vắng',
    finish: 'Hoàn thành',
    free: 'Quầy đang trống',
    freeMore: 'Bấm “Gọi tiếp” hoặc phím N để mời người tiếp theo.',
    called: 'Đang gọi',
    serving: 'Đang phục vụ',
    sinceCall: 'từ lúc gọi',
    sinceStart: 'từ lúc bắt đầu',
    waited: 'Đã chờ {n} phút trước khi được gọi',
    announced: 'Đã gọi {n} lần',
    missedTimes: 'Vắng {n} lần',
    priority: 'Ưu tiên',
    anonymous: 'Khách lấy số không đăng ký',
    nameless: 'Khách đã đăng ký, không để tên',
    recognised: 'Nhận diện bằng khuôn mặt',
    checkPapers: 'Hãy đối chiếu giấy tờ: nhận diện khuôn mặt không thay cho việc kiểm tra.',
    visits: 'Số lần đã đến: {n}',
    registered: 'Đăng ký ngày {date}',
    line: 'Hàng chờ của quầy',
    lineEmpty: 'Chưa có ai chờ ở quầy này.',
    number: 'Số',
    field: 'Lĩnh vực',
    waiting: 'Đã chờ',
    minutes: '{n} phút',
    callableIn: 'gọi lại sau {time}',
    allFields: 'Đang chờ theo lĩnh vực',
    missKept: '{number} vắng. Số này được gọi lại sau ít phút.',
    missOut: '{number} vắng lần cuối và đã ra khỏi hàng chờ.',
    dismiss: 'Đóng thông báo',
  },
  en: {
    sessionOver: 'Your session has ended. Please log in again; the ticket at your counter is kept.',
    chooseCounter: 'Choose your counter',
    chooseCounterMore: 'Welcome, {name}. At which counter are you today?',
    counterN: 'Counter {n}',
    freeCounter: 'Free',
    takenBy: '{name} is here',
    leaveCounter: 'Leave counter',
    callNext: 'Call next',
    recall: 'Recall',
    start: 'Start',
    miss: 'No-show',
    finish: 'Finish',
    free: 'The counter is free',
    freeMore: 'Press “Call next” or the N key to call the next visitor.',
    called: 'Called',
    serving: 'Serving',
    sinceCall: 'since the call',
    sinceStart: 'since the start',
    waited: 'Waited {n} min before the call',
    announced: 'Called {n} times',
    missedTimes: 'Missed {n} times',
    priority: 'Priority',
    anonymous: 'Visitor without registration',
    nameless: 'Registered visitor without a name',
    recognised: 'Recognised by face',
    checkPapers: 'Please check the papers: recognition by face does not replace it.',
    visits: 'Visits so far: {n}',
    registered: 'Registered on {date}',
    line: 'Line of this counter',
    lineEmpty: 'Nobody is waiting for this counter.',
    number: 'Ticket',
    field: 'Field',
    waiting: 'Waiting',
    minutes: '{n} min',
    callableIn: 'again in {time}',
    allFields: 'Waiting, by field',
    missKept: '{number} did not come. It can be called again in a few minutes.',
    missOut: '{number} did not come to the last call and has left the line.',
    dismiss: 'Close this message',
  },
};

type ManageKey =
  | 'title'
  | 'managersOnly'
  | 'officers'
  | 'name'
  | 'login'
  | 'role'
  | 'officer'
  | 'manager'
  | 'admin'
  | 'password'
  | 'hasPassword'
  | 'noPassword'
  | 'setPassword'
  | 'newPassword'
  | 'save'
  | 'cancel'
  | 'close'
  | 'passwordSet'
  | 'atCounter'
  | 'devices'
  | 'noDevices'
  | 'screen'
  | 'kiosk'
  | 'wall'
  | 'counter'
  | 'counterN'
  | 'paired'
  | 'connected'
  | 'notConnected'
  | 'remove'
  | 'removeTitle'
  | 'removeMore'
  | 'invite'
  | 'inviteTitle'
  | 'deviceName'
  | 'deviceNameHint'
  | 'makeCode'
  | 'codeFor'
  | 'codeHelp'
  | 'codeUntil'
  | 'codeOver'
  | 'enrolled'
  | 'visitors'
  | 'templates'
  | 'addresses'
  | 'addressesMore'
  | 'localMore'
  | 'officerPage';

export const manageWords: Words<ManageKey> = {
  vi: {
    title: 'Quản lý',
    managersOnly: 'Trang này dành cho người quản lý. Hãy đăng nhập bằng tài khoản quản lý.',
    officers: 'Cán bộ',
    name: 'Họ và tên',
    login: 'Tên đăng nhập',
    role: 'Vai trò',
    officer: 'Cán bộ',
    manager: 'Quản lý',
    admin: 'Quản trị',
    password: 'Mật khẩu',
    hasPassword: 'Đã đặt',
    noPassword: 'Chưa đặt',
    setPassword: 'Đặt mật khẩu',
    newPassword: 'Mật khẩu mới',
    save: 'Lưu',
    cancel: 'Thôi',
    close: 'Đóng',
    passwordSet: 'Đã đặt mật khẩu cho {name}.',
    atCounter: 'Đang ở',
    devices: 'Thiết bị',
    noDevices: 'Chưa ghép thiết bị nào.',
    screen: 'Loại màn hình',
    kiosk: 'Máy lấy số',
    wall: 'Bảng gọi số',
    counter: 'Màn hình quầy',
    counterN: 'Quầy {n}',
    paired: 'Ghép ngày',
    connected: 'Đang kết nối',
    notConnected: 'Không kết nối',
    remove: 'Gỡ',
    removeTitle: 'Gỡ thiết bị “{name}”?',
    removeMore: 'Màn hình này sẽ ngừng hoạt động ngay và phải ghép lại bằng mã mới.',
    invite: 'Ghép thiết bị mới',
    inviteTitle: 'Ghép thiết bị mới',
    deviceName: 'Tên thiết bị',
    deviceNameHint: 'Ví dụ: Bảng sảnh tầng 1',
    makeCode: 'Lấy mã ghép',
    codeFor: 'Mã ghép cho “{name}”',
    codeHelp: 'Mở {address} trên màn hình mới rồi nhập mã này.',
    codeUntil: 'Dùng được đến {time} (còn {left}), một lần duy nhất.',
    codeOver: 'Mã đã hết hạn. Hãy lấy mã mới.',
    enrolled: 'Nhận diện khuôn mặt',
    visitors: 'người đã đăng ký',
    templates: 'mẫu khuôn mặt',
    addresses: 'Địa chỉ các màn hình',
    addressesMore: 'Mở bằng trình duyệt trên máy cùng mạng.',
    localMore: 'Ở máy khác, thay {host} bằng địa chỉ của máy chủ trong mạng.',
    officerPage: 'Bàn làm việc cán bộ',
  },
  en: {
    title: 'Manage',
    managersOnly: 'This page is for managers. Please log in with a manager’s account.',
    officers: 'Officers',
    name: 'Name',
    login: 'User name',
    role: 'Role',
    officer: 'Officer',
    manager: 'Manager',
    admin: 'Administrator',
    password: 'Password',
    hasPassword: 'Set',
    noPassword: 'Not set',
    setPassword: 'Set password',
    newPassword: 'New password',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    passwordSet: 'The password of {name} is set.',
    atCounter: 'Works at',
    devices: 'Devices',
    noDevices: 'No device is paired yet.',
    screen: 'Kind of screen',
    kiosk: 'Kiosk',
    wall: 'Wall display',
    counter: 'Counter display',
    counterN: 'Counter {n}',
    paired: 'Paired on',
    connected: 'Connected',
    notConnected: 'Not connected',
    remove: 'Remove',
    removeTitle: 'Remove the device “{name}”?',
    removeMore: 'This screen stops at once and has to be paired again with a new code.',
    invite: 'Pair a new device',
    inviteTitle: 'Pair a new device',
    deviceName: 'Name of the device',
    deviceNameHint: 'For example: Hall wall, ground floor',
    makeCode: 'Get a pairing code',
    codeFor: 'Pairing code for “{name}”',
    codeHelp: 'Open {address} on the new screen and type this code.',
    codeUntil: 'Valid until {time} ({left} left), once only.',
    codeOver: 'The code has expired. Get a new one.',
    enrolled: 'Face recognition',
    visitors: 'registered visitors',
    templates: 'face templates',
    addresses: 'Addresses of the screens',
    addressesMore: 'Open them in a browser on a machine in the same network.',
    localMore: 'On other machines, put the server’s network address in place of {host}.',
    officerPage: 'Officer console',
  },
};
