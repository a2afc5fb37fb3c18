import type { Words } from '../language.ts';

/** Words of what a manager sets about walls, printers and the address on paper. */
type ManageScreensKey =
  | 'tabScreens'
  | 'walls'
  | 'wallsHelp'
  | 'allWalls'
  | 'allWallsHelp'
  | 'asAllWalls'
  | 'ownSetting'
  | 'setUp'
  | 'setUpOf'
  | 'shownFields'
  | 'shownCounters'
  | 'showsAll'
  | 'noticeVi'
  | 'noticeEn'
  | 'noticeHelp'
  | 'wrongNotice'
  | 'sound'
  | 'speaksVi'
  | 'speaksEn'
  | 'volume'
  | 'quietFrom'
  | 'quietTo'
  | 'quietHelp'
  | 'wrongQuiet'
  | 'slides'
  | 'slidesHelp'
  | 'slideSeconds'
  | 'wallSaved'
  | 'printers'
  | 'printersHelp'
  | 'printerAddress'
  | 'printerAddressOf'
  | 'noPrinter'
  | 'printerSaved'
  | 'wrongPrinter'
  | 'publicUrl'
  | 'publicUrlHelp'
  | 'publicUrlUsed'
  | 'publicUrlSet'
  | 'publicUrlSaved'
  | 'wrongUrl'
  | 'push'
  | 'pushHelp'
  | 'pushImpossible'
  | 'pushSwitchedOn'
  | 'pushSwitchedOff';

export const manageScreensWords: Words<ManageScreensKey> = {
  vi: {
    tabScreens: 'Bảng gọi số và in phiếu',
    walls: 'Bảng gọi số',
    wallsHelp: 'Mỗi bảng có thể hiện lĩnh vực, quầy, thông báo và âm thanh riêng.',
    allWalls: 'Chung cho mọi bảng',
    allWallsHelp: 'Dùng cho bảng trên máy chủ và các bảng không thiết lập riêng.',
    asAllWalls: 'Theo thiết lập chung',
    ownSetting: 'Thiết lập riêng',
    setUp: 'Thiết lập',
    setUpOf: 'Thiết lập: {name}',
    shownFields: 'Lĩnh vực hiện trên bảng',
    shownCounters: 'Quầy hiện trên bảng',
    showsAll: 'Không chọn mục nào là hiện tất cả.',
    noticeVi: 'Thông báo (tiếng Việt)',
    noticeEn: 'Thông báo (tiếng Anh)',
    noticeHelp: 'Hiện ở cuối bảng; để trống là không hiện.',
    wrongNotice: 'Thông báo cần có cả tiếng Việt và tiếng Anh, hoặc để trống cả hai.',
    sound: 'Âm thanh',
    speaksVi: 'Đọc số bằng tiếng Việt',
    speaksEn: 'Đọc số bằng tiếng Anh',
    volume: 'Âm lượng (%)',
    quietFrom: 'Tắt tiếng từ',
    quietTo: 'đến',
    quietHelp: 'Ví dụ 11:30 đến 13:30; để trống cả hai là không tắt.',
    wrongQuiet:
      'Giờ tắt tiếng cần cả giờ bắt đầu và giờ kết thúc, ví dụ 11:30 và 13:30, hoặc để trống cả hai.',
    slides: 'Chiếu ảnh và phim trong thư mục trình chiếu',
    slidesHelp: 'Phim luôn tắt tiếng. Ảnh, phim không mở được sẽ bị bỏ qua.',
    slideSeconds: 'Mỗi ảnh, phim hiện (giây)',
    wallSaved: 'Đã lưu thiết lập: {name}.',
    printers: 'Máy in của máy lấy số',
    printersHelp:
      'Máy in mạng: tcp://192.168.1.50:9100. Máy in cắm vào máy chủ: file:///dev/usb/lp0. Để trống nếu không in ra máy in riêng.',
    printerAddress: 'Địa chỉ máy in',
    printerAddressOf: 'Địa chỉ máy in của {name}',
    noPrinter: 'Không có máy in riêng',
    printerSaved: 'Đã lưu máy in của {name}.',
    wrongPrinter: 'Địa chỉ bắt đầu bằng tcp:// hoặc file:///dev/',
    publicUrl: 'Địa chỉ trên phiếu',
    publicUrlHelp: 'Mã QR trên phiếu dẫn đến địa chỉ này, nên điện thoại của người dân phải mở được.',
    publicUrlUsed: 'Đang in trên phiếu: {url}',
    publicUrlSet: 'Địa chỉ của cơ quan (để trống: địa chỉ của máy chủ trong mạng)',
    publicUrlSaved: 'Đã lưu địa chỉ trên phiếu.',
    wrongUrl: 'Địa chỉ bắt đầu bằng https:// hoặc http://',
    push: 'Gửi thông báo đến điện thoại khi còn 3 người phía trước',
    pushHelp:
      'Người dân tự bật trên trang của phiếu. Thông báo chỉ có số và còn mấy người, đi qua dịch vụ của trình duyệt (Google, Apple, Mozilla, Microsoft), nên máy chủ cần ra được Internet.',
    pushImpossible: 'Chỉ gửi được khi địa chỉ trên phiếu bắt đầu bằng https://',
    pushSwitchedOn: 'Đã bật thông báo đến điện thoại.',
    pushSwitchedOff: 'Đã tắt thông báo đến điện thoại.',
  },
  en: {
    tabScreens: 'Walls and paper',
    walls: 'Wall displays',
    wallsHelp: 'Each wall can have its own services, counters, notice and sound.',
    allWalls: 'All walls',
    allWallsHelp: 'For the wall on the server itself and every wall without settings of its own.',
    asAllWalls: 'As set for all walls',
    ownSetting: 'Settings of its own',
    setUp: 'Set up',
    setUpOf: 'Set up: {name}',
    shownFields: 'Services shown',
    shownCounters: 'Counters shown',
    showsAll: 'With none chosen, all are shown.',
    noticeVi: 'Notice (Vietnamese)',
    noticeEn: 'Notice (English)',
    noticeHelp: 'At the foot of the wall; empty for none.',
    wrongNotice: 'The notice needs both Vietnamese and English, or neither.',
    sound: 'Sound',
    speaksVi: 'Speak calls in Vietnamese',
    speaksEn: 'Speak calls in English',
    volume: 'Volume (%)',
    quietFrom: 'Silent from',
    quietTo: 'to',
    quietHelp: 'Such as 11:30 to 13:30; both empty for never.',
    wrongQuiet: 'Silent hours need a start and an end, such as 11:30 and 13:30, or neither.',
    slides: 'Show the pictures and films of the media folder',
    slidesHelp: 'Films are always muted. One that cannot be opened is passed over.',
    slideSeconds: 'Each is shown for (seconds)',
    wallSaved: 'Saved: {name}.',
    printers: 'Printers of the kiosks',
    printersHelp:
      'In the network: tcp://192.168.1.50:9100. Plugged into the server: file:///dev/usb/lp0. Empty: no printer of its own.',
    printerAddress: 'Address of the printer',
    printerAddressOf: 'Printer address of {name}',
    noPrinter: 'No printer of its own',
    printerSaved: 'Saved the printer of {name}.',
    wrongPrinter: 'The address begins with tcp:// or file:///dev/',
    publicUrl: 'Address on paper',
    publicUrlHelp: 'The code on the ticket leads there, so visitors’ phones must be able to open it.',
    publicUrlUsed: 'On paper now: {url}',
    publicUrlSet: 'Address of the office (empty: the server’s address in its network)',
    publicUrlSaved: 'Saved the address on paper.',
    wrongUrl: 'The address begins with https:// or http://',
    push: 'Notify phones when three people are ahead',
    pushHelp:
      'Visitors switch it on themselves on their ticket’s page. A notification holds only the number and how many are ahead; it goes through the browser’s own service (Google, Apple, Mozilla, Microsoft), so the server needs a way to the internet.',
    pushImpossible: 'Only possible while the address on paper begins with https://',
    pushSwitchedOn: 'Phones are notified from now on.',
    pushSwitchedOff: 'Phones are no longer notified.',
  },
};
