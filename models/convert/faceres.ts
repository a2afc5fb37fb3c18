import { scaleFilters, transpose4 } from './layers.ts';
import { startGraph } from './onnx.ts';
import type { Constant, Graph } from './onnx.ts';
import type { Weights } from './weights.ts';

/** The depthwise layers that halve the picture; there are 13. */
const HALVING: readonly number[] = [2, 4, 6, 12];
const DEPTH = 13;

type Window = { readonly stride: number; readonly pads: readonly number[]; readonly group: number };

/** TensorFlow's "same" padding of a 3×3 window; with stride 2 on an even size only below and to the right. */
const window3 = (stride: number, group: number): Window => ({
  stride,
  pads: stride === 2 ? [0, 0, 1, 1] : [1, 1, 1, 1],
  group,
});
const window1: Window = { stride: 1, pads: [0, 0, 0, 0], group: 1 };

/** Convolution with the batch normalisation's shift as its bias, then a rectifier that ends at six. */
function layer(graph: Graph, x: string, filters: Constant, shift: Constant, window: Window): string {
  const bias = graph.constant({ dims: [shift.values.length], values: shift.values });
  const y = graph.node('Conv', [x, graph.constant(filters), bias], {
    strides: [window.stride, window.stride],
    pads: [...window.pads],
    group: window.group,
  });
  const bound = (value: number): string => graph.constant({ dims: [], values: Float32Array.of(value) });
  return graph.node('Clip', [y, bound(0), bound(6)]);
}

/**
 * The body of Human's `faceres` (HSE's MobileNet v1 for faces), without its heads for age and gender.
 * In: `input` [n, 3, 224, 224], BGR minus the mean of its training. Out: `embedding` [n, 1024], not of length one.
 */
export function faceres(weights: Weights): Uint8Array {
  const graph = startGraph('faceres', 'input', ['n', 3, 224, 224]);
  const shiftOf = (name: string): Constant => weights.get(`${name}_bn/batchnorm_1/sub`);
  const plain = (name: string): Constant =>
    transpose4(weights.get(`${name}/convolution/merged_input`), [3, 2, 0, 1]);
  let x = layer(graph, 'input', plain('conv1'), shiftOf('conv1'), window3(2, 1));
  for (let number = 1; number <= DEPTH; number++) {
    const deep = `conv_dw_${number}`;
    const filters = transpose4(weights.get(`${deep}/depthwise_kernel`), [2, 3, 0, 1]);
    // The normalisation's factor is stored apart only for depthwise layers: folded into the filters here.
    const scaled = scaleFilters(filters, weights.get(`${deep}_bn/batchnorm_1/mul`).values);
    const channels = filters.dims[0] ?? 0;
    const stride = HALVING.includes(number) ? 2 : 1;
    x = layer(graph, x, scaled, shiftOf(deep), window3(stride, channels));
    const point = `conv_pw_${number}`;
    x = layer(graph, x, plain(point), shiftOf(point), window1);
  }
  x = graph.node('Flatten', [graph.node('GlobalAveragePool', [x])]);
  return graph.finish(x, 'embedding', ['n', 1024]);
}
