import type { FieldSetting } from '../../shared/contract/settings.ts';
import type { AssistantOutcome, AssistantStep } from '../../shared/contract/views/assistant.ts';

export type AssistantStore = {
  readonly all: () => readonly { readonly step: AssistantStep; readonly outcome: AssistantOutcome }[];
  readonly mark: (step: AssistantStep, outcome: AssistantOutcome) => void;
  /** The ids of the fields that are offered, by their codes in the catalogue. */
  readonly offered: () => ReadonlyMap<string, number>;
  /** Offers a field of the catalogue after all others; one that was removed comes back as it was, under its letters. */
  readonly offer: (code: string, setting: FieldSetting) => void;
};

/** A field that the product knows. */
export type CatalogueField = {
  readonly code: string;
  readonly setting: FieldSetting;
  /** How often it is asked for, beside the others. */
  readonly demand: number;
};
