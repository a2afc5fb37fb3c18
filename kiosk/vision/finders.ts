/** From a frame to faces and their landmarks, by whichever networks a set names. */
import type { DetectorSpec, LandmarksSpec } from '../../models/set.ts';
import { decodeFaces, detectorInput, overlap } from './detect.ts';
import type { Face } from './detect.ts';
import { combine, cropFace, decodePoints, unmirror } from './landmarks.ts';
import type { FaceCrop, Landmarks } from './landmarks.ts';
import type { Net } from './net.ts';
import { mirror } from './picture.ts';
import type { Box, Picture, Planes, Point } from './picture.ts';
import { toInput } from './tensor.ts';
import { decodeYunet } from './yunet.ts';

/** Faces in a picture whose sides are multiples of the detector's cell; `framePx` frame px are one of its px. */
export type Finder = (planes: Planes, framePx: number) => Promise<readonly Face[]>;

/** The landmarks of a face; from the face alone, or together with its mirror image. */
export type Pointer = {
  readonly straight: (frame: Picture, face: Face) => Promise<readonly Point[]>;
  readonly both: (frame: Picture, face: Face) => Promise<Landmarks>;
};

export function finderOf(net: Net, spec: DetectorSpec): Finder {
  return async (planes, framePx) => {
    const input = toInput([planes], spec.pixels);
    const dims = [1, 3, planes.height, planes.width];
    if (spec.kind === 'yunet') return decodeYunet(await net.all(input, dims), planes, spec, framePx);
    const { dims: grid, values } = await net.one(input, dims);
    return decodeFaces(values, { rows: grid[2] ?? 0, columns: grid[3] ?? 0 }, spec, framePx);
  };
}

/** Faces in px of the whole frame. */
export async function findFaces(find: Finder, spec: DetectorSpec, frame: Picture): Promise<readonly Face[]> {
  const { planes, framePx } = detectorInput(frame, spec);
  return find(planes, framePx);
}

export function face68(net: Net, spec: LandmarksSpec & { kind: 'face68' }): Pointer {
  const { size, pixels } = spec;
  const read = async (crop: FaceCrop, views: readonly Planes[]): Promise<Point[][]> => {
    const { values } = await net.one(toInput(views, pixels), [views.length, 3, size, size]);
    return views.map((_, index) => decodePoints(values.subarray(index * 136, (index + 1) * 136), crop));
  };
  return {
    async straight(frame, { box }) {
      const crop = cropFace(frame, box, size);
      return (await read(crop, [crop.planes]))[0] ?? [];
    },
    async both(frame, { box }) {
      const crop = cropFace(frame, box, size);
      const [straight = [], mirrored = []] = await read(crop, [crop.planes, mirror(crop.planes)]);
      return combine(straight, unmirror(mirrored, crop));
    },
  };
}

/** Room around a face on each side, in sizes of its box, so that the detector sees it as it does in a frame. */
const ROOM = 0.5;

const withRoom = ({ x, y, width, height }: Box): Box => ({
  x: x - width * ROOM,
  y: y - height * ROOM,
  width: width * (1 + 2 * ROOM),
  height: height * (1 + 2 * ROOM),
});

/** Reads the detector's own points again from the enlarged face: in the whole frame they are a few px rough. */
export function yunet5(find: Finder, { size }: LandmarksSpec & { kind: 'yunet5' }): Pointer {
  const inCrop = async (crop: FaceCrop, planes: Planes, wanted: Box): Promise<readonly Point[] | null> => {
    const faces = await find(planes, crop.framePx);
    const placed = faces.map(({ box, points }) => ({ share: overlap(box, wanted), points }));
    const best = placed.toSorted((one, other) => other.share - one.share)[0];
    if (best?.points === undefined || best.share === 0) return null;
    return best.points.map(({ x, y }) => ({ x: x + crop.left, y: y + crop.top }));
  };
  /** In px of the frame, from the crop's corner. */
  const wantedIn = (crop: FaceCrop, { box }: Face): Box => ({
    ...box,
    x: box.x - crop.left,
    y: box.y - crop.top,
  });
  const straight: Pointer['straight'] = async (frame, face) => {
    const crop = cropFace(frame, withRoom(face.box), size);
    return (await inCrop(crop, crop.planes, wantedIn(crop, face))) ?? face.points ?? [];
  };
  return {
    straight,
    async both(frame, face) {
      const crop = cropFace(frame, withRoom(face.box), size);
      const wanted = wantedIn(crop, face);
      const inMirror = { ...wanted, x: size * crop.framePx - wanted.x - wanted.width };
      const points = await inCrop(crop, crop.planes, wanted);
      const mirrored = await inCrop(crop, mirror(crop.planes), inMirror);
      // What is a face only one way round is none to recognise anybody from.
      if (points === null || mirrored === null) return { points: face.points ?? [], disagreement: 1 };
      return combine(points, unmirror(mirrored, crop));
    },
  };
}
