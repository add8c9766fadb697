import { RandomCode } from '#sim/random-code.ts';
import { uniforms } from '#sim/random.ts';
import { capacityBinarySymmetric } from '#theory/channels/capacity.ts';
import { decoding, graphOf, likelier, noisy, streams } from './line.ts';
import { perCheckOf, rates, type Asked, type Rate } from './parameters.ts';
import { randomLength } from './send.ts';

/** Shares of wrong blocks and of wrong bits, with their standard errors. */
export interface Measured {
  readonly code: 'ldpc' | 'random';
  readonly rate: number;
  readonly blocks: number;
  readonly block: number;
  readonly blockError: number;
  readonly bit: number;
  readonly bitError: number;
}

export const rateOf = (rate: Rate) => 1 - 3 / perCheckOf[rate];
const ten = ({ effort }: Asked) => (effort === 'many' ? 10 : 1);
/** Message bits of the random codes that are measured. */
export const measuredBits = [4, 7, 10];
/** Bits sent in all, and blocks of random codes. */
const sentBits = 12_000;
const randomBlocks = 200;

const rounded = (x: number) => Number(x.toPrecision(6));

function measuredOf(code: Measured['code'], rate: number, wrongShares: readonly number[]): Measured {
  const blocks = wrongShares.length;
  const mean = (of: (share: number) => number) => wrongShares.reduce((sum, share) => sum + of(share), 0) / blocks;
  const block = mean((share) => (share > 0 ? 1 : 0));
  const bit = mean((share) => share);
  const spread = mean((share) => (share - bit) ** 2);
  const errorOf = (variance: number) => rounded(Math.sqrt(variance / (blocks - 1)));
  return { code, rate, blocks, block: rounded(block), blockError: errorOf(block * (1 - block)), bit: rounded(bit), bitError: errorOf(spread) }; // prettier-ignore
}

/** How many blocks are sent with an LDPC code: above capacity, where hardly one arrives, a quarter. */
export function blocksOf(asked: Asked, rate: Rate): number {
  const all = (ten(asked) * sentBits) / Number(asked.length);
  return Math.ceil(rateOf(rate) < capacityBinarySymmetric(asked.flip) / Math.LN2 ? all : all / 4);
}

/**
 * Sends blocks of zeros: a linear code over a symmetric line errs for every word as for this one. Counted are wrong bits of the whole word.
 */
function* measureLdpc(asked: Asked, rate: Rate): Generator<number, Measured> {
  const graph = graphOf(asked, rate);
  const zeros = new Array<number>(graph.bits).fill(0);
  const blocks = blocksOf(asked, rate);
  const wrong: number[] = [];
  for (let b = 0; b < blocks; b++) {
    const next = uniforms(asked.seed, streams.tried, perCheckOf[rate], b);
    let last: Float64Array = new Float64Array();
    for (const beliefs of decoding(graph, noisy(zeros, asked.flip, next), asked.flip)) last = beliefs;
    wrong.push(last.filter((belief) => likelier(belief) === 1).length / graph.bits);
    yield (b + 1) / blocks;
  }
  return measuredOf('ldpc', rateOf(rate), wrong);
}

/** Each block with a new code, so that the mean is that over all codes. */
function* measureRandom(asked: Asked, bits: number): Generator<number, Measured> {
  const blocks = randomBlocks * ten(asked);
  const wrong: number[] = [];
  for (let b = 0; b < blocks; b++) {
    const next = uniforms(asked.seed, streams.triedRandom, bits, b);
    const code = new RandomCode(randomLength, bits, next);
    let received = code.encode(0);
    for (let place = 0; place < randomLength; place++) if (next() < asked.flip) received ^= 1 << place;
    const decoded = code.decode(received, next);
    wrong.push(Array.from({ length: bits }, (_, i) => (decoded >> i) & 1).filter(Boolean).length / bits);
    if (b % 20 === 19) yield (b + 1) / blocks;
  }
  return measuredOf('random', bits / randomLength, wrong);
}

/** All measurements, one after the other: how far, and what there is so far. */
export function* measure(asked: Asked): Generator<{ readonly share: number; readonly measured: readonly Measured[] }> {
  const measured: Measured[] = [];
  const jobs = [
    ...rates.map((rate) => () => measureLdpc(asked, rate)),
    ...measuredBits.map((bits) => () => measureRandom(asked, bits)),
  ];
  for (const [i, begin] of jobs.entries()) {
    const job = begin();
    for (;;) {
      const { value, done } = job.next();
      if (done) {
        measured.push(value);
        break;
      }
      yield { share: (i + value) / jobs.length, measured: [...measured] };
    }
    yield { share: (i + 1) / jobs.length, measured: [...measured] };
  }
}
