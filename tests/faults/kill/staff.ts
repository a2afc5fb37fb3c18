import type { Office } from '../../e2e/office.ts';
import { closeClients, connect, logIn } from '../../factories/clients.ts';

/** Officers who sit at counters: their sessions by log-in name, and a field that each counter serves. */
export type Staff = { readonly cookies: ReadonlyMap<string, string>; readonly fields: readonly number[] };

const logins = ['canbo1', 'canbo2', 'canbo3'];
export const password = 'mat-khau-dai-du';

/** Lets the officers log in for the first time and sit down at counters 1 to 3. */
export async function moveIn({ url, manager }: Office): Promise<Staff> {
  const manage = await connect(url, {
    screen: 'manage',
    cookie: await logIn(url, manager.login, manager.password),
  });
  const cookies = new Map<string, string>();
  const fields: number[] = [];
  for (const [i, login] of logins.entries()) {
    const officerId = manage.view().officers.find((officer) => officer.login === login)?.id ?? 0;
    await manage.do('officer:setPassword', { officerId, password });
    const cookie = await logIn(url, login, password);
    const officer = await connect(url, { screen: 'officer', cookie });
    const counter = officer.view().counters[i];
    await officer.do('desk:take', { counterId: counter?.id ?? 0 });
    fields.push(counter?.fieldIds[0] ?? 0);
    cookies.set(login, cookie);
  }
  closeClients();
  return { cookies, fields };
}
