import type { Words } from '../language.ts';

/** Words of the report on dossiers. */
const vi = {
  dossiers: 'Hồ sơ',
  dossiersMore:
    'Đã giải quyết {concluded} hồ sơ: {share} trước hạn hoặc đúng hạn. Giải quyết xong là khi có kết quả hoặc từ chối; đúng hạn là trong ngày hẹn trả.',
  none: 'Trong kỳ này không có hồ sơ nào.',
  received: 'Tiếp nhận',
  concluded: 'Đã giải quyết',
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  late: 'Quá hạn',
  noLimit: 'Không có hạn',
  refused: 'Trong đó từ chối',
  share: 'Tỷ lệ trước và đúng hạn',
  openInTime: 'Đang giải quyết, còn hạn',
  openLate: 'Đang giải quyết, quá hạn',
  supplement: 'Chờ bổ sung',
  trend: 'Hồ sơ theo thời gian',
  trendMore: 'Cột: đã giải quyết. Đường: tiếp nhận.',
  by: 'Xem hồ sơ theo',
  field: 'Lĩnh vực',
  procedure: 'Thủ tục',
  unknownField: 'Không rõ lĩnh vực',
  sum: 'Cộng',
} as const;

export type ReportDossierKey = keyof typeof vi;

export const reportDossierWords: Words<ReportDossierKey> = {
  vi,
  en: {
    dossiers: 'Dossiers',
    dossiersMore:
      '{concluded} dossiers were concluded: {share} early or on time. Concluded is when the result is ready or refused; on time is on the due day.',
    none: 'There were no dossiers in this period.',
    received: 'Received',
    concluded: 'Concluded',
    early: 'Early',
    onTime: 'On time',
    late: 'Late',
    noLimit: 'Without a limit',
    refused: 'Of these refused',
    share: 'Share early or on time',
    openInTime: 'Open, within the limit',
    openLate: 'Open, late',
    supplement: 'Waiting for papers',
    trend: 'Dossiers over time',
    trendMore: 'Columns: concluded. Line: received.',
    by: 'Show dossiers by',
    field: 'Field',
    procedure: 'Procedure',
    unknownField: 'Unknown field',
    sum: 'Sum',
  },
};
