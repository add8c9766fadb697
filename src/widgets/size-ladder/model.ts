import type { RunContext } from '#contract/spec.ts';
import { FAMILY, familyTokens } from '#sim/family.ts';
import { cellsOf, letterCells, randomCells, step, type Cells } from './measure.ts';
import { counts, stages, type Asked } from './parameters.ts';
import { prepared } from './texts.ts';

export interface Ladder {
  /** What was read, or is being read, and how many of its characters the networks know. */
  readonly text: string;
  readonly characters: number;
  /** The smallest network first, as far as they have been read; each by stage, in the order of `stages`. */
  readonly members: readonly (readonly Cells[])[];
  /** Normal vectors of the same number and width, all different. */
  readonly random: readonly Cells[];
  /** A normal vector for each character, and one for each place, by how long the latter are, in the order of `placed`. */
  readonly letters: readonly (readonly Cells[])[];
  readonly seed: number;
}

export const fewest = 16;
export const compute = (): Ladder => ({ text: '', characters: 0, members: [], random: [], letters: [], seed: 0 });

type Context = Pick<RunContext<Ladder>, 'signal' | 'trainer' | 'previous' | 'pause'>;

/** Done in the page, a cloud at a time. */
async function inSlices<T>(work: Generator<undefined, T>, { signal, pause }: Context): Promise<T | undefined> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pause?.();
    if (signal.aborted) return undefined;
  }
}

/** A line break and up to 127 characters each: no window of the networks holds more. */
function windowsOf(tokens: Uint16Array): Uint16Array[] {
  const windows: Uint16Array[] = [];
  const most = Math.min(tokens.length, Number(counts.at(-1)));
  for (let from = 0; from < most; from += step)
    windows.push(Uint16Array.from([0, ...tokens.subarray(from, Math.min(from + step, most))]));
  return windows;
}

/** The vectors of the characters at one stage, without those of the line breaks. */
const rowsAt = (read: readonly (readonly Float32Array[])[], stage: number, width: number): number[][] =>
  read.flatMap((stages) => {
    const values = stages[stage];
    return Array.from({ length: values.length / width - 1 }, (_, t) =>
      Array.from(values.subarray((t + 1) * width, (t + 2) * width)),
    );
  });

/** Where each stage of `stages` is in what a network of so many blocks gives. */
const places = (layers: number): readonly number[] => [0, 1, layers, layers + 1];

/** The prepared text as it was last read, to come back to without asking. */
let kept: Ladder | undefined;

/** Five networks one after the other; nothing is loaded for another text until the reader allows it. */
export async function* run(asked: Asked, context: Context): AsyncGenerator<Ladder> {
  const { trainer, signal, previous } = context;
  if (previous?.text === prepared && previous.members.length === FAMILY.length) kept = previous;
  const known = [previous, kept].find((one) => one?.text === asked.text && one.members.length === FAMILY.length);
  if (!known && asked.text !== prepared && !asked.reading) {
    // The picture stays what it was.
    if (previous && previous.seed !== asked.seed) yield* withSeed(previous, asked, context);
    return;
  }
  if (known) {
    if (known !== previous) yield known;
    if (known.seed !== asked.seed) yield* withSeed(known, asked, context);
    return;
  }
  const tokens = familyTokens(asked.text);
  let model: Ladder = { ...compute(), text: asked.text, characters: tokens.length, seed: asked.seed };
  if (tokens.length < fewest) return yield model;
  const controls = await drawn(tokens, asked.seed, context);
  if (!controls) return;
  model = { ...model, ...controls };
  yield model;
  for (const { file, width, layers } of FAMILY) {
    const network = await trainer.checkpoint(file, 0);
    if (signal.aborted) return;
    const read = await trainer.residual(network, windowsOf(tokens), { signal });
    const own: Cells[] = [];
    for (const [i] of stages.entries()) {
      const cells = await inSlices(cellsOf(rowsAt(read, places(layers)[i], width)), context);
      if (!cells) return;
      own.push(cells);
    }
    model = { ...model, members: [...model.members, own] };
    yield model;
  }
}

/** What nobody has trained. */
async function drawn(tokens: Uint16Array, seed: number, context: Context) {
  const random = await inSlices(randomCells(tokens.length, seed), context);
  const letters = random && (await inSlices(letterCells(tokens, seed), context));
  return letters && { random, letters };
}

async function* withSeed(model: Ladder, { seed }: Asked, context: Context): AsyncGenerator<Ladder> {
  const controls = await drawn(familyTokens(model.text), seed, context);
  if (controls) yield { ...model, ...controls, seed };
}
