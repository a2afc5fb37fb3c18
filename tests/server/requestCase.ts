import type { RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import type { Client, Input } from '../factories/clients.ts';
import { connect, postTo } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { fieldOf, issue, plainFinish } from '../factories/staffedOffice.ts';

/** One request as it is made on a real day, for the tests that every request has to pass. */
export type Case<N extends RequestName = RequestName> = {
  /** Brings the office to where the request succeeds. */
  readonly arrange: (office: StaffedOffice) => Promise<{
    /** Who sends it. */
    readonly from: Client;
    readonly input: Input<N>;
    /** Somebody else sees that it was done. */
    readonly seen: (output: RequestOutput<N>) => Promise<void>;
    /** Other contents of the right form; null if the request carries nothing but its id. */
    readonly other: Input<N> | null;
  }>;
};

/** An officer at counter 1 with one visitor called, and the display of that counter. */
export async function withCall(office: StaffedOffice) {
  const [kiosk, officer, display] = await Promise.all([
    office.kiosk(),
    office.seated('canbo1', 1),
    office.counter(1),
  ]);
  const { trackUrl } = await issue(kiosk, fieldOf(officer, 1));
  const { ticketId, number } = await officer.do('ticket:callNext', {});
  await display.until(({ call }) => call?.number === number);
  return {
    kiosk,
    officer,
    display,
    ticketId,
    onTicket: { ticketId },
    number,
    trackUrl,
    other: { ticketId: crypto.randomUUID() },
  };
}

/** The same with the visitor being served. */
export async function withService(office: StaffedOffice) {
  const at = await withCall(office);
  await at.officer.do('ticket:start', { ticketId: at.ticketId });
  await at.display.until(({ call }) => call?.state === 'serving');
  return at;
}

/** The same with the visit over and the display asking what the visitor thought of it. */
export async function withQuestion(office: StaffedOffice) {
  const at = await withService(office);
  await at.officer.do('ticket:finish', { ticketId: at.ticketId, ...plainFinish });
  await at.display.until(({ rating }) => rating?.ticketId === at.ticketId);
  return at;
}

/** Pairs a screen as the manager and its installer would. */
export async function pairedDevice<S extends 'kiosk' | 'wall'>(
  office: StaffedOffice,
  manage: Client<'manage'>,
  screen: S,
) {
  const known = manage.view().devices;
  const { code } = await manage.do('device:invite', { screen, name: 'Sảnh', counterId: null });
  const { body } = await postTo(office.url(), '/api/pair', { code });
  const { token } = body as { token: string };
  const { devices } = await manage.until((view) => view.devices.length > known.length);
  const deviceId = Math.max(...devices.map(({ id }) => id));
  return { token, deviceId, client: await connect(office.url(), { screen, token }) };
}
