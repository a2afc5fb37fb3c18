import { conv, separableConv } from './layers.ts';
import { startGraph } from './onnx.ts';
import type { Weights } from './weights.ts';

/** face-api's leaky slope, as stored in single precision. */
const LEAK = { alpha: { float: 0.10000000149011612 } };

/**
 * face-api's `TinyFaceDetector` (a small YOLO v2).
 * In: `input` [1, 3, height, width], normalised RGB; height and width are multiples of 32.
 * Out: `cells` [1, 25, height/32, width/32]: for each of 5 anchors x, y, w, h, score before their activations.
 */
export function tinyFaceDetector(weights: Weights): Uint8Array {
  const graph = startGraph('tiny_face_detector', 'input', [1, 3, 'height', 'width']);
  const pool = (x: string, stride: number): string =>
    graph.node('MaxPool', [x], { kernel_shape: [2, 2], strides: [stride, stride], auto_pad: 'SAME_UPPER' });
  // The first convolution of the original is unpadded, so an input of 32n gives 32n-2 and the pools round up.
  let x = graph.node(
    'LeakyRelu',
    [conv(graph, weights, 'input', { filters: 'conv0/filters', bias: 'conv0/bias' })],
    LEAK,
  );
  for (const layer of [1, 2, 3, 4, 5]) {
    x = separableConv(graph, weights, pool(x, 2), `conv${layer}`, { pads: [1, 1, 1, 1] });
    x = graph.node('LeakyRelu', [x], LEAK);
  }
  x = conv(graph, weights, pool(x, 1), { filters: 'conv8/filters', bias: 'conv8/bias' });
  return graph.finish(x, 'cells', [1, 25, 'rows', 'columns']);
}
