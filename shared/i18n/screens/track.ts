import type { Words } from '../language.ts';

/** Words of the phone page. */
type TrackKey =
  | 'yourNumber'
  | 'next'
  | 'ahead'
  | 'expected'
  | 'appointment'
  | 'soon'
  | 'stay'
  | 'again'
  | 'goTo'
  | 'counter'
  | 'serving'
  | 'parked'
  | 'missed'
  | 'missedMore'
  | 'done'
  | 'cancelled'
  | 'expired'
  | 'newNumber'
  | 'bell'
  | 'bellOn'
  | 'push'
  | 'pushOn'
  | 'pushBlocked'
  | 'pushFailed'
  | 'cancel'
  | 'cancelSure'
  | 'cancelYes'
  | 'cancelNo'
  | 'cut'
  | 'old'
  | 'unknown'
  | 'unknownMore'
  | 'title'
  | 'titleNow'
  | 'danBiet'
  | 'otherLanguage';

export const trackWords: Words<TrackKey> = {
  vi: {
    yourNumber: 'Số của Ông/Bà',
    next: 'Sắp đến lượt Ông/Bà',
    ahead: 'Còn {n} người phía trước',
    expected: 'Dự kiến chờ {wait}',
    appointment: 'Lịch hẹn lúc {time}',
    soon: 'Xin Ông/Bà có mặt gần quầy.',
    stay: 'Ông/Bà giữ trang này mở, trang tự cập nhật.',
    again: 'Ông/Bà đã được gọi nhưng chưa có mặt. Số sẽ được gọi lại sau {time}.',
    goTo: 'Mời Ông/Bà đến',
    counter: 'Quầy {n}',
    serving: 'Ông/Bà đang được phục vụ tại quầy {n}',
    parked: 'Hồ sơ tạm gác tại quầy {n}. Cán bộ sẽ mời lại Ông/Bà.',
    missed: 'Số đã được gọi nhưng chưa có ai đến',
    missedMore: 'Xin Ông/Bà gặp nhân viên hướng dẫn để được xếp lại.',
    done: 'Đã giải quyết xong',
    cancelled: 'Số này đã được hủy',
    expired: 'Số này đã hết hiệu lực',
    newNumber: 'Nếu cần, mời Ông/Bà lấy số mới tại máy lấy số.',
    bell: 'Bật chuông báo khi đến lượt',
    bellOn: 'Chuông báo đã bật',
    push: 'Gửi thông báo khi còn {n} người',
    pushOn: 'Sẽ gửi thông báo khi còn {n} người. Chạm để tắt.',
    pushBlocked: 'Trình duyệt đang chặn thông báo. Ông/Bà giữ trang này mở để theo dõi.',
    pushFailed: 'Chưa bật được thông báo. Ông/Bà giữ trang này mở để theo dõi.',
    cancel: 'Tôi không cần số này nữa',
    cancelSure: 'Hủy số {number}? Ông/Bà sẽ mất chỗ trong hàng chờ.',
    cancelYes: 'Hủy số',
    cancelNo: 'Giữ số',
    cut: 'Mất kết nối. Đang thử lại…',
    old: 'Thông tin lúc {time}',
    unknown: 'Không tìm thấy số này',
    unknownMore: 'Đường dẫn không đúng hoặc đã quá cũ. Xin Ông/Bà quét lại mã trên phiếu.',
    title: '{number} · còn {n} người',
    titleNow: '{number} · mời đến quầy {n}',
    danBiet: 'Dân biết: đông hay vắng, thủ tục, giờ làm việc',
    otherLanguage: 'English',
  },
  en: {
    yourNumber: 'Your number',
    next: 'You are next',
    ahead: '{n} ahead of you',
    expected: 'Expected wait {wait}',
    appointment: 'Appointment at {time}',
    soon: 'Please stay near the counters.',
    stay: 'Keep this page open; it updates by itself.',
    again: 'You were called but were not there. You will be called again after {time}.',
    goTo: 'Please go to',
    counter: 'Counter {n}',
    serving: 'You are being served at counter {n}',
    parked: 'Your case is on hold at counter {n}. The officer will call you back.',
    missed: 'Your number was called and nobody came',
    missedMore: 'Please ask an officer to put you back in line.',
    done: 'All done',
    cancelled: 'This number was cancelled',
    expired: 'This number is no longer valid',
    newNumber: 'If you still need one, please take a new number at the kiosk.',
    bell: 'Ring when it is my turn',
    bellOn: 'The bell is on',
    push: 'Notify me when {n} are ahead',
    pushOn: 'You will be notified when {n} are ahead. Tap to switch off.',
    pushBlocked: 'The browser blocks notifications. Please keep this page open.',
    pushFailed: 'Notifications could not be switched on. Please keep this page open.',
    cancel: 'I no longer need my place',
    cancelSure: 'Cancel {number}? You will lose your place in line.',
    cancelYes: 'Cancel it',
    cancelNo: 'Keep it',
    cut: 'The connection is lost. Trying again…',
    old: 'As of {time}',
    unknown: 'This number was not found',
    unknownMore: 'The address is wrong or too old. Please scan the code on your ticket again.',
    title: '{number} · {n} ahead',
    titleNow: '{number} · counter {n}',
    danBiet: 'How busy it is, procedures, opening hours',
    otherLanguage: 'Tiếng Việt',
  },
};
