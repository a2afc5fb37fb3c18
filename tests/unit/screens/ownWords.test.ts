import { describe, expect, test } from 'vitest';
import type { OwnText, PaperTexts } from '../../../shared/contract/texts.ts';
import type { FieldId, TicketId } from '../../../shared/domain/ids.ts';
import { sayOwn } from '../../../shared/i18n/ownText.ts';
import { paperOf } from '../../../shared/ui/paper/paper.ts';

const standard = { vi: 'Cảm ơn Ông/Bà!', en: 'Thank you!' };
const nothing = { vi: '', en: '' };

describe('the office’s own words', () => {
  test.each<readonly [string, OwnText | null, OwnText, string, string]>([
    ['none', null, standard, 'Cảm ơn Ông/Bà!', 'Thank you!'],
    ['both', { vi: 'Hẹn gặp lại', en: 'See you' }, standard, 'Hẹn gặp lại', 'See you'],
    ['no English', { vi: 'Hẹn gặp lại', en: '' }, standard, 'Hẹn gặp lại', 'Thank you!'],
    [
      'no English, and no standard',
      { vi: 'Số 2 Chu Văn An', en: '' },
      nothing,
      'Số 2 Chu Văn An',
      'Số 2 Chu Văn An',
    ],
    ['nothing at all', null, nothing, '', ''],
  ])('TX34 with %s it is said what there is', (_, own, usual, vi, en) => {
    expect([sayOwn(own, usual, 'vi'), sayOwn(own, usual, 'en')]).toEqual([vi, en]);
  });
});

describe('the paper', () => {
  const textsOf = (texts: PaperTexts): string[] =>
    paperOf(
      {
        issued: {
          ticketId: '00000000-0000-4000-8000-000000000012' as TicketId,
          number: 'A012',
          fieldId: 1 as FieldId,
          legs: [],
          issuedAt: Date.UTC(2026, 10, 23, 2, 5),
          appointmentAt: null,
          peopleAhead: 5,
          wait: null,
          trackUrl: 'http://192.168.1.20:8085/t/x',
        },
        office: { vi: 'Cơ quan', en: 'Office' },
        texts,
        timeZone: 'Asia/Ho_Chi_Minh',
        field: { vi: 'Chứng thực', en: 'Certification' },
        afterwards: [],
        priority: null,
        papers: [],
      },
      'vi',
    ).flatMap((block) => (block.kind === 'text' ? [block.text] : []));

  test('TX35 has the office’s head under its name and its foot at the end', () => {
    const texts = textsOf({
      ticketHead: { vi: 'Số 2 Chu Văn An', en: '' },
      ticketFoot: { vi: 'Hẹn gặp lại', en: '' },
    });
    expect([texts[0], texts[1], texts.at(-1)]).toEqual(['Cơ quan', 'Số 2 Chu Văn An', 'Hẹn gặp lại']);
  });

  test('TX35 is as it was where the office says nothing of its own', () => {
    const texts = textsOf({ ticketHead: null, ticketFoot: null });
    expect([texts[0], texts[1], texts.at(-1)]).toEqual(['Cơ quan', 'SỐ THỨ TỰ', 'Cảm ơn Ông/Bà!']);
  });
});
