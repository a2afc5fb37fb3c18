import type { KeptWhy } from '../../contract/requests/reserve.ts';
import type { Words } from '../language.ts';

type KeptKey =
  KeptWhy | 'title' | 'many' | 'show' | 'number' | 'field' | 'issuedAt' | 'kiosk' | 'why' | 'ownKiosk';

/** What managers read about numbers that were given without the server and never came into the line. */
export const keptNumberWords: Words<KeptKey> = {
  vi: {
    title: 'Số cấp khi mất kết nối, chưa vào hàng',
    many: 'Trong 30 ngày qua có {n} số máy lấy số đã cấp khi mất kết nối mà không đưa được vào hàng chờ.',
    show: 'Xem các số này',
    number: 'Số',
    field: 'Lĩnh vực',
    issuedAt: 'Lấy lúc',
    kiosk: 'Máy',
    why: 'Lý do',
    ownKiosk: 'Máy chủ',
    dayOver: 'Nối lại khi ngày làm việc đã hết',
    otherKiosk: 'Số dành cho máy khác, hoặc máy đã bị gỡ',
    notGiven: 'Máy chủ không dành số này cho máy nào',
    fieldGone: 'Lĩnh vực không còn',
    numberTaken: 'Số đã có người giữ',
  },
  en: {
    title: 'Numbers taken offline that are not in the line',
    many: 'In the last 30 days kiosks gave {n} numbers offline that could not be put into the line.',
    show: 'Show these numbers',
    number: 'Number',
    field: 'Field',
    issuedAt: 'Taken at',
    kiosk: 'Kiosk',
    why: 'Why',
    ownKiosk: 'The server itself',
    dayOver: 'The line came back after the day was over',
    otherKiosk: 'Set aside for another kiosk, or one that was removed',
    notGiven: 'Never set aside',
    fieldGone: 'The field is no more',
    numberTaken: 'Somebody else has the number',
  },
};
