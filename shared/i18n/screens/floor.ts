import type { FloorAlert, Level } from '../../domain/floor.ts';
import type { Words } from '../language.ts';

type AlertKind = FloorAlert['kind'];

type FloorKey =
  | 'tab'
  | 'waitingNow'
  | 'openNow'
  | 'servedNow'
  | 'officeEnd'
  | 'clock'
  | 'counters'
  | 'counterN'
  | 'closed'
  | 'closedFor'
  | 'free'
  | 'paused'
  | 'pausedUntil'
  | 'called'
  | 'serving'
  | 'longer'
  | 'muchLonger'
  | 'notCome'
  | 'servedToday'
  | 'consoleClosed'
  | 'fields'
  | 'field'
  | 'people'
  | 'longest'
  | 'newWait'
  | 'openCounters'
  | 'end'
  | 'nobody'
  | 'minutes'
  | 'longLine'
  | 'veryLongLine'
  | 'longWait'
  | 'veryLongWait'
  | 'fits'
  | 'tight'
  | 'late'
  | 'never'
  | 'kept'
  | 'endBetween'
  | 'afterClosing'
  | 'helps'
  | 'mayHelp'
  | 'nothingHelps'
  | 'howEnd'
  | 'someNever'
  | 'alerts'
  | 'noAlerts'
  | 'since'
  | 'grave'
  | 'raised'
  | 'act'
  | 'manageCounter'
  | 'manageField'
  | 'limits';

/** Words of the live floor: what it shows. */
export const floorWords: Words<FloorKey> = {
  vi: {
    tab: 'Điều hành',
    waitingNow: 'Đang chờ',
    openNow: 'Quầy đang mở',
    servedNow: 'Đã phục vụ hôm nay',
    clock: 'Bây giờ',
    officeEnd: 'Phục vụ hết các số đã lấy',
    counters: 'Quầy',
    counterN: 'Quầy {n}',
    closed: 'Đóng',
    closedFor: 'Chưa có cán bộ',
    free: 'Trống',
    paused: 'Tạm nghỉ',
    pausedUntil: 'Tạm nghỉ đến {time}',
    called: 'Đang gọi',
    serving: 'Đang phục vụ',
    longer: 'lâu hơn thường lệ',
    muchLonger: 'lâu hơn thường lệ nhiều',
    notCome: 'chưa có ai đến',
    servedToday: 'Hôm nay: {n} lượt',
    consoleClosed: 'Màn hình cán bộ chưa mở',
    fields: 'Lĩnh vực',
    field: 'Lĩnh vực',
    people: 'Đang chờ',
    longest: 'Chờ lâu nhất',
    newWait: 'Lấy số bây giờ chờ',
    openCounters: 'Quầy mở',
    end: 'Dự kiến phục vụ xong',
    nobody: '–',
    minutes: '{n} phút',
    longLine: 'Hàng dài',
    veryLongLine: 'Hàng rất dài',
    longWait: 'Chờ lâu',
    veryLongWait: 'Chờ rất lâu',
    fits: 'trước giờ đóng',
    tight: 'có thể muộn hơn giờ đóng {n} phút',
    late: 'muộn hơn giờ đóng khoảng {n} phút',
    never: 'Chưa có quầy nào mở',
    kept: 'chưa rõ: có số dành riêng cho quầy hoặc cán bộ chưa làm việc',
    endBetween: 'Dự kiến xong',
    afterClosing: 'đã quá giờ đóng',
    helps: 'Thêm {n} quầy nhận lĩnh vực này thì kịp',
    mayHelp: 'Thêm {n} quầy nhận lĩnh vực này thì có thể kịp',
    nothingHelps: 'Thêm 3 quầy cũng chưa kịp: cân nhắc ngừng phát số lĩnh vực này',
    howEnd:
      'Tính từ những số đã lấy đến lúc này và thời gian phục vụ đo được. Giờ đầu: một nửa khả năng là xong trước đó; giờ sau: chín phần mười.',
    someNever: 'Chưa kể lĩnh vực chưa có quầy mở.',
    alerts: 'Việc cần xử lý',
    noAlerts: 'Không có việc gì cần xử lý.',
    since: 'Từ {time}.',
    grave: 'Khẩn',
    raised: 'Việc mới: {what}',
    act: 'Thao tác',
    manageCounter: 'Thao tác quầy {n}',
    manageField: 'Thao tác lĩnh vực {name}',
    limits: 'Ngưỡng cảnh báo',
  },
  en: {
    tab: 'Live floor',
    waitingNow: 'Waiting',
    openNow: 'Counters open',
    servedNow: 'Served today',
    clock: 'Now',
    officeEnd: 'All numbers given so far are served',
    counters: 'Counters',
    counterN: 'Counter {n}',
    closed: 'Closed',
    closedFor: 'No officer',
    free: 'Free',
    paused: 'On a break',
    pausedUntil: 'On a break until {time}',
    called: 'Calling',
    serving: 'Serving',
    longer: 'longer than usual',
    muchLonger: 'much longer than usual',
    notCome: 'nobody has come yet',
    servedToday: 'Today: {n} served',
    consoleClosed: 'Console not open',
    fields: 'Fields',
    field: 'Field',
    people: 'Waiting',
    longest: 'Longest wait',
    newWait: 'A number taken now waits',
    openCounters: 'Counters',
    end: 'Expected end',
    nobody: '–',
    minutes: '{n} min',
    longLine: 'Long line',
    veryLongLine: 'Very long line',
    longWait: 'Long wait',
    veryLongWait: 'Very long wait',
    fits: 'before closing',
    tight: 'maybe {n} min after closing',
    late: 'about {n} min after closing',
    never: 'No counter is open',
    kept: 'unknown: a number is kept for a counter or officer not at work',
    endBetween: 'Expected to end',
    afterClosing: 'closing time is over',
    helps: '{n} more counter(s) for this field would do',
    mayHelp: '{n} more counters for this field might do',
    nothingHelps: 'Not even 3 more counters would do: consider giving no more numbers of this field',
    howEnd:
      'From the numbers taken so far and the service times measured. It is as likely to end before the first time as after; before the second, nine times in ten.',
    someNever: 'Not counting fields that no counter serves.',
    alerts: 'To see to',
    noAlerts: 'There is nothing to see to.',
    since: 'Since {time}.',
    grave: 'Urgent',
    raised: 'New: {what}',
    act: 'Act',
    manageCounter: 'Act on counter {n}',
    manageField: 'Act on {name}',
    limits: 'Thresholds',
  },
};

/** What each alert says, and what to do about it. */
export const alertWords: Words<AlertKind | `${AlertKind}Do` | 'ahead' | 'back'> = {
  vi: {
    noCounter: '{field}: {n} người chờ, chưa có quầy nào mở',
    noCounterDo: 'Mở một quầy nhận lĩnh vực này.',
    longWait: '{field}: có người chờ {minutes} phút',
    longWaitDo: 'Thêm quầy, hoặc chuyển bớt số sang quầy khác.',
    calledLong: 'Quầy {counter}: đã gọi {number}, chưa có ai đến',
    calledLongDo: 'Gọi lại, hoặc đánh dấu vắng mặt để gọi số tiếp theo.',
    consoleGone: 'Quầy {counter}: màn hình cán bộ bị ngắt kết nối',
    consoleGoneDo: 'Hỏi cán bộ, hoặc đóng quầy nếu cán bộ đã về.',
    printer: 'Máy in không in được ({fault}) · {name}',
    printerDo: 'Đến máy lấy số kiểm tra giấy, nắp và dây máy in.',
    camera: 'Camera đang tắt · {name}',
    cameraDo: 'Người dân vẫn lấy số bằng cách chạm. Kiểm tra dây camera rồi khởi động lại máy.',
    screenGone: 'Mất kết nối: {screen} · {name}',
    screenGoneDo: 'Kiểm tra nguồn điện và mạng của máy đó.',
    backup: 'Dữ liệu chưa được sao lưu như thường lệ',
    backupDo: 'Kiểm tra ổ đĩa và thư mục sao lưu trên máy chủ; máy tự thử lại mỗi giờ.',
    audit: 'Nhật ký thao tác đã bị sửa từ bên ngoài phần mềm',
    auditDo: 'Báo ngay người phụ trách kỹ thuật (npm run audit -- verify cho biết chỗ bị sửa).',
    faces: 'Không nạp được dữ liệu khuôn mặt: máy lấy số không nhận ra ai',
    facesDo:
      'Người dân vẫn lấy số bằng cách chạm. Khởi động lại máy chủ; nếu vẫn báo, gọi người phụ trách kỹ thuật (dòng “faces” trong nhật ký máy chủ).',
    clock: 'Đồng hồ máy chủ đã bị chỉnh {way} {minutes} phút',
    ahead: 'tiến',
    back: 'lùi',
    clockDo:
      'Xem ngày giờ của máy chủ có đúng không. Số không bị phát trùng, nhưng giờ in trên phiếu và thời gian chờ hôm nay có thể sai.',
    disk: 'Ổ đĩa máy chủ sắp đầy: còn {mb} MB',
    diskDo: 'Xóa bớt tệp không cần đến trên máy chủ. Khi ổ đĩa đầy, máy không phát số được nữa.',
    certificate: 'Chứng chỉ https của máy chủ có hạn đến {date}',
    certificateDo: 'Báo người phụ trách kỹ thuật tạo chứng chỉ mới (npm run tls -- make).',
  },
  en: {
    noCounter: '{field}: {n} waiting, no counter open',
    noCounterDo: 'Open a counter for this field.',
    longWait: '{field}: somebody has waited {minutes} min',
    longWaitDo: 'Add a counter, or send some numbers on to others.',
    calledLong: 'Counter {counter}: {number} was called, nobody has come',
    calledLongDo: 'Call again, or mark as absent and call the next.',
    consoleGone: 'Counter {counter}: the officer’s console is disconnected',
    consoleGoneDo: 'Ask the officer, or close the counter if the officer has left.',
    printer: 'The printer does not print ({fault}) · {name}',
    printerDo: 'Check paper, cover and cable at the kiosk.',
    camera: 'Camera off · {name}',
    cameraDo: 'Numbers are still given by touch. Check the cable, then restart the kiosk.',
    screenGone: 'Disconnected: {screen} · {name}',
    screenGoneDo: 'Check its power and network.',
    backup: 'No backup was made as usual',
    backupDo: 'Check the disk and the backup folder of the server; it is tried again every hour.',
    audit: 'The audit was changed from outside the program',
    auditDo: 'Tell the technician at once (npm run audit -- verify says where).',
    faces: 'The faces could not be loaded: kiosks recognise nobody',
    facesDo:
      'Numbers are still given by touch. Restart the server; if it says so again, tell the technician (“faces” in the server’s log).',
    clock: 'The server’s clock was set {way} by {minutes} min',
    ahead: 'forward',
    back: 'back',
    clockDo:
      'Check the server’s date and time. No number is given twice, but times on paper and waits of today may be wrong.',
    disk: 'The server’s disk is nearly full: {mb} MB left',
    diskDo: 'Remove files that are not needed. On a full disk no numbers can be given.',
    certificate: 'The server’s https certificate is good until {date}',
    certificateDo: 'Tell the technician to make a new one (npm run tls -- make).',
  },
};

type ActKey =
  | 'current'
  | 'recall'
  | 'takeBack'
  | 'absent'
  | 'sendTo'
  | 'send'
  | 'officerHere'
  | 'chooseOfficer'
  | 'seat'
  | 'seatedElsewhere'
  | 'notSeated'
  | 'seatHelp'
  | 'close'
  | 'closeSure'
  | 'keepOpen'
  | 'fieldsHere'
  | 'setFields'
  | 'recalled'
  | 'takenBack'
  | 'markedAbsent'
  | 'sent'
  | 'seated'
  | 'closedNow'
  | 'line'
  | 'nobodyWaits'
  | 'waits'
  | 'priority'
  | 'choose'
  | 'chosen'
  | 'putFirst'
  | 'putFirstHelp'
  | 'reason'
  | 'isFirst'
  | 'appointed'
  | 'addCounter'
  | 'chooseCounter'
  | 'add'
  | 'added'
  | 'addedClosed'
  | 'addHelp'
  | 'noneToAdd'
  | 'notOfOfficer'
  | 'limitsTitle'
  | 'limitsHelp'
  | 'lineFrom'
  | 'veryLineFrom'
  | 'waitFrom'
  | 'veryWaitFrom'
  | 'limitsWrong'
  | 'limitsSaved';

/** Words of what is done from the live floor. */
export const floorActWords: Words<ActKey> = {
  vi: {
    current: 'Số {number}',
    recall: 'Gọi lại',
    takeBack: 'Trả về hàng chờ',
    absent: 'Đánh dấu vắng mặt',
    sendTo: 'Chuyển sang lĩnh vực',
    send: 'Chuyển',
    officerHere: 'Cán bộ',
    chooseOfficer: 'Cán bộ ngồi quầy này',
    seat: 'Xếp vào quầy này',
    seatedElsewhere: '{name} · đang ở quầy {n}',
    notSeated: '{name} · chưa ngồi quầy nào',
    seatHelp: 'Cán bộ đang ở quầy khác sẽ chuyển sang đây; quầy cũ đóng lại.',
    close: 'Đóng quầy',
    closeSure: 'Đóng quầy {n}',
    keepOpen: 'Để mở',
    fieldsHere: 'Lĩnh vực nhận bây giờ',
    setFields: 'Đổi lĩnh vực',
    recalled: 'Đã gọi lại {number}.',
    takenBack: '{number} đã về hàng chờ, giữ nguyên chỗ.',
    markedAbsent: 'Đã đánh dấu {number} vắng mặt.',
    sent: 'Đã chuyển {number} sang {field}.',
    seated: '{name} ngồi quầy {n}.',
    closedNow: 'Đã đóng quầy {n}.',
    line: 'Các số đang chờ',
    nobodyWaits: 'Không có ai chờ.',
    waits: 'đã chờ {n} phút',
    priority: 'ưu tiên',
    choose: 'Chọn {number}',
    chosen: 'Số {number}',
    putFirst: 'Đưa lên đầu hàng',
    putFirstHelp: 'Được gọi trước các số cùng diện; lý do lưu trong nhật ký.',
    reason: 'Lý do',
    isFirst: '{number} đã lên đầu hàng.',
    appointed: 'hẹn {time}',
    addCounter: 'Thêm quầy nhận lĩnh vực này',
    chooseCounter: 'Quầy',
    add: 'Thêm',
    added: 'Quầy {n} nhận thêm lĩnh vực này.',
    addedClosed: 'Quầy {n} nhận thêm lĩnh vực này; hãy xếp cán bộ vào quầy.',
    addHelp: 'Quầy vẫn nhận các lĩnh vực đang có.',
    noneToAdd: 'Quầy nào cũng đã nhận lĩnh vực này.',
    notOfOfficer: 'cán bộ không làm lĩnh vực này',
    limitsTitle: 'Ngưỡng cảnh báo',
    limitsHelp: 'Khi nào bảng điều hành báo hàng dài và chờ lâu.',
    lineFrom: 'Hàng dài từ (người)',
    veryLineFrom: 'Hàng rất dài từ (người)',
    waitFrom: 'Chờ lâu từ (phút)',
    veryWaitFrom: 'Chờ rất lâu từ (phút)',
    limitsWrong: 'Mức “rất” phải lớn hơn mức trước nó.',
    limitsSaved: 'Đã lưu ngưỡng cảnh báo.',
  },
  en: {
    current: 'Number {number}',
    recall: 'Call again',
    takeBack: 'Back to the line',
    absent: 'Mark as absent',
    sendTo: 'Send on to field',
    send: 'Send on',
    officerHere: 'Officer',
    chooseOfficer: 'Officer at this counter',
    seat: 'Place here',
    seatedElsewhere: '{name} · at counter {n} now',
    notSeated: '{name} · at no counter',
    seatHelp: 'Somebody who sits at another counter moves here; that counter is closed.',
    close: 'Close the counter',
    closeSure: 'Close counter {n}',
    keepOpen: 'Keep open',
    fieldsHere: 'Fields served now',
    setFields: 'Change fields',
    recalled: '{number} was called again.',
    takenBack: '{number} is back in line, in its old place.',
    markedAbsent: '{number} is marked as absent.',
    sent: '{number} was sent on to {field}.',
    seated: '{name} works at counter {n}.',
    closedNow: 'Counter {n} is closed.',
    line: 'Who waits',
    nobodyWaits: 'Nobody waits.',
    waits: 'has waited {n} min',
    priority: 'priority',
    choose: 'Choose {number}',
    chosen: 'Number {number}',
    putFirst: 'Put first',
    putFirstHelp: 'Called before others of the same class; the reason is kept in the audit.',
    reason: 'Reason',
    isFirst: '{number} is first in line.',
    appointed: 'appointment {time}',
    addCounter: 'Another counter for this field',
    chooseCounter: 'Counter',
    add: 'Add',
    added: 'Counter {n} serves this field, too.',
    addedClosed: 'Counter {n} serves this field, too; now place an officer there.',
    addHelp: 'The counter goes on with the fields it has.',
    noneToAdd: 'Every counter serves this field.',
    notOfOfficer: 'not one of the officer’s fields',
    limitsTitle: 'Thresholds',
    limitsHelp: 'When the live floor says that a line or a wait is long.',
    lineFrom: 'Long line from (people)',
    veryLineFrom: 'Very long line from (people)',
    waitFrom: 'Long wait from (min)',
    veryWaitFrom: 'Very long wait from (min)',
    limitsWrong: '“Very long” must be more than “long”.',
    limitsSaved: 'Thresholds saved.',
  },
};

/** What a level adds to a line, a wait and a service; nothing while it is calm. */
export const levelKeys = {
  line: { calm: null, long: 'longLine', veryLong: 'veryLongLine' },
  wait: { calm: null, long: 'longWait', veryLong: 'veryLongWait' },
  lasts: { calm: null, long: 'longer', veryLong: 'muchLonger' },
} as const satisfies Readonly<Record<string, Readonly<Record<Level, FloorKey | null>>>>;
