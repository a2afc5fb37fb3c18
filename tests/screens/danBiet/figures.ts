import type { DanBietNow, DanBietProcedures } from '../../../shared/contract/danBiet.ts';
import type { BusinessDay, FieldId } from '../../../shared/domain/ids.ts';
import { office } from '../displays/views.ts';

const span = (fromMinute: number, toMinute: number) => ({ fromMinute, toMinute });
const day = [span(450, 690), span(810, 1020)];

const names = [
  ['Chứng thực', 'Certification'],
  ['Hộ tịch', 'Civil status'],
  ['Đất đai', 'Land'],
  ['Xây dựng - Đô thị', 'Construction and housing'],
  ['Đăng ký hộ kinh doanh', 'Household business'],
  ['Bảo trợ xã hội - Người có công', 'Social protection and merit services'],
  ['Cư trú - Căn cước (Công an)', 'Residence and identity card (Police)'],
  ['Văn hóa - Giáo dục - Y tế', 'Culture, education and health'],
  ['Thuế - Bảo hiểm', 'Tax and social insurance'],
  ['Nhận kết quả - Hướng dẫn', 'Collect results and guidance'],
].map(([vi = '', en = ''], i) => ({ id: (i + 1) as FieldId, name: { vi, en } }));

/** A Friday at half past ten, after weeks of work. */
export const busyFriday: DanBietNow = {
  office,
  opening: { kind: 'open', until: Date.UTC(2026, 10, 20, 4, 30) },
  today: '2026-11-20' as BusinessDay,
  hours: {
    week: [day, day, day, day, day, [span(480, 690)], []],
    specialDays: [{ day: '2026-12-01' as BusinessDay, name: { vi: 'Nghỉ bù', en: 'Day off' }, spans: [] }],
  },
  fields: names.map((field, i) => ({
    ...field,
    colour: '#B45309',
    waiting: i,
    wait: i === 6 ? null : { p50Ms: (2 + 3 * i) * 60_000, p90Ms: (5 + 6 * i) * 60_000 },
  })),
  load: {
    weekday: 4,
    hour: 10,
    hours: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((hour, i) => ({
      hour,
      taken: hour > 10 ? 0 : ([0, 38, 30, 17][i] ?? 0),
      usual: [0, 31, 20, 27, 9, 0, 18, 33, 32, 22][i] ?? 0,
    })),
  },
  quietest: [
    { weekday: 2, hour: 14 },
    { weekday: 5, hour: 10 },
  ],
  satisfaction: { days: 90, rated: 8227, percent: 86 },
};

/** The same office on its first day. */
export const firstDay: DanBietNow = {
  ...busyFriday,
  load: {
    ...busyFriday.load,
    hours: busyFriday.load.hours.map(({ hour }) => ({ hour, taken: 0, usual: null })),
  },
  quietest: [],
  satisfaction: null,
};

/** And on a Sunday. */
export const closedSunday: DanBietNow = {
  ...busyFriday,
  opening: { kind: 'closed', opensAt: Date.UTC(2026, 10, 23, 0, 30), holiday: null },
  today: '2026-11-22' as BusinessDay,
  load: { weekday: 6, hour: 9, hours: [] },
};

/** Four procedures in each field, but of the first two. */
export const posted: DanBietProcedures = {
  fields: names.map(({ id, name }, i) => ({
    id,
    name,
    procedures:
      i === 1
        ? [
            {
              key: 'ht-khai-sinh',
              name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
              limit: { kind: 'workingDays', n: 1 },
              fee: 'Miễn phí nếu đúng hạn',
              papers: ['Giấy chứng sinh', 'Giấy tờ tùy thân của cha, mẹ'],
            },
          ]
        : [1, 2, 3, 4].map((n) => ({
            key: `f${i}-${n}`,
            name: { vi: `Thủ tục số ${n} về ${name.vi}`, en: `Procedure ${n} of ${name.en}` },
            limit: n === 1 ? null : { kind: 'days', n: 30 },
            fee: n === 1 ? null : '50.000 đ/hồ sơ',
            papers: n === 1 ? [] : ['Đơn theo mẫu'],
          })),
  })),
};
