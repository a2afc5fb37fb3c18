import type { FieldId } from '../ids.ts';
import type { OfficeNow } from './state.ts';

/**
 * Splits an office into groups of desks that share lines, directly or through fields they share with others. What
 * happens in another group plays no part in a wait, and need not be played for it. Fields that no desk serves, and
 * those who wait for them, are in none.
 */
export function groupsOf(office: OfficeNow): OfficeNow[] {
  const groups: { fields: Set<FieldId>; desks: OfficeNow['desks'][number][] }[] = [];
  for (const desk of office.desks) {
    const touched = groups.filter(({ fields }) => [...fields].some((field) => desk.fields.has(field)));
    const joined = {
      fields: new Set([...desk.fields.keys(), ...touched.flatMap(({ fields }) => [...fields])]),
      desks: [...touched.flatMap(({ desks }) => desks), desk],
    };
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map(({ fields, desks }) => ({
    ...office,
    desks,
    waiting: office.waiting.filter(({ fieldId }) => fields.has(fieldId)),
    fields: office.fields.filter((fieldId) => fields.has(fieldId)),
    arrivals: office.arrivals.filter(({ fieldId }) => fields.has(fieldId)),
    appointments: office.appointments.filter(({ fieldId }) => fields.has(fieldId)),
  }));
}
