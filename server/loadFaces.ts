import type { VisitorId } from '../shared/domain/ids.ts';
import { samePersonFrom, thresholdsFor } from '../shared/domain/matching.ts';
import { makeGallery } from './gallery/gallery.ts';
import { watchStrangers } from './gallery/strangers.ts';
import type { Turns } from './pieces.ts';
import { inPieces } from './pieces.ts';
import type { Faces, FaceSet, Gallery } from './usecases/ports.ts';
import type { SetKey, Store } from './usecases/store.ts';

/** So many templates are unsealed at once, which takes about a millisecond. */
const fetchedAtOnce = 128;

/** Faces on their way into memory. */
type ComingFaces = Faces & {
  /** Brings some more. @returns whether more are to come. @throws SealBroken, or as SQLite does. */
  readonly fetch: () => boolean;
  /** Ends what goes on with them in the background. */
  readonly stop: () => void;
};

/** The same gallery. @param onChange told whose templates are put in the place of others. */
const watched = (gallery: Gallery, onChange: (visitorId: VisitorId) => void): Gallery => ({
  ...gallery,
  replace: (visitorId, vectors) => {
    onChange(visitorId);
    gallery.replace(visitorId, vectors);
  },
});

/** @param known whom this set knows are left out. */
function comingFaces(store: Store, faceSet: FaceSet, known: SetKey | null): ComingFaces {
  const gallery = makeGallery(faceSet.population);
  const samePerson = (): number =>
    samePersonFrom(thresholdsFor(faceSet.thresholds[store.office.office().population], gallery.size()));
  const { accept, stop } = watchStrangers(gallery, samePerson);
  const set = { modelId: faceSet.id, dimension: faceSet.dimension };
  /** What is changed of these while they are on their way is newer than what comes of them. */
  const changed = new Set<VisitorId>();
  // Whoever comes later is put into the gallery by whoever registers them.
  const newest = store.visitors.newestTemplate();
  let fetched = 0;
  let isLoaded = false;

  const fetch = (): boolean => {
    if (isLoaded) return false;
    if (fetched < newest) {
      for (const template of store.visitors.templates(set, fetched, fetched + fetchedAtOnce, known))
        if (!changed.has(template.visitorId)) gallery.add(template);
      fetched += fetchedAtOnce;
      return true;
    }
    if (gallery.settle()) return true;
    changed.clear();
    isLoaded = true;
    return false;
  };
  return {
    faceSet,
    gallery: watched(gallery, (visitorId) => {
      if (!isLoaded) changed.add(visitorId);
    }),
    ownAccept: () => (isLoaded ? accept() : null),
    isLoaded: () => isLoaded,
    fetch,
    stop,
  };
}

/**
 * Those who are known by another set only: by the one of which there are most, if its files are still there.
 * @param setCalled a set by its id, or null if it is not there.
 */
function previousFaces(
  store: Store,
  { id, dimension }: FaceSet,
  setCalled: (id: string) => FaceSet | null,
): ComingFaces | null {
  for (const other of store.visitors.otherSets(id, dimension)) {
    const faceSet = other.modelId === id ? null : setCalled(other.modelId);
    // What an older make of a set left cannot be compared with what its present one makes.
    if (faceSet?.dimension === other.dimension)
      return comingFaces(store, faceSet, { modelId: id, dimension });
  }
  return null;
}

/** How a start goes about the faces. */
export type FaceLoading = Turns & {
  /** For so long the start waits for them, ms: those of most offices are there by then, and kiosks notice nothing. */
  readonly atOnceMs: number;
};

export type KnownFaces = {
  /** Everybody whom the set in use knows. */
  readonly faces: Faces;
  readonly previousFaces: Faces | null;
  /**
   * Brings them into memory: for a moment at once, the rest between other work, so that numbers are given meanwhile.
   * @param onLoaded called when everybody is there, unless that is so at once.
   * @param onFailure told why no more come; faces are not recognised then.
   * @throws what goes wrong at once.
   */
  readonly bring: (loading: FaceLoading, onLoaded: () => void, onFailure: (why: unknown) => void) => void;
  /** Ends what goes on in the background. */
  readonly stop: () => void;
};

/** Whom the sets know, nobody of whom is in memory yet. @param setCalled a set by its id, or null if it is not there. */
export function knownFaces(
  store: Store,
  faceSet: FaceSet,
  setCalled: (id: string) => FaceSet | null,
): KnownFaces {
  const faces = comingFaces(store, faceSet, null);
  const previous = previousFaces(store, faceSet, setCalled);
  const all = previous === null ? [faces] : [faces, previous];
  const coming = [...all];
  let endBringing = (): void => undefined;

  const bringSome = (): boolean => {
    if (coming[0]?.fetch() === false) coming.shift();
    if (coming.length > 0) return true;
    // Measured from now on, so that the first visitor may find it done.
    for (const { ownAccept } of all) ownAccept();
    return false;
  };
  return {
    faces,
    previousFaces: previous,
    bring: ({ atOnceMs, ...turns }, onLoaded, onFailure) => {
      const until = performance.now() + atOnceMs;
      let isMore = true;
      while (isMore && performance.now() < until) isMore = bringSome();
      if (!isMore) return;
      endBringing = inPieces(() => {
        try {
          if (bringSome()) return true;
          onLoaded();
        } catch (error) {
          onFailure(error);
        }
        return false;
      }, turns);
    },
    stop: () => {
      endBringing();
      for (const { stop } of all) stop();
    },
  };
}
