import type { DossierState } from '../domain/dossier.ts';
import type { Words } from './language.ts';

/** What state a dossier is in, as staff and visitors read it, and as tables have it. */
export const dossierStateWords: Words<DossierState> = {
  vi: {
    received: 'Đang giải quyết',
    supplement: 'Chờ bổ sung',
    refused: 'Từ chối',
    ready: 'Đã có kết quả',
    returned: 'Đã trả kết quả',
  },
  en: {
    received: 'In progress',
    supplement: 'Papers missing',
    refused: 'Refused',
    ready: 'Result ready',
    returned: 'Result handed over',
  },
};

/** Words of the page that the code on a dossier's paper leads to. */
type PageKey =
  | 'title'
  | 'due'
  | 'noDue'
  | 'late'
  | 'supplementMore'
  | 'readyMore'
  | 'refusedMore'
  | 'unknown'
  | 'tooMany'
  | 'asOf';

export const dossierPageWords: Words<PageKey> = {
  vi: {
    title: 'Tình trạng hồ sơ',
    due: 'Hẹn trả kết quả: {when}',
    noDue: 'Chưa có ngày hẹn trả. Xin hỏi tại quầy.',
    late: 'Hồ sơ đã quá ngày hẹn. Chúng tôi xin lỗi Ông/Bà; xin hỏi tại quầy để biết ngày trả mới.',
    supplementMore: 'Hồ sơ còn thiếu giấy tờ. Xin xem phiếu yêu cầu bổ sung đã đưa cho Ông/Bà.',
    readyMore: 'Mời Ông/Bà đến nhận kết quả trong giờ làm việc.',
    refusedMore: 'Lý do đã ghi trên phiếu từ chối đưa cho Ông/Bà.',
    unknown: 'Mã này không mở được hồ sơ nào. Xin quét lại mã trên giấy hẹn.',
    tooMany: 'Thử sai quá nhiều lần. Xin đợi một lát rồi quét lại.',
    asOf: 'Tính đến {when}',
  },
  en: {
    title: 'State of your dossier',
    due: 'Result due: {when}',
    noDue: 'No due date is set yet. Please ask at the counter.',
    late: 'The dossier is late. We apologise; please ask at the counter for the new date.',
    supplementMore: 'Papers are missing. Please see the request you were given.',
    readyMore: 'Please come for the result during office hours.',
    refusedMore: 'The reason is on the paper you were given.',
    unknown: 'This code opens no dossier. Please scan the one on your paper again.',
    tooMany: 'Too many wrong codes. Please wait a moment and scan again.',
    asOf: 'As of {when}',
  },
};
