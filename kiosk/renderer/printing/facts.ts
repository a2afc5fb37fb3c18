import type { View } from '../../../shared/contract/views.ts';
import type { PaperFacts } from '../../../shared/ui/paper/paper.ts';
import type { Slip } from '../flow/slip.ts';

/** @returns what stands on the paper, of the office as it is shown now. A field that is gone has no name. */
export function factsOf({ ticket, priority }: Slip, view: View<'kiosk'>): PaperFacts {
  const nameOf = (id: number): PaperFacts['field'] | undefined =>
    view.fields.find((field) => field.id === id)?.name;
  return {
    issued: ticket,
    office: view.office.name,
    texts: view.texts,
    timeZone: view.office.timeZone,
    field: nameOf(ticket.fieldId) ?? { vi: '', en: '' },
    afterwards: ticket.legs.flatMap((id) => nameOf(id) ?? []),
    priority: view.priorityClasses.find(({ code }) => code === priority)?.name ?? null,
    papers: view.papers.filter(({ fieldId }) => fieldId === ticket.fieldId),
  };
}
