/** What the kiosk's screen and the worker that reads cards say to each other. */
import type { CardTrouble, CitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** Comes after the worker said that it is ready. */
export type ToCardReader = {
  /** The camera, from `MediaStreamTrackProcessor.readable`, transferred. */
  readonly frames: ReadableStream<VideoFrame>;
  readonly today: BusinessDay;
};

/** What a code says. The text of the code itself stays where it was read. */
export type CardRead = Result<CitizenCard, CardTrouble>;
export type FromCardReader = CardRead | 'ready';
