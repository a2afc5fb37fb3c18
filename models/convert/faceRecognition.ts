import { scaleFilters, transpose4 } from './layers.ts';
import { startGraph } from './onnx.ts';
import type { Graph } from './onnx.ts';
import type { Weights } from './weights.ts';

/** How a residual block changes the picture: kept, or halved with these sizes and channels to fill up with zeros. */
type Halving = { readonly padEnd: number; readonly extraChannels: number };

/** Convolution followed by face-api's scale layer, folded into one: s·(W*x + b) + c = (s·W)*x + (s·b + c). */
function scaledConv(
  graph: Graph,
  weights: Weights,
  x: string,
  name: string,
  stride: number,
  pad: number,
): string {
  const factors = weights.get(`${name}/scale/weights`).values;
  const shifts = weights.get(`${name}/scale/biases`).values;
  const filters = scaleFilters(transpose4(weights.get(`${name}/conv/filters`), [3, 2, 0, 1]), factors);
  const bias = weights.get(`${name}/conv/bias`);
  const folded = bias.values.map((value, at) => value * (factors[at] ?? 0) + (shifts[at] ?? 0));
  return graph.node(
    'Conv',
    [x, graph.constant(filters), graph.constant({ dims: bias.dims, values: folded })],
    { strides: [stride, stride], pads: [pad, pad, pad, pad] },
  );
}

function residual(graph: Graph, weights: Weights, x: string, name: string, halving?: Halving): string {
  const down = halving !== undefined;
  const first = scaledConv(graph, weights, x, `${name}/conv1`, down ? 2 : 1, down ? 0 : 1);
  let out = scaledConv(graph, weights, graph.node('Relu', [first]), `${name}/conv2`, 1, 1);
  let shortcut = x;
  if (halving !== undefined) {
    shortcut = graph.node('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2] });
    const { padEnd, extraChannels } = halving;
    // The unpadded convolution can come out one row and column smaller than the pooled shortcut.
    if (padEnd > 0) out = graph.node('Pad', [out, graph.shape([0, 0, 0, 0, 0, 0, padEnd, padEnd])]);
    if (extraChannels > 0)
      shortcut = graph.node('Pad', [shortcut, graph.shape([0, 0, 0, 0, 0, extraChannels, 0, 0])]);
  }
  return graph.node('Relu', [graph.node('Add', [out, shortcut])]);
}

/**
 * face-api's `FaceRecognitionNet` (dlib's ResNet-34 with 29 convolutions).
 * In: `input` [n, 3, 150, 150], normalised RGB, aligned face. Out: `embedding` [n, 128], not yet of length one.
 */
export function faceRecognition(weights: Weights): Uint8Array {
  const graph = startGraph('face_recognition', 'input', ['n', 3, 150, 150]);
  let x = graph.node('Relu', [scaledConv(graph, weights, 'input', 'conv32_down', 2, 0)]);
  x = graph.node('MaxPool', [x], { kernel_shape: [3, 3], strides: [2, 2] });
  // Sizes from 150: 72, 35 | 17 | 8 | 3 against a pooled 4 | 1 against a pooled 2.
  const stages: readonly (readonly [string, Halving | undefined])[] = [
    ['conv32_1', undefined],
    ['conv32_2', undefined],
    ['conv32_3', undefined],
    ['conv64_down', { padEnd: 0, extraChannels: 32 }],
    ['conv64_1', undefined],
    ['conv64_2', undefined],
    ['conv64_3', undefined],
    ['conv128_down', { padEnd: 0, extraChannels: 64 }],
    ['conv128_1', undefined],
    ['conv128_2', undefined],
    ['conv256_down', { padEnd: 1, extraChannels: 128 }],
    ['conv256_1', undefined],
    ['conv256_2', undefined],
    ['conv256_down_out', { padEnd: 1, extraChannels: 0 }],
  ];
  for (const [name, halving] of stages) x = residual(graph, weights, x, name, halving);
  x = graph.node('Flatten', [graph.node('GlobalAveragePool', [x])]);
  x = graph.node('MatMul', [x, graph.constant(weights.get('fc'))]);
  return graph.finish(x, 'embedding', ['n', 128]);
}
