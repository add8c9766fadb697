import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { firstPage } from '#sim/first-page.ts';
import { LetterContexts } from '#sim/letter-contexts.ts';
import { signs, signsOf } from '#sim/reduced-text.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits } from '../../../fixtures/oracle.ts';
import { boxesOf, flat, through } from './boxes.ts';
import { compute, run, stand, type Known } from './model.ts';
import { params, smallest, type Asked } from './parameters.ts';
import { heldOn, type Held } from './steering.ts';
import { lawsOf } from './predictors.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';
import { edgesOf, half, settled, suppliedBy, surprisalOf, zoomed, zoomedAt, type Window } from './window.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), low: 0, size: 1, ...change });
const known = compute();
const even = lawsOf('even', {});
const pairs = lawsOf('pairs', {});
const whole: Window = { written: '', low: 0, size: 1 };
const keysIn = (digits: string, lawAfter = pairs, from = whole) => [...digits].reduce((now, digit) => half(now, digit, lawAfter), from); // prettier-ignore

describe('the view', () => {
  it('supplies a bit with each key, and knows the letters of an arithmetic decoder', () => {
    for (const digits of ['0', '1', '0110', '111010001', '01'.repeat(20)]) {
      closeInBits(suppliedBy(keysIn(digits), pairs)!, digits.length);
    }
    // The decoder by itself: the interval of the digits, and each letter that has all of it, in fractions of [0, 1).
    const digits = '0111010010110100';
    let [from, to] = [0, 1];
    for (const digit of digits) [from, to] = digit === '0' ? [from, (from + to) / 2] : [(from + to) / 2, to];
    let [text, low, width] = ['', 0, 1];
    for (;;) {
      const edges = edgesOf(pairs(text)!);
      const s = signsOf(signs).find((sign) => low + width * edges[sign] <= from && to <= low + width * edges[sign + 1]);
      if (s === undefined) break;
      [text, low, width] = [text + signs[s], low + width * edges[s], width * (edges[s + 1] - edges[s])];
    }
    const now = keysIn(digits);
    expect(now.written).toBe(text);
    expect(text.length).toBeGreaterThan(3);
    close(now.size * width, to - from);
    close(low + now.low * width, from);
  });

  it('leads back where it came from', () => {
    const start = keysIn('0101101');
    const there = zoomedAt(start, 0.3, 1 / 8, pairs);
    close(suppliedBy(there, pairs)! - suppliedBy(start, pairs)!, 3 * Math.LN2);
    const back = zoomed(there, -0.3 * 7, 1 + 0.7 * 7, pairs);
    expect(back.written).toBe(start.written);
    close(back.low, start.low);
    close(back.size, start.size);
    // Beyond all texts there is nothing.
    expect(zoomed(start, -1e6, 1e6, pairs)).toEqual(whole);
  });

  it('goes on for ever between two letters, and stops at the smallest part', () => {
    const edge = edgesOf(even('')!)[13];
    let now = whole;
    for (let i = 0; i < 60; i++) now = zoomedAt(now, (edge - now.low) / now.size, 0.5, even);
    expect(now.size).toBeGreaterThanOrEqual(smallest);
  });

  it('has letters as often under coins as they are likely', () => {
    // All 2^12 rows of coins: how many make a t certain, how many of them “th”.
    const count = { t: 0, th: 0 };
    for (let n = 0; n < 4096; n++) {
      const { written } = keysIn(n.toString(2).padStart(12, '0'));
      for (const text of ['t', 'th'] as const) if (written.startsWith(text)) count[text]++;
    }
    for (const text of ['t', 'th'] as const) {
      const p = Math.exp(-surprisalOf(text, pairs)!);
      // A row in which a boundary falls decides nothing: at each end one of 4096 at most.
      expect(Math.abs(count[text] / 4096 - p)).toBeLessThanOrEqual(2 / 4096);
    }
  });

  it('has letters certain as soon as all that is in view is theirs', () => {
    // All 27 alike: a to i have the upper third, and the upper ninth of c is that of ca, cb and cc.
    expect(settled({ written: '', low: 0, size: 1 / 3 }, even)).toEqual({ written: '', low: 0, size: 1 / 3 });
    expect(settled({ written: 'x', low: 0, size: 1 }, even)).toEqual({ written: 'x', low: 0, size: 1 });
    const { written, low, size } = settled({ written: '', low: 2.25 / 27, size: 0.25 / 27 }, even);
    expect(written).toBe('c');
    close(low, 0.25);
    close(size, 0.25);
  });

  it('has boxes as high as they are likely, within those of fewer letters', () => {
    const boxes = boxesOf(whole, pairs, 1 / 64);
    for (const box of flat(boxes)) {
      close(box.to - box.from, Math.exp(-surprisalOf(box.text, pairs)!));
      for (const inner of box.inner) expect(box.from <= inner.from && inner.to <= box.to + 1e-12).toBe(true);
    }
    const q = settled({ written: 'q', low: 0, size: 1 }, pairs);
    expect(through(boxesOf(q, pairs, 0.1), 0.75, 0.5).map(({ text }) => text)).toEqual(['qu']);
  });
});

describe('steer-by-bits', () => {
  const read = (change: Partial<Asked>, id: keyof typeof readouts) => readouts[id].of(known, valuesOf(change));

  it('pays the bits of 27 keys where nobody predicts', () => {
    closeInBits(read({ predictor: 'even', written: 'the rain' }, 'spent'), 8 * Math.log2(27));
    expect(Math.abs(read({ predictor: 'even', written: 'the rain' }, 'saved'))).toBeLessThan(1e-9);
  });

  it('pays what the text is worth to the predictor, and wrong turns', () => {
    const contexts = new LetterContexts(signsOf(`${firstPage} `), signs.length, 2);
    const text = signsOf('the rain');
    const nats = text.reduce((sum, sign, i) => sum - Math.log(contexts.lawAfter(text.slice(0, i))[sign]), 0);
    close(surprisalOf('the rain', pairs)!, nats);
    close(suppliedBy({ written: 'the rain', low: 0, size: 0.25 }, pairs)!, nats + 2 * Math.LN2);
    close(read({ written: 'the rain' }, 'worth'), nats);
    close(read({ written: 'the rain', lost: 3 }, 'spent'), nats + 3 * Math.LN2);
    close(read({ written: 'the rain', size: 0.25, low: 0.36 }, 'spent'), nats + 2 * Math.LN2);
    expect(read({ written: 'the rain', seconds: 24 }, 'minute')).toBe(20);
    // Two letters back are all that count.
    expect(pairs('nobody has seen th')).toBe(pairs('th'));
  });

  it('takes only what is a letter or a space', () => {
    expect(stand(known, valuesOf({ written: 'The <b>🦉' })).window.written).toBe('the b');
  });

  it('asks the network for what is written and seen, and sums its bytes to letters', async () => {
    const engine = createByteEngine();
    const values = valuesOf({ predictor: 'network', written: 'ab' });
    let last: Known = known;
    const signal = new AbortController().signal;
    expect(spec.describe(known, values, sayIn('bits'))).toContain('has not read');
    for await (const next of run(values, { engine, signal })) last = next;
    expect(last.problem).toBeUndefined();
    const { worth, supplied } = stand(last, values);
    expect(worth).toBe(supplied);
    expect(worth).toBeGreaterThan(0);
    for (const law of Object.values(last.laws)) close(law.reduce((sum, p) => sum + p, 0), 1); // prettier-ignore
    const none = { ...engine, tokens: () => Promise.reject(new Error('no weights')) };
    for await (const next of run(values, { engine: none, signal })) last = next;
    expect(last.problem).toBe('no weights');
    // The others are not asked for anything.
    const answers: Known[] = [];
    for await (const next of run(valuesOf(), { engine: none, signal })) answers.push(next);
    expect(answers).toEqual([compute()]);
  });

  it('counts over a whole hold what was taken back, and the seconds', () => {
    const { lawAfter } = stand(known, valuesOf({ written: '', low: 0, size: 1 }));
    let held: Held = { window: { written: '', low: 0, size: 1 }, seconds: 0, lost: 0 };
    const go = (x: number, seconds: number) => {
      for (let i = 0; i < 60 * seconds; i++) held = heldOn(held, { x, y: 0.7 }, 4, 1 / 60, lawAfter);
    };
    // 4 bits a second at the right edge, and 4 back at the left one.
    go(1, 3);
    closeInBits(suppliedBy(held.window, lawAfter)!, 12);
    const { written } = held.window;
    expect(written.length).toBeGreaterThan(1);
    go(0, 2);
    closeInBits(suppliedBy(held.window, lawAfter)!, 4);
    closeInBits(held.lost, 8);
    go(1, 0.5);
    closeInBits(suppliedBy(held.window, lawAfter)!, 6);
    closeInBits(held.lost, 8);
    expect(held.seconds).toBeCloseTo(5.5, 9);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: known });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
    }
    const [few, rare, coins] = spec.challenges;
    const score = ({ score }: typeof few, change: Partial<Asked>) =>
      score(known, valuesOf({ ...few.start, ...change }));
    expect(score(few, { written: 'nobody was there' })).toBe(0.9);
    expect(score(few, { predictor: 'pairs', written: 'nobody was there', lost: 6 })).toBe(0.9);
    expect(score(rare, { predictor: 'pairs', written: 'there' })).toBeLessThan(1);
    expect(score(coins, { predictor: 'pairs', written: 'there is a man' })).toBe(0);
  });
});
