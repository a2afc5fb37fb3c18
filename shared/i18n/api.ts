import type { OperationName } from '../contract/api.ts';
import type { ApiScope } from '../contract/apiScopes.ts';
import type { EventType } from '../contract/events.ts';
import type { Words } from './language.ts';

/** What each call of the HTTP API does, in its description. */
export const operationWords: Words<OperationName> = {
  vi: {
    readQueue: 'Hàng chờ lúc này: số người chờ, thời gian dự kiến, số đang gọi ở từng quầy',
    readCatalogue: 'Danh mục: lĩnh vực, thủ tục, diện ưu tiên',
    issueTicket: 'Lấy một số cho người dân, trong giờ và hạn mức như máy lấy số',
    readTicket: 'Tình trạng của một số',
    listAppointments: 'Lịch hẹn của một ngày, không có tên',
    addAppointment: 'Thêm một lịch hẹn',
    cancelAppointment: 'Hủy một lịch hẹn',
    importAppointments: 'Nhập danh sách lịch hẹn (CSV); sai một dòng thì không nhập dòng nào',
    listDossiers: 'Danh sách hồ sơ, không có tên',
    stepDossier: 'Báo trạng thái mới của một hồ sơ',
    importDossiers: 'Nhập danh sách hồ sơ; sai một dòng thì không nhập dòng nào',
    readFigures: 'Số liệu của một ngày',
    readReport: 'Báo cáo của một khoảng ngày, không theo từng cán bộ',
  },
  en: {
    readQueue: 'The line now: who waits, expected waits, what is called at each counter',
    readCatalogue: 'The catalogue: fields, procedures, classes of priority',
    issueTicket: 'Takes a number for somebody, within the hours and quotas of the kiosks',
    readTicket: 'What became of a number',
    listAppointments: 'The appointments of a day, without names',
    addAppointment: 'Adds an appointment',
    cancelAppointment: 'Cancels an appointment',
    importAppointments: 'Imports a list of appointments (CSV); nothing if any line is wrong',
    listDossiers: 'Dossiers, without names',
    stepDossier: 'Says what became of a dossier',
    importDossiers: 'Imports a list of dossiers; nothing if any row is wrong',
    readFigures: 'One day in figures',
    readReport: 'A report on some days, without single officers',
  },
};

/** What a key may do. */
export const scopeWords: Words<ApiScope> = {
  vi: {
    'queue:read': 'Xem hàng chờ và danh mục',
    'tickets:read': 'Xem tình trạng của một số',
    'tickets:write': 'Lấy số cho người dân',
    'appointments:read': 'Xem lịch hẹn, không có tên',
    'appointments:write': 'Thêm, hủy, nhập lịch hẹn',
    'dossiers:read': 'Xem hồ sơ, không có tên',
    'dossiers:write': 'Nhập hồ sơ, báo trạng thái hồ sơ',
    'reports:read': 'Xem số liệu và báo cáo',
    metrics: 'Theo dõi máy chủ (Prometheus)',
  },
  en: {
    'queue:read': 'See the line and the catalogue',
    'tickets:read': 'See what became of a number',
    'tickets:write': 'Take numbers for people',
    'appointments:read': 'See appointments, without names',
    'appointments:write': 'Add, cancel, import appointments',
    'dossiers:read': 'See dossiers, without names',
    'dossiers:write': 'Import dossiers, say what became of them',
    'reports:read': 'See figures and reports',
    metrics: 'Watch the server (Prometheus)',
  },
};

/** What a webhook tells. */
export const eventWords: Words<EventType> = {
  vi: {
    'ticket.issued': 'Đã phát số',
    'ticket.called': 'Gọi số',
    'ticket.started': 'Bắt đầu phục vụ',
    'ticket.requeued': 'Trở lại hàng chờ',
    'ticket.parked': 'Tạm gác',
    'ticket.noShow': 'Vắng mặt',
    'ticket.served': 'Phục vụ xong',
    'ticket.cancelled': 'Hủy số',
    'ticket.expired': 'Hết ngày chưa xong',
    'dossier.changed': 'Hồ sơ đổi trạng thái',
    'day.closed': 'Kết thúc ngày',
    'webhook.test': 'Gửi thử',
  },
  en: {
    'ticket.issued': 'Number issued',
    'ticket.called': 'Number called',
    'ticket.started': 'Service begun',
    'ticket.requeued': 'Back in line',
    'ticket.parked': 'Set aside',
    'ticket.noShow': 'Called, nobody came',
    'ticket.served': 'Served',
    'ticket.cancelled': 'Number cancelled',
    'ticket.expired': 'Not done by the end of the day',
    'dossier.changed': 'Dossier changed',
    'day.closed': 'Day over',
    'webhook.test': 'Test',
  },
};

/** Words of the page that describes the API. */
type ApiPageKey =
  | 'title'
  | 'intro'
  | 'document'
  | 'scope'
  | 'idempotency'
  | 'input'
  | 'output'
  | 'example'
  | 'webhooks'
  | 'webhooksMore'
  | 'problems'
  | 'problemsMore'
  | 'parts'
  | 'malformed'
  | 'notFound';

export const apiPageWords: Words<ApiPageKey> = {
  vi: {
    title: 'Kết nối với phần mềm khác',
    intro:
      'Mọi lời gọi cần khóa kết nối do người quản lý cấp trong mục “Kết nối”, gửi ở đầu mục Authorization. Thời điểm tính bằng mili giây từ năm 1970; ngày viết năm-tháng-ngày.',
    document: 'Mô tả OpenAPI 3.1 (JSON)',
    scope: 'Quyền',
    idempotency:
      'Lời gọi làm thay đổi cần đầu mục Idempotency-Key là một UUID: gửi lại với cùng UUID trong hai ngày thì chỉ làm một lần.',
    input: 'Gửi đi',
    output: 'Nhận về',
    example: 'Ví dụ',
    webhooks: 'Tin báo (webhook)',
    webhooksMore:
      'Mỗi tin được gửi ít nhất một lần, ký bằng HMAC-SHA256 theo Standard Webhooks. Tin trùng có cùng webhook-id; thứ tự không được bảo đảm.',
    problems: 'Khi không làm được',
    problemsMore: 'Trả lời theo RFC 9457 (application/problem+json). Mã lỗi ở “code”:',
    parts: 'Các lời gọi',
    malformed: 'Lời gọi không đúng mẫu.',
    notFound: 'Không có lời gọi này.',
  },
  en: {
    title: 'Connecting other systems',
    intro:
      'Every call needs a key, which a manager makes under “Connections”, in the Authorization header. Moments are milliseconds since 1970; days are year-month-day.',
    document: 'OpenAPI 3.1 document (JSON)',
    scope: 'Scope',
    idempotency:
      'A call that changes something needs an Idempotency-Key header, a UUID: sent again with the same one within two days it is done once.',
    input: 'Sent',
    output: 'Received',
    example: 'Example',
    webhooks: 'Webhooks',
    webhooksMore:
      'Each message is sent at least once, signed with HMAC-SHA256 as Standard Webhooks says. Doubles have the same webhook-id; the order is not assured.',
    problems: 'When something is not done',
    problemsMore: 'The answer is a problem of RFC 9457 (application/problem+json). Its “code” is one of:',
    parts: 'Calls',
    malformed: 'The call does not fit its description.',
    notFound: 'There is no such call.',
  },
};
