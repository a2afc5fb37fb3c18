/**
 * The layers face-api's networks are made of, in ONNX's layout: TensorFlow stores filters as
 * [height, width, in, out] and pictures as [n, height, width, channel]; ONNX wants [out, in, height, width]
 * and [n, channel, height, width].
 */
import type { Attribute, Constant, Graph } from './onnx.ts';
import type { Weights } from './weights.ts';

/** Reorders a 4-dimensional constant: output dimension k is input dimension `order[k]`. */
export function transpose4(from: Constant, order: readonly [number, number, number, number]): Constant {
  const stride = [1, 1, 1, 1];
  for (let axis = 2; axis >= 0; axis--) stride[axis] = (stride[axis + 1] ?? 1) * (from.dims[axis + 1] ?? 1);
  const dims = order.map((axis) => from.dims[axis] ?? 1);
  const step = order.map((axis) => stride[axis] ?? 0);
  const values = new Float32Array(from.values.length);
  const [d0 = 1, d1 = 1, d2 = 1, d3 = 1] = dims;
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = step;
  let at = 0;
  for (let a = 0; a < d0; a++)
    for (let b = 0; b < d1; b++)
      for (let c = 0; c < d2; c++)
        for (let d = 0; d < d3; d++) values[at++] = from.values[a * s0 + b * s1 + c * s2 + d * s3] ?? 0;
  return { dims, values };
}

/** Multiplies every output channel of an ONNX filter [out, in, h, w] by its own factor. */
export function scaleFilters(filters: Constant, factors: Float32Array): Constant {
  const perChannel = filters.values.length / factors.length;
  const values = filters.values.map((value, at) => value * (factors[Math.floor(at / perChannel)] ?? 0));
  return { dims: filters.dims, values };
}

export type ConvOptions = {
  readonly stride?: number;
  readonly pads?: readonly [number, number, number, number];
};

const convAttributes = ({ stride = 1, pads = [0, 0, 0, 0] }: ConvOptions): Record<string, Attribute> => ({
  strides: [stride, stride],
  pads: [...pads],
});

/** Convolution with the TensorFlow filter at `filters` and the bias at `bias`; pads are top, left, bottom, right. */
export function conv(
  graph: Graph,
  weights: Weights,
  x: string,
  names: { readonly filters: string; readonly bias: string },
  options: ConvOptions = {},
): string {
  const filters = graph.constant(transpose4(weights.get(names.filters), [3, 2, 0, 1]));
  const bias = graph.constant(weights.get(names.bias));
  return graph.node('Conv', [x, filters, bias], convAttributes(options));
}

/** Depthwise 3×3, then pointwise 1×1 with bias: TensorFlow's `separableConv2d`. */
export function separableConv(
  graph: Graph,
  weights: Weights,
  x: string,
  prefix: string,
  options: ConvOptions,
): string {
  const depthwise = weights.get(`${prefix}/depthwise_filter`);
  const filter = graph.constant(transpose4(depthwise, [2, 3, 0, 1]));
  const channels = depthwise.dims[2] ?? 0;
  const spread = graph.node('Conv', [x, filter], { ...convAttributes(options), group: channels });
  return conv(graph, weights, spread, { filters: `${prefix}/pointwise_filter`, bias: `${prefix}/bias` });
}
