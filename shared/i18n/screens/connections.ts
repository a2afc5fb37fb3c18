import type { Words } from '../language.ts';

/** Words of what a manager sets about other systems. */
type ConnectionsKey =
  | 'tab'
  | 'refresh'
  | 'loading'
  | 'docs'
  | 'keys'
  | 'keysHelp'
  | 'noKeys'
  | 'makeKey'
  | 'keyName'
  | 'keyNameHint'
  | 'keyScopes'
  | 'keyEnds'
  | 'end90'
  | 'end365'
  | 'endNever'
  | 'keyMade'
  | 'keyOnce'
  | 'done'
  | 'copy'
  | 'copied'
  | 'madeBy'
  | 'endsOn'
  | 'endless'
  | 'over'
  | 'usedAt'
  | 'unused'
  | 'revoke'
  | 'revokeTitle'
  | 'revokeMore'
  | 'revoked'
  | 'webhooks'
  | 'webhooksHelp'
  | 'noWebhooks'
  | 'addWebhook'
  | 'changeWebhook'
  | 'webhookUrl'
  | 'webhookUrlHelp'
  | 'wrongUrl'
  | 'webhookEvents'
  | 'webhookOn'
  | 'on'
  | 'off'
  | 'secretMade'
  | 'secretOnce'
  | 'webhookSaved'
  | 'change'
  | 'changeOf'
  | 'test'
  | 'testOf'
  | 'testSent'
  | 'testTaken'
  | 'testFailed'
  | 'rotate'
  | 'rotateOf'
  | 'rotateTitle'
  | 'rotateMore'
  | 'previousUntil'
  | 'removeOf'
  | 'removeTitle'
  | 'removeMore'
  | 'counts'
  | 'lastSent'
  | 'neverSent'
  | 'deliveries'
  | 'deliveriesHelp'
  | 'noDeliveries'
  | 'state_due'
  | 'state_dead'
  | 'state_sent'
  | 'nextTry'
  | 'tries'
  | 'resend'
  | 'resendOf'
  | 'resent'
  | 'drop'
  | 'dropHelp'
  | 'dropOn'
  | 'dropSwitchedOn'
  | 'dropSwitchedOff'
  | 'dropFolder'
  | 'noFiles'
  | 'outcome_imported'
  | 'outcome_repeated'
  | 'outcome_failed';

export const connectionsWords: Words<ConnectionsKey> = {
  vi: {
    tab: 'Kết nối',
    refresh: 'Tải lại',
    loading: 'Đang tải…',
    docs: 'Tài liệu cho người lập trình',
    keys: 'Khóa kết nối',
    keysHelp:
      'Phần mềm khác dùng khóa để lấy số, nhập lịch hẹn, báo trạng thái hồ sơ hoặc xem số liệu. Không khóa nào đọc được tên người dân.',
    noKeys: 'Chưa có khóa nào.',
    makeKey: 'Tạo khóa',
    keyName: 'Dùng cho',
    keyNameHint: 'Ví dụ: Cổng dịch vụ công của tỉnh',
    keyScopes: 'Được làm gì',
    keyEnds: 'Hết hạn sau',
    end90: '90 ngày',
    end365: '1 năm',
    endNever: 'Không hết hạn',
    keyMade: 'Khóa cho {name}',
    keyOnce: 'Hãy sao chép ngay. Khóa chỉ hiện một lần này; mất thì tạo khóa khác.',
    done: 'Đã sao chép, đóng',
    copy: 'Sao chép',
    copied: 'Đã sao chép',
    madeBy: '{name} tạo ngày {date}',
    endsOn: 'Hết hạn ngày {date}',
    endless: 'Không hết hạn',
    over: 'Đã hết hạn ngày {date}',
    usedAt: 'Dùng gần nhất {time} ngày {date}',
    unused: 'Chưa dùng lần nào',
    revoke: 'Thu hồi',
    revokeTitle: 'Thu hồi khóa của {name}?',
    revokeMore: 'Phần mềm đang dùng khóa này sẽ bị từ chối ngay. Không thể lấy lại khóa.',
    revoked: 'Đã thu hồi khóa của {name}.',
    webhooks: 'Gửi tin cho phần mềm khác (webhook)',
    webhooksHelp:
      'Khi có việc xảy ra, máy chủ gửi tin đến địa chỉ này, có chữ ký, không có tên người dân. Gửi hỏng thì thử lại trong khoảng một ngày.',
    noWebhooks: 'Chưa gửi tin đến đâu.',
    addWebhook: 'Thêm địa chỉ nhận tin',
    changeWebhook: 'Địa chỉ nhận tin',
    webhookUrl: 'Địa chỉ',
    webhookUrlHelp: 'https:// ở bất cứ đâu; http:// chỉ trong mạng của cơ quan.',
    wrongUrl: 'Địa chỉ bắt đầu bằng https:// hoặc http://, không chứa mật khẩu',
    webhookEvents: 'Báo những việc',
    webhookOn: 'Đang gửi',
    on: 'Đang gửi',
    off: 'Đang tắt',
    secretMade: 'Khóa ký của địa chỉ nhận tin',
    secretOnce:
      'Hãy sao chép ngay cho bên nhận, để họ kiểm tra tin đúng là của cơ quan. Khóa ký chỉ hiện một lần này.',
    webhookSaved: 'Đã lưu địa chỉ nhận tin.',
    change: 'Sửa',
    changeOf: 'Sửa: {url}',
    test: 'Gửi thử',
    testOf: 'Gửi thử: {url}',
    testSent: 'Đang gửi thử…',
    testTaken: 'Gửi thử thành công: bên nhận đã nhận tin.',
    testFailed: 'Gửi thử không được: {why}. Máy chủ sẽ tự thử lại.',
    rotate: 'Đổi khóa ký',
    rotateOf: 'Đổi khóa ký: {url}',
    rotateTitle: 'Đổi khóa ký?',
    rotateMore: 'Trong 24 giờ, tin được ký bằng cả khóa cũ và khóa mới, để bên nhận kịp đổi.',
    previousUntil: 'Khóa ký cũ còn dùng đến {time} ngày {date}',
    removeOf: 'Gỡ: {url}',
    removeTitle: 'Gỡ địa chỉ nhận tin?',
    removeMore: 'Những tin chưa gửi đến {url} cũng bị bỏ.',
    counts: 'Chờ gửi: {due} · gửi hỏng: {dead}',
    lastSent: 'Gửi được gần nhất {time} ngày {date}',
    neverSent: 'Chưa gửi được tin nào',
    deliveries: 'Tin gần đây',
    deliveriesHelp: 'Tin gửi hỏng đứng trước. Tin gửi lại giữ nguyên mã, nên bên nhận không tính hai lần.',
    noDeliveries: 'Chưa có tin nào.',
    state_due: 'Chờ gửi',
    state_dead: 'Gửi hỏng',
    state_sent: 'Đã gửi',
    nextTry: 'thử lại {time} ngày {date}',
    tries: 'đã thử {n} lần: {why}',
    resend: 'Gửi lại',
    resendOf: 'Gửi lại: {event} lúc {time}',
    resent: 'Đang gửi lại.',
    drop: 'Nhận danh sách qua thư mục',
    dropHelp:
      'Máy chủ nhập tệp CSV đặt trong thư mục này: tên bắt đầu bằng “lich-hen” là lịch hẹn, “ho-so” là hồ sơ. Tệp đã nhập chuyển sang “done”, tệp sai sang “failed”, kèm tệp báo kết quả.',
    dropOn: 'Nhận danh sách qua thư mục',
    dropSwitchedOn: 'Đã bật nhận danh sách qua thư mục.',
    dropSwitchedOff: 'Đã tắt nhận danh sách qua thư mục.',
    dropFolder: 'Thư mục trên máy chủ',
    noFiles: 'Chưa nhận tệp nào.',
    outcome_imported: 'Đã nhập {n} dòng',
    outcome_repeated: 'Đã nhập trước đây',
    outcome_failed: 'Không nhập được',
  },
  en: {
    tab: 'Connections',
    refresh: 'Look again',
    loading: 'Loading…',
    docs: 'Documentation for programmers',
    keys: 'Keys',
    keysHelp:
      'By a key another system takes numbers, imports appointments, says what became of dossiers or reads figures. No key reads anybody’s name.',
    noKeys: 'There is no key.',
    makeKey: 'Make a key',
    keyName: 'For',
    keyNameHint: 'Such as: the province’s portal',
    keyScopes: 'What it may do',
    keyEnds: 'Ends after',
    end90: '90 days',
    end365: '1 year',
    endNever: 'Never',
    keyMade: 'Key for {name}',
    keyOnce: 'Copy it now. It is shown this once; if it gets lost, make another.',
    done: 'Copied, close',
    copy: 'Copy',
    copied: 'Copied',
    madeBy: 'Made by {name} on {date}',
    endsOn: 'Ends on {date}',
    endless: 'Does not end',
    over: 'Ended on {date}',
    usedAt: 'Last used {time} on {date}',
    unused: 'Never used',
    revoke: 'Revoke',
    revokeTitle: 'Revoke the key of {name}?',
    revokeMore: 'Whatever uses this key is refused at once. It cannot be brought back.',
    revoked: 'The key of {name} is revoked.',
    webhooks: 'Telling other systems (webhooks)',
    webhooksHelp:
      'When something happens, the server tells it to this address, signed, without anybody’s name. What fails is tried again for about a day.',
    noWebhooks: 'Nobody is told.',
    addWebhook: 'Add an address',
    changeWebhook: 'Webhook',
    webhookUrl: 'Address',
    webhookUrlHelp: 'https:// anywhere; http:// only in the office’s own network.',
    wrongUrl: 'An address begins with https:// or http:// and has no password in it',
    webhookEvents: 'Tell of',
    webhookOn: 'Send',
    on: 'Sending',
    off: 'Switched off',
    secretMade: 'Secret of the webhook',
    secretOnce:
      'Copy it now for the receiver, who checks by it that messages are the office’s. It is shown this once.',
    webhookSaved: 'The webhook is saved.',
    change: 'Change',
    changeOf: 'Change: {url}',
    test: 'Try',
    testOf: 'Try: {url}',
    testSent: 'Trying…',
    testTaken: 'It works: the receiver took the message.',
    testFailed: 'It does not work: {why}. The server goes on trying.',
    rotate: 'New secret',
    rotateOf: 'New secret: {url}',
    rotateTitle: 'A new secret?',
    rotateMore: 'For 24 hours messages are signed with both, so that the receiver can change over.',
    previousUntil: 'The old secret is good until {time} on {date}',
    removeOf: 'Remove: {url}',
    removeTitle: 'Remove the webhook?',
    removeMore: 'What was not yet sent to {url} goes with it.',
    counts: 'To be sent: {due} · given up: {dead}',
    lastSent: 'Last sent {time} on {date}',
    neverSent: 'Nothing sent yet',
    deliveries: 'Latest messages',
    deliveriesHelp:
      'Those that were given up stand first. One that is sent again keeps its id, so that the receiver does not count it twice.',
    noDeliveries: 'There is no message.',
    state_due: 'To be sent',
    state_dead: 'Given up',
    state_sent: 'Sent',
    nextTry: 'next try {time} on {date}',
    tries: 'tries: {n}, last: {why}',
    resend: 'Send again',
    resendOf: 'Send again: {event} at {time}',
    resent: 'It is being sent again.',
    drop: 'Lists by folder',
    dropHelp:
      'The server imports CSV files that are put into this folder: names that begin with “appointments” or “dossiers”. What is imported goes to “done”, what is wrong to “failed”, with a report beside it.',
    dropOn: 'Take lists from the folder',
    dropSwitchedOn: 'Lists are taken from the folder.',
    dropSwitchedOff: 'Lists are no longer taken from the folder.',
    dropFolder: 'Folder on the server',
    noFiles: 'No file was taken yet.',
    outcome_imported: 'Rows imported: {n}',
    outcome_repeated: 'Imported before',
    outcome_failed: 'Not imported',
  },
};
