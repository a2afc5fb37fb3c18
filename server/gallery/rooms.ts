/** Vectors in a row, by index from 0. */
export type Rooms = {
  /** The vector itself, not a copy; it holds until the next change. */
  readonly at: (index: number) => Float32Array;
  readonly push: (vector: Float32Array) => void;
  /** Puts the last one in the place of another and overwrites where it was. */
  readonly moveLastTo: (index: number) => void;
};

/** Whole arrays are added, so that growing copies nothing. */
const roomSize = 4096;

/** @returns an empty row of vectors of `dimension` numbers. */
export function makeRooms(dimension: number): Rooms {
  const rooms: Float32Array[] = [];
  let count = 0;
  const at = (index: number): Float32Array => {
    const start = (index % roomSize) * dimension;
    return rooms[Math.floor(index / roomSize)]?.subarray(start, start + dimension) ?? new Float32Array();
  };
  return {
    at,
    push: (vector) => {
      if (count % roomSize === 0) rooms[count / roomSize] ??= new Float32Array(roomSize * dimension);
      at(count).set(vector);
      count += 1;
    },
    moveLastTo: (index) => {
      count -= 1;
      at(index).set(at(count));
      at(count).fill(0);
    },
  };
}
