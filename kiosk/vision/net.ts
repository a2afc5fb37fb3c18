/** One network on ONNX Runtime. */
import type { InferenceSession, TensorConstructor } from 'onnxruntime-web/wasm';

/** The two things that are needed of ONNX Runtime, so that the browser's and Node's build both fit. */
export type Runtime = {
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: TensorConstructor;
};

export type Output = { readonly dims: readonly number[]; readonly values: Float32Array };

export type Net = {
  /** Calculates all outputs, by name, from the only input. */
  readonly all: (input: Float32Array, dims: readonly number[]) => Promise<ReadonlyMap<string, Output>>;
  /** For networks with one output: that. */
  readonly one: (input: Float32Array, dims: readonly number[]) => Promise<Output>;
};

/** Compiles a network from the bytes of its .onnx file. */
export async function openNet(runtime: Runtime, model: Uint8Array): Promise<Net> {
  const session = await runtime.InferenceSession.create(model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });
  const [inputName = 'input'] = session.inputNames;
  const all: Net['all'] = async (input, dims) => {
    const outputs = await session.run({ [inputName]: new runtime.Tensor('float32', input, dims) });
    return new Map(
      Object.entries(outputs).map(([name, output]) => {
        if (!(output.data instanceof Float32Array))
          throw new Error(`the network’s output ${name} is not float32`);
        return [name, { dims: output.dims, values: output.data }];
      }),
    );
  };
  return {
    all,
    async one(input, dims) {
      const [output] = (await all(input, dims)).values();
      if (output === undefined) throw new Error('the network has no output');
      return output;
    },
  };
}
