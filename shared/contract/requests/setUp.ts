import { z } from 'zod';
import { bilingualText, counterId, fieldId, officerId, personName, role } from '../schemas.ts';
import { fieldSetting } from '../settings.ts';
import type { Request } from './request.ts';
import { byManager, repeatable } from './request.ts';

/** Whether the JavaScript engine knows an IANA time zone by this name. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The name by which an officer logs in. */
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);

/** What the office is made of: its name, fields, counters and people. Null as id adds one. */
export const setUpRequests = {
  'office:setName': {
    ...byManager,
    input: repeatable.extend({ name: bilingualText, timeZone: z.string().max(60).refine(isTimeZone) }),
    audited: ['name', 'timeZone'],
  },
  'field:save': {
    ...byManager,
    input: repeatable.extend({ fieldId: fieldId.nullable(), setting: fieldSetting }),
    audited: ['fieldId', 'setting'],
  },
  /** Refused while numbers of it are open, were given today, or are to come. */
  'field:remove': { ...byManager, input: repeatable.extend({ fieldId }), audited: ['fieldId'] },
  /** The order in which kiosks offer the fields: each of them, once. */
  'field:order': {
    ...byManager,
    input: repeatable.extend({ fieldIds: z.array(fieldId).min(1).max(100) }),
    audited: ['fieldIds'],
  },
  'counter:save': {
    ...byManager,
    input: repeatable.extend({
      counterId: counterId.nullable(),
      number: z.int().min(1).max(9999),
      name: bilingualText,
    }),
    audited: ['counterId', 'number', 'name'],
  },
  /** Refused while somebody works there. Its displays are taken away with it. */
  'counter:remove': { ...byManager, input: repeatable.extend({ counterId }), audited: ['counterId'] },
  'officer:add': {
    ...byManager,
    input: repeatable.extend({ login, name: personName, role }),
    audited: ['login', 'role'],
  },
  'officer:save': {
    ...byManager,
    input: repeatable.extend({ officerId, name: personName, role }),
    audited: ['officerId', 'role'],
  },
  /** Logged out at once; refused while a visitor is at the desk or a number is kept for the officer. */
  'officer:remove': { ...byManager, input: repeatable.extend({ officerId }), audited: ['officerId'] },
} as const satisfies Record<string, Request>;
