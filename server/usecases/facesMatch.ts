import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Candidate, MatchThresholds } from '../../shared/domain/matching.ts';
import { decide, meanEmbedding, samePersonFrom, thresholdsFor } from '../../shared/domain/matching.ts';
import { contradicts } from '../../shared/domain/name.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Context, Faces } from './ports.ts';
import type { Visitor } from './records.ts';
import type { Store } from './store.ts';

/** What a kiosk saw, as one model set describes it. */
type Seen = { readonly modelId: string; readonly embeddings: readonly (readonly number[])[] };

/** Whether everybody whom any set knows is in its gallery: not yet for a while after the start on a large one. */
export const areFacesLoaded = ({ isLoaded, previousFaces }: Context): boolean =>
  isLoaded() && previousFaces?.isLoaded() !== false;

/** The mean of what the kiosk saw, or why it cannot be used with this set's gallery. */
export function probeOf({ faceSet }: Faces, { modelId, embeddings }: Seen): Result<Float32Array, Refused> {
  if (modelId !== faceSet.id) return err(refuse('modelMismatch'));
  if (embeddings.some(({ length }) => length !== faceSet.dimension)) return err(refuse('modelMismatch'));
  const probe = meanEmbedding(embeddings);
  return probe === null ? err(refuse('badEmbeddings')) : ok(probe);
}

/** Who a face may be of. */
export type Match =
  | { readonly kind: 'accepted'; readonly visitor: Visitor }
  /** `contenders`: everybody who is about as much like it as the most similar one, that one first. */
  | { readonly kind: 'unsure'; readonly contenders: readonly Visitor[] }
  | { readonly kind: 'unknown' };

/** More than two are too many to be told apart by one answer. */
export const contendersAsked = 2;
/** So often is the gallery searched once more for one face. */
const searchesMost = 8;

/**
 * Whether two visitors are one person who registered twice: their faces are as alike as pictures of one person, and
 * nothing they said speaks against it. Twins and siblings have names of their own.
 */
function isSamePerson(faces: Faces, thresholds: MatchThresholds, one: Visitor, other: Visitor): boolean {
  if (one.birthYear === null || one.birthYear !== other.birthYear) return false;
  if (contradicts(one.name, other.name)) return false;
  return faces.gallery.likeness(one.id, other.id) >= samePersonFrom(thresholds);
}

/** What is asked of a match in a gallery as full as it is now. */
export function thresholdsIn(
  { store }: Pick<Context, 'store'>,
  { faceSet, gallery, ownAccept }: Faces,
): MatchThresholds {
  const { population } = store.office.office();
  return thresholdsFor(faceSet.thresholds[population], gallery.size(), ownAccept());
}

/** Of one person's registrations the one with the most visits; of as many, the newer. */
const mostUsed = ({ tickets }: Store, [first, ...others]: readonly [Visitor, ...Visitor[]]): Visitor =>
  others.reduce((best, one) => {
    const more = tickets.visits(one.id) - tickets.visits(best.id);
    return more > 0 || (more === 0 && one.registeredAt > best.registeredAt) ? one : best;
  }, first);

/**
 * Searches one set's gallery. Somebody who registered twice counts as one person, so that they are not for ever told
 * apart from themselves.
 */
export function matchIn({ store }: Pick<Context, 'store'>, faces: Faces, probe: Float32Array): Match {
  const { gallery } = faces;
  const thresholds = thresholdsIn({ store }, faces);
  const { best, second } = gallery.search(probe);
  const first = best && store.visitors.find(best.visitorId);
  if (best === null || first === null) return { kind: 'unknown' };

  /** Everybody about as much like the probe as the best, each person's registrations together. */
  const people: [Visitor, ...Visitor[]][] = [[first]];
  const seen = new Set<VisitorId>([best.visitorId]);
  let rival: Candidate | null = null;
  for (let next = second; next !== null && seen.size < searchesMost;) {
    const { visitorId, similarity } = next;
    const isNear = similarity >= thresholds.unsure && best.similarity - similarity < thresholds.margin;
    const visitor = isNear ? store.visitors.find(visitorId) : null;
    const person = visitor && people.find(([one]) => isSamePerson(faces, thresholds, one, visitor));
    if (person !== people[0]) rival ??= next;
    if (visitor === null) break;
    if (person) person.push(visitor);
    else people.push([visitor]);
    if (people.length > contendersAsked) break;
    next = gallery.search(probe, seen.add(visitorId)).best;
  }
  const decision = decide(best, rival, thresholds);
  if (decision.kind === 'unknown') return { kind: 'unknown' };
  const contenders = people.map((registrations) => mostUsed(store, registrations));
  const [visitor = first] = contenders;
  return decision.kind === 'accepted' ? { kind: 'accepted', visitor } : { kind: 'unsure', contenders };
}
