import type { Words } from '../language.ts';

/** Words of the officer console. */
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
    anonymous: 'Công dân lấy số không qua nhận diện',
    nameless: 'Công dân đã đăng ký, không để tên',
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
