import type { z } from 'zod';
import { requests } from '../../shared/contract/requests.ts';
import { prioritySetting, procedureSetting } from '../../shared/contract/procedure.ts';
import { role } from '../../shared/contract/schemas.ts';
import {
  dossierSetting,
  fieldSetting,
  floorLimits,
  hours,
  retention,
  rules,
  wallSetting,
} from '../../shared/contract/settings.ts';
import { officeTexts } from '../../shared/contract/texts.ts';
import type { Context } from './ports.ts';
import { wallSettings } from './wallSettings.ts';

/** What is set, each beside the form that it would have to have to be set by hand. */
function* settingsOf({ store }: Context): Generator<readonly [z.ZodType, unknown]> {
  const { office, dossiers, retention: kept } = store;
  const { name, timeZone, missPolicy, oneOfEvery, limits, population, dwellMs } = office.office();
  yield [requests['office:setName'].input.pick({ name: true, timeZone: true }), { name, timeZone }];
  yield [rules, { oneOfEvery, ...missPolicy, ...limits }];
  yield [requests['kiosk:setUp'].input.pick({ population: true, dwellMs: true }), { population, dwellMs }];
  yield [requests['office:setPublicUrl'].input.pick({ url: true }), { url: office.publicUrl() }];
  yield [hours, office.hours()];
  yield [retention, kept.periods()];
  for (const {
    prefix,
    description,
    icon,
    colour,
    serviceMs,
    name: called,
    dailyQuota,
    id,
  } of office.fields()) {
    yield [fieldSetting, { prefix, description, icon, colour, serviceMs, name: called }];
    yield [
      requests['field:setQuota'].input.pick({ fieldId: true, dailyQuota: true }),
      { fieldId: id, dailyQuota },
    ];
  }
  for (const { number, name: called } of office.counters())
    yield [requests['counter:save'].input.pick({ number: true, name: true }), { number, name: called }];
  for (const { login, role: has } of store.officers.all()) {
    yield [requests['officer:add'].input.pick({ login: true }), { login }];
    yield [role, has];
  }
  for (const { name: called, asked } of office.priorityClasses())
    yield [prioritySetting, { name: called, asked }];
  for (const procedure of office.everyProcedure()) yield [procedureSetting.loose(), procedure];
  yield [officeTexts, store.texts.all()];
  yield [floorLimits, office.office().floorLimits];
  for (const setting of wallSettings({ store }).values()) yield [wallSetting, setting];
  for (const [, address] of store.printers.all())
    yield [requests['printer:setUp'].input.pick({ address: true }), { address }];
  yield [dossierSetting, dossiers.setting()];
}

/** Whether everything that is set now could have been set by hand. */
export function isConfigurationSound(context: Context): boolean {
  for (const [schema, value] of settingsOf(context)) if (!schema.safeParse(value).success) return false;
  return true;
}
