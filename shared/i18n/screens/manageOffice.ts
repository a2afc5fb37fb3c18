import type { Words } from '../language.ts';

/** Words of what a manager sets about people, hours, numbers, appointments and faces. */
type ManageOfficeKey =
  | 'tabPeople'
  | 'tabHours'
  | 'tabAppointments'
  | 'tabDevices'
  | 'tabFaces'
  | 'counters'
  | 'counterFields'
  | 'counterFieldsSaved'
  | 'noFields'
  | 'servedFields'
  | 'allFields'
  | 'work'
  | 'workHelp'
  | 'workSaved'
  | 'notServed'
  | 'rankN'
  | 'mayPick'
  | 'mayPickShort'
  | 'hours'
  | 'hoursHelp'
  | 'alwaysOpen'
  | 'byWeek'
  | 'closedAllDay'
  | 'from'
  | 'to'
  | 'addSpan'
  | 'removeSpan'
  | 'copyMonday'
  | 'specialDays'
  | 'specialDaysHelp'
  | 'day'
  | 'dayName'
  | 'dayNameEn'
  | 'addDay'
  | 'removeDay'
  | 'lastTicket'
  | 'lastTicketHelp'
  | 'hoursSaved'
  | 'wrongSpans'
  | 'wrongDays'
  | 'rules'
  | 'maxCalls'
  | 'coolDown'
  | 'lateTolerance'
  | 'openPerVisitor'
  | 'dailyPerVisitor'
  | 'noLimit'
  | 'keepParked'
  | 'rulesSaved'
  | 'quotas'
  | 'quotasHelp'
  | 'quotaOf'
  | 'issuedToday'
  | 'quotaSaved'
  | 'lock'
  | 'lockHelp'
  | 'lockVi'
  | 'lockEn'
  | 'lockNow'
  | 'unlock'
  | 'locked'
  | 'unlocked'
  | 'openNow'
  | 'openUntil'
  | 'closedNow'
  | 'closedUntil'
  | 'lockedNow'
  | 'appointments'
  | 'noAppointments'
  | 'addAppointment'
  | 'field'
  | 'date'
  | 'time'
  | 'visitorName'
  | 'optional'
  | 'add'
  | 'appointmentAdded'
  | 'cancelAppointment'
  | 'cancelAppointmentMore'
  | 'cancelNow'
  | 'keepAppointment'
  | 'checkedIn'
  | 'import'
  | 'importHelp'
  | 'importFile'
  | 'imported'
  | 'unreadable'
  | 'facesHelp'
  | 'modelSet'
  | 'toRelearn'
  | 'toRelearnHelp'
  | 'population'
  | 'asian'
  | 'general'
  | 'dwell'
  | 'dwellHelp'
  | 'facesSaved'
  | 'today'
  | 'limited'
  | 'limitedHelp';

export const manageOfficeWords: Words<ManageOfficeKey> = {
  vi: {
    tabPeople: 'Cán bộ và quầy',
    tabHours: 'Giờ làm việc và quy định',
    tabAppointments: 'Lịch hẹn',
    tabDevices: 'Thiết bị',
    tabFaces: 'Nhận diện khuôn mặt',
    counters: 'Quầy',
    counterFields: 'Lĩnh vực của quầy {n}',
    counterFieldsSaved: 'Đã lưu lĩnh vực của quầy {n}.',
    noFields: 'Chưa phục vụ lĩnh vực nào',
    servedFields: 'Lĩnh vực phục vụ',
    allFields: 'Mọi lĩnh vực của quầy',
    work: 'Phân công',
    workHelp:
      'Nếu không chọn lĩnh vực nào, cán bộ phục vụ mọi lĩnh vực của quầy như nhau. Số ưu tiên 1 được gọi trước số 2.',
    workSaved: 'Đã lưu phân công của {name}.',
    notServed: 'Không phục vụ',
    rankN: 'Thứ tự {n}',
    mayPick: 'Được gọi ngoài thứ tự',
    mayPickShort: 'Gọi ngoài thứ tự',
    hours: 'Giờ lấy số',
    hoursHelp: 'Ngoài các giờ này máy lấy số tự đóng và tự mở lại; cán bộ vẫn thêm số được.',
    alwaysOpen: 'Luôn mở',
    byWeek: 'Theo tuần',
    closedAllDay: 'Nghỉ',
    from: 'Từ {day}',
    to: 'Đến {day}',
    addSpan: 'Thêm buổi',
    removeSpan: 'Bỏ buổi',
    copyMonday: 'Chép Thứ Hai sang Thứ Ba – Thứ Sáu',
    specialDays: 'Ngày nghỉ lễ và ngày làm bù',
    specialDaysHelp: 'Ngày không có buổi nào là ngày nghỉ.',
    day: 'Ngày',
    dayName: 'Tên ngày (tiếng Việt)',
    dayNameEn: 'Tên ngày (tiếng Anh)',
    addDay: 'Thêm ngày',
    removeDay: 'Bỏ ngày {day}',
    lastTicket: 'Ngừng phát số trước giờ đóng cửa (phút)',
    lastTicketHelp: 'Người đã có số vẫn được phục vụ.',
    hoursSaved: 'Đã lưu giờ lấy số.',
    wrongSpans: 'Mỗi buổi cần giờ bắt đầu trước giờ kết thúc, các buổi không chồng nhau.',
    wrongDays: 'Mỗi ngày cần có ngày tháng và tên bằng hai thứ tiếng, không trùng nhau.',
    rules: 'Quy định gọi số',
    maxCalls: 'Số lần gọi trước khi coi là vắng',
    coolDown: 'Chờ trước khi gọi lại (phút)',
    lateTolerance: 'Lịch hẹn được trễ (phút)',
    openPerVisitor: 'Số đang chờ tối đa mỗi người',
    dailyPerVisitor: 'Số tối đa mỗi người mỗi ngày',
    noLimit: 'Để trống là không giới hạn',
    keepParked: 'Giữ các số đang tạm gác sang ngày sau',
    rulesSaved: 'Đã lưu quy định gọi số.',
    quotas: 'Số lượng phát mỗi ngày',
    quotasHelp: 'Để trống là không giới hạn.',
    quotaOf: 'Số lượng mỗi ngày của {field}',
    issuedToday: 'Đã phát hôm nay: {n}',
    quotaSaved: 'Đã lưu số lượng của {field}.',
    lock: 'Tạm khóa máy lấy số',
    lockHelp: 'Mọi máy lấy số hiện thông báo này và ngừng phát số cho đến khi mở lại.',
    lockVi: 'Thông báo tiếng Việt',
    lockEn: 'Thông báo tiếng Anh',
    lockNow: 'Khóa ngay',
    unlock: 'Mở lại máy lấy số',
    locked: 'Đã khóa các máy lấy số.',
    unlocked: 'Đã mở lại các máy lấy số.',
    openNow: 'Đang phát số',
    openUntil: 'Đang phát số đến {time}',
    closedNow: 'Đang đóng',
    closedUntil: 'Đang đóng, mở lại lúc {time}',
    lockedNow: 'Đang khóa',
    appointments: 'Lịch hẹn sắp tới',
    noAppointments: 'Chưa có lịch hẹn nào.',
    addAppointment: 'Thêm lịch hẹn',
    field: 'Lĩnh vực',
    date: 'Ngày',
    time: 'Giờ',
    visitorName: 'Họ và tên',
    optional: 'không bắt buộc',
    add: 'Thêm',
    appointmentAdded: 'Đã thêm lịch hẹn. Mã lấy số: {code}',
    cancelAppointment: 'Hủy lịch hẹn {code}?',
    cancelAppointmentMore: 'Người hẹn sẽ không lấy số bằng mã này được nữa.',
    cancelNow: 'Hủy lịch hẹn',
    keepAppointment: 'Giữ lại',
    checkedIn: 'Đã đến',
    import: 'Nhập từ tệp CSV',
    importHelp:
      'Các cột: ngày (dd/mm/yyyy), giờ (hh:mm), lĩnh vực (ký hiệu hoặc tên), họ tên, mã. Sai một dòng thì không nhập dòng nào.',
    importFile: 'Chọn tệp CSV',
    imported: 'Đã nhập {n} lịch hẹn.',
    unreadable: 'Không đọc được tệp này. Hãy lưu tệp ở dạng CSV UTF-8.',
    facesHelp: 'Điểm giống nhau và ứng viên không bao giờ rời máy chủ; ở đây chỉ có số đếm.',
    modelSet: 'Bộ nhận diện',
    toRelearn: 'người cần học lại',
    toRelearnHelp: 'Bộ nhận diện đã đổi. Mỗi người được học lại ở lần đến tiếp theo.',
    population: 'Ngưỡng nhận diện đo trên',
    asian: 'Người Đông Á',
    general: 'Dân số chung',
    dwell: 'Thời gian giữ đầu để chọn (giây)',
    dwellHelp: 'Người lớn tuổi cần lâu hơn.',
    facesSaved: 'Đã lưu thiết lập nhận diện.',
    today: 'Hôm nay',
    limited: 'Không tra vì hỏi quá nhiều',
    limitedHelp:
      'Một máy lấy số hỏi “đây là ai” nhiều hơn số người có thể đến. Hãy kiểm tra máy đó; nếu không rõ lý do, gỡ máy rồi ghép lại.',
  },
  en: {
    tabPeople: 'Officers and counters',
    tabHours: 'Hours and rules',
    tabAppointments: 'Appointments',
    tabDevices: 'Devices',
    tabFaces: 'Face recognition',
    counters: 'Counters',
    counterFields: 'Fields of counter {n}',
    counterFieldsSaved: 'The fields of counter {n} are saved.',
    noFields: 'Serves no field yet',
    servedFields: 'Fields served',
    allFields: 'All fields of the counter',
    work: 'Fields',
    workHelp:
      'With no field chosen the officer serves all fields of the counter alike. Rank 1 is called before rank 2.',
    workSaved: 'The fields of {name} are saved.',
    notServed: 'Not served',
    rankN: 'Rank {n}',
    mayPick: 'May call out of turn',
    mayPickShort: 'Calls out of turn',
    hours: 'Hours',
    hoursHelp:
      'Outside these hours kiosks close and open again by themselves; officers can still add numbers.',
    alwaysOpen: 'Always open',
    byWeek: 'By the week',
    closedAllDay: 'Closed',
    from: '{day} from',
    to: '{day} to',
    addSpan: 'Add hours',
    removeSpan: 'Remove hours',
    copyMonday: 'Copy Monday to Tuesday – Friday',
    specialDays: 'Holidays and days worked in their place',
    specialDaysHelp: 'A day without hours is a holiday.',
    day: 'Day',
    dayName: 'Name of the day (Vietnamese)',
    dayNameEn: 'Name of the day (English)',
    addDay: 'Add a day',
    removeDay: 'Remove {day}',
    lastTicket: 'Stop giving numbers before closing (minutes)',
    lastTicketHelp: 'Whoever has a number is still served.',
    hoursSaved: 'The hours are saved.',
    wrongSpans: 'Hours have to begin before they end, and must not overlap.',
    wrongDays: 'Each day needs a date and a name in both languages, and stands here once.',
    rules: 'Calling',
    maxCalls: 'Calls before somebody counts as missed',
    coolDown: 'Wait before calling again (minutes)',
    lateTolerance: 'Appointments may be late by (minutes)',
    openPerVisitor: 'Open numbers per visitor',
    dailyPerVisitor: 'Numbers per visitor and day',
    noLimit: 'Empty is no limit',
    keepParked: 'Keep parked tickets for the next day',
    rulesSaved: 'The rules are saved.',
    quotas: 'Numbers per day',
    quotasHelp: 'Empty is no limit.',
    quotaOf: 'Numbers per day of {field}',
    issuedToday: 'Given today: {n}',
    quotaSaved: 'The daily number of {field} is saved.',
    lock: 'Lock the kiosks',
    lockHelp: 'All kiosks show this message and give no numbers until they are opened again.',
    lockVi: 'Message in Vietnamese',
    lockEn: 'Message in English',
    lockNow: 'Lock now',
    unlock: 'Open the kiosks again',
    locked: 'The kiosks are locked.',
    unlocked: 'The kiosks are open again.',
    openNow: 'Giving numbers',
    openUntil: 'Giving numbers until {time}',
    closedNow: 'Closed',
    closedUntil: 'Closed, opens {time}',
    lockedNow: 'Locked',
    appointments: 'Coming appointments',
    noAppointments: 'There are no appointments.',
    addAppointment: 'Add an appointment',
    field: 'Field',
    date: 'Date',
    time: 'Time',
    visitorName: 'Name',
    optional: 'optional',
    add: 'Add',
    appointmentAdded: 'The appointment is added. Its code: {code}',
    cancelAppointment: 'Cancel appointment {code}?',
    cancelAppointmentMore: 'The visitor can no longer check in with this code.',
    cancelNow: 'Cancel the appointment',
    keepAppointment: 'Keep it',
    checkedIn: 'Checked in',
    import: 'Import a CSV file',
    importHelp:
      'Columns: date (dd/mm/yyyy), time (hh:mm), field (prefix or name), name, code. With one wrong line nothing is imported.',
    importFile: 'Choose a CSV file',
    imported: '{n} appointments are imported.',
    unreadable: 'This file cannot be read. Save it as CSV UTF-8.',
    facesHelp: 'Scores and candidates never leave the server; these are counts only.',
    modelSet: 'Model set',
    toRelearn: 'visitors to learn anew',
    toRelearnHelp: 'The model set was changed. Each visitor is learnt anew at the next visit.',
    population: 'Thresholds measured on',
    asian: 'East-Asian faces',
    general: 'A general population',
    dwell: 'Time a head rests on a choice (seconds)',
    dwellHelp: 'Elderly people need longer.',
    facesSaved: 'The settings are saved.',
    today: 'Today',
    limited: 'Not looked for: asked too often',
    limitedHelp:
      'A kiosk asked who somebody is more often than people can come. Look at that machine; if there is no reason for it, remove it and pair it anew.',
  },
};
