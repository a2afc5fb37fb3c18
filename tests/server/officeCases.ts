import { expect } from 'vitest';
import { usualWeek } from '../factories/hours.ts';
import { minutes, opening } from '../factories/ids.ts';
import { fieldOf, issue } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

type Requests =
  | 'ticket:add'
  | 'appointment:add'
  | 'appointment:cancel'
  | 'appointment:import'
  | 'appointment:checkIn'
  | 'office:setHours'
  | 'office:setRules'
  | 'field:setQuota'
  | 'kiosk:lock';

/** Requests about hours, rules and appointments. */
export const officeCases: { readonly [N in Requests]: Case<N> } = {
  'ticket:add': {
    arrange: async (office) => {
      const [officer, colleague] = await Promise.all([office.seated('canbo1', 1), office.officer('canbo2')]);
      const fieldId = fieldOf(officer, 1);
      return {
        from: officer,
        input: { fieldId, legs: [1], priority: 'DISABLED' },
        other: { fieldId, legs: [], priority: null },
        seen: async (output) => {
          expect(output).toMatchObject({ legs: [1], peopleAhead: 0, appointmentAt: null });
          const { line } = await officer.until((view) => view.line.length === 1);
          expect(line[0]).toMatchObject({
            number: output.number,
            priority: { code: 'DISABLED', confirmed: true },
          });
          await colleague.until(({ fields }) => fields.find(({ id }) => id === fieldId)?.waiting === 1);
        },
      };
    },
  },
  'appointment:add': {
    arrange: async (office) => {
      const [officer, kiosk, manage] = await Promise.all([
        office.officer('canbo1'),
        office.kiosk(),
        office.manage(),
      ]);
      const at = opening + minutes(90);
      return {
        from: officer,
        input: { fieldId: 2, at, name: 'Nguyễn Thị Hồng Nhung' },
        other: { fieldId: 2, at, name: null },
        seen: async ({ code }) => {
          expect(code).toMatch(/^\d{6}$/u);
          await kiosk.until((view) => view.hasAppointments);
          const { appointments } = await manage.until((view) => view.appointments.length === 1);
          expect(appointments[0]).toMatchObject({
            code,
            fieldId: 2,
            at,
            name: 'Nguyễn Thị Hồng Nhung',
            checkedIn: false,
          });
        },
      };
    },
  },
  'appointment:cancel': {
    arrange: async (office) => {
      const [manage, kiosk, officer] = await Promise.all([
        office.manage(),
        office.kiosk(),
        office.officer('canbo1'),
      ]);
      await officer.do('appointment:add', { fieldId: 2, at: opening + minutes(90), name: null });
      const { appointments } = await manage.until((view) => view.appointments.length === 1);
      return {
        from: manage,
        input: { appointmentId: appointments[0]?.id ?? 0 },
        other: { appointmentId: 99 },
        seen: async () => {
          await kiosk.until((view) => !view.hasAppointments);
          await officer.until((view) => view.appointments.length === 0);
        },
      };
    },
  },
  'appointment:import': {
    arrange: async (office) => {
      const [manage, officer] = await Promise.all([office.manage(), office.officer('canbo1')]);
      const csv = 'ngày,giờ,lĩnh vực\n23/11/2026,10:00,A\n23/11/2026,09:30,Hộ tịch\n';
      return {
        from: manage,
        input: { csv },
        other: { csv: csv.trim() },
        seen: async ({ added }) => {
          expect(added).toBe(2);
          const { appointments } = await officer.until((view) => view.appointments.length === 2);
          expect(appointments.map(({ fieldId }) => fieldId)).toEqual([2, 1]);
        },
      };
    },
  },
  'appointment:checkIn': {
    arrange: async (office) => {
      const [kiosk, officer] = await Promise.all([office.kiosk(), office.seated('canbo1', 1)]);
      const fieldId = fieldOf(officer, 1);
      const at = opening + minutes(75);
      const { code } = await officer.do('appointment:add', { fieldId, at, name: null });
      const other = await officer.do('appointment:add', { fieldId, at, name: null });
      return {
        from: kiosk,
        input: { by: { kind: 'code', code } },
        other: { by: { kind: 'code', code: other.code } },
        seen: async (output) => {
          expect(output).toMatchObject({ fieldId, appointmentAt: at, wait: null });
          await officer.until(({ line }) => line[0]?.id === output.ticketId && line[0].appointmentAt === at);
          await officer.until((view) => view.appointments.length === 1);
        },
      };
    },
  },
  'office:setHours': {
    arrange: async (office) => {
      const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      const hours = { week: usualWeek, specialDays: [], lastTicketMs: minutes(30) };
      return {
        from: manage,
        input: { hours },
        other: { hours: { ...hours, week: null } },
        seen: async () => {
          const view = await kiosk.until((now) => now.opening.kind === 'open' && now.opening.until !== null);
          expect(view.opening).toEqual({ kind: 'open', until: opening + minutes(210) });
          await manage.until((now) => now.hours.lastTicketMs === minutes(30));
          expect(manage.view().hours).toEqual(hours);
        },
      };
    },
  },
  'office:setRules': {
    arrange: async (office) => {
      const [manage, officer] = await Promise.all([office.manage(), office.officer('canbo1')]);
      const rules = {
        oneOfEvery: 4,
        maxCalls: 2,
        coolDownMs: minutes(3),
        lateToleranceMs: minutes(10),
        openPerVisitor: 1,
        dailyPerVisitor: 3,
        keepParked: true,
      };
      return {
        from: manage,
        input: { rules },
        other: { rules: { ...rules, keepParked: false } },
        seen: async () => {
          await officer.until(
            ({ missPolicy }) => missPolicy.maxCalls === 2 && missPolicy.coolDownMs === minutes(3),
          );
          const view = await manage.until((now) => now.rules.oneOfEvery === 4);
          expect(view.rules).toEqual(rules);
        },
      };
    },
  },
  'field:setQuota': {
    arrange: async (office) => {
      const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      await issue(kiosk, 1);
      return {
        from: manage,
        input: { fieldId: 1, dailyQuota: 5 },
        other: { fieldId: 1, dailyQuota: null },
        seen: async () => {
          await kiosk.until(({ fields }) => fields.find(({ id }) => id === 1)?.left === 4);
          const { fields } = await manage.until((view) =>
            view.fields.some((field) => field.dailyQuota === 5),
          );
          expect(fields.find(({ id }) => id === 1)).toMatchObject({ dailyQuota: 5, issuedToday: 1 });
        },
      };
    },
  },
  'kiosk:lock': {
    arrange: async (office) => {
      const [manage, kiosk] = await Promise.all([office.manage(), office.kiosk()]);
      const message = { vi: 'Máy tạm dừng để thay giấy.', en: 'Changing the paper.' };
      return {
        from: manage,
        input: { message },
        other: { message: null },
        seen: async () => {
          await kiosk.until(
            (view) => view.opening.kind === 'locked' && view.opening.message.vi === message.vi,
          );
          await manage.until(({ lock }) => lock?.en === message.en);
        },
      };
    },
  },
};
