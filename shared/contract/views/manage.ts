import { z } from 'zod';
import { health } from '../health.ts';
import { deviceScreens } from '../protocol.ts';
import { bilingualText, factsFrom, fieldId, millis, modelId, officerId, role } from '../schemas.ts';
import {
  dossierSetting,
  fieldSetting,
  hours,
  population,
  retention,
  rules,
  wallSetting,
  workField,
} from '../settings.ts';
import { priorityRow } from '../procedure.ts';
import { officeTexts } from '../texts.ts';
import { assistant } from './assistant.ts';
import { keeping } from './keeping.ts';
import { dossierFigures, letterTemplate } from './dossier.ts';
import { floor } from './floor.ts';
import { me, office, opening, printerFault, staffCounter, wish } from './parts.ts';
import { privacy } from './privacy.ts';

const count = z.int().nonnegative();

/** Face check-in as the manager sees it. */
const faces = z.strictObject({
  modelId,
  population,
  dwellMs: z.int().positive(),
  visitors: count,
  templates: count,
  /** Visitors known only by another model set; each is learnt anew at the next visit. */
  toRelearn: count,
  /** What the kiosks' recognitions led to today. */
  today: z.strictObject({
    recognised: count,
    unsure: count,
    unknown: count,
    denied: count,
    enrolled: count,
    answered: count,
    wrongAnswer: count,
    /** Taken for a picture, or the head was not turned when asked. */
    suspected: count,
    /** Not looked for, since a kiosk asked more often than visitors can come. */
    limited: count,
  }),
});

/** One of two registrations that may be the same person's: what tells it from the other, never a picture. */
const registration = z.strictObject({
  maskedName: z.string().nullable(),
  birthYear: z.int().nullable(),
  birthDate: z.string().nullable(),
  idLast4: z.string().nullable(),
  factsFrom,
  registeredAt: millis,
  visits: count,
  templates: count,
});
/** What a kiosk said last of its machine; null: nothing since the server was started. */
const lastHealth = health.extend({ at: millis }).nullable();

/** What was asked of a screen from afar, and what of it the screen says it has done. */
const remote = z.strictObject({
  asked: wish,
  lockDone: z.boolean(),
  reloadDone: z.boolean(),
  /** Whether its own printer has printed something that can be printed again. */
  canReprint: z.boolean(),
});

export const manage = z.strictObject({
  office,
  me,
  floor,
  opening,
  hours,
  /** What the server's disk did to the last thing that was to be stored; null if it is well. */
  storageTrouble: z.enum(['noRoom', 'notWritable', 'damaged', 'failed']).nullable(),
  rules,
  priorityClasses: z.array(priorityRow),
  texts: officeTexts,
  /** Grows with every change of the catalogue, which is asked for by itself. */
  catalogueStamp: count,
  /** What locked kiosks show. */
  lock: bilingualText.nullable(),
  fields: z.array(
    z.strictObject({
      id: fieldId,
      ...fieldSetting.shape,
      dailyQuota: count.nullable(),
      issuedToday: count,
    }),
  ),
  officers: z.array(
    z.strictObject({
      id: officerId,
      login: z.string(),
      name: z.string(),
      role,
      hasPassword: z.boolean(),
      counterNumber: z.int().positive().nullable(),
      fields: z.array(workField),
      mayPick: z.boolean(),
    }),
  ),
  counters: z.array(staffCounter),
  devices: z.array(
    z.strictObject({
      id: z.int().positive(),
      screen: z.enum(deviceScreens),
      name: z.string(),
      counterNumber: z.int().positive().nullable(),
      pairedAt: millis,
      connected: z.boolean(),
      health: lastHealth,
      remote,
    }),
  ),
  /** Of the kiosk on the server's own machine, which is not paired. */
  ownKiosk: lastHealth,
  /** How many numbers that kiosks gave by themselves could not be taken into the line lately. */
  keptNumbers: z.int().nonnegative(),
  ownRemote: remote,
  faces,
  keeping,
  assistant,
  retention,
  /** Nobody has decided on these yet; at most 50, oldest first. */
  duplicates: z.array(
    z.strictObject({
      id: z.int().positive(),
      why: z.enum(['face', 'card']),
      /** Stays, with everything of the other, if they become one. */
      kept: registration,
      gone: registration,
    }),
  ),
  /** As set; the first is for every wall without a setting of its own. */
  walls: z.array(z.strictObject({ deviceId: z.int().positive().nullable(), setting: wallSetting })),
  printers: z.array(
    z.strictObject({
      deviceId: z.int().positive().nullable(),
      address: z.string(),
      state: z.enum(['ready', ...printerFault.options]),
    }),
  ),
  /** As set, and the address that stands on paper now. */
  publicUrl: z.strictObject({ set: z.string().nullable(), used: z.string() }),
  /** Being told by push that the turn is near: as set, and whether phones reach the office in a way that allows it. */
  push: z.strictObject({ on: z.boolean(), possible: z.boolean() }),
  /** Whether anybody may read the page "Dân biết". */
  danBiet: z.boolean(),
  /** From now on, by time; at most 200. */
  appointments: z.array(
    z.strictObject({
      id: z.int().positive(),
      code: z.string(),
      fieldId,
      at: millis,
      name: z.string().nullable(),
      checkedIn: z.boolean(),
    }),
  ),
  dossiers: z.strictObject({
    figures: dossierFigures,
    setting: dossierSetting,
    templates: z.array(letterTemplate),
  }),
  privacy,
});
