import { describe, expect, it } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { flowOf, spread, widthOf } from './flow.ts';
import { changedOf, closedForm, compute, gapOf, openOf, unchangedIfEven, type Tuned } from './model.ts';
import { mostRounds, params, type Asked } from './parameters.ts';
import { places } from './places.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';

const bit = Math.LN2;
const state = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const whole = (change: Partial<Asked>) => wholeModel(spec, state(change)) as Tuned;
const preset = (id: string) => state(presets.find((one) => one.id === id)!.values);
const read = (id: keyof typeof readouts, asked: Asked) => readouts[id].of(compute(asked), asked);

describe('the capacity', () => {
  const lines = [
    ['BSC', 'flips', 'p'],
    ['BEC', 'erases', 'erasure'],
    ['Z_channel', 'fades', 'P(0|1)'],
  ] as const;
  it.each(lines)('of each %s of the reference is found, and is the closed form', (section, line, key) => {
    for (const { input, expected } of oracleCases<Record<string, number>, { C_bits: number }>('03_channels', section)) {
      const asked = state({ line, noise: input[key] });
      closeInBits(read('formula', asked), expected.C_bits);
      const { best } = whole(asked);
      expect(best.lower / bit).toBeLessThanOrEqual(expected.C_bits + 1e-9);
      expect(best.upper / bit).toBeGreaterThanOrEqual(expected.C_bits - 1e-9);
      expect(best.upper - best.lower).toBeLessThan(1e-9);
    }
  });

  it('of each small line of the reference is found as the reader’s own', () => {
    const cases = oracleCases<{ W_rows_x: number[][] | string }, { C_bits: number }>('03_channels', 'arbitrary_DMC_Blahut_Arimoto'); // prettier-ignore
    const small = cases.filter(({ input: { W_rows_x: rows } }) => typeof rows !== 'string' && rows.length <= 4 && rows[0].length <= 4 && rows[0].length >= 2); // prettier-ignore
    expect(small.length).toBeGreaterThanOrEqual(4);
    for (const { input, expected } of small) {
      const { best } = whole({ line: 'own', channel: input.W_rows_x as number[][] });
      close(best.lower / bit, expected.C_bits, 1e-8);
    }
  });

  it('of the typewriter with four keys is 2 − h(slip) bits, and 1 bit at one half', () => {
    for (const noise of [0, 0.2, 0.5, 0.9])
      close(whole({ line: 'slips', noise }).best.lower, Math.log(4) - binaryEntropy(noise), 1e-9);
    close(read('capacity', preset('typewriter')), bit);
    close(read('information', preset('every-second-key')), bit);
    expect(compute(preset('every-second-key')).output).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('goes on in the worker where a frame does not do', () => {
    const asked = state({ line: 'fades', noise: 0.99 });
    const [quick, slow] = [compute(asked).best, whole(asked).best];
    expect(quick.upper - quick.lower).toBeGreaterThan(1e-8);
    expect(slow.upper - slow.lower).toBeLessThan(1e-9);
    expect(slow.rounds).toBeGreaterThan(quick.rounds);
  });
});

describe('the challenges', () => {
  const scoreOf = (id: string, change: Partial<Asked>) => {
    const { score, start } = spec.challenges!.find((one) => one.id === id)!;
    const asked = state({ ...(start as Partial<Asked>), ...change });
    return score(compute(asked), asked);
  };
  it('takes half of the bit at 0.11 alone, neither more nor from the other side', () => {
    expect([0.1, 0.11, 0.12, 0.89].map((noise) => scoreOf('half-lost', { noise }) === 1)).toEqual([false, true, false, false]); // prettier-ignore
  });
  it('wants the third letter spoiled, not the second', () => {
    const [first, second, third] = [
      [0.9, 0.05, 0.05],
      [0.05, 0.9, 0.05],
      [0.05, 0.05, 0.9],
    ];
    expect(scoreOf('never-sent', { channel: [first, second, [0.4, 0.4, 0.2]] })).toBe(1);
    expect(scoreOf('never-sent', { channel: [first, [0.45, 0.1, 0.45], third] })).toBe(0);
    expect(scoreOf('never-sent', { channel: [first, second, [0.32, 0.32, 0.36]] })).toBeLessThan(1);
  });
});

describe('the picture', () => {
  it('says that something is lost, not that noise took it: two letters that look the same', () => {
    const asked = state({ line: 'own', p: [0.25, 0.25, 0.5], channel: [[1, 0, 0], [1, 0, 0], [0, 1, 0]] }); // prettier-ignore
    const tuned = compute(asked);
    close(openOf(tuned).scatter, 0, 1e-12);
    close(readouts.lost.of(tuned, asked) / bit, Math.log2(3) - 1, 1e-9);
  });

  it('has columns whose area is the information, and ribbons that are the joint law', () => {
    for (const { values } of presets) {
      const tuned = compute(state(values));
      const { ribbons, received, sent } = flowOf(tuned);
      const joint = tuned.sent.map(() => tuned.received.map(() => 0));
      for (const { x, y, above, below } of ribbons) {
        close(widthOf(above), widthOf(below), 1e-9);
        joint[x][y] = widthOf(above);
      }
      close(tuned.now.lower, mutualInformation(joint), 1e-9);
      received.forEach((stretch, y) => close(widthOf(stretch), tuned.output[y], 1e-9));
      close(sent[sent.length - 1].to, 1);
    }
  });

  it('keeps handles apart and in order', () => {
    expect(spread([0.5, 0.5, 0.5], 0.1)).toEqual([0.5, 0.6, 0.7]);
    const atEnd = spread([1, 1, 1], 0.1);
    [0.8, 0.9, 1].forEach((place, i) => expect(atEnd[i]).toBeCloseTo(place, 12));
    expect(spread([0.2, 0.9], 0.1)).toEqual([0.2, 0.9]);
  });
});

describe('the cases', () => {
  it('show what is said of them', () => {
    close(read('capacity', preset('one-in-ten')) / bit, 0.5310044064107189);
    close(read('lostShare', preset('one-in-ten-erased')), 0.1, 1e-9);
    close(read('capacity', preset('all-flipped')), bit);
    close(read('capacity', preset('fading')) / bit, Math.log2(1.25), 1e-8);
    const fitted = compute(preset('fading-fitted'));
    expect(gapOf(fitted.now)).toBeLessThan(1e-12);
    const far = compute(preset('far-off'));
    expect(gapOf(far.now) / bit).toBeGreaterThan(0.5);
    const { best } = whole(preset('useless-letter'));
    expect(best.input[1]).toBeLessThan(1e-6);
    expect(best.divergences[1]).toBeLessThan(1e-9);
    // The iteration is far from over after all rounds that can be watched, and the third letter is nearly level.
    const edge = compute(preset('hardly-used'));
    expect(gapOf(edge.now) / bit).toBeGreaterThan(2e-4);
    const found = whole(preset('hardly-used')).best;
    expect(found.rounds).toBeGreaterThan(2000);
    expect(found.input[2]).toBeLessThan(1e-6);
    expect((found.lower - found.divergences[2]) / bit).toBeLessThan(0.01);
  });

  it('count the letters that change, and what stays open', () => {
    const asked = state({ line: 'fades', noise: 0.5, p: [0.6, 0.4] });
    close(changedOf(compute(asked), asked)!, 0.2);
    close(unchangedIfEven(asked, 0.5), 0.75);
    const { sent, open, scatter } = openOf(compute(state()));
    close(sent, bit);
    close(open, binaryEntropy(0.1));
    close(scatter, binaryEntropy(0.1));
    expect(closedForm(state({ line: 'own' }), 0.1)).toBeUndefined();
  });

  it('go round by round as Arimoto and Blahut did, by hand for one round', () => {
    // Z with ½, even: q = (¾, ¼), D₀ = ln 4/3, D₁ = ½ ln ⅔ + ½ ln 2. One round multiplies by their exponentials.
    const { law } = compute(state({ line: 'fades', noise: 0.5, rounds: 1 }));
    const [zero, one] = [4 / 3, Math.sqrt(4 / 3)];
    close(law[1], one / (zero + one));
    expect(compute(state({ rounds: mostRounds })).law).toEqual([0.5, 0.5]);
  });
});

describe('what can be pinned', () => {
  it('takes a joint law as a law and a line, without what never occurs', () => {
    const put = places.joint.put({ kind: 'joint', rows: [[0.4, 0.1, 0], [0.1, 0.4, 0], [0, 0, 0]] }, state()) as Partial<Asked>; // prettier-ignore
    expect(put.line).toBe('own');
    expect(put.p).toEqual([0.5, 0.5]);
    put.channel!.flat().forEach((w, i) => close(w, [0.8, 0.2, 0.2, 0.8][i]));
  });
  it('refuses what is no line, with a sentence', () => {
    expect(places.joint.put({ kind: 'joint', rows: [[1, 0, 0], [0, 0, 0]] }, state())).toMatch(/^A line has 2 to 4 letters/); // prettier-ignore
    expect(places.p.put({ kind: 'distribution', values: [0.2, 0.3, 0.5] }, state())).toMatch(
      /3 outcomes, and 2 letters/,
    );
    expect(places.p.put({ kind: 'distribution', values: [1] }, state())).toEqual({ p: [1, 0], rounds: 0 });
  });
});

describe('what is said', () => {
  const said = (change: Partial<Asked>) => spec.describe(compute(state(change)), state(change), sayIn('bits'));
  it('has the noise with the digits that it has', () => {
    expect(said({ noise: 0.005 })).toMatch(/^The line flips 0\.5 percent /);
    expect(said({ noise: 0.999 })).toMatch(/^The line flips 99\.9 percent .* tells 0\.989 bits/);
    expect(said({ line: 'fades', noise: 0.995 })).toMatch(/turns 99\.5 percent of the 1s/);
  });
  it('names a law that does not fit', () => {
    expect(said({ p: [0.2, 0.3, 0.5] })).toContain('The law that was set has 3 numbers, and the line 2 letters: all are sent alike'); // prettier-ignore
    expect(said({ line: 'slips' })).toContain('Its letters are sent alike');
    expect(said({ p: [0.2, 0.8] })).toContain('20 percent and 80 percent');
  });
});

describe('what can be typed', () => {
  it('is refused with a reason where it is no line and no law', () => {
    expect(params.channel.parse('.5,.5;.5').problem).toMatch(/all equally long/);
    expect(params.channel.parse('.5,.5;-1,2').problem).toMatch(/negative/);
    expect(params.channel.parse('1,1;0,3')).toMatchObject({ value: [[0.5, 0.5], [0, 1]] }); // prettier-ignore
    expect(params.p.parse('.5').problem).toMatch(/2 to 4/);
    expect(params.p.parse('0,0').problem).toMatch(/all entries are zero/);
  });
});
