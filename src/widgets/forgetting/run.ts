import { Live } from '#contract/live.ts';
import type { RunContext } from '#contract/spec.ts';
import { stepByStep } from '#contract/stepByStep.ts';
import type { Network, Trainer, TrainingRequest } from '#contract/training.ts';
import { pointOf, readingsOf, type Readings } from './evaluate.ts';
import {
  attemptOf,
  isAnother,
  isDone,
  keyOf,
  last,
  ownRun,
  textKey,
  untrained,
  type Forgetting,
  type Run,
} from './model.ts';
import type { Asked } from './parameters.ts';
import { member, textsOf, type Texts } from './texts.ts';

/** Sequences a step. */
export const batch = 8;
const warmup = 5;
/** Points of a path, after its first. */
const mostPoints = 10;
const sampleLength = 160;
const sampleTemperature = 0.7;
const mostRuns = 12;

type Context = RunContext<Forgetting>;

/** What the texts cost the book's network, by trainer and text, and the runs that were made. */
interface Memory {
  texts?: Texts;
  before?: Readings;
  runs: readonly Run[];
}
const memories = new WeakMap<Trainer, Map<string, Memory>>();
const mostTexts = 3;

function memoryOf(trainer: Trainer, key: string): Memory {
  const all = memories.get(trainer) ?? new Map<string, Memory>();
  memories.set(trainer, all);
  const known = all.get(key) ?? { runs: [] };
  all.delete(key);
  all.set(key, known);
  if (all.size > mostTexts) all.delete(all.keys().next().value as string);
  return known;
}

/** What a run asks of the trainer. Of ρ = share: ρ of the target is the old network’s, or ρ of the sequences are old. */
export function requestOf(
  asked: Asked,
  network: Network,
  texts: Texts,
  from: TrainingRequest['from'],
): TrainingRequest {
  const { method, rate, seed } = asked;
  const share = Number(asked.share);
  const rows = method === 'replay' || method === 'oldLeash' ? Math.round(share * batch) : 0;
  const teach = (of: (row: number) => number) => ({ network, shares: Array.from({ length: batch }, (_, row) => of(row)) }); // prettier-ignore
  return {
    from,
    source: { kind: 'tokens', ids: texts.train, ...(rows > 0 && { mixed: { ids: texts.replay, rows } }) },
    ...(method === 'leash' && { teacher: teach(() => share) }),
    ...(method === 'oldLeash' && { teacher: teach((row) => (row < rows ? 1 : 0)) }),
    ...{ batch, steps: Number(asked.steps), rate, warmup, weightDecay: 0, seed },
  };
}

/** What a network writes after a line break. */
export async function sampleOf(
  trainer: Trainer,
  network: Network,
  { signal }: Pick<Context, 'signal'>,
): Promise<string> {
  const { characters = [] } = await trainer.trail(member.file);
  const asked = { signal, count: 1, length: sampleLength, seed: 1, temperature: sampleTemperature };
  const [drawn] = await trainer.draw(network, Uint16Array.of(0), asked);
  return Array.from(drawn ?? [], (token) => characters[token] ?? '').join('');
}

const withRun = (runs: readonly Run[], run: Run): readonly Run[] =>
  [...runs.filter(({ key }) => key !== run.key), run].slice(-mostRuns);

const begins = { problem: undefined, failed: undefined, notice: undefined, estimate: undefined, speed: undefined };

/** Trains while the reader lets it; nothing is loaded or trained unasked. Without a past, as in tests, it goes step by step. */
export async function* run(asked: Asked, context: Context): AsyncGenerator<Forgetting> {
  const { trainer, signal, previous } = context;
  const memory = memoryOf(trainer, textKey(asked));
  // Undone: the path stays, and the network does not.
  const isUndone = (run: Run) => asked.round > (previous?.round ?? 0) && run.key === keyOf(asked);
  memory.runs = memory.runs.map((run) => (isUndone(run) ? { ...run, live: undefined } : run));
  const { attempt, began } = previous ?? {};
  const past: Forgetting = previous?.text === textKey(asked) ? previous : { ...untrained(asked), attempt, began };
  const isOther = isAnother(past, asked);
  const model: Forgetting = {
    ...past,
    ...{ runs: memory.runs, round: asked.round },
    ...(past.failed !== attemptOf(asked) && { problem: undefined, failed: undefined }),
    ...(asked.playing && !isOther && { ...begins, attempt: asked.attempt, began: attemptOf(asked) }),
  };
  yield model;
  if (!asked.playing || isOther) return;
  const begun = ownRun(model, asked);
  if (isDone(begun)) return;
  try {
    yield* learn(asked, { ...context, memory, begun }, model);
  } catch (error) {
    if (!signal.aborted) yield { ...model, runs: memory.runs, failed: attemptOf(asked), problem: error instanceof Error ? error.message : String(error) }; // prettier-ignore
  }
}

type Begun = Context & { readonly memory: Memory; readonly begun: Run | undefined };

async function* learn(asked: Asked, context: Begun, start: Forgetting): AsyncGenerator<Forgetting> {
  const { trainer, signal, memory, begun } = context;
  const isAlone = context.previous === undefined;
  const texts = (memory.texts ??= textsOf(asked, await trainer.words('passages')));
  memory.before ??= await readingsOf(trainer, await trainer.checkpoint(member.file, 0), texts, signal);
  const { before } = memory;
  if (signal.aborted) return;
  const goal = Number(asked.steps);
  let now: Run = begun ?? {
    ...{ key: keyOf(asked), method: asked.method, share: asked.share, goal },
    points: [pointOf(0, before, before, texts)],
  };
  let model = start;
  const show = (change: Partial<Forgetting> = {}) => {
    memory.runs = withRun(memory.runs, now);
    model = { ...model, ...change, runs: memory.runs };
    return model;
  };
  yield show();
  const request = requestOf(asked, before.network, texts, now.live?.state ?? before.network);
  if (!isAlone) {
    const { backend, seconds } = await trainer.estimate(request, signal);
    if (signal.aborted) return;
    yield show({ estimate: { backend, seconds } });
  }
  const training = trainer.train(request, signal);
  const from = now.live?.state.step ?? 0;
  const every = goal / mostPoints;
  for await (const snapshot of isAlone ? stepByStep(training, from, goal) : training) {
    if (signal.aborted) return;
    const { state, tokensPerSecond, secondsLeft, backend, notice } = snapshot;
    now = { ...now, live: new Live(state) };
    const reached = last(now)!.step;
    if (state.step === goal || Math.floor(state.step / every) > Math.floor(reached / every)) {
      const readings = await readingsOf(trainer, state.network, texts, signal);
      if (signal.aborted) return;
      now = { ...now, points: [...now.points, pointOf(state.step, before, readings, texts)] };
    }
    if (state.step === goal) now = { ...now, sample: await sampleOf(trainer, state.network, context) };
    if (signal.aborted) return;
    yield show({ speed: { backend, charactersPerSecond: tokensPerSecond, secondsLeft }, notice });
  }
}
