import { expect, test } from 'vitest';
import { sayFieldName } from '../../../kiosk/renderer/text/fieldName.ts';
import { sayAhead, sayWaiting } from '../../../kiosk/renderer/text/people.ts';
import { hints } from '../../../kiosk/vision/protocol.ts';
import { kioskWords } from '../../../shared/i18n/kiosk.ts';

test.each([
  [0, 'Chưa có ai chờ', 'Nobody waiting'],
  [1, '1 người chờ', '1 person waiting'],
  [12, '12 người chờ', '12 people waiting'],
] as const)('K18 %d people wait: %s', (people, vi, en) => {
  expect([sayWaiting(people, 'vi'), sayWaiting(people, 'en')]).toEqual([vi, en]);
});

test.each([
  [0, 'Ông/Bà là người tiếp theo', 'You are next'],
  [1, 'Còn 1 người phía trước', '1 person ahead of you'],
  [12, 'Còn 12 người phía trước', '12 people ahead of you'],
] as const)('K18 %d people are ahead: %s', (people, vi, en) => {
  expect([sayAhead(people, 'vi'), sayAhead(people, 'en')]).toEqual([vi, en]);
});

const tied = (text: string): string => text.replaceAll('\u00A0', '_');
test.each([
  ['Cư trú - Căn cước (Công an)', 'Cư_trú_- Căn_cước (Công_an)'],
  ['Nhận kết quả - Hướng dẫn', 'Nhận_kết_quả_- Hướng_dẫn'],
  ['Chứng thực', 'Chứng thực'],
  ['Household business', 'Household business'],
  ['Residence and identity card (Police)', 'Residence and identity card (Police)'],
])('K18 the field %s breaks as %s', (name, expected) => {
  expect(tied(sayFieldName(name))).toBe(expected);
});

const places = (text: string) => Array.from(text.matchAll(/\{\w+\}/gu), String).toSorted();

test('K16 every sentence is there in both languages, and differs', () => {
  for (const [key, vi] of Object.entries(kioskWords.vi)) {
    const en = kioskWords.en[key as keyof typeof kioskWords.en];
    expect(en.trim()).not.toBe('');
    expect(en).not.toBe(vi);
    expect(places(en)).toEqual(places(vi));
  }
});

test('K1 every hint of the camera has its sentence', () => {
  for (const hint of hints) expect(kioskWords.vi[`hint_${hint}`]).toMatch(/Ông\/Bà|từng người/u);
});
