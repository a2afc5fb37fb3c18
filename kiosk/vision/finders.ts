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

/** A face whose landmarks were read, px of the frame; `from`: the box whose surroundings they were read from. */
export type ReadFace = Face & { readonly points: readonly Point[]; readonly from: Box };

export type Pointer = {
  /** Reads the landmarks of a face from the face alone; null: seen by itself it is none. */
  readonly read: (frame: Picture, face: Face) => Promise<ReadFace | null>;
  /** Reads them again from its mirror image, and takes both together. */
  readonly confirm: (frame: Picture, face: ReadFace) => Promise<Landmarks>;
};

/** What finds faces in a detector's input with this network: one pass of it, its output read as its kind demands. */
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

/** Landmarks by face-api's network of 68 points; `confirm` looks a second time, at the mirror image, and combines both. */
export function face68(net: Net, spec: LandmarksSpec & { kind: 'face68' }): Pointer {
  const { size, pixels } = spec;
  const pointsIn = async (crop: FaceCrop, planes: Planes): Promise<Point[]> =>
    decodePoints((await net.one(toInput([planes], pixels), [1, 3, size, size])).values, crop);
  return {
    async read(frame, face) {
      const crop = cropFace(frame, face.box, size);
      return { ...face, points: await pointsIn(crop, crop.planes), from: face.box };
    },
    async confirm(frame, { from, points }) {
      const crop = cropFace(frame, from, size);
      return combine(points, unmirror(await pointsIn(crop, mirror(crop.planes)), crop));
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

/** A face's points again, by the detector, from the enlarged face: in the whole frame they are a few px rough. */
export function yunet5(find: Finder, { size }: LandmarksSpec & { kind: 'yunet5' }): Pointer {
  /** The face that is where `wanted` is; all in px of the frame, from the crop's corner. */
  const inCrop = async (crop: FaceCrop, planes: Planes, wanted: Box): Promise<Required<Face> | null> => {
    const faces = await find(planes, crop.framePx);
    const placed = faces.map((face) => ({ share: overlap(face.box, wanted), face }));
    const best = placed.toSorted((one, other) => other.share - one.share)[0];
    if (best?.face.points === undefined || best.share === 0) return null;
    return { ...best.face, points: best.face.points };
  };
  const move = <T extends Point>(point: T, { left, top }: FaceCrop, times: 1 | -1): T => ({
    ...point,
    x: point.x + times * left,
    y: point.y + times * top,
  });
  return {
    async read(frame, { box }) {
      const crop = cropFace(frame, withRoom(box), size);
      const face = await inCrop(crop, crop.planes, move(box, crop, -1));
      if (face === null) return null;
      return {
        ...face,
        from: box,
        box: move(face.box, crop, 1),
        points: face.points.map((point) => move(point, crop, 1)),
      };
    },
    async confirm(frame, { box, points, from }) {
      // The same crop: in another the points are a little elsewhere, which would count as disagreement.
      const crop = cropFace(frame, withRoom(from), size);
      const wanted = move(box, crop, -1);
      const inMirror = { ...wanted, x: size * crop.framePx - wanted.x - wanted.width };
      const mirrored = await inCrop(crop, mirror(crop.planes), inMirror);
      // What is a face only one way round is none to recognise anybody from.
      if (mirrored === null) return { points, disagreement: 1 };
      const back = mirrored.points.map((point) => move(point, crop, 1));
      return combine(points, unmirror(back, crop));
    },
  };
}
