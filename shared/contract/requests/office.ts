import { z } from 'zod';
import { deviceScreens } from '../protocol.ts';
import { bilingualText, counterId, fieldId, officerId } from '../schemas.ts';
import { hours, population, retention, rules, workField } from '../settings.ts';
import type { Request } from './request.ts';
import { byManager, repeatable } from './request.ts';

/** What a manager sets. */
export const officeRequests = {
  'office:setHours': { ...byManager, input: repeatable.extend({ hours }), audited: ['hours'] },
  'office:setRules': { ...byManager, input: repeatable.extend({ rules }), audited: ['rules'] },
  'office:setRetention': {
    ...byManager,
    input: repeatable.extend({ retention }),
    audited: ['retention'],
  },
  'field:setQuota': {
    ...byManager,
    /** How many numbers a day; null is no limit. */
    input: repeatable.extend({ fieldId, dailyQuota: z.int().min(0).max(9999).nullable() }),
    audited: ['fieldId', 'dailyQuota'],
  },
  'counter:setFields': {
    ...byManager,
    input: repeatable.extend({ counterId, fieldIds: z.array(fieldId).max(50) }),
    audited: ['counterId', 'fieldIds'],
  },
  'officer:setWork': {
    ...byManager,
    /** No fields: all of the counter's, alike. `mayPick`: may call out of turn. */
    input: repeatable.extend({ officerId, fields: z.array(workField).max(50), mayPick: z.boolean() }),
    audited: ['officerId', 'fields', 'mayPick'],
  },
  'kiosk:lock': {
    ...byManager,
    /** What locked kiosks show; null opens them again. */
    input: repeatable.extend({ message: bilingualText.nullable() }),
    audited: ['message'],
  },
  'kiosk:setUp': {
    ...byManager,
    /** Whose measured error rates the thresholds follow; how long a head rests on a choice, ms. */
    input: repeatable.extend({ population, dwellMs: z.int().min(600).max(4000) }),
    audited: ['population', 'dwellMs'],
  },
  'officer:setPassword': {
    ...byManager,
    input: repeatable.extend({ officerId, password: z.string().min(1).max(200) }),
    audited: ['officerId'],
  },
  'device:invite': {
    callers: ['manage'],
    role: 'manager',
    input: repeatable.extend({
      screen: z.enum(deviceScreens),
      name: z.string().trim().min(1).max(60),
      counterId: counterId.nullable(),
    }),
    /** Typed into the new screen once, before `expiresAt`. */
    output: z.strictObject({ code: z.string(), expiresAt: z.int() }),
    audited: ['screen', 'name', 'counterId'],
  },
  'device:remove': {
    ...byManager,
    input: repeatable.extend({ deviceId: z.int().positive() }),
    audited: ['deviceId'],
  },
} as const satisfies Record<string, Request>;
