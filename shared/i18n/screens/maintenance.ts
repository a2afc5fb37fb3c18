import type { Words } from '../language.ts';

type MaintenanceKey =
  | 'title'
  | 'pin'
  | 'noPin'
  | 'wrong'
  | 'wait'
  | 'enter'
  | 'leave'
  | 'reload'
  | 'restart'
  | 'quit'
  | 'trustAnew'
  | 'trustMore'
  | 'displays'
  | 'showsKiosk'
  | 'showsWall'
  | 'showsNothing'
  | 'putKiosk'
  | 'putWall'
  | 'noWall'
  | 'machine'
  | 'version'
  | 'up'
  | 'server'
  | 'certificate'
  | 'disk'
  | 'temperature'
  | 'threads'
  | 'several'
  | 'one'
  | 'faults'
  | 'unknown'
  | 'sure';

/** The maintenance page of a kiosk, for the office's technician. */
export const maintenanceWords: Words<MaintenanceKey> = {
  vi: {
    title: 'Bảo trì máy lấy số',
    pin: 'Nhập mã PIN của người quản lý',
    noPin: 'Chưa đặt mã PIN? Xem tài liệu vận hành.',
    wrong: 'Mã PIN không đúng.',
    wait: 'Mã PIN không đúng. Thử lại sau {seconds} giây.',
    enter: 'Mở',
    leave: 'Đóng',
    reload: 'Tải lại trang',
    restart: 'Khởi động lại chương trình',
    quit: 'Thoát chương trình',
    trustAnew: 'Nhận chứng thư mới',
    trustMore: 'Chỉ dùng khi cơ quan vừa thay chứng thư của máy chủ.',
    displays: 'Màn hình',
    showsKiosk: 'máy lấy số',
    showsWall: 'bảng gọi số',
    showsNothing: 'không dùng',
    putKiosk: 'Đặt máy lấy số ở đây',
    putWall: 'Đặt bảng gọi số ở đây',
    noWall: 'Tắt bảng gọi số',
    machine: 'Tình trạng máy',
    version: 'Phiên bản',
    up: 'Đã chạy',
    server: 'Máy chủ',
    certificate: 'Dấu vân tay chứng thư',
    disk: 'Ổ đĩa còn trống',
    temperature: 'Nhiệt độ',
    threads: 'Luồng nhận diện',
    several: 'nhiều luồng',
    one: 'một luồng (chậm)',
    faults: 'Sự cố đã tự khắc phục',
    unknown: 'không đọc được',
    sure: 'Chạm lần nữa để thực hiện',
  },
  en: {
    title: 'Kiosk maintenance',
    pin: 'Enter the manager’s PIN',
    noPin: 'No PIN yet? See the operating manual.',
    wrong: 'Wrong PIN.',
    wait: 'Wrong PIN. Try again in {seconds} s.',
    enter: 'Open',
    leave: 'Close',
    reload: 'Reload the page',
    restart: 'Restart the program',
    quit: 'Quit the program',
    trustAnew: 'Accept a new certificate',
    trustMore: 'Only if the office has just replaced its server’s certificate.',
    displays: 'Displays',
    showsKiosk: 'kiosk',
    showsWall: 'wall display',
    showsNothing: 'not used',
    putKiosk: 'Put the kiosk here',
    putWall: 'Put the wall display here',
    noWall: 'Switch the wall display off',
    machine: 'The machine',
    version: 'Version',
    up: 'Up for',
    server: 'Server',
    certificate: 'Certificate fingerprint',
    disk: 'Free disk',
    temperature: 'Temperature',
    threads: 'Recognition threads',
    several: 'several',
    one: 'one (slow)',
    faults: 'Recovered faults',
    unknown: 'cannot be read',
    sure: 'Touch again to do it',
  },
};
