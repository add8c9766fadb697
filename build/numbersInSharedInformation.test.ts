import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { marginalX } from '#theory/measures/joint.ts';
import { compute as venn } from '#widgets/entropy-venn/model.ts';
import { spec as relays } from '#widgets/relay-cascade/spec.ts';
import { spec as evidence } from '#widgets/surprising-evidence/spec.ts';
import { proseOf } from '../fixtures/prose.ts';

const shared = proseOf('shared-information');
const unsaid = proseOf('what-need-not-be-said');
const h = (p: number) => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);

test('half a bit open about a fair yes or no takes an error of 0.11, which an erasure does not reach', () => {
  expect(shared).toContain(`$h(0.11) = ${(binaryEntropy(0.11) / Math.LN2).toFixed(3)}$. A relay that errs so often`);
  expect(h(0.1095)).toBeLessThan(0.5);
  expect(h(0.1105)).toBeGreaterThan(0.5);
  const values = { ...defaultValues(relays.params), relays: 1, kind1: 'erases', noise1: 0.5 } as const;
  const chain = relays.compute(values);
  expect(relays.readouts.lost.of(chain, values)).toBeCloseTo(0.5 * Math.LN2, 12);
  expect(1 - relays.readouts.accuracy.of(chain, values)).toBeCloseTo(0.25, 12);
  expect(relays.readouts.fano.of(chain, values)).toBeGreaterThan(0.8 * Math.LN2);
});

test('a circle of next to no area lies inside of nothing', () => {
  expect(shared).toContain(
    '<Show when="mutual >= 0.05"> His circle lies inside hers, or as good as that.</Show></Show>',
  );
  const row = [0.9997 / 3, 0.0003 / 3, 0];
  const { hygx, mutual, circles } = venn({ joint: [row, row, row], noise: 1 });
  expect(hygx).toBeLessThan(0.005 * Math.LN2);
  expect(mutual).toBeLessThan(0.05 * Math.LN2);
  expect(circles.distance).toBeGreaterThan(circles.radiusA);
});

test('a positive result may leave less open and settle little', () => {
  expect(shared).toContain('<Show when="rise < -0.02">Less than before: here the result settles something.</Show>');
  const values = { prevalence: 0.5, sensitivity: 0.6, specificity: 0.6 };
  const model = evidence.compute(values);
  expect(evidence.readouts.rise.of(model, values)).toBeLessThan(-0.02 * Math.LN2);
  expect(model.positive.posterior).toBeCloseTo(0.6, 12);
});

test('a positive result that leaves next to nothing settles the question, however little was open', () => {
  expect(shared).toContain(
    '<Show when="rise >= -0.02"><Show when="positive < 0.0005">Next to nothing: here the result settles the question.</Show></Show>',
  );
  const perfect = { prevalence: 0.001, sensitivity: 1, specificity: 1 };
  const model = evidence.compute(perfect);
  expect(evidence.readouts.rise.of(model, perfect)).toBeGreaterThan(-0.02 * Math.LN2);
  expect(evidence.readouts.positive.of(model, perfect)).toBe(0);
  // Even at the ends of the slider far more was open before.
  for (const prevalence of [0.001, 0.999]) expect(binaryEntropy(prevalence)).toBeGreaterThan(20 * 0.0005 * Math.LN2);
});

test('the lens of a table without dependence is closed, whatever he forgets', () => {
  expect(shared).toContain('<Show when="noise < 0.005"> That is so in this table even if he forgets nothing.</Show>');
  const certain = venn({
    joint: [
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
    noise: 0,
  });
  expect([certain.hx, certain.mutual, certain.hxgy]).toEqual([0, 0, 0]);
});

test('the confident relay names more letters rightly and knows less', () => {
  const { values: change } = relays.presets.find(({ id }) => id === 'confident')!;
  const values = { ...defaultValues(relays.params), ...change };
  const chain = relays.compute(values);
  const [before, after] = chain.stations.slice(-2);
  // Rows: X is 0, X is 1; columns: the letters 0, 1 and “?”.
  const rightly = ({ joint }: typeof before) => (100 * (joint[0][0] + joint[1][1])).toFixed(0);
  expect(unsaid).toContain(
    `rightly ${rightly(before)} times in 100 after the second relay, and ${rightly(after)} times after`,
  );
  // By hand: six letters in ten, right 19 times of 20; and a channel that says 0 for every gap.
  const second = 0.6 * (1 - h(0.05));
  const [one, wrongOne] = [0.6 * 0.95, 0.6 * 0.05];
  const third = h((one + wrongOne) / 2) - (h(one) + h(wrongOne)) / 2;
  expect(unsaid).toContain(`knows less: ${third.toFixed(3)} bits, against ${second.toFixed(3)}.`);
  for (const [{ information }, byHand] of [
    [before, second],
    [after, third],
  ] as const)
    // prettier-ignore
    expect(information / Math.LN2).toBeCloseTo(byHand, 12);
});

test('an address that arrives but for twelve in a hundred takes no message of its conditional entropy', () => {
  expect(unsaid).toContain('leaves clearly less than 8.64 percent of the bits of a piece open on average');
  expect((86400 * 1e9) / 1e15).toBeCloseTo(0.0864, 12);
  // Of one address of n bits: held with probability 0.92, an unrelated one else. H(X|Y)/n tends to 0.08 and is below it for no n.
  const n = 20;
  const same = 0.92 + 0.08 / 2 ** n;
  const other = 0.08 / 2 ** n;
  const open = -same * Math.log2(same) - (2 ** n - 1) * other * Math.log2(other);
  expect(open / n).toBeGreaterThan(0.08);
  expect(h(0.08) / 1e15 + 0.08).toBeLessThan(0.0864);
});

test('two coins have one bit of that redundancy if they are fair, and less else', () => {
  expect(shared).toContain('the pair of two independent fair coins, it finds one bit of redundancy');
  const redundancy = (p: number) => {
    const coin = marginalX([[p], [1 - p]]);
    return coin.flatMap((a) => coin.map((b) => a * b * -Math.log2(Math.max(a, b)))).reduce((x, y) => x + y);
  };
  expect(redundancy(0.5)).toBeCloseTo(1, 12);
  expect(redundancy(0.9)).toBeCloseTo(0.184, 3);
});

test('a thousand large pieces just below the bound arrive half of the time only', () => {
  expect(unsaid).toContain(
    'How many pieces it takes depends on the error that you allow and on how far below 8.64 percent you are.',
  );
  // Each piece is missing with probability 0.086, and the day has room for 86 of them.
  let [term, fits] = [(1 - 0.086) ** 1000, 0];
  for (let k = 0; k <= 86; k++) {
    fits += term;
    term *= ((1000 - k) / (k + 1)) * (0.086 / 0.914);
  }
  expect(1 - fits).toBeCloseTo(0.471, 3);
});

test('what is open on average does in the long run with a small error, and never without one if all pairs can occur', () => {
  expect(unsaid).toContain(
    'with an error as unlikely as one pleases, a sender who has not seen what the receiver holds can',
  );
  expect(unsaid).toContain(`On average only ${(7 * h(0.01)).toFixed(2)} bits are open`);
  // Without an error, two of Ana’s sheets that some sheet of Ben’s leaves possible need different messages.
  const sheets = Array.from({ length: 128 }, (_, sheet) => sheet);
  const apart = (a: number, b: number) => [0, 1, 2, 3, 4, 5, 6].filter((i) => ((a ^ b) >> i) & 1).length;
  const syndrome = (sheet: number) =>
    [1, 2, 3, 4, 5, 6, 7].reduce((sum, i) => ((sheet >> (i - 1)) & 1 ? sum ^ i : sum), 0);
  for (const [most, messages] of [
    [1, 8],
    [7, 128],
  ] as const) {
    // prettier-ignore
    const possible = sheets.filter((sheet) => apart(sheet, 0) <= most);
    expect(possible).toHaveLength(messages);
  }
  // Eight do for the first story: no message belongs to two sheets that lie within two answers of one another.
  const alike = (a: number, b: number) => a !== b && syndrome(a) === syndrome(b);
  expect(sheets.some((a) => sheets.some((b) => alike(a, b) && apart(a, b) <= 2))).toBe(false);
});

test('a message that is merged with another may move the law further, and never does on average', () => {
  expect(shared).toContain(
    'Nothing computed from a message alone tells more about its origin, on average, than the message did.',
  );
  const [chances, posteriors] = [[0.25, 0.25, 0.5], [0.5, 1, 0]]; // prettier-ignore
  const prior = chances.reduce((sum, p, i) => sum + p * posteriors[i], 0);
  expect(prior).toBe(0.375);
  const moved = (posterior: number) => relativeEntropy([posterior, 1 - posterior], [prior, 1 - prior]) / Math.LN2;
  expect([moved(0.5).toFixed(3), moved(0.75).toFixed(3)]).toEqual(['0.047', '0.420']);
  const told = chances.reduce((sum, p, i) => sum + p * moved(posteriors[i]), 0);
  expect(0.5 * moved(0.75) + 0.5 * moved(0)).toBeLessThan(told);
});
