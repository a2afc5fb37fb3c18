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
type RatingForm = NonNullable<Extract<View<'track'>['state'], { kind: 'done' }>['rating']>;

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

/** Nothing is wanted of the screen from afar. */
export const wish: View<'wall'>['wish'] = { locked: false, reloads: 0, sounds: 0 };

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
    wish,
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

/** The question after a service, as the catalogue has it. */
export const ratingForm: RatingForm = {
  levels: (
    [
      [4, 'Rất hài lòng', 'Very satisfied'],
      [3, 'Hài lòng', 'Satisfied'],
      [2, 'Bình thường', 'Neutral'],
      [1, 'Không hài lòng', 'Not satisfied'],
    ] as const
  ).map(([level, vi, en]) => ({ level, name: { vi, en } })),
  askReasonsBelow: 3,
  reasons: (
    [
      ['TIME', 'Thời gian chờ, giải quyết lâu', 'Long waiting or processing'],
      ['VISITS', 'Phải đi lại nhiều lần', 'Had to come several times'],
      ['INFO', 'Hướng dẫn, niêm yết chưa rõ', 'Unclear guidance'],
      ['ATTITUDE', 'Thái độ chưa đúng mực', 'Attitude of staff'],
      ['COST', 'Phát sinh chi phí ngoài quy định', 'Costs beyond the fees'],
      ['EXPERTISE', 'Xử lý hồ sơ chưa đúng', 'Case handled wrongly'],
      ['FACILITY', 'Nơi chờ, thiết bị bất tiện', 'Waiting area or devices'],
      ['COMPLAINT', 'Phản ánh chưa được trả lời', 'Complaint not answered'],
      ['ONLINE', 'Dịch vụ trực tuyến khó dùng', 'Online service hard to use'],
      ['OTHER', 'Khác', 'Other'],
    ] as const
  ).map(([code, vi, en]) => ({ code, name: { vi, en } })),
};

/** Counter 3's view. */
export function counter(callHere: Call | null, more: Partial<View<'counter'>> = {}): View<'counter'> {
  return {
    office,
    wish,
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

const minute = 60_000;
const ago = (minutes: number): number => Date.now() - minutes * minute;

/** What every list says of a ticket: `listed(14, 'A014', 40)` took its number 40 minutes ago. */
export function listed(n: number, number: string, minutes: number): View<'officer'>['missed'][number] {
  return {
    id: ticketIdOf(n),
    number,
    fieldId: (catalogue.findIndex(([prefix]) => prefix === number[0]) + 1) as FieldId,
    issuedAt: ago(minutes),
    priority: null,
    appointmentAt: null,
    name: null,
    since: ago(Math.max(1, minutes - 20)),
  };
}

const inLine = (n: number, number: string, minutes: number): View<'officer'>['line'][number] => {
  const { since: _since, ...rest } = listed(n, number, minutes);
  return { ...rest, misses: 0, notBefore: null };
};

/** A ticket at the officer's desk. */
export function deskTicket(n: number, number: string, more: Partial<DeskTicket> = {}): DeskTicket {
  return {
    ...listed(n, number, 25),
    state: 'called',
    since: Date.now() - 20_000,
    announcements: 1,
    misses: 0,
    legs: [],
    servedMs: 0,
    notes: [],
    visitor: null,
    ...more,
  };
}

/** A visitor recognised by face, with past visits. */
export const knownVisitor: NonNullable<DeskTicket['visitor']> = {
  name: 'Nguyễn Thị Hồng Nhung',
  factsFrom: 'said',
  registeredAt: Date.UTC(2026, 5, 3),
  visits: 4,
  past: [
    {
      day: '2026-11-02',
      number: 'A031',
      fieldId: 1 as FieldId,
      result: 'completed',
      procedures: [{ vi: 'Chứng thực bản sao từ bản chính', en: 'Certified copy' }],
    },
    {
      day: '2026-09-15',
      number: 'B007',
      fieldId: 2 as FieldId,
      result: 'supplement',
      procedures: [{ vi: 'Đăng ký khai sinh', en: 'Birth registration' }],
    },
    { day: '2026-06-03', number: 'C002', fieldId: 3 as FieldId, result: null, procedures: [] },
  ],
  dossiers: [
    {
      id: '7f6c2a34-6df5-4a39-9d61-7e1f1f0f0d01',
      code: 'H-2026-0123',
      procedure: { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân', en: 'Marital status certificate' },
      receivedAt: Date.UTC(2026, 10, 20, 2),
      dueAt: Date.UTC(2026, 10, 25, 10),
      state: 'received',
    },
  ],
};

const procedures: View<'officer'>['procedures'] = (
  [
    ['ct-ban-sao', 1, 'Chứng thực bản sao từ bản chính', 'Certified copy'],
    ['ct-chu-ky', 1, 'Chứng thực chữ ký trong giấy tờ, văn bản', 'Certified signature'],
    ['ct-hop-dong', 1, 'Chứng thực hợp đồng, giao dịch', 'Certified contract'],
    ['ht-khai-sinh', 2, 'Đăng ký khai sinh', 'Birth registration'],
    ['ht-ket-hon', 2, 'Đăng ký kết hôn', 'Marriage registration'],
  ] as const
).map(([key, fieldId, vi, en]) => ({
  key,
  fieldId: fieldId as FieldId,
  name: { vi, en },
  limit: { kind: 'workingDays', n: 3 },
}));

export const priorityClasses: View<'officer'>['priorityClasses'] = [
  { code: 'ELDERLY80', name: { vi: 'Người từ đủ 80 tuổi', en: 'Aged 80 or over' } },
  { code: 'DISABLED', name: { vi: 'Người khuyết tật', en: 'Person with a disability' } },
  {
    code: 'PREGNANT',
    name: { vi: 'Phụ nữ mang thai, người bế con nhỏ', en: 'Pregnant, or with a small child' },
  },
];

/** Tickets in every list, as on a busy morning. */
const lists: Pick<View<'officer'>, 'line' | 'parked' | 'missed' | 'ended' | 'elsewhere' | 'appointments'> = {
  line: [
    { ...inLine(14, 'A014', 40), priority: { code: 'ELDERLY80', confirmed: false }, name: 'Đặng Thị Lụa' },
    inLine(15, 'B015', 35),
    inLine(16, 'A016', 30),
    inLine(17, 'A017', 25),
    { ...inLine(18, 'B018', 20), appointmentAt: ago(5), name: 'Trần Quốc Toản' },
    inLine(19, 'A019', 15),
    { ...inLine(20, 'A020', 10), misses: 1, notBefore: Date.now() + 200_000 },
  ],
  parked: [
    { ...listed(30, 'A008', 70), name: 'Lý Thị Mơ', counterNumber: 3, officerName: 'Lê Thị Minh Châu' },
    { ...listed(31, 'B003', 80), counterNumber: 2, officerName: 'Nguyễn Văn Bình' },
  ],
  missed: [listed(32, 'A005', 90)],
  ended: [
    { ...listed(33, 'A011', 60), state: 'done', at: ago(10), counterNumber: 3 },
    { ...listed(34, 'B009', 65), state: 'cancelled', at: ago(12), counterNumber: null },
  ].map(({ since: _since, ...row }) => row as View<'officer'>['ended'][number]),
  elsewhere: [
    {
      ...listed(35, 'A010', 50),
      state: 'called',
      counterNumber: 2,
      officerName: 'Nguyễn Văn Bình',
      officerOnline: false,
    },
    {
      ...listed(36, 'D002', 55),
      state: 'serving',
      counterNumber: 4,
      officerName: 'Phạm Quốc Dũng',
      officerOnline: true,
    },
  ],
  appointments: [
    { id: 1, code: '482913', fieldId: 1 as FieldId, at: Date.now() + 30 * minute, name: 'Võ Thị Sáu' },
    { id: 2, code: '771204', fieldId: 2 as FieldId, at: Date.now() + 90 * minute, name: null },
  ],
};

type Desk = NonNullable<View<'officer'>['desk']>;

/** What is at counter 3. */
export const deskWith = (ticket: DeskTicket | null, more: Partial<Desk> = {}): Desk => ({
  counterId: 3 as CounterId,
  fieldIds: [1, 2] as FieldId[],
  onBreak: null,
  undo: null,
  ticket,
  ...more,
});

/** The view of an officer at counter 3 (`desk: null`: at none). */
export function officer(ticket: DeskTicket | null, more: Partial<View<'officer'>> = {}): View<'officer'> {
  return {
    office,
    me: { id: 1 as OfficerId, name: 'Lê Thị Minh Châu', role: 'officer', mayPick: false },
    opening: { kind: 'open', until: Date.UTC(2026, 10, 22, 4, 30) },
    counters: counters.map((one) => (one.number === 3 ? { ...one, officerName: 'Lê Thị Minh Châu' } : one)),
    desk: deskWith(ticket),
    fields,
    procedures,
    priorityClasses,
    texts: { ticketHead: null, ticketFoot: null },
    ...lists,
    colleagues: [
      { id: 2 as OfficerId, name: 'Nguyễn Văn Bình', counterNumber: 2 },
      { id: 3 as OfficerId, name: 'Phạm Quốc Dũng', counterNumber: 4 },
      { id: 4 as OfficerId, name: 'Hoàng Thu Hà', counterNumber: null },
    ],
    hours: { week: null, specialDays: [], lastTicketMs: 0 },
    printersInTrouble: [],
    missPolicy: { maxCalls: 3, coolDownMs: 300_000 },
    ...more,
  };
}
