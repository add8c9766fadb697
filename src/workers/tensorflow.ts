import type { Backend } from '#contract/engine.ts';
import { readLogits } from '#theory/language-models/softmax.ts';
import { Tokenizer } from '#sim/tokenizer.ts';
import { TensorflowTransformer } from '#model/tensorflow.ts';
import { TensorflowTraining } from '#model/tensorflowTraining.ts';
import { parseWeights } from '#model/weights.ts';
import { probe } from './probe.ts';
import type { WindowJob, WindowRows } from './protocol.ts';
import type { Runner, Setup, Step } from './serve.ts';
import type { MakeTrainable } from './serveTraining.ts';

/** Windows at a time for a graphics processor, which wants much work at once. All others are asked for one. */
const BATCH = 4;

const CONTEXT_LOST = 'The browser took the graphics context away.';

const STEPS = 10;
/** A backend so slow that ten steps take longer is measured on as many as fit. */
const MOST_MILLISECONDS = 3_000;

/** Rows per second over ten steps on the model itself, after one that is not counted because it compiles and uploads. */
async function speedOf(model: TensorflowTransformer, batch: number): Promise<number> {
  const { context, vocabulary } = model.config;
  const window = Uint16Array.from({ length: context }, (_, t) => (t * 7) % vocabulary);
  const windows = Array.from({ length: batch }, () => window);
  // The later windows of a text want the predictions of their second half only: both shapes are warmed.
  await model.logits(windows);
  await model.logits(windows, context / 2);
  const before = performance.now();
  let steps = 0;
  while (steps < STEPS && performance.now() - before < MOST_MILLISECONDS) {
    await model.logits(windows, context / 2);
    steps++;
  }
  return (steps * batch * context * 1000) / (performance.now() - before);
}

/** Reads windows in batches of constant size, so that no new shape has to be compiled. */
async function* read(model: TensorflowTransformer, windows: readonly WindowJob[], batch: number): AsyncGenerator<Step> {
  const { context, vocabulary } = model.config;
  const from = windows.every((window) => window.from >= context / 2) ? context / 2 : 0;
  const inputs = windows.map(({ tokens }) => tokens.subarray(0, -1));
  const padding = Array.from({ length: batch - windows.length }, () => new Uint16Array(0));
  const logits = await model.logits([...inputs, ...padding], from);
  const rows = windows.map((job, window): WindowRows => {
    const last = job.tokens.length - 1;
    const size = last - job.from;
    const found = { surprisal: new Float32Array(size), entropy: new Float32Array(size), rank: new Uint16Array(size) };
    for (let row = job.from; row < last; row++) {
      const at = (window * (context - from) + row - from) * vocabulary;
      const reading = readLogits(logits.subarray(at, at + vocabulary), job.tokens[row + 1]);
      found.surprisal[row - job.from] = reading.surprisal;
      found.entropy[row - job.from] = reading.entropy;
      found.rank[row - job.from] = reading.rank;
    }
    return { window, row: job.from, ...found };
  });
  yield { rows, computed: batch * context };
}

interface Backends {
  useBackend(name: 'webgl' | 'wasm' | 'cpu'): Promise<void>;
  onContextLost(listener: () => void): void;
}

/** The TensorFlow.js reader. `fail` ends the worker when the graphics context is gone. */
export function tensorflow({ useBackend, onContextLost }: Backends, fail: (reason: string) => void): Setup {
  return {
    async start(backend, file): Promise<Runner> {
      if (backend === 'plain') throw new Error('The plain reader runs in another worker.');
      const weights = parseWeights(file);
      await useBackend(backend);
      if (backend === 'webgl') onContextLost(() => fail(CONTEXT_LOST));
      const model = new TensorflowTransformer(weights);
      const batch = backend === 'webgl' && !probe().software ? BATCH : 1;
      const tokensPerSecond = await speedOf(model, batch);
      const tokenizer = new Tokenizer(weights.merges);
      const tokenTexts = Array.from({ length: tokenizer.vocabulary }, (_, id) => tokenizer.tokenText(id));
      return {
        started: { card: weights.card, tokenTexts, batch, tokensPerSecond },
        read: (windows) => read(model, windows, batch),
      };
    },
  };
}

/** Training in TensorFlow.js. A worker uses one backend in its life. */
export function tensorflowTraining(
  { useBackend, onContextLost }: Backends,
  fail: (reason: string) => void,
): MakeTrainable {
  let used: Backend | undefined;
  return async (backend, state, options) => {
    if (backend === 'plain') throw new Error('Plain training runs in another worker.');
    if (used !== backend) {
      await useBackend(backend);
      if (backend === 'webgl') onContextLost(() => fail(CONTEXT_LOST));
      used = backend;
    }
    return new TensorflowTraining(state, options);
  };
}
