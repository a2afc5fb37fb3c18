import type { Words } from './language.ts';

const vi = {
  // every screen
  language: 'English',
  startOver: 'Về màn hình đầu',
  closing: 'Màn hình sẽ về đầu sau {n} giây. Chạm để tiếp tục.',
  cameraOff: 'Máy đang không dùng camera. Mời Ông/Bà chạm màn hình để lấy số.',
  cameraNotice: 'Khu vực này có camera. Máy chỉ nhận diện khuôn mặt của người đã đăng ký.',

  // attract
  welcome: 'Mời Ông/Bà lấy số thứ tự',
  welcomeFace: 'Đã đăng ký khuôn mặt? Chỉ cần đứng trước máy và nhìn vào đây.',
  takeNumber: 'Lấy số',
  takeNumberHint: 'Chạm vào đây',

  // look
  lookHere: 'Mời Ông/Bà đứng vào vạch, nhìn thẳng vào máy',
  recognising: 'Đang nhận diện, xin đợi một chút…',
  withoutFace: 'Lấy số ngay',
  withoutFaceHint: 'Không cần nhận diện',
  preview: 'Hình của Ông/Bà trước máy. Hình không được lưu.',

  // hints, one for each of the camera's
  hint_comeCloser: 'Mời Ông/Bà lại gần thêm một chút',
  hint_moveBack: 'Mời Ông/Bà lùi lại một chút',
  hint_lookHere: 'Mời Ông/Bà nhìn thẳng vào máy',
  hint_moveIntoFrame: 'Mời Ông/Bà đưa khuôn mặt vào khung',
  hint_oneAtATime: 'Xin mời từng người một',
  hint_tooDark: 'Chỗ này hơi tối, mời Ông/Bà quay về phía sáng',
  hint_tooBright: 'Ánh sáng hơi chói, mời Ông/Bà bước sang bên một chút',
  hint_holdStill: 'Xin Ông/Bà giữ yên một chút',

  // turn: a person turns the head, a picture does not
  turn_left: 'Xin quay đầu nhẹ sang trái',
  turn_right: 'Xin quay đầu nhẹ sang phải',
  turnHint: 'Quay nhẹ, rồi nhìn lại màn hình',
  skip: 'Bỏ qua, lấy số ngay',

  // question
  questionTitle: 'Xin chọn năm sinh của Ông/Bà',
  questionHint: 'Để máy nhận đúng Ông/Bà. Có thể bỏ qua.',
  questionChecking: 'Đang kiểm tra, xin đợi một chút…',

  // greet
  greeting: 'Kính chào Ông/Bà',
  sameAsLast: 'Như lần trước',
  usedBefore: 'Đã từng chọn',
  otherFields: 'Chọn lĩnh vực khác',
  notMe: 'Không phải tôi',
  appointmentAt: 'Ông/Bà có lịch hẹn lúc {time}',

  // fields
  chooseField: 'Ông/Bà cần làm thủ tục gì?',
  chooseFieldHint: 'Chạm vào lĩnh vực để lấy số',
  byHead: 'Chạm, hoặc hơi quay mặt về phía ô cần chọn rồi giữ yên',
  nobodyWaiting: 'Chưa có ai chờ',
  oneWaiting: '1 người chờ',
  manyWaiting: '{n} người chờ',
  wait: 'Chờ {wait}',
  notServed: 'Chưa có quầy phục vụ',
  quotaLeft: 'Còn {n} số hôm nay',
  quotaOut: 'Hết số hôm nay',
  declarePriority: 'Tôi thuộc diện ưu tiên',
  several: 'Làm nhiều lĩnh vực',
  onlyOne: 'Chỉ một lĩnh vực',
  severalHint: 'Chọn lần lượt, tối đa {most} lĩnh vực. Ông/Bà chỉ cần một số.',
  takeSeveral: 'Lấy một số cho {n} lĩnh vực',
  takeNone: 'Chưa chọn lĩnh vực nào',
  enterCode: 'Tôi có lịch hẹn',
  offer: 'Lần sau máy nhận ra Ông/Bà',
  offerHint: 'Đăng ký khuôn mặt (không bắt buộc)',
  note_registered: 'Đã đăng ký xong. Lần sau Ông/Bà chỉ cần nhìn vào máy.',
  note_notRegistered: 'Chưa đăng ký được khuôn mặt. Ông/Bà vẫn lấy số như bình thường.',
  note_tooYoung: 'Chỉ đăng ký cho người từ đủ 16 tuổi. Ông/Bà vẫn lấy số như bình thường.',
  note_quotaReached: 'Lĩnh vực này đã hết số hôm nay. Mời chọn lĩnh vực khác, hoặc hỏi nhân viên.',
  note_priorityGone: 'Diện ưu tiên vừa chọn không còn áp dụng. Mời Ông/Bà chọn lại.',
  note_appointmentGone: 'Chưa nhận được lịch hẹn. Mời nhập mã lịch hẹn, hoặc chọn lĩnh vực.',
  note_fieldGone: 'Lĩnh vực vừa chọn đang tạm ngừng. Mời Ông/Bà chọn lĩnh vực khác.',

  // priority
  priorityTitle: 'Ông/Bà thuộc diện ưu tiên nào?',
  priorityProof: 'Xin xuất trình giấy tờ tại quầy',
  priorityChosen: 'Ưu tiên: {name}',
  priorityRemove: 'Bỏ',
  back: 'Quay lại',

  // code of an appointment
  codeTitle: 'Mã lịch hẹn của Ông/Bà',
  codeHint: 'Dãy số Ông/Bà nhận được khi đặt lịch',
  codeNext: 'Lấy số',
  codeBack: 'Không có mã, chọn lĩnh vực',
  code_unknownAppointment: 'Không thấy lịch hẹn nào hôm nay với mã này. Mời Ông/Bà kiểm tra lại mã.',
  code_appointmentUsed: 'Lịch hẹn này đã lấy số {number}. Mời Ông/Bà chờ gọi số đó.',
  code_tooManyAttempts: 'Đã nhập sai nhiều lần. Mời Ông/Bà gặp nhân viên hướng dẫn.',

  // consent
  consentAge: 'Chỉ dành cho người từ đủ 16 tuổi trở lên',
  agree: 'Đồng ý đăng ký',
  agreeHint: 'Tôi đã đủ 16 tuổi',
  decline: 'Không, lấy số ngay',
  declineHint: 'Vẫn được phục vụ như nhau',

  // name
  nameTitle: 'Họ và tên của Ông/Bà',
  nameHint: 'Để máy chào và cán bộ gọi đúng tên. Có thể bỏ qua.',
  nameShown: 'Màn hình này sẽ chỉ hiện: {name}',
  nameNext: 'Tiếp tục',
  nameSkip: 'Bỏ qua, không ghi tên',

  // birth year
  birthTitle: 'Năm sinh của Ông/Bà',
  birthHint: 'Gồm 4 chữ số. Chỉ đăng ký cho người từ đủ 16 tuổi.',
  birthWrong: 'Năm sinh từ {from} đến {to}. Mời Ông/Bà nhập lại.',

  // keys
  keyBackspace: 'Xóa',
  keySpace: 'Dấu cách',
  tone_acute: 'sắc',
  tone_grave: 'huyền',
  tone_hook: 'hỏi',
  tone_tilde: 'ngã',
  tone_dot: 'nặng',

  // enrolling
  enrolTitle: 'Mời Ông/Bà nhìn vào máy',
  enrolHint: 'Nhìn thẳng, rồi quay mặt thật nhẹ sang trái, sang phải',
  wanted_straight: 'Xin nhìn thẳng vào máy',
  wanted_left: 'Xin quay nhẹ sang trái',
  wanted_right: 'Xin quay nhẹ sang phải',
  enrolSaving: 'Đang lưu đăng ký…',

  // issuing
  issuing: 'Đang lấy số…',
  issuingSlow: 'Máy đang nối lại với máy chủ. Xin Ông/Bà đợi một chút, số sẽ hiện ra ngay.',

  // number
  yourNumber: 'Số của Ông/Bà',
  nextInLine: 'Ông/Bà là người tiếp theo',
  oneAhead: 'Còn 1 người phía trước',
  manyAhead: 'Còn {n} người phía trước',
  expectedWait: 'Dự kiến chờ {wait}',
  waitUnknown: 'Chưa ước tính được thời gian chờ',
  appointmentFor: 'Lịch hẹn lúc {time}',
  afterwards: 'Sau đó, vẫn số này: {fields}',
  rememberNumber: 'Mời Ông/Bà nhớ hoặc chụp ảnh lại số này',
  thanks: 'Cảm ơn Ông/Bà!',
  done: 'Xong',

  // trouble
  startingUp: 'Máy đang khởi động…',
  offline: 'Máy đang bảo trì.\nMời gặp nhân viên hướng dẫn.',
  offlineHint: 'Khi máy sẵn sàng, màn hình sẽ tự trở lại.',
  problem: 'Chưa lấy được số',
  problemHint: 'Mời Ông/Bà thử lại, hoặc gặp nhân viên hướng dẫn.',
  retry: 'Thử lại',
  refused_closed: 'Đã hết giờ lấy số',
  refused_closedHint: 'Mời Ông/Bà trở lại vào giờ làm việc, hoặc gặp nhân viên hướng dẫn.',
  refused_locked: 'Máy đang tạm ngừng cấp số',
  refused_lockedHint: 'Mời Ông/Bà gặp nhân viên hướng dẫn.',
  refused_hasNumber: 'Ông/Bà đã lấy số {number}',
  refused_hasNumberHint:
    'Nếu số này chưa được gọi, mời Ông/Bà chờ. Cần thêm số, xin gặp nhân viên hướng dẫn.',
  refused_enough: 'Hôm nay Ông/Bà đã lấy đủ số',
  refused_enoughHint: 'Nếu cần thêm số, xin gặp nhân viên hướng dẫn.',
  understood: 'Đã hiểu',

  // closed
  closed: 'Hiện ngoài giờ lấy số',
  holiday: 'Hôm nay nghỉ: {name}',
  opensToday: 'Mở lại lúc {time} hôm nay',
  opensOn: 'Mở lại lúc {time}, {weekday} {date}',
  opensUnknown: 'Mời Ông/Bà hỏi nhân viên về giờ làm việc.',
  closedHint: 'Đã có số, Ông/Bà vẫn được phục vụ. Cần giúp, xin gặp nhân viên hướng dẫn.',
  locked: 'Máy đang tạm ngừng cấp số',
} as const;

/** What visitors read at the kiosk. */
export const kioskWords: Words<keyof typeof vi> = {
  vi,
  en: {
    language: 'Tiếng Việt',
    startOver: 'Start over',
    closing: 'This screen closes in {n} seconds. Touch it to go on.',
    cameraOff: 'The camera is not in use at the moment. Please touch the screen to take a number.',
    cameraNotice: 'There is a camera here. It only recognises people who have registered their face.',

    welcome: 'Please take a number',
    welcomeFace: 'Registered your face? Just stand here and look at the screen.',
    takeNumber: 'Take a number',
    takeNumberHint: 'Touch here',

    lookHere: 'Please stand on the line and look straight ahead',
    recognising: 'One moment, please…',
    withoutFace: 'Take a number now',
    withoutFaceHint: 'Without face recognition',
    preview: 'You in front of the kiosk. No picture is kept.',

    hint_comeCloser: 'Please come a little closer',
    hint_moveBack: 'Please move back a little',
    hint_lookHere: 'Please look straight ahead',
    hint_moveIntoFrame: 'Please move your face into the oval',
    hint_oneAtATime: 'One person at a time, please',
    hint_tooDark: 'It is rather dark here; please turn towards the light',
    hint_tooBright: 'The light is too bright; please step aside a little',
    hint_holdStill: 'Please hold still for a moment',

    turn_left: 'Please turn your head slightly to the left',
    turn_right: 'Please turn your head slightly to the right',
    turnHint: 'Turn a little, then look back at the screen',
    skip: 'Skip, just take a number',

    questionTitle: 'Please choose your year of birth',
    questionHint: 'So that the kiosk knows it is you. You may skip this.',
    questionChecking: 'Checking, one moment…',

    greeting: 'Welcome',
    sameAsLast: 'Same as last time',
    usedBefore: 'Used before',
    otherFields: 'Choose another service',
    notMe: 'That is not me',
    appointmentAt: 'You have an appointment at {time}',

    chooseField: 'What have you come for?',
    chooseFieldHint: 'Touch a service to take a number',
    byHead: 'Touch a tile, or turn your head a little towards it and hold still',
    nobodyWaiting: 'Nobody waiting',
    oneWaiting: '1 person waiting',
    manyWaiting: '{n} people waiting',
    wait: 'Wait: {wait}',
    notServed: 'No counter open yet',
    quotaLeft: '{n} left today',
    quotaOut: 'No numbers left today',
    declarePriority: 'I am entitled to priority',
    several: 'Several services',
    onlyOne: 'Only one service',
    severalHint: 'Choose up to {most} services in order. One number is enough.',
    takeSeveral: 'One number for {n} services',
    takeNone: 'Nothing chosen yet',
    enterCode: 'I have an appointment',
    offer: 'Be recognised next time',
    offerHint: 'Register your face (optional)',
    note_registered: 'You are registered. Next time, just look at the screen.',
    note_notRegistered: 'Your face could not be registered. You can take a number as usual.',
    note_tooYoung: 'Only people aged 16 or over are registered. You can take a number as usual.',
    note_quotaReached: 'No numbers left for this service today. Choose another one, or ask staff.',
    note_priorityGone: 'That priority class is no longer in use. Please choose again.',
    note_appointmentGone: 'The appointment was not found. Enter its code, or choose a service.',
    note_fieldGone: 'That service has just been paused. Please choose another one.',

    priorityTitle: 'Which of these applies to you?',
    priorityProof: 'Please show your papers at the counter',
    priorityChosen: 'Priority: {name}',
    priorityRemove: 'Remove',
    back: 'Back',

    codeTitle: 'The code of your appointment',
    codeHint: 'The digits you were given with the appointment',
    codeNext: 'Take a number',
    codeBack: 'No code, choose a service',
    code_unknownAppointment: 'There is no appointment today with this code. Please check it.',
    code_appointmentUsed: 'This appointment already has number {number}. Please wait for its call.',
    code_tooManyAttempts: 'Too many wrong codes. Please see a member of staff.',

    consentAge: 'Only for people aged 16 or over',
    agree: 'Agree and register',
    agreeHint: 'I am 16 or over',
    decline: 'No, just take a number',
    declineHint: 'You are served just the same',

    nameTitle: 'Your full name',
    nameHint: 'So that the kiosk can greet you and staff call you by name. You may leave it out.',
    nameShown: 'This screen will only show: {name}',
    nameNext: 'Continue',
    nameSkip: 'Skip, without a name',

    birthTitle: 'Your year of birth',
    birthHint: 'Four digits. Only for people aged 16 or over.',
    birthWrong: 'A year from {from} to {to}. Please enter it again.',

    keyBackspace: 'Delete',
    keySpace: 'Space',
    tone_acute: 'acute',
    tone_grave: 'grave',
    tone_hook: 'hook',
    tone_tilde: 'tilde',
    tone_dot: 'dot',

    enrolTitle: 'Please look at the screen',
    enrolHint: 'Straight ahead, then very slightly to the left and to the right',
    wanted_straight: 'Please look straight ahead',
    wanted_left: 'Please turn slightly to the left',
    wanted_right: 'Please turn slightly to the right',
    enrolSaving: 'Saving your registration…',

    issuing: 'Taking your number…',
    issuingSlow: 'The kiosk is reconnecting. Please wait a moment; your number will appear here.',

    yourNumber: 'Your number',
    nextInLine: 'You are next',
    oneAhead: '1 person ahead of you',
    manyAhead: '{n} people ahead of you',
    expectedWait: 'Expected wait: {wait}',
    waitUnknown: 'The wait cannot be estimated yet',
    appointmentFor: 'Appointment at {time}',
    afterwards: 'Then, with the same number: {fields}',
    rememberNumber: 'Please remember this number or take a photo of it',
    thanks: 'Thank you!',
    done: 'Done',

    startingUp: 'The kiosk is starting…',
    offline: 'The kiosk is being serviced.\nPlease see a member of staff.',
    offlineHint: 'This screen comes back by itself as soon as it is ready.',
    problem: 'No number could be taken',
    problemHint: 'Please try again, or see a member of staff.',
    retry: 'Try again',
    refused_closed: 'No more numbers at this hour',
    refused_closedHint: 'Please come back during office hours, or see a member of staff.',
    refused_locked: 'The kiosk gives no numbers at the moment',
    refused_lockedHint: 'Please see a member of staff.',
    refused_hasNumber: 'You have taken number {number}',
    refused_hasNumberHint:
      'If it has not been called yet, please wait for it. For another number, see a member of staff.',
    refused_enough: 'You have taken all your numbers for today',
    refused_enoughHint: 'If you need another one, please see a member of staff.',
    understood: 'I see',

    closed: 'No numbers are given at this hour',
    holiday: 'Closed today: {name}',
    opensToday: 'Opens again today at {time}',
    opensOn: 'Opens again at {time} on {weekday} {date}',
    opensUnknown: 'Please ask a member of staff for the office hours.',
    closedHint: 'If you have a number, you will still be served. For help, see a member of staff.',
    locked: 'The kiosk gives no numbers at the moment',
  },
};

export type KioskWords = (typeof kioskWords)['vi'];
