import { z } from 'zod';

/** What a new office needs, in the order in which a manager is led through it; `end`: it was gone through. */
export const assistantSteps = [
  'office',
  'hours',
  'fields',
  'counters',
  'officers',
  'screens',
  'printer',
  'camera',
  'sound',
  'end',
] as const;
export const assistantStep = z.enum(assistantSteps);
export type AssistantStep = z.infer<typeof assistantStep>;

/** `failed`: what was tried did not work. */
export const assistantOutcome = z.enum(['done', 'skipped', 'failed']);
export type AssistantOutcome = z.infer<typeof assistantOutcome>;

/** How each step went; steps that nobody has been to are missing. */
export const assistant = z.array(z.strictObject({ step: assistantStep, outcome: assistantOutcome }));
