/**
 * A small builder of ONNX graphs: enough operators for convolutional networks, written straight to the
 * file format (onnx.proto3, IR version 8, operator set 17) without a library.
 */
import { bytes, float, int, ints, message, text } from './protobuf.ts';
import type { Encoded } from './protobuf.ts';

const IR_VERSION = 8;
const OPSET = 17;
const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE = { float: 1, int: 2, string: 3, ints: 7 } as const;

export type Attribute = number | string | readonly number[] | { readonly float: number };

/** A size: a number, or the name of a size that is known only when the network runs. */
export type Dim = number | string;

/** Values in row-major order. */
export type Constant = { readonly dims: readonly number[]; readonly values: Float32Array };

export type Graph = {
  /** Adds an operator and returns the name of its only output. */
  readonly node: (
    op: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, Attribute>>,
  ) => string;
  /** Stores 32-bit floats in the file and returns their name. */
  readonly constant: (constant: Constant) => string;
  /** Stores 64-bit whole numbers (shapes, paddings) in the file and returns their name. */
  readonly shape: (values: readonly number[]) => string;
  /** Closes the graph: `output` is renamed to the given name. Returns the bytes of the .onnx file. */
  readonly finish: (output: string, as: string, dims: readonly Dim[]) => Uint8Array;
};

function attribute(name: string, value: Attribute): Encoded {
  const named = (type: number, field: Encoded): Encoded =>
    bytes(5, message(text(1, name), field, int(20, type)));
  if (typeof value === 'number') return named(ATTRIBUTE.int, int(3, value));
  if (typeof value === 'string') return named(ATTRIBUTE.string, text(4, value));
  if ('float' in value) return named(ATTRIBUTE.float, float(2, value.float));
  return named(ATTRIBUTE.ints, ints(8, value));
}

function tensor(name: string, type: number, dims: readonly number[], raw: Uint8Array): Encoded {
  return bytes(5, message(ints(1, dims), int(2, type), text(8, name), bytes(9, raw)));
}

function valueInfo(field: number, name: string, dims: readonly Dim[]): Encoded {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'number' ? int(1, dim) : text(2, dim)));
  return bytes(
    field,
    message(text(1, name), bytes(2, bytes(1, message(int(1, FLOAT), bytes(2, message(...shape)))))),
  );
}

/** Starts a graph with one float input of shape `dims`. */
export function startGraph(name: string, input: string, dims: readonly Dim[]): Graph {
  const nodes: Encoded[] = [];
  const constants: Encoded[] = [];
  let count = 0;
  const next = (): string => `t${count++}`;
  const store = (type: number, shape: readonly number[], values: Float32Array | BigInt64Array): string => {
    const id = next();
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    constants.push(tensor(id, type, shape, raw));
    return id;
  };
  const add = (
    op: string,
    inputs: readonly string[],
    output: string,
    attributes: Readonly<Record<string, Attribute>>,
  ): void => {
    const all = Object.entries(attributes).map(([key, value]) => attribute(key, value));
    nodes.push(bytes(1, message(...inputs.map((one) => text(1, one)), text(2, output), text(4, op), ...all)));
  };
  return {
    node(op, inputs, attributes = {}) {
      const output = next();
      add(op, inputs, output, attributes);
      return output;
    },
    constant: ({ dims: shape, values }) => store(FLOAT, shape, values),
    shape: (values) => store(INT64, [values.length], BigInt64Array.from(values, BigInt)),
    finish(output, as, outputDims) {
      add('Identity', [output], as, {});
      const graph = message(
        ...nodes,
        text(2, name),
        ...constants,
        valueInfo(11, input, dims),
        valueInfo(12, as, outputDims),
      );
      return message(int(1, IR_VERSION), text(2, 'luot'), bytes(7, graph), bytes(8, int(2, OPSET)));
    },
  };
}
