import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Client, Input } from '../factories/clients.ts';
import { codeOf, kioskAt, problemOf } from '../factories/clients.ts';
import type { FakePrinter } from '../factories/fakePrinter.ts';
import { decodeJob } from '../factories/fakePrinter.ts';
import { closeAll, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { startServer } from '../factories/server.ts';
import { pairedDevice } from './requestCase.ts';
import { fakePrinter, pictureOf, withPrinter } from './screens.ts';

afterEach(closeAll);

const well = { offline: 0x12, paper: 0x12 };
const noPaper = { offline: 0x12 | 0x20, paper: 0x72 };

/** Heights of the pictures that came out, in order; by them the tests tell the pictures apart. */
const printed = (printer: FakePrinter): number[] =>
  printer.jobs().map((job) => decodeJob(job).picture.height);
const patience = { timeout: 10_000 };

/** A ticket to print, of which only the picture's height matters. */
const paperOf = async (kiosk: Client<'kiosk'>) => {
  const { ticketId } = await issue(kiosk, 1);
  return (height: number): Input<'paper:print'> & { requestId: string } => ({
    requestId: randomUUID(),
    ticketId,
    picture: pictureOf(height, 0x3c),
  });
};

/** The same once the printer has shown that it works, so that nothing of its first check is still under way. */
async function withProvenPrinter() {
  const office = await staffedOffice();
  const at = await withPrinter(office);
  const paper = await paperOf(at.kiosk);
  await at.kiosk.do('paper:print', paper(4));
  await expect.poll(() => printed(at.printer), patience).toEqual([4]);
  return { office, paper, ...at };
}

describe('a ticket', () => {
  test('PA20 comes out as it was drawn, once for each request, also when that is sent again after a restart', async () => {
    const office = await staffedOffice();
    const { kiosk, printer } = await withPrinter(office);
    const paper = await paperOf(kiosk);
    const [first, second] = [paper(8), paper(16)];
    await Promise.all([kiosk.do('paper:print', first), kiosk.do('paper:print', first)]);
    await kiosk.do('paper:print', first);
    await expect.poll(() => printed(printer), patience).toEqual([8]);
    const bits = Buffer.from(first.picture.bits, 'base64');
    expect(decodeJob(printer.jobs()[0] ?? bits).picture.bits).toEqual(new Uint8Array(bits));
    await office.restart();
    const back = await office.kiosk();
    expect(back.view().printer).toBe('ready');
    await back.do('paper:print', first);
    // What comes after it on the same printer shows that it was not printed before that.
    await back.do('paper:print', second);
    await expect.poll(() => printed(printer), patience).toEqual([8, 16]);
  });

  test('PA21 that could not be printed is not printed later; printing it again is a new request', async () => {
    const { office, kiosk, manage, printer, paper } = await withProvenPrinter();
    printer.answers = noPaper;
    const lost = paper(8);
    await kiosk.do('paper:print', lost);
    await kiosk.until((view) => view.printer === 'trouble');
    await manage.until(({ printers }) => printers[0]?.state === 'paperOut');
    printer.answers = well;
    // Sent again it is answered as before, and nothing is printed.
    await kiosk.do('paper:print', lost);
    await kiosk.do('paper:print', paper(24));
    await kiosk.until((view) => view.printer === 'ready');
    await manage.until(({ printers }) => printers[0]?.state === 'ready');
    await expect.poll(() => printed(printer), patience).toEqual([4, 24]);
    expect(office.rows()['ticket']).toHaveLength(1);
    expect(office.logged()).toContain('paperOut');
  });

  test('PA22 is asked for while the printer is away: staff see it, and it works once the printer is back', async () => {
    const { kiosk, manage, printer, paper } = await withProvenPrinter();
    await printer.close();
    await kiosk.do('paper:print', paper(8));
    await kiosk.until((view) => view.printer === 'trouble');
    await manage.until(({ printers }) => printers[0]?.state === 'away');
    const back = await fakePrinter(Number(new URL(printer.address).port));
    await kiosk.do('paper:print', paper(16));
    await kiosk.until((view) => view.printer === 'ready');
    await expect.poll(() => printed(back), patience).toEqual([16]);
  });

  test('PA29 of a kiosk whose printer prints nothing: every console learns which kiosk and why, until it prints', async () => {
    const { office, kiosk, printer, paper } = await withProvenPrinter();
    const manage = await office.manage();
    const [seated, onBreak] = [await office.seated('canbo1', 1), await office.officer('canbo2')];
    const { client: second, deviceId } = await pairedDevice(office, manage, 'kiosk');
    const other = await fakePrinter();
    await manage.do('printer:setUp', { deviceId, address: other.address });
    await second.until((view) => view.printer === 'ready');
    expect(seated.view().printersInTrouble).toEqual([]);
    [printer.answers, other.answers] = [noPaper, { offline: 0x12 | 0x04, paper: 0x12 }];
    await Promise.all([kiosk.do('paper:print', paper(8)), second.do('paper:print', paper(8))]);
    for (const console of [seated, onBreak])
      expect((await console.until((view) => view.printersInTrouble.length === 2)).printersInTrouble).toEqual([
        { kiosk: null, fault: 'paperOut' },
        { kiosk: 'Sảnh', fault: 'coverOpen' },
      ]);
    [printer.answers, other.answers] = [well, well];
    await kiosk.do('paper:print', paper(16));
    await seated.until(
      ({ printersInTrouble: [first, more] }) => first?.kiosk === 'Sảnh' && more === undefined,
    );
    await manage.do('device:remove', { deviceId });
    await seated.until((view) => view.printersInTrouble.length === 0);
  });

  test.each([
    ['too few bytes', { ...pictureOf(8, 1), height: 9 }],
    ['too many bytes', { ...pictureOf(8, 1), height: 7 }],
    ['no whole bytes in a row', { ...pictureOf(8, 1), width: 572 }],
    ['no base64', { ...pictureOf(8, 1), bits: `${'!'.repeat(767)}=` }],
    ['no bytes at all', { ...pictureOf(8, 1), bits: '' }],
  ])('PA23 with %s is malformed, and nothing is printed', async (_what, picture) => {
    const office = await staffedOffice();
    const { kiosk, printer } = await withPrinter(office);
    const paper = await paperOf(kiosk);
    const answer = await kiosk.sendRaw('paper:print', { ...paper(8), picture });
    expect(problemOf(answer as Parameters<typeof problemOf>[0]).kind).toBe('malformed');
    await kiosk.do('paper:print', paper(40));
    await expect.poll(() => printed(printer), patience).toEqual([40]);
  });

  test('PA24 of nobody is not printed', async () => {
    const office = await staffedOffice();
    const { kiosk, printer } = await withPrinter(office);
    const stranger = { ticketId: randomUUID(), picture: pictureOf(8, 1) };
    expect(codeOf(await kiosk.send('paper:print', stranger))).toBe('unknownTicket');
    expect(printed(printer)).toEqual([]);
  });
});

describe('the printers of an office', () => {
  test('PA25 belong each to one kiosk, and go with it', async () => {
    const office = await staffedOffice();
    const { kiosk: local, manage, printer: first } = await withPrinter(office);
    const second = await fakePrinter();
    const { client: kiosk, deviceId } = await pairedDevice(office, manage, 'kiosk');
    expect(kiosk.view().printer).toBe('none');
    await manage.do('printer:setUp', { deviceId, address: second.address });
    await kiosk.until((view) => view.printer === 'ready');
    await kiosk.do('paper:print', (await paperOf(kiosk))(8));
    await local.do('paper:print', (await paperOf(local))(16));
    await expect.poll(() => [printed(first), printed(second)], patience).toEqual([[16], [8]]);
    expect(manage.view().printers.map((one) => [one.deviceId, one.address])).toEqual([
      [null, first.address],
      [deviceId, second.address],
    ]);
    await manage.do('device:remove', { deviceId });
    await manage.until(({ printers }) => printers.length === 1);
    await manage.do('printer:setUp', { deviceId: null, address: null });
    await local.until((view) => view.printer === 'none');
    const answer = await local.send('paper:print', (await paperOf(local))(8));
    expect(codeOf(answer)).toBe('noPrinter');
  });

  test('PA25 are set up only for kiosks', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const { deviceId } = await pairedDevice(office, manage, 'wall');
    for (const id of [deviceId, 99]) {
      const answer = await manage.send('printer:setUp', { deviceId: id, address: 'tcp://127.0.0.1:9' });
      expect(codeOf(answer)).toBe('unknownDevice');
    }
  });

  test.each([
    'http://127.0.0.1/',
    'tcp://printer:65536',
    'tcp://',
    'file:///etc/passwd',
    'file:///dev/../etc/x',
    'lp0',
  ])('PA26 are reached by the network or a device file only, not by %s', async (address) => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const answer = await manage.send('printer:setUp', { deviceId: null, address });
    expect(problemOf(answer).kind).toBe('malformed');
  });
});

describe('what to have ready', () => {
  const shown = (kiosk: Client<'kiosk'>, fieldId: number) =>
    kiosk
      .view()
      .papers.filter((item) => item.fieldId === fieldId)
      .map(({ procedure, papers }) => [procedure.vi, papers]);
  const certified = [
    [
      'Chứng thực bản sao từ bản chính',
      ['Bản chính giấy tờ', 'Bản photo cần chứng thực (hoặc photo tại chỗ)'],
    ],
    [
      'Chứng thực chữ ký trong giấy tờ, văn bản',
      ['Căn cước/hộ chiếu còn hạn', 'Văn bản sẽ ký (không ký trước)'],
    ],
  ];

  test('PA27 is told for the two procedures of a field that are asked for most, and none without papers', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    expect(shown(kiosk, 1)).toEqual(certified);
    expect(kiosk.view().papers.every(({ papers }) => papers.length > 0)).toBe(true);
    for (const { id } of kiosk.view().fields) expect(shown(kiosk, id).length).toBeLessThanOrEqual(2);
  });

  test('PA28 is filled in from the catalogue for an office that was made before it was kept, but never over what is there', async () => {
    const server = await startServer();
    await server.edit(`
      UPDATE procedure SET papers = '[]', demand = 0;
      UPDATE procedure SET papers = '["Đơn riêng"]', demand = 99 WHERE key = 'ct-di-chuc'`);
    const kiosk = await kioskAt(server.url());
    expect(shown(kiosk, 1)).toEqual([
      ['Chứng thực di chúc, văn bản từ chối hoặc phân chia di sản', ['Đơn riêng']],
      certified[0],
    ]);
  });
});
