import type { Client } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { enrol } from '../factories/staffedOffice.ts';

/** What the tests about personal data begin with. */

export const nhung = 'Nguyễn Thị Hồng Nhung';
export const birthYear = 1980;
export const birthDate = '1980-09-02';
/** The business day of every test that does not move the clock. */
export const facts = {
  what: 'Mất một máy tính xách tay',
  data: 'Họ tên của người đặt lịch',
  people: 12,
  measures: 'Đã khóa từ xa',
};

/** A kiosk before which somebody stands who is registered. */
export async function registered(office: StaffedOffice, person = 1, name: string | null = nhung) {
  const kiosk = await office.kiosk();
  const { visitorRef } = await enrol(kiosk, person, name, birthYear);
  return { kiosk, visitorRef };
}

/** The same after the birth date was given. */
export async function proven(office: StaffedOffice, person = 1, name: string | null = nhung) {
  const { kiosk, visitorRef } = await registered(office, person, name);
  const answer = await kiosk.do('mine:prove', { visitorRef, birthDate });
  if (answer.kind !== 'proven') throw new Error('the birth date was right');
  return { kiosk, visitorRef, mineRef: answer.mineRef };
}

/** Finds the one person of this name. */
export async function personRefOf(manage: Client<'manage'>, name = nhung): Promise<string> {
  const { people } = await manage.do('person:find', {
    by: { kind: 'name', name, birthYear: null },
    why: 'request',
  });
  const [person] = people;
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person.personRef;
}

/** A manager with one request of somebody who is registered. */
export async function withRequest(
  office: StaffedOffice,
  kind: 'see' | 'correct' | 'withdraw' | 'erase',
  more: { readonly correction?: { readonly name: string | null; readonly birthDate: string | null } } = {},
) {
  const [{ kiosk }, manage] = [await registered(office), await office.manage()];
  const { dataRequestId } = await manage.do('dataRequest:add', {
    kind,
    channel: 'desk',
    receivedOn: dayOf(office),
    personRef: await personRefOf(manage),
    correction: more.correction ?? null,
    note: 'Có mang theo thẻ căn cước',
  });
  await manage.until(({ privacy }) => privacy.requests.some(({ id }) => id === dataRequestId));
  return { kiosk, manage, dataRequestId };
}

/** The office's day now. */
export const dayOf = (office: StaffedOffice): string =>
  new Date(office.clock.now + 7 * 3_600_000).toISOString().slice(0, 10);

export const requestIn = (manage: Client<'manage'>, id: number) =>
  manage.view().privacy.requests.find((request) => request.id === id);
