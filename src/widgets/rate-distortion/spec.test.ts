import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { landscape } from '#sim/landscape.ts';
import { encodePicture, quantize } from '#sim/picture-coder.ts';
import { uniforms } from '#sim/random.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits } from '../../../fixtures/oracle.ts';
import { curvePanel, priceAt } from './curve.tsx';
import { compute, type Squeezed } from './model.ts';
import { params, side, type Asked } from './parameters.ts';
import { graysOf, pictureFor } from './pictures.ts';
import { addressOf } from './png.ts';
import { gapOf, readouts } from './readouts.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const whole = (change: Partial<Asked>) => wholeModel(spec, valuesOf(change)) as Squeezed;
const gap = (change: Partial<Asked>) => gapOf(compute(valuesOf(change)), valuesOf(change));

describe('tosses', () => {
  const coin = (change: Partial<Asked>) => compute(valuesOf({ source: 'coin', ...change }));

  it('have the floor of a hand', () => {
    closeInBits(coin({}).here.rate, 0.1887218755408672);
    close(coin({ heads: 0.2, wrong: 0.1 }).here.rate, binaryEntropy(0.2) - binaryEntropy(0.1));
  });

  it('need nothing where the loss is that of a guess, and everything where there is none', () => {
    expect(coin({ heads: 0.2, wrong: 0.2 }).here.rate).toBe(0);
    expect(coin({ wrong: 0.5 }).here.rate).toBe(0);
    closeInBits(coin({ wrong: 0 }).here.rate, 1);
    expect(coin({ heads: 0, wrong: 0 }).here.rate).toBe(0);
    for (const heads of [0, 1]) for (const { rate, distortion } of coin({ heads }).built) expect([rate, distortion]).toEqual([0, 0]); // prettier-ignore
  });

  it('of Hamming’s words: each block is one of them or differs in one toss', () => {
    const { rate, distortion } = coin({ code: 'hamming' }).built[4];
    closeInBits(rate, 4 / 7);
    close(distortion, 1 / 8);
    close(gap({ source: 'coin', code: 'hamming' }), (4 / 7) * Math.LN2 - (Math.LN2 - binaryEntropy(1 / 8)));
  });

  it('are told with the share that they lose, and not a rounded one', () => {
    const said = (change: Partial<Asked>) => spec.describe(compute(valuesOf(change)), valuesOf(change), sayIn('bits'));
    expect(said({ code: 'hamming', wrong: 0.125 })).toMatch(/^If 12\.5 percent .* less than 0\.456 bits .* gets 12\.5 percent wrong; the curve at that loss is 0\.456\.$/); // prettier-ignore
    expect(said({ wrong: 0.345 })).toMatch(/^If 34\.5 percent .* less than 0\.070 bits/);
    expect(said({ wrong: 0.005 })).toMatch(/^If 0\.5 percent .* less than 0\.955 bits/);
    expect(said({ heads: 0 })).toMatch(/^If 25 percent of the tosses may come back wrong, nothing need be told\./);
    expect(said({ source: 'normal', levels: 1 })).toMatch(/^A normal number of which nothing is told comes back with a mean squared error of 1\.0000/); // prettier-ignore
    // The address asks for a picture, and the model is still the one before.
    expect(spec.describe(compute(valuesOf({})), valuesOf({ source: 'picture' }), sayIn('bits'))).not.toContain('toss');
  });

  it('have the challenge that is about them in sight', () => {
    expect(spec.challenges[0].start).toMatchObject({ source: 'coin' });
  });

  it('come back as words of the code', () => {
    const { tossed, back } = coin({ code: 'hamming' });
    expect([tossed.length, back.length]).toEqual([42, 42]);
    for (let block = 0; block < 6; block++) {
      const errors = [0, 1, 2, 3, 4, 5, 6].filter((i) => tossed[7 * block + i] !== back[7 * block + i]);
      expect(errors.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('letters', () => {
  it('of two are a coin: the curve is the formula, and its slope the price', () => {
    const { here, curve } = whole({ source: 'law', law: [0.5, 0.5, 0, 0, 0], measure: 'wrong', price: 2 });
    // D = 1/(1 + 2^price).
    close(here.distortion, 1 / 5, 1e-5);
    close(here.rate, Math.LN2 - binaryEntropy(here.distortion), 1e-5);
    expect(priceAt(curve, here.distortion)).toBeCloseTo(2, 0);
    for (const { distortion, rate, lower = rate } of curve) {
      const exact = Math.LN2 - binaryEntropy(Math.min(0.5, distortion));
      expect(lower).toBeLessThanOrEqual(exact + 1e-6);
      expect(rate).toBeGreaterThanOrEqual(exact - 1e-6);
    }
  });

  it('at a flat end are on the tangent and not below it', () => {
    for (const change of [
      { measure: 'wrong', price: 0.1 },
      { law: [0.3, 0.4, 0.3, 0, 0], price: 0.1 },
    ] as const) {
      const asked = valuesOf({ source: 'law', ...change } as Partial<Asked>);
      expect(gapOf(compute(asked), asked)).toBeGreaterThanOrEqual(0);
      expect(gapOf(compute(asked), asked)).toBeLessThan(1e-3);
    }
  });

  it('that are certain need nothing', () => {
    const { free, here, curve } = whole({ source: 'law', law: [0, 0, 1, 0, 0] });
    expect(free).toBe(0);
    expect(here.rate).toBeLessThan(1e-12);
    expect(Math.max(...curve.map(({ rate }) => rate))).toBe(0);
  });
});

describe('a normal number', () => {
  it('in one cell is guessed, and in two told by its sign', () => {
    const { built } = compute(valuesOf({ source: 'normal' }));
    expect(built[0]).toMatchObject({ rate: 0, distortion: 1, floor: 0 });
    close(built[1].distortion, 1 - 2 / Math.PI);
  });

  it('is half a bit above the curve with seven cells, as the challenge says', () => {
    const { built } = compute(valuesOf({ source: 'normal', levels: 7 }));
    expect([built[6].distortion <= 0.05, built[5].distortion <= 0.05]).toEqual([true, false]);
    expect([built[6].rate, built[6].floor!].map((nats) => (nats / Math.LN2).toFixed(2))).toEqual(['2.81', '2.25']);
  });
});

describe('a picture', () => {
  it('takes as many digits of the arithmetic coder as it says', () => {
    const { waves } = pictureFor(valuesOf({ source: 'picture' }));
    const digits = encodePicture(quantize(waves, 32, 'waves'), side, 'waves').length;
    expect(Math.abs(digits - readouts.total.of(compute(valuesOf({ source: 'picture' }))))).toBeLessThan(12);
  });

  it('is below the curve of its normal model, and draws from the model are above it', () => {
    for (const step of [4, 8, 16, 32]) expect(gap({ source: 'picture', step })).toBeLessThan(0);
    for (const seed of [1, 2]) for (const step of [4, 16, 32, 128]) expect(gap({ source: 'picture', step, drawn: true, seed })).toBeGreaterThan(0); // prettier-ignore
  });

  it('can be the reader’s, level by level; anything else is refused with a sentence', () => {
    const grays = Uint8Array.from(landscape(side), (gray, i) => (gray + i) & 255);
    const base64 = btoa(String.fromCharCode(...grays));
    expect(graysOf(base64)).toEqual(grays);
    expect(graysOf('AAAA')).toBeUndefined();
    expect(compute(valuesOf({ source: 'picture', own: 'AAAA' })).problem).toBe(
      'Your picture could not be read; the landscape is shown.',
    );
    const even = compute(valuesOf({ source: 'picture', own: btoa('\x07'.repeat(side * side)) }));
    expect([even.here.distortion, even.here.rate, even.free]).toEqual([0, 0, 0]);
    expect(spec.describe(even, valuesOf({ source: 'picture' }), sayIn('bits'))).not.toMatch(/NaN|∞/);
  });

  it('of noise is above the curve, and that does not solve the challenge', () => {
    const next = uniforms(1, 5, 9);
    const own = btoa(String.fromCharCode(...Array.from({ length: side * side }, () => Math.floor(255 * next()))));
    const asked = valuesOf({ source: 'picture', own });
    expect(gapOf(compute(asked), asked)).toBeGreaterThan(0);
    expect(spec.challenges[0].score(compute(asked), asked)).toBeLessThan(1);
  });

  it('has a curve that bounds it only if it is drawn from the model', () => {
    const shaded = (change: Partial<Asked>) => {
      const asked = valuesOf(change);
      const props = { values: asked, model: compute(asked), width: 800, say: sayIn('bits'), set: () => undefined };
      return JSON.stringify(curvePanel(props as never).marks).includes('no code gets here');
    };
    expect([shaded({ source: 'picture' }), shaded({ source: 'picture', drawn: true }), shaded({})]).toEqual([false, true, true]); // prettier-ignore
  });

  it('is drawn as a PNG file with the right checksums', () => {
    // One black pixel in the middle of white, as zlib's own check computes them.
    const address = addressOf([255, 255, 255, 255, 0, 255, 255, 255, 255], 3);
    expect(address).toBe(
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAAAAABzQ+pjAAAAF0lEQVR4AQEMAPP/Af8AAAH/Af8B/wAAGhAEAefMLT4AAAAASUVORK5CYII=',
    );
  });
});

it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
  const stateOf = (values: Asked) => ({ values, model: compute(values) });
  for (const challenge of spec.challenges) {
    const { start, solution } = challenge;
    expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
  }
});
