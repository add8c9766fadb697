import type { Engine, Signal } from '#contract/engine.ts';
import { readOn } from '#contract/readOn.ts';
import { totalsOf, unread, type Reading } from '#contract/reading.ts';
import { parseLogProbabilities, type LogProbabilityFile } from '#sim/logprobs.ts';
import { predictionOf, readingOf } from './fromFile.ts';
import { predict, type Prediction } from './prediction.ts';

/** The reader's text, or a file of log-probabilities, as far as it has been read. */
export interface ReadMyText {
  readonly reading: Reading;
  /** At the selected position, or where it was last known. */
  readonly prediction?: Prediction;
  /** Whether `prediction` is of this reading and of the selected position. */
  readonly settled: boolean;
  /** The file that is shown in place of the text. */
  readonly file?: { readonly source: string; readonly vocabulary: number; readonly parsed: LogProbabilityFile };
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

/** Values of `position` that follow the text. */
export const mostSurprising = -1;
export const whatComesNext = -2;

export const tokensOfFileShown = 50_000;

/** The selected token; the number of tokens for what comes after the last one; −1 if there is none. */
export function selectedToken(reading: Reading, position: number): number {
  if (position === whatComesNext) return reading.ids.length;
  if (position === mostSurprising) return totalsOf(reading).mostSurprising;
  return Math.min(position, reading.ids.length - 1);
}

/** The file that is asked for, parsed once. */
function openFile({ file: source, vocabulary }: Asked, previous: ReadMyText | undefined): ReadMyText['file'] {
  if (previous?.file?.source === source) return { ...previous.file, vocabulary };
  const parsed = parseLogProbabilities(source);
  return { source, vocabulary, parsed: { ...parsed, tokens: parsed.tokens.slice(0, tokensOfFileShown) } };
}

function showFile(file: NonNullable<ReadMyText['file']>, position: number, previous?: ReadMyText): ReadMyText {
  const same = previous?.file?.parsed === file.parsed && previous.file.vocabulary === file.vocabulary;
  const reading = same ? previous.reading : readingOf(file.parsed, file.vocabulary || undefined);
  // A file tells nothing of what would have come after its end.
  const selected = Math.min(selectedToken(reading, position), reading.ids.length - 1);
  return { reading, prediction: predictionOf(file.parsed, selected), settled: true, file };
}

export interface Context {
  readonly engine: Engine;
  readonly signal: Signal;
  readonly previous?: ReadMyText;
}

/** Reads what is asked for, from where `previous` stands. */
export async function* readMyText(asked: Asked, { engine, signal, previous }: Context): AsyncGenerator<ReadMyText> {
  let problem: string | undefined;
  if (asked.file !== '') {
    try {
      const file = openFile(asked, previous);
      if (file) yield showFile(file, asked.position, previous);
      return;
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
  for await (const reading of readOn(asked.text, { ...asked, engine, signal, previous: before?.reading })) {
    state = { ...state, reading, settled: state.settled && state.reading.text === reading.text };
    yield state;
    yield* settle();
  }
}
