import type { Words } from '../language.ts';

/** Words of the manage page. */
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
    officerPage: 'Màn hình cán bộ',
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
