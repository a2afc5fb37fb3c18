import { conv, separableConv } from './layers.ts';
import { startGraph } from './onnx.ts';
import type { Graph } from './onnx.ts';
import type { Weights } from './weights.ts';

/** TensorFlow's "same" padding of a 3×3 window with stride 2 on an even size: only below and to the right. */
const HALVE = { stride: 2, pads: [0, 0, 1, 1] } as const;
const KEEP = { stride: 1, pads: [1, 1, 1, 1] } as const;

/** Four convolutions of which each later one sees the sum of all before it. */
function denseBlock(graph: Graph, weights: Weights, x: string, name: string, first: boolean): string {
  const relu = (y: string): string => graph.node('Relu', [y]);
  const names = { filters: `${name}/conv0/filters`, bias: `${name}/conv0/bias` };
  let sum = relu(
    first ? conv(graph, weights, x, names, HALVE) : separableConv(graph, weights, x, `${name}/conv0`, HALVE),
  );
  // The first output is already rectified, so one running sum before each rectifier is the original's formula.
  let input = sum;
  for (const layer of [1, 2, 3]) {
    sum = graph.node('Add', [sum, separableConv(graph, weights, input, `${name}/conv${layer}`, KEEP)]);
    input = relu(sum);
  }
  return input;
}

/**
 * face-api's `FaceLandmark68Net`.
 * In: `input` [n, 3, 112, 112], normalised RGB, the face's box in the middle of a black square.
 * Out: `points` [n, 136]: x, y of the 68 landmarks in fractions of the square.
 */
export function faceLandmark68(weights: Weights): Uint8Array {
  const graph = startGraph('face_landmark_68', 'input', ['n', 3, 112, 112]);
  let x = 'input';
  for (const block of [0, 1, 2, 3]) x = denseBlock(graph, weights, x, `dense${block}`, block === 0);
  x = graph.node('Flatten', [graph.node('GlobalAveragePool', [x])]);
  const matrix = graph.constant(weights.get('fc/weights'));
  x = graph.node('Gemm', [x, matrix, graph.constant(weights.get('fc/bias'))]);
  return graph.finish(x, 'points', ['n', 136]);
}
