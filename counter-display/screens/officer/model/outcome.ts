import type { RequestInput } from '../../../../shared/contract/requests.ts';

type Outcome = RequestInput<'ticket:finish'>['outcome'];
export type ServiceResult = Outcome['result'];

/** What came of a service, the most usual first. */
export const results = [
  'completed',
  'received',
  'supplement',
  'refused',
  'returned',
] as const satisfies readonly ServiceResult[];

/** As many as the contract takes. */
export const most = { procedures: 20, codes: 20, codeLength: 40, count: 99, noteLength: 500 } as const;

/** What an officer has typed about the visitor at the desk. */
export type Draft = Omit<Outcome, never> & {
  /** A dossier code that is being typed. */
  readonly code: string;
  /** A note that is being typed. */
  readonly note: string;
};

export const emptyDraft: Draft = {
  result: 'completed',
  procedures: [],
  dossierCodes: [],
  code: '',
  note: '',
};

/** Takes a dossier code into the list, once; an empty one and one too many change nothing but the field. */
export function addCode(draft: Draft, typed: string): Draft {
  const code = typed.normalize('NFC').trim().slice(0, most.codeLength);
  const isNew = code !== '' && !draft.dossierCodes.includes(code) && draft.dossierCodes.length < most.codes;
  return { ...draft, code: '', dossierCodes: isNew ? [...draft.dossierCodes, code] : draft.dossierCodes };
}

/** Leaves a code out. */
export const dropCode = (draft: Draft, code: string): Draft => ({
  ...draft,
  dossierCodes: draft.dossierCodes.filter((one) => one !== code),
});

/** How often a procedure was done, 0 to leave it out; a new one goes to the end. */
export function setCount(draft: Draft, key: string, wanted: number): Draft {
  const count = Math.min(most.count, wanted);
  if (count < 1) return { ...draft, procedures: draft.procedures.filter((one) => one.key !== key) };
  if (draft.procedures.some((one) => one.key === key))
    return {
      ...draft,
      procedures: draft.procedures.map((one) => (one.key === key ? { key, count } : one)),
    };
  return draft.procedures.length < most.procedures
    ? { ...draft, procedures: [...draft.procedures, { key, count }] }
    : draft;
}

/** One more of a procedure. */
export const addProcedure = (draft: Draft, key: string): Draft =>
  setCount(draft, key, (draft.procedures.find((one) => one.key === key)?.count ?? 0) + 1);

/** What is sent: a code still in its field counts as typed. */
export function outcomeOf(draft: Draft): Outcome {
  const { result, procedures, dossierCodes } = addCode(draft, draft.code);
  return { result, procedures, dossierCodes };
}
