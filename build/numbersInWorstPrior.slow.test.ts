import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { capacityPrior } from '#theory/learning/capacity-prior.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { asymptoticCapacity, informationOfBetaPrior, minimaxRegret } from '#theory/learning/redundancy.ts';
import { compute } from '#widgets/worst-prior/model.ts';
import { params, type Asked } from '#widgets/worst-prior/parameters.ts';
import { presets } from '#widgets/worst-prior/presets.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on the worst prior, each computed here and found there as it is displayed. */

const quotes = quotesOf('the-worst-prior');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const draw = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });

test('the table of tosses', () => {
  for (const tosses of [2, 5, 10, 30, 100]) {
    const { biases, lower } = capacityPrior(tosses);
    const beta = (a: number) => bits(informationOfBetaPrior(a, a, tosses));
    quotes(
      `${tosses} | ${biases.length} | ${bits(lower)} bits | ${beta(0.5)} | ${beta(1)} | ${bits(asymptoticCapacity(tosses))} | ${bits(minimaxRegret(tosses))} |`,
    );
  }
});

test('the table of coordinates', () => {
  const coordinates = {
    bias: 'the bias $\\theta$, from 0 to 1',
    angle: 'the angle $\\arcsin\\sqrt\\theta$',
    odds: 'the log-odds in nats, from −5 to 5',
    narrow: 'the log-odds in nats, from −½ to ½',
  } as const;
  for (const [prior, says] of Object.entries(coordinates)) {
    const { information, highest } = draw({ prior: prior as keyof typeof coordinates });
    quotes(`${says} | ${bits(information)} bits | ${bits(highest)} bits |`);
  }
  const { lower } = capacityPrior(10);
  quotes(`the worst five coins | ${bits(lower)} bits | ${bits(lower)} bits |`);
});

test('three coins that cost the most in three tosses, as the challenge says', () => {
  const { information, highest } = draw({
    ...{ tosses: 3, second: 0.5, fourth: 0.5 },
    weights: [7.5 / 19, 0, 4 / 19, 0, 7.5 / 19],
  });
  expect(information).toBeCloseTo(Math.log(19 / 8), 12);
  expect(highest).toBeCloseTo(information, 12);
  expect(bits(information)).toBe('1.25');
});

test('no prior costs more, to ten digits, than five coins or fewer in one to thirteen tosses', () => {
  for (let tosses = 1; tosses <= 13; tosses++) {
    const { biases, lower, upper } = capacityPrior(tosses);
    expect(upper - lower).toBeLessThan(1e-10);
    expect(biases.length).toBeLessThanOrEqual(5);
  }
  expect(capacityPrior(14).biases.length).toBeGreaterThan(5);
  quotes(
    'For one to thirteen tosses of a coin no prior costs more, to ten digits, than the best one on at most five biases.',
  );
});

test('regret and capacity, many tosses', () => {
  quotes(`with many tosses $\\tfrac12 \\log_2 e = ${bits(0.5)}$ bits more than the capacity`);
  const apart = [25, 100, 400, 1600].map((tosses) => minimaxRegret(tosses) - asymptoticCapacity(tosses));
  // The regret comes down to its limit like one over the square root of the tosses.
  apart.slice(1).forEach((now, i) => expect(now - 0.5).toBeLessThan(0.6 * (apart[i] - 0.5)));
  expect(apart[3]).toBeLessThan(0.53);
});

test('what the text says of ten tosses', () => {
  const { spread } = draw({});
  const { lower, weights } = capacityPrior(10);
  quotes(
    `Every bias alike costs you ${bits(spread.bias)} bits. The best five coins cost you ${bits(lower)}, which is ${Math.round(100 * (lower / spread.bias - 1))} percent more`,
  );
  quotes(`cost ${bits(spread.odds - spread.angle, 3)} bits more`);
  expect(weights[0] + weights[4]).toBeGreaterThan(0.55);
  quotes('more than half of all coins are trick coins');
  const two = draw(presets.find(({ id }) => id === 'two-coins')!.values);
  quotes(
    `She pays ${bits(two.off)} bits more: ${bits(two.laplace)} beyond your friend, where the other pays ${bits(two.information)}.`,
  );
  quotes(`the other player would pay ${bits(two.highest)} bits for a coin without heads`);
  // One who starts from Jeffreys' prior pays ½ log(πT) at the ends, ½ log 2e more than capacity.
  const angle = draw({ prior: 'angle' });
  expect(angle.dearest * (1 - angle.dearest)).toBeLessThan(1e-9);
  quotes(
    `pays ${bits(angle.highest)} bits in ten tosses, and for endlessly many tosses ${bits(Math.log(2 * Math.E) / 2)} bits above the formula`,
  );
  quotes(`In ten tosses it costs ${bits(angle.highest)} bits at worst`);
  quotes(`that is ${bits(angle.highest - lower)} more than $C$`);
  const inside = angle.curve.filter(([bias]) => bias >= 0.2 && bias <= 0.8).map(([, nats]) => bits(nats));
  expect(inside.length).toBeGreaterThan(20);
  expect(new Set(inside).size).toBe(1);
  quotes(`for every bias from 0.2 to 0.8 it costs only ${inside[0]}`);
  const [left, right] = capacityPrior(5)
    .biases.slice(1, 3)
    .map((bias) => binomialLaw(5, bias));
  const wrong = left.reduce((sum, p, k) => sum + Math.min(p, right[k]), 0) / 2;
  quotes(`leave the wrong one likelier with chance ${wrong.toFixed(2)}`);
  let none = 0;
  for (let t = 1; t <= 100_000; t++) none -= Math.log((t - 0.5) / t);
  expect((none - asymptoticCapacity(100_000)) / Math.LN2).toBeCloseTo(Math.log2(2 * Math.E) / 2, 4);
  const fair = (change: Partial<Asked>) => draw(change).curve.find(([bias]) => Math.abs(bias - 0.5) < 1e-9)![1];
  quotes(`For a fair coin it costs ${bits(fair({ prior: 'bias' }))} bits.`);
  quotes(
    `a fair coin costs about ${bits(fair({ prior: 'narrow' }))} bits. It would cost ${bits(draw({ prior: 'narrow' }).highest)} bits`,
  );
});
