import { afterEach, describe, expect, test } from 'vitest';
import { requestNames, requests } from '../../shared/contract/requests.ts';
import type { Request } from '../../shared/contract/requests/request.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  plainFinish,
  shotsOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { cases } from './requestTable.ts';

afterEach(closeAll);

type AuditRow = { at: number; actor: string; request: string; detail: string };

describe('the audit', () => {
  test.each(requestNames)(
    'CT11 keeps of %s what the contract names, once, and nothing else',
    async (name) => {
      const office = await staffedOffice();
      const { from, input } = await cases[name].arrange(office);
      const before = office.rows()['audit']?.length ?? 0;
      await from.do(name, input);
      const kept = (office.rows()['audit']?.slice(before) ?? []) as AuditRow[];
      const { audited }: Request = requests[name];
      if (audited === undefined) {
        expect(kept).toEqual([]);
        return;
      }
      expect(kept).toMatchObject([{ at: office.clock.now, request: name }]);
      expect(kept[0]?.actor).toMatch(from.stamped().screen === 'kiosk' ? /^local$/u : /^officer:\d+$/u);
      const named = Object.entries(input).filter(([member]) => audited.includes(member));
      expect(JSON.parse(kept[0]?.detail ?? '')).toEqual(Object.fromEntries(named));
    },
  );

  test('CT12 holds no name, no note, no password and no number of a face', async () => {
    const office = await staffedOffice();
    const [kiosk, officer, manage] = [
      await office.kiosk(),
      await office.seated('canbo1', 1),
      await office.manage(),
    ];
    const { visitorRef } = await enrol(kiosk, 7, 'Trần Đức Huỳnh');
    const { ticketId } = await issue(kiosk, fieldOf(officer, 1), visitorRef);
    await officer.do('ticket:callNext', {});
    await officer.do('ticket:note', { ticketId, text: 'con của bà Đặng Thuỳ Như' });
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    await manage.do('officer:setPassword', {
      officerId: officer.view().colleagues[0]?.id ?? 0,
      password: 'mot-mat-khau-bi-mat',
    });
    const kept = JSON.stringify(office.rows()['audit']);
    expect(kept).toContain('ticket:note');
    expect(kept).toContain('officer:setPassword');
    const numbers = shotsOf(7).embeddings.flat().map(String);
    for (const marker of ['Huỳnh', 'Đặng', 'bà', 'bi-mat', visitorRef, ...numbers])
      expect(kept).not.toContain(marker);
  });
});
