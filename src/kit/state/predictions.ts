import { remember } from './storage.ts';

/** An answer that the reader committed to before the truth was shown, as this browser remembers it. */
export interface Prediction {
  /** Of the Bet or Predict; unique in the book. */
  readonly id: string;
  readonly kind: 'bet' | 'bars' | 'curve';
  /** 1, 2, 3, … in the order of answering: a number, so that nothing tells when somebody read. */
  readonly order: number;
  /** The probability given to yes, or the numbers of the bars or points. */
  readonly guess: readonly number[];
  readonly bits: number;
}

const prefix = 'bet/';

/** Ids of answers to statements of the sources begin so; bets of the chapters do not. */
export const quizPrefix = 'errata-';
export const isOfQuiz = ({ id }: Pick<Prediction, 'id'>) => id.startsWith(quizPrefix);

const kinds: readonly string[] = ['bet', 'bars', 'curve'] satisfies Prediction['kind'][];

/** A bet gives a probability to yes, and costs the surprisal of yes or of no. */
const isBet = ([p, ...rest]: readonly number[], bits: number) =>
  rest.length === 0 && p > 0 && p < 1 && [p, 1 - p].some((q) => Math.abs(bits + Math.log2(q)) < 0.01);

/** What is stored under a key, if it is the key of a prediction and of this form. */
function read(key: string, value: string | undefined): Prediction | undefined {
  if (!key.startsWith(prefix) || value === undefined) return undefined;
  try {
    const { kind, order, guess, bits } = JSON.parse(value) as Prediction;
    const sound =
      kinds.includes(kind) &&
      Number.isSafeInteger(order) &&
      order > 0 &&
      Array.isArray(guess) &&
      guess.length > 0 &&
      guess.every((number) => Number.isFinite(number)) &&
      Number.isFinite(bits) &&
      bits >= 0 &&
      (kind !== 'bet' || isBet(guess, bits));
    return sound ? { id: key.slice(prefix.length), kind, order, guess, bits } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an entry of an imported file claims to be a prediction and is none. */
export const isBrokenPrediction = (key: string, value: string) => key.startsWith(prefix) && !read(key, value);

export const recall = (id: string) => read(prefix + id, remember.get(prefix + id));

export const forget = (id: string) => remember.forget(prefix + id);

/** Every scored prediction, in the order in which they were made. */
export function predictions(): Prediction[] {
  return remember
    .entries()
    .flatMap(([key, value]) => read(key, value) ?? [])
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Whether it will outlast the page. */
export function record({ id, ...prediction }: Omit<Prediction, 'order'>): boolean {
  const order = 1 + Math.max(0, ...predictions().map((made) => made.order));
  return remember.set(prefix + id, JSON.stringify({ order, ...prediction }));
}
