import type { Progress } from '#contract/spec.ts';
import { capacityBinarySymmetric } from '#theory/channels/capacity.ts';
import { blockError, repetitionBlockError } from '#theory/codes/block-error.ts';
import { hammingBitError } from '#theory/codes/hamming-code.ts';
import { leastBlockError, randomCodeBlockError } from '#theory/codes/random-code.ts';
import { measure, type Measured } from './measure.ts';
import type { Asked } from './parameters.ts';
import { send, type Sent } from './send.ts';

/** A code in the plane. */
export interface Point {
  readonly rate: number;
  readonly block: number;
  readonly bit: number;
}
interface Curve {
  readonly length: number;
  readonly points: readonly Point[];
}

export interface Noisy {
  readonly flip: number;
  readonly length: number;
  /** In nats for each bit sent. */
  readonly capacity: number;
  /** Each bit sent 1, 3, 5 … times. */
  readonly repetition: readonly Point[];
  /** Hamming codes of 7, 15, 31, 63 bits. */
  readonly hamming: readonly Point[];
  /** The mean over all codes of a length, exactly. */
  readonly random: readonly Curve[];
  /** No code of the chosen length has a smaller block error. */
  readonly least: readonly { readonly rate: number; readonly block: number }[];
  readonly sent?: Sent;
  readonly measured: readonly Measured[];
}

export const lengths = [24, 120, 480, 1920];
const gridded = Array.from({ length: 39 }, (_, i) => (i + 1) / 40);

/** The mean over all codes; a message that is decoded wrongly is any of the others alike, and half of its bits or a little more are wrong. */
export function randomPoint(length: number, rate: number, flip: number): Point {
  const block = randomCodeBlockError(length, rate * length, flip);
  return { rate, block, bit: block / (2 * (1 - 2 ** (-rate * length))) };
}

export const repetitionPoint = (times: number, flip: number): Point => {
  const wrong = repetitionBlockError(times, flip);
  return { rate: 1 / times, block: wrong, bit: wrong };
};

export function hammingPoint(checks: number, flip: number): Point {
  const length = 2 ** checks - 1;
  return { rate: 1 - checks / length, block: blockError(length, 1, flip), bit: hammingBitError(checks, flip) };
}

export function compute({ flip, length }: Pick<Asked, 'flip' | 'length'>): Noisy {
  return {
    ...{ flip, length: Number(length), capacity: capacityBinarySymmetric(flip), measured: [] },
    repetition: [1, 3, 5, 7, 9, 11, 13, 15].map((times) => repetitionPoint(times, flip)),
    hamming: [3, 4, 5, 6].map((checks) => hammingPoint(checks, flip)),
    random: lengths.map((n) => ({ length: n, points: gridded.filter((rate) => rate * n >= 1).map((rate) => randomPoint(n, rate, flip)) })), // prettier-ignore
    least: gridded.map((rate) => ({ rate, block: leastBlockError(Number(length), rate * Number(length), flip) })),
  };
}

/** The latest of what was sent: to look at another step nothing is sent again, and for another picture nothing is measured again. */
const [sentBefore, measuredBefore] = [new Map<string, Sent>(), new Map<string, readonly Measured[]>()];
const mostKept = 12;

function keep<Thing>(kept: Map<string, Thing>, key: string, thing: Thing) {
  kept.set(key, thing);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
}

/** First what is known exactly, then the picture, then block after block to measure. */
export function* work(asked: Asked): Generator<Progress<Noisy>> {
  const { flip, repeats, rate, length, effort, seed, picture } = asked;
  const keys = [
    [flip, length, seed, rate, repeats, picture],
    [flip, length, seed, effort],
  ].map((key) => key.join());
  let sent = sentBefore.get(keys[0]);
  let measured = measuredBefore.get(keys[1]);
  let model: Noisy = { ...compute(asked), ...(sent && { sent }), ...(measured && { measured }) };
  if (sent && measured) return yield { share: 1, model };
  yield { share: 0, model };
  if (!sent) {
    const sending = send(asked);
    let next = sending.next();
    for (; !next.done; next = sending.next()) yield { share: (measured ? 1 : 0.3) * 0.99 * next.value };
    sent = next.value;
    keep(sentBefore, keys[0], sent);
    model = { ...model, sent };
    yield { share: measured ? 1 : 0.3, model };
  }
  if (measured) return;
  for (const step of measure(asked)) {
    if (step.measured.length > model.measured.length) model = { ...model, measured: (measured = step.measured) };
    yield { share: 0.3 + 0.7 * step.share, model };
  }
  keep(measuredBefore, keys[1], model.measured);
}
