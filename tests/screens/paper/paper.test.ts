import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escposOf } from '../../../server/printing/escpos.ts';
import type { FieldId, TicketId } from '../../../shared/domain/ids.ts';
import type { PaperFacts } from '../../../shared/ui/paper/paper.ts';
import { launchBrowser } from '../../browser.ts';
import type { Served } from '../../e2e/vision/serve.ts';
import { servePage } from '../../e2e/vision/serve.ts';
import { decodeJob } from '../../factories/fakePrinter.ts';
import { markup } from '../../suites/markup.ts';
import { codesIn } from '../codes.ts';
import type { Draw } from './page/main.ts';

let browser: Browser;
let served: Served;
let page: Page;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePage(`${import.meta.dirname}/page`)]);
  page = await browser.newPage();
  await page.goto(served.url);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.close();
});

const trackUrl = 'http://192.168.1.20:8085/t/q7wHn0fVYp8h3mBz0c1T5g6Jr9sXk2LdEo4uAi8Wz1Q';
const facts: PaperFacts = {
  issued: {
    ticketId: '00000000-0000-4000-8000-000000000012' as TicketId,
    number: 'A012',
    fieldId: 1 as FieldId,
    legs: [],
    issuedAt: Date.UTC(2026, 10, 23, 2, 5),
    appointmentAt: null,
    peopleAhead: 5,
    wait: { p50Ms: 1_200_000, p90Ms: 2_100_000 },
    trackUrl,
  },
  office: { vi: 'Trung tâm Phục vụ hành chính công phường Hà Đông', en: 'Hà Đông Ward Service Centre' },
  texts: { ticketHead: null, ticketFoot: null },
  timeZone: 'Asia/Ho_Chi_Minh',
  field: { vi: 'Chứng thực', en: 'Certification' },
  afterwards: [{ vi: 'Hộ tịch', en: 'Civil status' }],
  priority: { vi: 'Người cao tuổi (từ đủ 60 tuổi)', en: 'Aged 60 or over' },
  papers: [
    {
      procedure: { vi: 'Chứng thực bản sao từ bản chính', en: 'Certified copy' },
      papers: ['Bản chính giấy tờ', 'Bản sao cần chứng thực'],
    },
  ],
};

/** What comes out of the printer: gray, one byte a dot. */
async function printed(of: PaperFacts, language: 'vi' | 'en' = 'vi') {
  const drawn = await page.evaluate(
    ([given, spoken]) => (window as unknown as { draw: Draw }).draw(given, spoken),
    [of, language] as const,
  );
  const job = escposOf({ ...drawn, bits: Uint8Array.from(drawn.bits) });
  const { picture } = decodeJob(job);
  const dots = new Uint8ClampedArray(4 * picture.width * picture.height).fill(255);
  for (let dot = 0; dot < picture.width * picture.height; dot++)
    if (((picture.bits[dot >> 3] ?? 0) & (128 >> (dot & 7))) !== 0) dots.fill(0, 4 * dot, 4 * dot + 3);
  return { width: picture.width, height: picture.height, data: dots };
}

const blackRows = ({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }) =>
  Array.from({ length: height }, (_, row) => {
    let black = 0;
    for (let column = 0; column < width; column++) if (data[4 * (row * width + column)] === 0) black++;
    return black;
  });

describe('the printed ticket', () => {
  it('PA9 is set in the product’s own letters, also when it is the first thing printed', async () => {
    await page.reload();
    await printed(facts);
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ weight }) => weight),
    );
    expect(new Set(loaded)).toEqual(new Set(['400', '800']));
  });

  it('PA5 carries a code that leads to the phone page', async () => {
    expect(await codesIn(await printed(facts))).toEqual([trackUrl]);
  });

  it('PA6 is as wide as the roll, has a large number, and nothing runs over its edges', async () => {
    const paper = await printed(facts);
    expect(paper.width).toBe(576);
    const number = await printed({ ...facts, issued: { ...facts.issued, number: 'B734' } });
    const rows = blackRows(paper);
    const others = blackRows(number);
    // The number is what differs, and nothing else does: its rows are those of its height.
    const differing = rows.flatMap((black, row) => (black === others[row] ? [] : [row]));
    expect((differing.at(-1) ?? 0) - (differing[0] ?? 0)).toBeGreaterThan(90);
    const edges = Array.from({ length: paper.height }, (_, row) => [
      paper.data[4 * row * 576],
      paper.data[4 * (row * 576 + 575)],
    ]);
    expect(edges.flat().every((value) => value === 255)).toBe(true);
  });

  it('AT52 takes markup and the commands of printers in its texts for letters: what is sent is a picture and a cut', async () => {
    const command = `${markup.join(' ')}\u001b@\u001dV\u0000\u0010\u0014`;
    const worded = { vi: command, en: command };
    const paper = await printed({
      ...facts,
      office: worded,
      field: worded,
      afterwards: [worded],
      priority: worded,
      texts: { ticketHead: worded, ticketFoot: worded },
      papers: [{ procedure: worded, papers: [command] }],
    });
    expect(paper.width).toBe(576);
    expect(await codesIn(paper)).toEqual([trackUrl]);
  });

  it('PA7 breaks what is too long for a line, even without spaces', async () => {
    const long = 'Giấy-tờ-chứng-minh-quan-hệ-nhân-thân-và-các-giấy-tờ-khác-có-liên-quan';
    const papers = [{ procedure: facts.field, papers: [long] }];
    const [short, broken] = [await printed({ ...facts, papers: [] }), await printed({ ...facts, papers })];
    expect(broken.height - short.height).toBeGreaterThan(3 * 30);
  });

  it('PA8 says the same in English', async () => {
    const [vi, en] = [await printed(facts, 'vi'), await printed(facts, 'en')];
    expect(blackRows(en)).not.toEqual(blackRows(vi));
    expect(await codesIn(en)).toEqual([trackUrl]);
  });
});
