import type { Engine, Signal } from '#contract/engine.ts';
import { readOn } from '#contract/readOn.ts';
import { per, totalsOf, unread, type Reading } from '#contract/reading.ts';
import { perplexity } from '#theory/measures/entropy.ts';
import { parseInSlices, predictionOf, readingOf, type Pause, type ShownFile } from './fromFile.ts';
import { predict, type Prediction } from './prediction.ts';

/** The reader's text, or a file of log-probabilities, as far as it has been read. */
export interface ReadMyText {
  readonly reading: Reading;
  /** At the selected position, or where it was last known. */
  readonly prediction?: Prediction;
  /** Whether `prediction` is of this reading and of the selected position. */
  readonly settled: boolean;
  /** The file that is shown in place of the text. */
  readonly file?: { readonly source: string; readonly vocabulary: number; readonly parsed: ShownFile };
  /** Why a file is not shown. */
  readonly problem?: string;
}

export interface Asked {
  readonly text: string;
  readonly file: string;
  readonly vocabulary: number;
  readonly position: number;
  readonly visible: number;
}

/** Whether the perplexity of a token is beyond any number, as that of floors and of broken files is. */
export function isImmense(reading: Reading): boolean {
  const { surprisal, tokens } = totalsOf(reading);
  return surprisal < Infinity && perplexity(per(surprisal, tokens)) === Infinity;
}

/** Values of `position` that follow the text. */
export const mostSurprising = -1;
export const whatComesNext = -2;

/** The selected token; the number of tokens for what comes after the last one; −1 if there is none. */
export function selectedToken(reading: Reading, position: number): number {
  if (position === whatComesNext) return reading.ids.length;
  if (position === mostSurprising) return totalsOf(reading).mostSurprising;
  return Math.min(position, reading.ids.length - 1);
}

/** The file that is asked for: parsed once, read again only if the size of the vocabulary changes. */
async function showFile(asked: Asked, pause: Pause, previous: ReadMyText | undefined): Promise<ReadMyText> {
  const { file: source, vocabulary, position } = asked;
  const known = previous?.file?.source === source ? previous.file : undefined;
  const parsed = known?.parsed ?? (await parseInSlices(source, pause));
  const reading =
    known && known.vocabulary === vocabulary && previous
      ? previous.reading
      : await readingOf(parsed, vocabulary || undefined, pause);
  // A file tells nothing of what would have come after its end.
  const selected = Math.min(selectedToken(reading, position), reading.ids.length - 1);
  const file = { source, vocabulary, parsed };
  return { reading, prediction: predictionOf(parsed, selected), settled: true, file };
}

export interface Context {
  readonly engine: Engine;
  readonly signal: Signal;
  readonly previous?: ReadMyText;
  readonly pause?: Pause;
}

/** Reads what is asked for, from where `previous` stands. */
export async function* readMyText(asked: Asked, context: Context): AsyncGenerator<ReadMyText> {
  const { engine, signal, previous, pause = () => Promise.resolve() } = context;
  let problem: string | undefined;
  if (asked.file !== '') {
    try {
      return yield await showFile(asked, pause, previous);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problem = error.message;
    }
  }
  const before = previous?.file ? undefined : previous;
  let state: ReadMyText = { reading: unread(asked.text), settled: false, ...before, problem };
  if (before && before.problem !== problem) yield state;

  /** The prediction at the selected position, unless the state has it already. */
  const settle = async function* (): AsyncGenerator<ReadMyText> {
    const position = selectedToken(state.reading, asked.position);
    const settled = state.settled && state.prediction?.position === position;
    if (settled || position < 0 || state.reading.text !== asked.text) return;
    state = { ...state, prediction: await predict(engine, state.reading, position, signal), settled: true };
    if (!signal.aborted) yield state;
  };

  yield* settle();
  for await (const reading of readOn(asked.text, { ...asked, engine, signal, pause, previous: before?.reading })) {
    state = { ...state, reading, settled: state.settled && state.reading.text === reading.text };
    yield state;
    yield* settle();
  }
}
