import type { Words } from '../language.ts';

/** Words of a kiosk that the server is away from. */
type ReserveKey =
  | 'title'
  | 'hint'
  | 'notice'
  | 'tile'
  | 'tileOut'
  | 'usedUp'
  | 'usedUpHint'
  | 'given'
  | 'givenHint'
  | 'keep'
  | 'keepTrouble';

export const reserveWords: Words<ReserveKey> = {
  vi: {
    title: 'Máy tạm mất kết nối.\nÔng/Bà vẫn lấy được số.',
    hint: 'Số được gọi theo đúng giờ lấy. Chưa dùng được khuôn mặt, thẻ căn cước và lịch hẹn.',
    notice: 'Máy đang mất kết nối: số vẫn được gọi theo đúng giờ lấy.',
    tile: 'Gọi theo giờ lấy số',
    tileOut: 'Mời lấy số tại quầy',
    usedUp: 'Máy chưa cấp thêm được số',
    usedUpHint: 'Mời Ông/Bà gặp nhân viên hướng dẫn để lấy số.',
    given: 'Cấp khi mất kết nối',
    givenHint: 'Số này được gọi theo giờ lấy số, không theo độ lớn của con số.',
    keep: 'Mời Ông/Bà nhớ hoặc chụp ảnh lại số này.',
    keepTrouble: 'Không in được phiếu lúc này.\nXin Ông/Bà nhớ hoặc chụp ảnh lại số này.',
  },
  en: {
    title: 'The kiosk is offline for now.\nYou can still take a number.',
    hint: 'Numbers are called by the time they were taken. Face, citizen card and appointments cannot be used yet.',
    notice: 'The kiosk is offline: numbers are still called by the time they were taken.',
    tile: 'Called by time taken',
    tileOut: 'Please ask at the desk',
    usedUp: 'The kiosk has no more numbers for now',
    usedUpHint: 'Please see a member of staff for a number.',
    given: 'Taken offline',
    givenHint: 'It is called by the time it was taken; a large number does not mean a long line.',
    keep: 'Please remember your number or take a picture of it.',
    keepTrouble: 'No paper ticket right now.\nPlease remember your number or take a picture of it.',
  },
};
