import type { RunContext } from '#contract/spec.ts';
import { stepByStep } from '#contract/stepByStep.ts';
import type { Trainer, TrainingRequest, TrainingSnapshot } from '#contract/training.ts';
import { other } from '#sim/character-tokenizer.ts';
import { configOf, dataOf, sourceContext, sourceOf, textContext, type Data } from './data.ts';
import { evaluate } from './evaluate.ts';
import { keptNetwork, type Kept } from './kept.ts';
import { goalOf, isDone, keyOf, Live, untrained, withPoint, type TrainIt } from './model.ts';
import type { Asked } from './parameters.ts';

/** Sequences a step. */
export const batch = 16;
const longestWarmup = 50;
const sampleLength = { source: 32, text: 120 };

/** Trainings that were begun, by what was asked for: whoever goes to and fro between settings finds them again. */
const begun = new WeakMap<Trainer, Map<string, TrainIt>>();
const mostBegun = 8;

function remembered(trainer: Trainer, model: TrainIt | undefined): Map<string, TrainIt> {
  const known = begun.get(trainer) ?? new Map<string, TrainIt>();
  begun.set(trainer, known);
  if (model && model.points.length > 0) {
    known.delete(model.key);
    known.set(model.key, model);
    if (known.size > mostBegun) known.delete(known.keys().next().value as string);
  }
  return known;
}

type Context = RunContext<TrainIt>;

/** The text that is asked for: the reader's, or the book's. */
const textOf = async ({ data, text }: Asked, { trainer }: Context) =>
  data === 'own' ? text.normalize('NFC') : data === 'book' ? await trainer.words() : '';

/** The symbols that a network which was kept knows, if what is asked for can be written in them. Throws RangeError if not. */
function symbolsFor({ data }: Asked, { name, network, symbols }: Kept): readonly string[] {
  const source = sourceOf(data);
  const fits = source ? source.symbols.join() === symbols.join() : symbols.includes(other);
  const context = source ? sourceContext : textContext;
  if (!fits || network.config.context !== context)
    throw new RangeError(`The network “${name}” learned other symbols, or other lengths. Begin from a fresh one here.`);
  return symbols;
}

export function requestOf(asked: Asked, model: TrainIt, data: Data): TrainingRequest {
  const kept = keptNetwork(asked.from);
  return {
    from: model.live?.state ?? kept?.network ?? configOf(asked, data),
    source: { kind: 'tokens', ids: data.train, every: data.every },
    batch,
    steps: model.goal,
    rate: asked.rate,
    warmup: Math.min(longestWarmup, Math.round(Number(asked.steps) / 10)),
    weightDecay: 0,
    seed: asked.seed,
  };
}

/** Text that the network writes: after a space, or from the beginning of a sequence. */
async function sample(trainer: Trainer, model: TrainIt, { source, symbols }: Data, asked: Asked, context: Context) {
  const { network } = model.live!.state;
  // Where a sequence of the source begins, or a word.
  const first = symbols.indexOf(symbols.includes('|') ? '|' : ' ');
  const [drawn] = await trainer.draw(network, Uint16Array.of(Math.max(0, first)), {
    signal: context.signal,
    count: 1,
    length: source ? sampleLength.source : sampleLength.text,
    seed: asked.seed,
    temperature: 1,
  });
  return Array.from(drawn ?? [], (token) => symbols[token] ?? '').join('');
}

/** Joins the snapshots up to each of some thirty marks. */
async function* byMarks(snapshots: AsyncIterable<TrainingSnapshot>, goal: number): AsyncGenerator<TrainingSnapshot> {
  const every = Math.max(1, Math.round(goal / 28));
  const isMark = (step: number) => step <= 2 || step % every === 0 || step === goal;
  let [sum, steps] = [0, 0];
  for await (const snapshot of snapshots) {
    sum += snapshot.loss;
    steps++;
    if (!isMark(snapshot.state.step)) continue;
    yield { ...snapshot, loss: sum / steps };
    [sum, steps] = [0, 0];
  }
}

const isTimeForSample = ({ samples, step, goal }: TrainIt) =>
  step >= 2 * (samples[samples.length - 1]?.step ?? 0) || step === goal;

/**
 * Trains while the reader lets it; nothing is trained unasked. Without a past, as in tests, it goes step by step. Changed settings begin anew or find what was begun with them before.
 */
export async function* run(asked: Asked, context: Context): AsyncGenerator<TrainIt> {
  const { trainer, signal, previous } = context;
  const isAlone = previous === undefined;
  const key = keyOf(asked);
  const known = remembered(trainer, previous);
  const before = previous?.key === key ? previous : known.get(key);
  // A step was asked for here, and not with other settings.
  const wantsOne = !asked.playing && before !== undefined && before === previous && asked.single > before.single;
  const start = { ...(before ?? untrained(asked)), goal: goalOf(asked) };
  let model: TrainIt = wantsOne ? start : { ...start, single: asked.single };
  if (before?.goal !== model.goal || before !== previous) yield model;
  if (isDone(model) && !wantsOne) return;

  const kept = keptNetwork(asked.from);
  const text = await textOf(asked, context);
  if (signal.aborted) return;
  let data: Data;
  try {
    data = dataOf(asked, text, kept && symbolsFor(asked, kept));
  } catch (error) {
    yield { ...model, problem: error instanceof Error ? error.message : String(error) };
    return;
  }
  if (!before) {
    model = { ...untrained(asked, data.symbols), trainedOn: data.train.length };
    yield model;
  }
  if (kept && model.points.length === 0) {
    const { loss, ...rest } = await evaluate(trainer, kept.network, data, signal);
    if (signal.aborted) return;
    const point = { step: 0, train: loss, heldOut: loss, error: rest.error, measured: rest.measured };
    model = { ...model, parameters: kept.network.values.length, points: [point], groups: rest.groups };
    yield model;
  }
  const request = requestOf(asked, model, data);
  if (!asked.playing && !wantsOne) {
    // Without a past there is nobody to tell.
    if (model.step > 0 || model.estimate || isAlone) return;
    const estimate = await trainer.estimate(request, signal);
    if (!signal.aborted) yield { ...model, estimate };
    return;
  }

  const goal = wantsOne ? model.step + 1 : model.goal;
  const training = trainer.train({ ...request, steps: Math.max(goal, model.goal) }, signal);
  if (!isAlone && !wantsOne) training.setPace(Number(asked.pace));
  const steps = stepByStep(training, model.step, goal);
  const snapshots = isAlone ? byMarks(steps, goal) : wantsOne ? steps : training;
  for await (const snapshot of snapshots) {
    if (signal.aborted) return;
    const { state, loss, tokensPerSecond, secondsLeft, backend, notice } = snapshot;
    if (state.step <= model.step) continue;
    const found = await evaluate(trainer, state.network, data, signal);
    if (signal.aborted) return;
    const point = { step: state.step, train: loss, heldOut: found.loss, error: found.error, measured: found.measured };
    model = {
      ...model,
      ...{ points: withPoint(model.points, point), groups: found.groups, step: state.step, single: asked.single },
      ...{
        live: new Live(state, data.symbols),
        speed: { backend, tokensPerSecond, secondsLeft },
        notice,
        problem: undefined,
      },
    };
    if (isTimeForSample(model)) {
      const text = await sample(trainer, model, data, asked, context);
      if (signal.aborted) return;
      model = { ...model, samples: [...model.samples, { step: model.step, text }] };
    }
    yield model;
  }
}
