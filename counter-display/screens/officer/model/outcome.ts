import type { RequestInput } from '../../../../shared/contract/requests.ts';
import { dossierCode } from '../../../../shared/contract/schemas.ts';

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
  /** Procedures of dossiers for which the server makes the code. */
  readonly made: readonly string[];
  /** The procedure of a dossier, where it is not the first. */
  readonly procedureOf: Readonly<Record<string, string>>;
  /** What is missing, or why it is refused. */
  readonly said: string;
};

export const emptyDraft: Draft = {
  result: 'completed',
  procedures: [],
  dossierCodes: [],
  code: '',
  note: '',
  made: [],
  procedureOf: {},
  said: '',
};

const keeping: readonly ServiceResult[] = ['received', 'supplement', 'refused'];
/** Whether the result begins a dossier, or takes one on. */
export const keepsDossiers = ({ result }: Pick<Draft, 'result'>): boolean => keeping.includes(result);
/** Whether the result has to be explained to the visitor. */
export const needsSaid = ({ result }: Pick<Draft, 'result'>): boolean =>
  result === 'supplement' || result === 'refused';

/** The procedure of the dossier with this code: as chosen, or the first of the service; null if there is none. */
export function procedureOf({ procedures, procedureOf: chosen }: Draft, code: string): string | null {
  const wanted = chosen[code];
  const isThere = procedures.some(({ key }) => key === wanted);
  return (isThere ? wanted : procedures[0]?.key) ?? null;
}

/** Whether a code can be a dossier's; others stay with the service alone. */
export const isDossierCode = (code: string): boolean => dossierCode.safeParse(code).success;

/** A further dossier, of the procedure chosen last; the server makes its code. */
export function addMade(draft: Draft): Draft {
  const last = draft.procedures.at(-1)?.key;
  return last === undefined || draft.made.length + draft.dossierCodes.length >= most.codes
    ? draft
    : { ...draft, made: [...draft.made, last] };
}

/** Leaves out a dossier whose code the server would make. */
export const dropMade = (draft: Draft, place: number): Draft => ({
  ...draft,
  made: draft.made.filter((_, i) => i !== place),
});

/** What is sent of dossiers: those with a procedure, if the result is one that keeps them; else nothing. */
export function dossiersOf(before: Draft): Pick<RequestInput<'ticket:finish'>, 'dossiers' | 'said'> {
  const draft = addCode(before, before.code);
  if (!keepsDossiers(draft)) return {};
  const typed = draft.dossierCodes.filter(isDossierCode).flatMap((code) => {
    const procedureKey = procedureOf(draft, code);
    return procedureKey === null ? [] : [{ code, procedureKey }];
  });
  const made = draft.made
    .filter((key) => draft.procedures.some((one) => one.key === key))
    .map((procedureKey) => ({ code: null, procedureKey }));
  const said = draft.said.trim();
  return { dossiers: [...typed, ...made], said: needsSaid(draft) && said !== '' ? said : null };
}

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
