/** What is used of the globals of face-api.js and Human; their own types would drag all of TensorFlow.js into the check. */

type Tensors = {
  setWasmPaths(prefix: string): void;
  setThreadsCount(count: number): void;
  getThreadsCount(): number;
  setBackend(name: string): Promise<boolean>;
  getBackend(): string;
  ready(): Promise<void>;
  env(): { getAsync(flag: string): Promise<boolean> };
};

type Net = { loadFromUri(uri: string): Promise<void> };
type Chain = PromiseLike<object | undefined> & {
  withFaceLandmarks(): Chain & { withFaceDescriptor(): PromiseLike<Described | undefined> };
};
type Described = { readonly descriptor: Float32Array };

type FaceApi = {
  readonly tf: Tensors;
  readonly nets: Record<
    'ssdMobilenetv1' | 'tinyFaceDetector' | 'faceLandmark68Net' | 'faceRecognitionNet',
    Net
  >;
  readonly TinyFaceDetectorOptions: new () => object;
  readonly SsdMobilenetv1Options: new () => object;
  detectSingleFace(input: CanvasImageSource, options: object): Chain;
};

/** The part of Human's configuration that is set; everything else is as it ships. */
export type HumanSettings = Readonly<Record<string, unknown>>;

type HumanFace = {
  readonly box: readonly [number, number, number, number];
  readonly embedding?: readonly number[];
};
export type HumanOf = {
  readonly tf: Tensors;
  init(): Promise<void>;
  load(): Promise<void>;
  detect(
    input: CanvasImageSource | ImageData,
    settings?: HumanSettings,
  ): Promise<{ readonly face: readonly HumanFace[] }>;
};

export type PeerWindow = {
  readonly faceapi: FaceApi;
  readonly Human: { readonly Human: new (settings: HumanSettings) => HumanOf };
  human: HumanOf;
};
