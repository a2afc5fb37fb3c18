import { samePersonFrom, thresholdsFor } from '../shared/domain/matching.ts';
import { makeGallery } from './gallery/gallery.ts';
import { watchStrangers } from './gallery/strangers.ts';
import type { Faces, FaceSet } from './usecases/ports.ts';
import type { StoredTemplate } from './usecases/records.ts';
import type { Store } from './usecases/store.ts';

/** Faces in memory, and a way to end what goes on with them in the background. */
export type LoadedFaces = Faces & { readonly stop: () => void };

function facesOf(store: Store, faceSet: FaceSet, templates: readonly StoredTemplate[]): LoadedFaces {
  const gallery = makeGallery(faceSet.population);
  for (const template of templates) gallery.add(template);
  gallery.settle();
  const samePerson = (): number =>
    samePersonFrom(thresholdsFor(faceSet.thresholds[store.office.office().population], gallery.size()));
  const { accept, stop } = watchStrangers(gallery, samePerson);
  return { faceSet, gallery, ownAccept: accept, stop };
}

/** Everybody whom the set in use knows. */
export const loadFaces = (store: Store, faceSet: FaceSet): LoadedFaces =>
  facesOf(store, faceSet, store.visitors.templates(faceSet.id, faceSet.dimension));

/**
 * Those who are known by another set only: by the one of which there are most, if its files are still there.
 * @param setCalled a set by its id, or null if it is not there.
 */
export function loadPreviousFaces(
  store: Store,
  current: Faces,
  setCalled: (id: string) => FaceSet | null,
): LoadedFaces | null {
  const { id, dimension } = current.faceSet;
  const known = new Set(current.gallery.visitors());
  for (const other of store.visitors.otherSets(id, dimension)) {
    const faceSet = other.modelId === id ? null : setCalled(other.modelId);
    // What an older make of a set left cannot be compared with what its present one makes.
    if (faceSet?.dimension !== other.dimension) continue;
    const templates = store.visitors.templates(faceSet.id, faceSet.dimension);
    return facesOf(
      store,
      faceSet,
      templates.filter(({ visitorId }) => !known.has(visitorId)),
    );
  }
  return null;
}
