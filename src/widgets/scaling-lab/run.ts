import { Live } from '#contract/live.ts';
import type { RunContext } from '#contract/spec.ts';
import type { Network, Trainer, TrainingRequest } from '#contract/training.ts';
import type { Signal } from '#contract/engine.ts';
import { batch, configOf, context, dataOf, parametersOf, widths, type Data } from './data.ts';
import { ladderOf, type Rung } from './ladder.ts';
import { compute, fresh, isBegun, isDone, keyOf, type Lab, type Own } from './model.ts';
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

/** A step takes about as long as there are parameters, and a while in any case: as long as so many would. */
const inAnyCase = 20_000;
const workOf = (width: number, vocabulary: number) => inAnyCase + parametersOf(configOf(width, vocabulary));
/** Of the widths from `first` on. */
const work = (vocabulary: number, first: number) =>
  widths.slice(first).reduce((sum, width) => sum + workOf(width, vocabulary), 0);
/** What is left rises slowly and falls quickly: single steps take very different times. */
const smoothed = (before: number | undefined, now: number) =>
  before === undefined ? now : before + (now > before ? 0.05 : 0.5) * (now - before);

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
  return { backend, seconds: (seconds * work(symbolsOfBook, own.rungs.length)) / workOf(widths[widths.length - 1], symbolsOfBook) }; // prettier-ignore
}

/** With the network just finished. */
function withRung({ live: _, ...own }: Own, rung: Rung): Own {
  const rungs = [...own.rungs, rung];
  const ladder = rungs.length < 3 ? undefined : ladderOf(rungs, rung.pieces.map(() => 1), rungs.length); // prettier-ignore
  return { ...own, rungs, step: 0, ...(ladder && { ladder }) };
}

/** Where a run begins. A slip on a setting loses nothing: what was begun is kept, and comes back with the settings that it had. */
function startOf(asked: Asked, previous?: Lab): Pick<Lab, 'own' | 'kept'> {
  const key = keyOf(asked);
  const begun = [previous?.own, previous?.kept].filter((one) => one && one.round === asked.round && isBegun(one));
  const others = begun.filter((one) => one!.key !== key);
  const changed = previous !== undefined && previous.own.key !== key && previous.own.round === asked.round;
  const { held: _, ...own } = [previous?.own, previous?.kept].find((one) => one?.key === key) ?? fresh(asked);
  // Held while it is still playing: what the reader began had other settings.
  const isHeld = asked.playing && (previous?.own.held === true || (changed && isBegun(previous.own)));
  return { own: { ...own, ...(isHeld && { held: true }) }, kept: others[0] };
}

/** Trains one width after the other while the reader lets it; nothing is trained unasked, and what is stopped goes on where it was. */
export async function* run(asked: Asked, { trainer, signal, previous }: Context): AsyncGenerator<Lab> {
  const lab = compute(asked);
  const start = startOf(asked, previous);
  const { kept } = start;
  let { own } = start;
  const now = (): Lab => ({ ...lab, own, ...(kept && { kept }) });
  yield now();
  if (own.held) return;
  if (isDone(own) || (!asked.playing && (own.seconds !== undefined || !previous))) return;
  if (!asked.playing) {
    own = { ...own, ...(await estimated(asked, own, trainer, signal)) };
    if (!signal.aborted) yield now();
    return;
  }
  const text = asked.source === 'own' ? asked.text.normalize('NFC') : await trainer.words();
  if (signal.aborted) return;
  let data: Data;
  try {
    data = dataOf(text);
  } catch (error) {
    own = { ...own, problem: error instanceof Error ? error.message : String(error) };
    return yield now();
  }
  while (!isDone(own) && !signal.aborted) {
    const here = workOf(widths[own.rungs.length], data.vocabulary);
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
        own = { ...rest, step: state.step, live: new Live(state), backend, seconds: smoothed(own.backend && own.seconds, secondsLeft + (each * later) / here), ...(notice !== undefined && { notice }) }; // prettier-ignore
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
