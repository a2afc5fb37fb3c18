import type { View } from '../../../shared/contract/views.ts';
import type { CounterId, FieldId, OfficerId, TicketId } from '../../../shared/domain/ids.ts';

/** A sample office for tests of the screens: the catalogue's fields, six counters. */
const timeZone = 'Asia/Ho_Chi_Minh';
export const office: View<'wall'>['office'] = {
  name: {
    vi: 'Trung tâm Phục vụ hành chính công phường Hà Đông',
    en: 'Hà Đông Ward Public Administrative Service Centre',
  },
  timeZone,
};

const catalogue = [
  ['A', 'Chứng thực', 'Certification', '#B45309'],
  ['B', 'Hộ tịch', 'Civil status', '#BE123C'],
  ['C', 'Đất đai', 'Land', '#15803D'],
  ['D', 'Xây dựng - Đô thị', 'Construction and housing', '#0369A1'],
  ['E', 'Đăng ký hộ kinh doanh', 'Household business', '#7C3AED'],
  ['G', 'Bảo trợ xã hội - Người có công', 'Social protection and merit services', '#DB2777'],
  ['H', 'Cư trú - Căn cước (Công an)', 'Residence and identity card (Police)', '#166534'],
  ['K', 'Văn hóa - Giáo dục - Y tế', 'Culture, education and health', '#0891B2'],
  ['L', 'Thuế - Bảo hiểm', 'Tax and social insurance', '#4D7C0F'],
  ['N', 'Nhận kết quả - Hướng dẫn', 'Collect results and guidance', '#334155'],
] as const;

export const fields: View<'wall'>['fields'] = catalogue.map(([prefix, vi, en, colour], index) => ({
  id: (index + 1) as FieldId,
  prefix,
  name: { vi, en },
  icon: 'stamp',
  colour,
  waiting: (index * 7 + 3) % 9,
  wait:
    index === 8 ? null : { p50Ms: ((index * 7 + 3) % 9) * 240_000, p90Ms: ((index * 7 + 3) % 9) * 420_000 },
}));

type Call = View<'wall'>['calls'][number];

/** A call as the wall gets it: `call(7, 'A012', 3)`. */
export function call(
  announcementId: number,
  number: string,
  counterNumber: number,
  more: Partial<Call> = {},
): Call {
  const index = catalogue.findIndex(([prefix]) => prefix === number[0]);
  return {
    announcementId,
    number,
    counterNumber,
    fieldId: (index + 1) as FieldId,
    state: 'called',
    calledAt: Date.UTC(2026, 10, 22, 2, 0) + announcementId * 60_000,
    announcements: 1,
    last: false,
    ...more,
  };
}

/** As a wall is set that nobody has set up. */
export const setting: View<'wall'>['setting'] = {
  notice: null,
  speaksVi: true,
  speaksEn: false,
  volumePercent: 100,
  quietFrom: 0,
  quietTo: 0,
  slides: false,
  slideSeconds: 10,
};

/** The wall's view with these calls open. */
export function wall(calls: readonly Call[], more: Partial<View<'wall'>> = {}): View<'wall'> {
  return {
    office,
    calls: [...calls],
    recent: [
      { number: 'A011', counterNumber: 2, fieldId: 1 as FieldId },
      { number: 'C004', counterNumber: 4, fieldId: 3 as FieldId },
      { number: 'H021', counterNumber: 6, fieldId: 7 as FieldId },
      { number: 'B007', counterNumber: 3, fieldId: 2 as FieldId },
    ],
    fields,
    setting,
    voice: { clips: [], made: [] },
    media: [],
    ...more,
  };
}

/** Counter 3's view. */
export function counter(callHere: Call | null, more: Partial<View<'counter'>> = {}): View<'counter'> {
  return {
    office,
    counter: { id: 3 as CounterId, number: 3, name: { vi: 'Quầy 3', en: 'Counter 3' } },
    officerName: 'Lê Thị Minh Châu',
    fields: fields.slice(0, 3).map(({ id, name, colour }) => ({ id, name, colour })),
    call: callHere,
    onBreak: false,
    rating: null,
    ...more,
  };
}

export const counters: View<'officer'>['counters'] = [1, 2, 3, 4, 5, 6].map((number) => ({
  id: number as CounterId,
  number,
  name: { vi: `Quầy ${number}`, en: `Counter ${number}` },
  fieldIds: [[10], [1], [1, 2], [3, 4, 9], [5, 6, 8], [7]][number - 1] as FieldId[],
  officerName: number === 2 ? 'Nguyễn Văn Bình' : null,
}));

type DeskTicket = NonNullable<NonNullable<View<'officer'>['desk']>['ticket']>;

export const ticketIdOf = (n: number): TicketId =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as TicketId;

/** A ticket at the officer's desk. */
export function deskTicket(n: number, number: string, more: Partial<DeskTicket> = {}): DeskTicket {
  return {
    id: ticketIdOf(n),
    number,
    fieldId: 1 as FieldId,
    state: 'called',
    since: Date.now() - 20_000,
    issuedAt: Date.now() - 1_500_000,
    announcements: 1,
    misses: 0,
    priority: null,
    visitor: null,
    ...more,
  };
}

/** The view of an officer at counter 3 (`desk: null`: at none). */
export function officer(ticket: DeskTicket | null, more: Partial<View<'officer'>> = {}): View<'officer'> {
  return {
    office,
    me: { id: 1 as OfficerId, name: 'Lê Thị Minh Châu', role: 'officer' },
    counters: counters.map((one) => (one.number === 3 ? { ...one, officerName: 'Lê Thị Minh Châu' } : one)),
    desk: { counterId: 3 as CounterId, ticket },
    fields,
    line: [14, 15, 16, 17, 18, 19, 20].map((n, index) => ({
      id: ticketIdOf(n),
      number: `${index % 3 === 1 ? 'B' : 'A'}0${n}`,
      fieldId: (index % 3 === 1 ? 2 : 1) as FieldId,
      issuedAt: Date.now() - (40 - index * 5) * 60_000,
      priority: index === 0 ? 'ELDERLY80' : null,
      misses: index === 6 ? 1 : 0,
      notBefore: index === 6 ? Date.now() + 200_000 : null,
    })),
    missPolicy: { maxCalls: 3, coolDownMs: 300_000 },
    ...more,
  };
}
