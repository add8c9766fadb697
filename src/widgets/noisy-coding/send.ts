import { RandomCode } from '#sim/random-code.ts';
import { uniforms } from '#sim/random.ts';
import type { TannerGraph } from '#theory/codes/belief-propagation.ts';
import { ParityEncoder } from '#theory/codes/parity-encoder.ts';
import { decodeWithSideInformation, hammingParityCheck, syndrome } from '#theory/codes/syndrome-code.ts';
import { pixels, pictureOf, type Bits } from './drawing.ts';
import { decoding, graphOf, likelier, noisy, streams } from './line.ts';
import { lastStep, type Asked } from './parameters.ts';

/** The random code that a picture is sent with: every received word is compared with each of its 2¹² words. */
export const randomLength = 24;
export const randomBits = 12;

/** The pixels that are wrong after decoding, by their numbers. */
export interface Sent {
  readonly received: readonly number[];
  readonly repetition: readonly number[];
  readonly hamming: readonly number[];
  readonly random: readonly number[];
  readonly ldpc: {
    /** Pixels that were wrong after some step, and as many numbers whose binary digit 2^t says whether after step t. */
    readonly pixels: readonly number[];
    readonly wrongAfter: readonly number[];
    /** Steps that the slowest block took, and blocks that are not as they were sent in the end. */
    readonly steps: number;
    readonly lost: number;
    readonly blocks: number;
  };
}

const differing = (sent: Bits, got: Bits) => sent.flatMap((bit, i) => (bit === got[i] ? [] : [i]));

/** Blocks of so many bits, the last one filled up with zeros. */
const blocksOf = (bits: Bits, size: number) =>
  Array.from({ length: Math.ceil(bits.length / size) }, (_, b) =>
    Array.from({ length: size }, (_, i) => bits[b * size + i] ?? 0),
  );

function byRepetition(sent: Bits, { flip, repeats, seed }: Asked) {
  const next = uniforms(seed, streams.repetition);
  const times = Number(repeats);
  return sent.map((bit) => {
    const ones = noisy(new Array<number>(times).fill(bit), flip, next).filter((one) => one === 1).length;
    return 2 * ones > times ? 1 : 0;
  });
}

/** Places 3, 5, 6, 7 hold the message; each of 1, 2, 4 makes one check even. */
export function hammingWord([a, b, c, d]: Bits): number[] {
  const word = [0, 0, a, 0, b, c, d];
  const parities = syndrome(word, hammingParityCheck);
  return [parities[0], parities[1], a, parities[2], b, c, d];
}

function byHamming(sent: Bits, { flip, seed }: Asked) {
  const next = uniforms(seed, streams.hamming);
  return blocksOf(sent, 4).flatMap((message) => {
    const word = decodeWithSideInformation([0, 0, 0], noisy(hammingWord(message), flip, next), hammingParityCheck);
    return [2, 4, 5, 6].map((place) => word[place]);
  });
}

function byRandomCode(sent: Bits, { flip, seed }: Asked) {
  const next = uniforms(seed, streams.random);
  const code = new RandomCode(randomLength, randomBits, next);
  return blocksOf(sent, randomBits).flatMap((message) => {
    let received = code.encode(message.reduce((number, bit) => 2 * number + bit, 0));
    for (let place = 0; place < randomLength; place++) if (next() < flip) received ^= 1 << place;
    const decoded = code.decode(received, next);
    return message.map((_, i) => (decoded >> (randomBits - 1 - i)) & 1);
  });
}

const encoders = new WeakMap<TannerGraph, ParityEncoder>();
function encoderOf(graph: TannerGraph): ParityEncoder {
  const encoder = encoders.get(graph) ?? new ParityEncoder(graph);
  encoders.set(graph, encoder);
  return encoder;
}

/** Block after block; tells how many are done. */
function* byLdpc(sent: Bits, asked: Asked): Generator<number, Sent['ldpc']> {
  const graph = graphOf(asked, asked.rate);
  const encoder = encoderOf(graph);
  // As many as the rate says, though dependent checks would leave room for more.
  const places = encoder.messagePlaces.slice(0, graph.bits - graph.checks.length);
  const rest = encoder.messagePlaces.length - places.length;
  const blocks = blocksOf(sent, places.length);
  const wrongAfter = new Map<number, number>();
  let [steps, lost] = [0, 0];
  for (const [b, message] of blocks.entries()) {
    const word = encoder.encode([...message, ...new Array<number>(rest).fill(0)]);
    const next = uniforms(asked.seed, streams.ldpc, b);
    const received = noisy(word, asked.flip, next);
    const looks = [
      received,
      ...Array.from(decoding(graph, received, asked.flip), (beliefs) => Array.from(beliefs, likelier)),
    ];
    const last = looks[looks.length - 1];
    if (last.some((bit, place) => bit !== word[place])) lost++;
    steps = Math.max(steps, looks.length - 1);
    for (const [i, place] of places.entries()) {
      const pixel = b * places.length + i;
      if (pixel >= pixels) break;
      let mask = 0;
      for (let t = 0; t <= lastStep; t++) if ((looks[t] ?? last)[place] !== word[place]) mask |= 1 << t;
      if (mask !== 0) wrongAfter.set(pixel, mask);
    }
    yield (b + 1) / blocks.length;
  }
  return { pixels: [...wrongAfter.keys()], wrongAfter: [...wrongAfter.values()], steps, lost, blocks: blocks.length };
}

/** The picture through the same line with each of the codes. */
export function* send(asked: Asked): Generator<number, Sent> {
  const sent = pictureOf(asked.picture);
  const received = differing(sent, noisy(sent, asked.flip, uniforms(asked.seed, streams.received)));
  const repetition = differing(sent, byRepetition(sent, asked));
  const hamming = differing(sent, byHamming(sent, asked));
  yield 0.1;
  const random = differing(sent, byRandomCode(sent, asked));
  yield 0.3;
  const ldpc = byLdpc(sent, asked);
  for (;;) {
    const { value, done } = ldpc.next();
    if (done) return { received, repetition, hamming, random, ldpc: value };
    yield 0.3 + 0.7 * value;
  }
}

/** The pixels that are wrong with the LDPC code after so many steps. */
export const wrongAt = ({ ldpc }: Sent, steps: number) =>
  ldpc.pixels.filter((_, i) => (ldpc.wrongAfter[i] >> steps) & 1);
