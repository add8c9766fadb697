import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { plannedRuns } from '#sim/scaling-runs.ts';
import {
  multiplicationsPerToken,
  replicatedChinchilla,
  replicationErrors,
  servedFor,
  unroundedChinchilla,
  valleyOf,
  worthOfRepeated,
} from '#theory/scale/compute-optimal.ts';
import { computeOptimum, parametricLoss, publishedChinchilla } from '#theory/scale/scaling-law.ts';
import {
  adviceOf,
  compute,
  errorAsStated,
  hardly,
  kaplanAdvice,
  laws,
  lossAt,
  neededFor,
  paidFor,
  ratioOf,
} from '#widgets/compute-optimal/model.ts';
import { params, type Asked } from '#widgets/compute-optimal/parameters.ts';
import { systems } from '#widgets/compute-optimal/systems.ts';
import { cheapestFor } from '#theory/scale/compute-optimal.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on budgets, each computed here and found there as it is displayed. */

const prose = proseOf('how-much-text');
const quotes = quotesOf('how-much-text');
const at = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });
const count = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

test('the bet and what the text says of advice', () => {
  const model = at({});
  expect((model.flops / 1e23).toFixed(2)).toBe('5.75');
  const paid = paidFor(model, model.advice.published);
  const needed =
    cheapestFor(model.law, lossAt(model.law, model.flops, model.advice.published, 0).loss).flops / model.flops;
  quotes(`asks for ${Math.round(model.advice.published)} tokens`.replace('asks', 'ask'));
  quotes(`the constants of 2024 for ${Math.round(model.advice.corrected)}.`);
  quotes(`It is ${paid.toFixed(4)} nats above, a third of one percent`);
  expect(Math.abs(paid / model.best.loss - 1 / 300)).toBeLessThan(2e-4);
  expect(Math.round(100 * needed)).toBe(80);
  quotes('with the best split about 80 percent of the budget');
  quotes(`the least expected loss is ${model.best.loss.toFixed(2)} nats`);
  expect((0.02 / model.best.loss).toFixed(2)).toBe('0.01');
  expect(Math.round(100 * at({ ratio: 1.97 }).needed)).toBe(79);
  quotes('same loss with about 80 percent of them');
  for (const factor of [0.5, 2])
    expect(Math.round(100 * (1 - neededFor(model, factor * model.advice.corrected)))).toBe(4);
  quotes('with half or twice the best tokens per parameter wastes 4 percent of the budget');
  for (const end of model.valley) quotes(`but ${Math.round(100 * (1 - neededFor(model, end)))} percent of the budget`);
  expect(Math.abs(hardly / model.best.loss - 0.005)).toBeLessThan(1e-4);
  quotes(
    `one pays ${paidFor(model, 10 ** -0.83).toFixed(3)} nats, and ${Math.round(100 * at({ ratio: -0.83 }).needed)} percent of the budget`,
  );
});

test('the five networks and a large one', () => {
  const { sizes } = JSON.parse(readFileSync('docs/model-cards/family.json', 'utf8')) as {
    sizes: { name: string; vocabulary: number; context: number; width: number; layers: number; parameters: number }[];
  };
  expect(sizes).toHaveLength(5);
  for (const { name, vocabulary, context, width, layers, parameters } of sizes) {
    const { weights, attention } = multiplicationsPerToken(vocabulary, context, width, layers);
    // What the weights of this book have beside matrices that multiply: positions, and a scale for each of two or one places.
    expect(parameters - weights).toBe(context * width + (2 * layers + 1) * width);
    const cells = [
      count(parameters),
      count(weights),
      count(attention),
      ((weights + attention) / parameters).toFixed(2),
    ];
    expect(prose).toMatch(
      new RegExp(`\\| ${name} \\| *${cells.map((cell) => cell.replace('.', '\\.')).join(' *\\| *')} \\|`),
    );
  }
  const { weights, attention } = multiplicationsPerToken(50257, 2048, 12288, 96);
  quotes(`attention adds ${((100 * attention) / weights).toFixed(1)} percent`);
});

test('the split by hand', () => {
  const law = { floor: 1, parameterScale: 4, parameterExponent: 0.5, dataScale: 8, dataExponent: 0.5 };
  for (const n of [4, 8, 16, 32, 64]) {
    const d = 1024 / n;
    const { loss, parameterTerm, dataTerm } = parametricLoss(law, n, d);
    expect(prose).toMatch(new RegExp(`\\| *${n} \\| *${d} \\| *1 \\| *${parameterTerm.toFixed(2)} \\| *${dataTerm.toFixed(2)} \\| *${loss.toFixed(2)} \\|`)); // prettier-ignore
  }
  const { parameters, tokens } = computeOptimum(law, 6 * 102_400);
  quotes(`the best has ${Math.round(parameters)} parameters and ${Math.round(tokens)} tokens`);
  quotes('twice or half the size costs 0.12 only');
});

test('the table of advice and of exponents', () => {
  for (const [title, flops] of [
    ['10^{18}', 1e18],
    ['10^{21}', 1e21],
    ['5.75 \\cdot 10^{23}', 10 ** 23.76],
    ['10^{26}', 1e26],
  ] as const) {
    // prettier-ignore
    const cells = [replicatedChinchilla, publishedChinchilla, unroundedChinchilla].map((law) => adviceOf(law, flops).toFixed(1)); // prettier-ignore
    const kaplan = kaplanAdvice(flops);
    const row = prose.slice(prose.indexOf(`| $${title}$`)).split('|').slice(2, 6).map((cell) => cell.trim()); // prettier-ignore
    expect(row).toEqual([...cells, kaplan > 1 ? kaplan.toFixed(1) : String(Number(kaplan.toPrecision(2)))]);
  }
  const exponent = ({ parameterExponent: a, dataExponent: b }: typeof publishedChinchilla) => b / (a + b);
  expect(exponent(publishedChinchilla).toFixed(2)).toBe('0.45');
  expect(exponent(publishedChinchilla)).toBeLessThan(0.454);
  expect(exponent(replicatedChinchilla).toFixed(2)).toBe('0.51');
  expect([10 ** 0.51, 10 ** 0.49, 10 ** 0.73].map((x) => x.toFixed(1))).toEqual(['3.2', '3.1', '5.4']);
  quotes('$10^{0.51} = 3.2$, and the text grows by $10^{0.49} = 3.1$');
  const { parameterExponent: a, dataExponent: b } = replicatedChinchilla;
  quotes(
    `give ${exponent(publishedChinchilla).toFixed(4)} and those with four digits ${exponent(unroundedChinchilla).toFixed(4)}`,
  );
  expect(exponent(unroundedChinchilla)).toBeGreaterThan(0.455);
  quotes(`is stated as ${exponent(replicatedChinchilla).toFixed(3)} with`);
  expect(exponent(replicatedChinchilla) - 0.5).toBeLessThan(0.018);
  quotes(`is ${((a * b) / (a + b)).toFixed(3)} by 2024: ten times the budget`);
  expect(Math.abs(10 ** ((-a * b) / (a + b)) - 2 / 3)).toBeLessThan(0.005);
  // The worth of the theorem's constant.
  const { parameterScale: A, dataScale: B, floor } = replicatedChinchilla;
  const G = ((a * A) / (b * B)) ** (1 / (a + b));
  const least = (1 + a / b) * A * G ** -a * (1e21 / 6) ** ((-a * b) / (a + b));
  expect(computeOptimum(replicatedChinchilla, 1e21).loss - floor).toBeCloseTo(least, 10);
  // 2·10¹⁰ (C/PF-day)^0.27 tokens, against C/6N².
  const petaflopDays = 1e21 / 8.64e19;
  quotes(
    `gives ${((2e10 * petaflopDays ** 0.27) / (1.3e9 * petaflopDays ** 0.73) / kaplanAdvice(1e21)).toFixed(1)} times as many`,
  );
  expect(b - a).toBeLessThan(replicationErrors.dataExponent);
});

test('the repeated experiment', () => {
  const { found, low, high, mostApart, fits } = at({ shown: 'refits', budget: 26 }).repeated!;
  expect(mostApart).toBeLessThan(0.02);
  quotes(`One asks for ${found[low].toFixed(1)} tokens per parameter and the other for ${found[high].toFixed(0)}, a factor of ${(found[high] / found[low]).toFixed(1)}`); // prettier-ignore
  quotes(`are ${Math.round(fits[low].parameterScale)} and ${Math.round(fits[high].parameterScale)}.`);
  const here = at({ shown: 'refits' });
  quotes(`by a factor of ${Math.exp(errorAsStated(here)).toFixed(0)} in both directions`);
  const repeated = at({ shown: 'refits', budget: 26 }).repeated!;
  quotes(
    `it is a factor of ${Math.exp(here.repeated!.error).toFixed(1)}, and ${Math.exp(repeated.error).toFixed(1)} at $10^{26}$`,
  );
  // The logarithms of the two factors.
  expect(repeated.errorIfIndependent / repeated.error).toBeGreaterThan(5);
  // 80 percent of a normal law lie within 1.2816 standard errors.
  expect(Math.sqrt(40 / 4) ** (1 / 1.2816)).toBeCloseTo(2.5, 1);
  for (const paid of repeated.paid) quotes(`this is ${paid.toFixed(4)} nats, either way`);
  const { fits: refits, low: l, high: h } = repeated;
  for (const [law, other] of [
    [refits[l], refits[h]],
    [refits[h], refits[l]],
  ]) {
    const { loss } = lossAt(law, 1e26, adviceOf(other, 1e26), 0);
    expect(Math.abs(1 - cheapestFor(law, loss).flops / 1e26 - 1 / 7)).toBeLessThan(0.004);
  }
  const errorAt = (budget: number) => Math.exp(at({ shown: 'refits', budget }).repeated!.error);
  quotes(`least near $10^{19.5}$ operations, a factor of ${errorAt(19.5).toFixed(2)}`);
  for (const budget of [19, 20]) expect(errorAt(budget)).toBeGreaterThan(errorAt(19.5));
  const errors = here.repeated!.covariance.map((row, i) => Math.sqrt(row[i]));
  expect(errors.map((error) => error.toFixed(2))).toEqual(['0.03', '0.27', '0.34', '0.02', '0.02']);
  expect(replicationErrors.dataScale / replicatedChinchilla.dataScale).toBeGreaterThan(0.5);
  const factor = (largest: number) => Math.exp(at({ shown: 'refits', budget: 26, largest }).repeated!.error).toFixed(1);
  quotes(`leave a factor of ${factor(20)} for one standard error at $10^{26}$`);
  const cost = (largest: number) =>
    plannedRuns(replicatedChinchilla, { least: 6e18, most: 10 ** largest, budgets: 9, sizes: 27, spread: 6 }).reduce(
      (sum, { parameters, tokens }) => sum + 6 * parameters * tokens,
      0,
    );
  const all = 10 ** 23.76;
  expect(cost(22.1)).toBeLessThan(all);
  expect(cost(22.2)).toBeGreaterThan(all);
  quotes(`the same plan up to $10^{22.1}$, and ${factor(22.1)}`);
  const large = Math.exp(at({ shown: 'refits', budget: 26, largest: 25 }).repeated!.error).toFixed(2);
  quotes(`would cost ${Math.round(cost(25) / all / 10) * 10} times as much, for ${large}`);
});

test('networks that are used, and text that is read again', () => {
  const trillions = (s: number) => (s < 0 ? 'none' : `${Number((s / 1e12).toPrecision(2))} trillion`);
  for (const { name, parameters, tokens } of systems) {
    const row = prose.slice(prose.indexOf(`| ${name} `)).split('|').slice(2, 5).map((cell) => cell.trim()); // prettier-ignore
    const ratio = tokens / parameters;
    const shown = ratio < 10 ? ratio.toFixed(1) : count(Math.round(ratio));
    expect(row).toEqual([shown, ...[replicatedChinchilla, publishedChinchilla].map((law) => trillions(servedFor(law, parameters, tokens)))]); // prettier-ignore
  }
  const use = at({ served: 13 });
  const x = 1 + use.served / (3 * use.best.tokens);
  const { parameterExponent: a, dataExponent: b } = use.law;
  const training = at({}).best;
  // The theorem on use, against the root that was searched for.
  const close = (found: number, expected: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
  close(use.best.parameters, training.parameters * x ** (-(1 + b) / (a + b)));
  close(use.best.tokens, training.tokens * x ** ((1 - a) / (a + b)));
  close(ratioOf(use.best), ratioOf(training) * x ** ((2 + b - a) / (a + b)));
  quotes(
    `$x$ is ${x.toFixed(2)}, and $18.4 \\cdot ${x.toFixed(3)}^{${((2 + b - a) / (a + b)).toFixed(2)}} = ${Math.round(ratioOf(use.best))}$`,
  );
  quotes(`It is ${ratioOf(at({ served: 12 }).best).toFixed(1)}. The use costs`);
  // By which constants LLaMA 7B and Llama 3 8B are above the strip.
  const above = (name: 'corrected' | 'published') =>
    systems
      .slice(3)
      .map(
        ({ parameters, tokens }) => tokens / parameters > valleyOf(laws[name], 6 * parameters * tokens, 0, hardly)[1],
      );
  expect([above('corrected'), above('published')]).toEqual([
    [true, true],
    [false, true],
  ]);
  const [llama24, llama22] = [replicatedChinchilla, publishedChinchilla].map((law) => servedFor(law, 6.7e9, 1e12));
  expect(Math.round(llama24 / llama22)).toBe(4);
  quotes(`Four times over is worth ${worthOfRepeated(4, 1).toFixed(1)} times`);
  quotes(`Sixteen times over is worth ${worthOfRepeated(16, 1).toFixed(1)} times`);
  quotes(`more than ${worthOfRepeated(1e9, 1).toFixed(1)} times`);
});

test('the exercises', () => {
  const { needed, here, best } = at({ budget: 23.7, ratio: 0 });
  quotes(`It is ${needed.toFixed(2)}. The loss is ${(here.loss - best.loss).toFixed(3)} nats above the best`);
  quotes(`It is ${adviceOf(publishedChinchilla, 1e21).toFixed(1)}.`);
  expect(((2 ** 0.35 + 2 ** -0.35) / 2).toFixed(2)).toBe('1.03');
});
