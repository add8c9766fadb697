import type { RunContext } from '#contract/spec.ts';
import type { Network, Trainer, TrainingRequest } from '#contract/training.ts';
import type { Signal } from '#contract/engine.ts';
import { batch, configOf, context, dataOf, parametersOf, widths, type Data } from './data.ts';
import { ladderOf, type Rung } from './ladder.ts';
import { compute, fresh, isDone, keyOf, Live, type Lab, type Own } from './model.ts';
import type { Asked } from './parameters.ts';

type Context = Pick<RunContext<Lab>, 'signal' | 'previous'> & {
  readonly trainer: Pick<Trainer, 'words' | 'estimate' | 'train' | 'predict'>;
};

const longestWarmup = 30;

export const requestOf = (asked: Asked, own: Own, data: Data): TrainingRequest => ({
  from: own.live?.state ?? configOf(widths[own.rungs.length], data.vocabulary),
  source: { kind: 'tokens', ids: data.train },
  ...{ batch, rate: asked.rate, steps: own.goal, weightDecay: 0, seed: asked.seed },
  warmup: Math.min(longestWarmup, Math.round(own.goal / 10)),
});

/** What a character of each held-out stretch costs a network, in nats. */
async function test(trainer: Context['trainer'], network: Network, { heldOut }: Data, signal: Signal): Promise<Rung> {
  const { config } = network;
  const sequences = heldOut.map((stretch) => stretch.subarray(0, context));
  const predictions = await trainer.predict(network, sequences, { signal });
  return {
    parameters: parametersOf(config),
    pieces: predictions.map(({ logProbabilities }, s) => {
      let nats = 0;
      for (let t = 0; t < context; t++) nats -= logProbabilities[t * config.vocabulary + heldOut[s][t + 1]];
      return nats / context;
    }),
  };
}

/** Parameters of the widths from `first` on: a step takes about as long as there are parameters. */
const work = (vocabulary: number, first: number) =>
  widths.slice(first).reduce((sum, width) => sum + parametersOf(configOf(width, vocabulary)), 0);

/** Symbols of the book, for which there is no need to load its words: what is trained on does not change how long it takes. */
const symbolsOfBook = 128;

/** How long all of it is going to take, measured on the widest, which takes most of the time; the others by their parameters. */
async function estimated(asked: Asked, own: Own, trainer: Context['trainer'], signal: Signal): Promise<Partial<Own>> {
  const widest = configOf(widths[widths.length - 1], symbolsOfBook);
  const request: TrainingRequest = {
    ...requestOf(asked, own, { vocabulary: symbolsOfBook, train: new Uint16Array(16 * context), heldOut: [] }),
    from: widest,
  };
  const { seconds, backend } = await trainer.estimate(request, signal);
  return { backend, seconds: (seconds * work(symbolsOfBook, own.rungs.length)) / parametersOf(widest) };
}

/** With the network just finished. */
function withRung({ live: _, ...own }: Own, rung: Rung): Own {
  const rungs = [...own.rungs, rung];
  const ladder = rungs.length < 3 ? undefined : ladderOf(rungs, rung.pieces.map(() => 1), rungs.length); // prettier-ignore
  return { ...own, rungs, step: 0, ...(ladder && { ladder }) };
}

/** Trains one width after the other while the reader lets it; nothing is trained unasked, and what is stopped goes on where it was. */
export async function* run(asked: Asked, { trainer, signal, previous }: Context): AsyncGenerator<Lab> {
  const lab = compute(asked);
  let own = previous?.own.key === keyOf(asked) ? previous.own : fresh(asked);
  const now = (): Lab => ({ ...lab, own });
  yield now();
  if (isDone(own) || (!asked.playing && (own.seconds !== undefined || !previous))) return;
  if (!asked.playing) {
    own = { ...own, ...(await estimated(asked, own, trainer, signal)) };
    if (!signal.aborted) yield now();
    return;
  }
  let data: Data;
  try {
    data = dataOf(asked.source === 'own' ? asked.text.normalize('NFC') : await trainer.words());
    if (signal.aborted) return;
  } catch (error) {
    if (signal.aborted) return;
    own = { ...own, problem: error instanceof Error ? error.message : String(error) };
    return yield now();
  }
  while (!isDone(own) && !signal.aborted) {
    const here = parametersOf(configOf(widths[own.rungs.length], data.vocabulary));
    const later = work(data.vocabulary, own.rungs.length + 1);
    let network: Network | undefined = own.step >= own.goal ? own.live?.state.network : undefined;
    if (!network)
      for await (const { state, tokensPerSecond, secondsLeft, backend, notice } of trainer.train(
        requestOf(asked, own, data),
        signal,
      )) {
        // prettier-ignore
        if (signal.aborted) return;
        const each = (own.goal * batch * context) / tokensPerSecond;
        const { notice: _, problem: __, ...rest } = own;
        own = { ...rest, step: state.step, live: new Live(state), backend, seconds: secondsLeft + (each * later) / here, ...(notice !== undefined && { notice }) }; // prettier-ignore
        network = state.network;
        yield now();
      }
    if (signal.aborted || !network || own.step < own.goal) return;
    const rung = await test(trainer, network, data, signal);
    if (signal.aborted) return;
    own = withRung(own, rung);
    yield now();
  }
}
