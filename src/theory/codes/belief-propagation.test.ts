import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { beliefPropagation, type TannerGraph } from './belief-propagation.ts';
import { densityEvolution } from './density-evolution.ts';
import { ParityEncoder } from './parity-encoder.ts';
import { hammingParityCheck } from './syndrome-code.ts';

const wordsOf = ({ bits, checks }: TannerGraph) =>
  Array.from({ length: 2 ** bits }, (_, n) => Array.from({ length: bits }, (_, i) => (n >> i) & 1)).filter((word) =>
    checks.every((check) => check.filter((place) => word[place] === 1).length % 2 === 0),
  );

/** ln P(bit = 0)/P(bit = 1) given all evidence, by the sum over all words. */
function byAllWords(graph: TannerGraph, evidence: readonly number[]): number[] {
  const weights = wordsOf(graph).map((word) => ({
    word,
    weight: Math.exp(word.reduce((sum, bit, i) => sum + (bit === 0 ? evidence[i] : 0), 0)),
  }));
  const mass = (place: number, bit: number) =>
    weights.reduce((sum, { word, weight }) => sum + (word[place] === bit ? weight : 0), 0);
  return evidence.map((_, place) => Math.log(mass(place, 0) / mass(place, 1)));
}
const finish = (graph: TannerGraph, evidence: readonly number[], steps: number) =>
  [...beliefPropagation(graph, evidence, steps)][steps - 1];

/** Seven bits, three checks, no cycle. */
const tree: TannerGraph = { bits: 7, checks: [[0, 1, 2], [2, 3, 4], [4, 5, 6]] }; // prettier-ignore
const hamming: TannerGraph = {
  bits: 7,
  checks: hammingParityCheck.map((row) => row.flatMap((bit, place) => (bit === 1 ? [place] : []))),
};
const evidences = [
  [0.3, -1.2, 2, 0.1, -0.4, 0.9, -2.5],
  [-1, -1, -1, 1, 1, 1, 1],
  [12, -14, 0, 20, -3, 0, 5],
];

describe('belief propagation', () => {
  it('is exact on a tree once news has come from end to end', () => {
    for (const evidence of evidences) closeAll(finish(tree, evidence, 3).beliefs, byAllWords(tree, evidence), 1e-9);
    // After one step the first bit has not heard of the last check.
    expect(finish(tree, evidences[0], 1).beliefs[0]).not.toBeCloseTo(byAllWords(tree, evidences[0])[0], 3);
  });

  it('decides as the sum over all words does for the bits of a single cycle, as Weiss 2000 proves', () => {
    const ring: TannerGraph = { bits: 6, checks: [[0, 1, 2], [2, 3, 4], [4, 5, 0]] }; // prettier-ignore
    let differs = 0;
    for (let i = 0; i < 200; i++) {
      const evidence = Array.from({ length: 6 }, (_, place) => 6 * Math.sin(1 + 7.3 * i + 2.1 * place * (1 + i)));
      const exact = byAllWords(ring, evidence);
      const beliefs = [...finish(ring, evidence, 300).beliefs];
      for (const place of [0, 2, 4]) expect(beliefs[place] < 0).toBe(exact[place] < 0);
      differs = Math.max(differs, ...beliefs.map((belief, place) => Math.abs(belief - exact[place])));
    }
    // The beliefs themselves are not exact: evidence comes round.
    expect(differs).toBeGreaterThan(0.1);
  });

  it('mends one flip of seven in some words of the Hamming code only, for its graph is full of cycles', () => {
    const weight = Math.log(0.9 / 0.1);
    const mended = Array.from({ length: 7 }, (_, flipped) => {
      const evidence = Array.from({ length: 7 }, (_, i) => (i === flipped ? -weight : weight));
      expect(byAllWords(hamming, evidence).every((belief) => belief > 0)).toBe(true);
      return finish(hamming, evidence, 20).beliefs.every((belief) => belief > 0);
    });
    expect(mended.filter(Boolean).length).toBeGreaterThanOrEqual(4);
  });

  it('knows a word of the code, and begins with none', () => {
    expect(finish(tree, [1, 1, 1, 1, 1, 1, 1], 1).isWord).toBe(true);
    expect([...beliefPropagation(tree, evidences[0], 0)]).toEqual([]);
  });

  it('does the same for a word as for zeros: evidence turned, beliefs turned', () => {
    for (const word of wordsOf(tree)) {
      const turned = evidences[0].map((value, i) => (word[i] === 1 ? -value : value));
      const back = Array.from(finish(tree, turned, 4).beliefs, (value, i) => (word[i] === 1 ? -value : value));
      closeAll(back, [...finish(tree, evidences[0], 4).beliefs], 1e-12);
    }
  });
});

describe('the encoder', () => {
  it.each([tree, hamming, { bits: 4, checks: [[0, 1], [1, 2], [0, 2]] }])('writes each message as a word of its own, with the message in it', (graph) => {
    const encoder = new ParityEncoder(graph);
    const messages = wordsOf({ bits: encoder.messagePlaces.length, checks: [] });
    const words = messages.map((message) => encoder.encode(message));
    expect(words.map((word) => word.join('')).sort()).toEqual(wordsOf(graph).map((word) => word.join('')).sort());
    words.forEach((word, i) => expect(encoder.messagePlaces.map((place) => word[place])).toEqual(messages[i]));
  }); // prettier-ignore
});

describe('density evolution', () => {
  it('has in its first step the closed form: all other bits of a check right or evenly wrong', () => {
    // Sums of three votes are ties only with the channel strong enough, or not at all: (3, 6) at 0.05, by hand.
    const [f, right] = [0.05, (1 + 0.9 ** 5) / 2];
    // A vote of a check is right with chance (1 + (1 − 2f)^5)/2 and weighs less than what was received: three of them against it.
    const vote = Math.log(right / (1 - right));
    expect(3 * vote).toBeGreaterThan(Math.log((1 - f) / f));
    expect(2 * vote - vote).toBeLessThan(Math.log((1 - f) / f));
    const wrong = f * (1 - right ** 3) + (1 - f) * (1 - right) ** 3;
    close(densityEvolution(3, 6, f, 1)[0], wrong, 1e-9);
  });

  it('has nothing to do where nothing is flipped', () => expect(densityEvolution(3, 6, 0, 2)[1]).toBeLessThan(1e-15));
});
