import { describe, expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import {
  expectedDistinct,
  expectedEntropy,
  probabilityOfSameSource,
  publishedDistinct,
} from '#theory/learning/dirichlet.ts';
import { chainLosses, type ChainLosses } from '#theory/learning/chain-losses.ts';
import { inContextCurve } from '#theory/learning/in-context-curve.ts';
import { informationAboutHalvedCells, quantizedCoin } from '#theory/learning/quantized-parameter.ts';
import {
  mixtureBounds,
  storedWeightsBound,
  transformerBound,
  transformerBreakEven,
  transformerParameters,
} from '#theory/learning/transformer-bounds.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { compute as computeStyles, meanGap, run as readStyles, type TwoStyles } from '#widgets/two-styles/model.ts';
import { params as styleParams } from '#widgets/two-styles/parameters.ts';
import { presets as stylePresets } from '#widgets/two-styles/presets.ts';
import type { WindTunnel } from '#widgets/wind-tunnel/state.ts';
import { createPlainTrainer } from '../fixtures/trainer.ts';
import { runTunnel } from '../fixtures/windTunnel.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* Numbers that stand in the prose because no figure goes there. Each is computed here and must be found as it is displayed. */

const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);

test('the page on sparse mixtures quotes what theory gives', () => {
  const quotes = quotesOf('sparse-mixture-prior');
  const whole = (x: number) => Math.round(x).toLocaleString('en-US');
  const cost = (R: number, N: number) => expectedEntropy(R, N);
  for (const [R, N, ratio, digits] of [
    [5, 1000, '0.005', 2],
    [5, 1_000_000, '0.000005', 2],
    [5000, 1_000_000, '0.005', 1],
    [50_000, 1_000_000, '0.05', 1],
  ] as const) {
    const alike = Math.exp(cost(R, N));
    const last = alike < 100 ? alike.toFixed(1) : whole(alike);
    quotes(`| ${whole(R)} | ${whole(N)} | ${ratio} | ${bits(cost(R, N), digits)} bits | ${last} |`);
  }
  for (const quoted of [
    `a name costs ${bits(cost(5, 1000), 2)} bits on average, once the shares are known`,
    `It costs ${bits(cost(5, 1e6), 2)} bits, about a hundredth of a bit more`,
    `a name would cost ${bits(cost(5000, 1e6), 1)} bits`,
    `= ${cost(5, Infinity).toFixed(3)}$ nats or $${bits(cost(5, Infinity), 3)}$ bits`,
    `for $R = 0.2$ the formula says $${publishedDistinct(0.2, 1).toFixed(2)}$`,
    `$\\psi(6) - \\psi(1.000005) = ${cost(5, 1e6).toFixed(3)}$ nats`,
    `= ${cost(50_000, 1e6).toFixed(3)}$ nats, which is $${bits(cost(50_000, 1e6), 2)}$ bits`,
    `exact expected numbers are $${expectedDistinct(5, Infinity, 600).toFixed(2)}$ and $${expectedDistinct(5, Infinity, 6000).toFixed(2)}$`,
    `$(R/N + 1)/(R + 1) = ${probabilityOfSameSource(5, 1000).toFixed(4)}$`,
  ])
    quotes(quoted);
  for (const nats of [Math.log(1e6), cost(5, 1e6)]) quotes(`| ${bits(nats, 2)} bits | ${bits(nats / 1000, 4)} bits |`);
  for (const N of [1000, 1e6]) expect(1 / probabilityOfSameSource(5, N)).toBeCloseTo(6, 1);
  expect(Math.exp(cost(5e4, Infinity)) / 5e4).toBeCloseTo(1.78, 2);
});

test('the page on how much there is to learn quotes what theory gives', () => {
  const quotes = quotesOf('how-much-to-learn');
  for (const [k, cells] of [
    [1, '½'],
    [2, '¼, ¾'],
    [3, '⅙, ½, ⅚'],
    [4, '⅛, ⅜, ⅝, ⅞'],
  ] as const) {
    // prettier-ignore
    const { distortion, bound } = quantizedCoin(16, k);
    const toss = k === 1 ? '1' : bits(distortion / 16 + 0.5, 3);
    quotes(`| ${cells} | ${toss} | ${bits(distortion, 2)} | ${bits(bound, 2)} bits |`);
  }
  quotes(`sixteen tosses tell ${bits(quantizedCoin(16, 1).exact, 2)} bits about the coin`);
  quotes(`She pays ${bits(quantizedCoin(100, 8).distortion, 2)} bits more`);
  for (const [T, k] of [
    [100, 8],
    [1000, 29],
    [10_000, 104],
  ] as const) {
    // prettier-ignore
    const { bound, exact } = quantizedCoin(T, k);
    for (const other of [k - 1, k + 1]) expect(quantizedCoin(T, other).bound).toBeGreaterThan(bound);
    quotes(`| ${T.toLocaleString('en-US')} | ${k} | ${bits(bound, 2)} bits | ${bits(exact, 2)} bits |`);
  }
  const eighths = quantizedCoin(100, 8);
  const [notArrived, notLearned] = [
    eighths.rate - eighths.informationAboutCell,
    eighths.distortion - eighths.informationWithinCell,
  ];
  expect(notArrived + notLearned).toBeCloseTo(eighths.bound - eighths.exact, 12);
  quotes(
    `is ${bits(eighths.bound - eighths.exact, 2)} bits too high. Of these, ${bits(notArrived, 2)} were told of the cell and have not reached the tosses, and ${bits(notLearned, 2)} are paid`,
  );
  // Twice the layers: of few layers more than four times as much, of many less.
  const narrow = { vocabulary: 2, dimension: 768, context: 1024 };
  const growth = (depth: number) =>
    transformerBound({ ...narrow, depth: 2 * depth }, 1000) / transformerBound({ ...narrow, depth }, 1000);
  expect(growth(1)).toBeGreaterThan(4);
  for (const depth of [16, 64]) expect(growth(depth)).toBeLessThan(4);
  const { exact } = quantizedCoin(100, 1);
  const heads = Math.log(101);
  quotes(`= ${bits(heads, 2)} - ${bits(heads - exact, 2)} = ${bits(exact, 2)}$ bits`);

  const halved = informationAboutHalvedCells(100, 128)
    .map(({ information }) => information)
    .sort((a, b) => a - b);
  expect(halved).toHaveLength(8);
  const [fourth, fifth, sixth, seventh] = [4, 5, 6, 7].map((digit) => bits(halved[digit] - halved[digit - 1], 2));
  quotes(`the fourth digit adds ${fourth} bits, the fifth ${fifth}, the sixth ${sixth} and the seventh ${seventh}`);

  const gpt2 = { vocabulary: 50257, dimension: 768, depth: 12, context: 1024 };
  const weights = 52_163_328;
  quotes(`It allows ${bits(transformerBound(gpt2, 1e9), 1)} bits per token. An even choice among 50,257 tokens costs ${bits(Math.log(50257), 1)}.`); // prettier-ignore
  quotes(`begins to say something at ${(transformerBreakEven(gpt2) / 1e9).toFixed(2)} billion`);
  const stored = storedWeightsBound(weights, 8, 1) / Math.log(50257);
  quotes(`after ${Math.round(stored / 1e6)} million tokens, half a token for each weight`);
  expect(stored / weights).toBeCloseTo(0.5, 1);
  const each = bits((transformerBound(gpt2, 3e11) * 3e11) / weights, 0);
  quotes(`After 300 billion tokens the theorem has ${each} bits for each weight`);
  quotes(`= ${bits(12 * (Math.log(136 * 1024 ** 2) + 1), 0)}$ for the twelve layers`);
  const [eight, sixteen, thirtyTwo] = [8, 16, 32].map((depth) => transformerBreakEven({ vocabulary: 10, dimension: 64, depth, context: 64 })); // prettier-ignore
  const million = (x: number) => `${(x / 1e6).toFixed(1)} million`;
  quotes(`from ${million(eight)} tokens on for 8 layers, from ${million(sixteen)} for 16 and from ${million(thirtyTwo)} for 32: factors of ${(sixteen / eight).toFixed(1)} and ${(thirtyTwo / sixteen).toFixed(1)}`); // prettier-ignore
  const reader = { vocabulary: 1024, dimension: 176, depth: 4, context: 256 };
  expect(transformerBreakEven(reader) / 3.3e6).toBeGreaterThan(1.75);
  expect(transformerBreakEven(reader) / 3.3e6).toBeLessThan(2);
  expect(50257 * 50256).toBeCloseTo(2.5e9, -8);
  expect(Math.round(1e9 / weights)).toBe(19);

  const small = { vocabulary: 256, dimension: 64, depth: 4, context: 128 };
  const after = (documents: number) => mixtureBounds(small, { documents, tokens: 1000, scale: 50, components: 10_000 });
  const { printed, withDepth, corrected, whichComponent, whichComponentCorrected } = after(1e6);
  const name = whichComponent - whichComponentCorrected;
  quotes(`from ${bits(printed, 2)} to ${bits(withDepth, 2)} bits per token after a billion tokens. The number of sources changes it by ${bits(withDepth - corrected - name, 2)}, and the name of the source by ${bits(name, 3)}.`); // prettier-ignore
  for (const [of, reaches] of [
    ['withDepth', 333_862],
    ['printed', 147_987],
  ] as const) {
    // prettier-ignore
    expect(after(reaches)[of]).toBeLessThan(Math.log(256));
    expect(after(reaches - 1)[of]).toBeGreaterThan(Math.log(256));
  }
  quotes('says something from 334 million tokens on, without it from 148 million');
  quotes(`${(256 * 255).toLocaleString('en-US')} numbers stand against ${transformerParameters(small).toLocaleString('en-US')} weights`); // prettier-ignore
});

describe('the pages on learning in context quote what the shipped networks do', () => {
  const quotes = quotesOf('in-context-learning');
  const trainer = createPlainTrainer();
  const cell = (nats: number) => bits(nats, nats < 0.01 * Math.LN2 ? 4 : 3);

  test('how far from each learner they are, by step of training and with a head switched off', async () => {
    const isWhole = ({ phases, trail }: WindTunnel) =>
      trail !== undefined && phases.points.length > 0 && phases.points.every(Boolean);
    const { model } = await runTunnel({ length: 8 }, { trainer, until: isWhole });
    const steps = model.trail!.checkpoints.map(({ step }) => step);
    for (const step of [16, 64, 512, 1448, 3662]) {
      const { uniform, unigram, bigram } = model.phases.points[steps.indexOf(step)]!;
      quotes(`| ${step.toLocaleString('en-US')} | ${cell(uniform)} | ${cell(unigram)} | ${cell(bigram)} |`);
    }
    for (const without of ['11', '12', '21', '22'] as const) {
      const { read } = await runTunnel(
        { without, length: 8 },
        { trainer, until: ({ ablated }) => ablated !== undefined },
      );
      const row = [read('toUniform'), read('toUnigram'), read('toBigram')].map(cell).join(' | ');
      quotes(`| layer ${without[0]}, head ${without[1]} | ${row} |`);
    }
    const last = model.phases.points.at(-1)!;
    quotes(`| nothing | ${[last.uniform, last.unigram, last.bigram].map(cell).join(' | ')} |`);
  }, 120_000);

  test('what there is to learn at three places of a sequence', () => {
    const losses = [...chainLosses(3, 1, 1, 128)].at(-1) as ChainLosses;
    const [second, seventeenth, last] = [1, 16, 127].map((t) => bits(losses.bayes[t] - losses.irreducible[t], 3));
    quotes(`it is ${second} bits for the second symbol, ${seventeenth} for the 17th and ${last} for the 128th`);
  });

  test('what one toss tells of two coins', () => {
    const quotes = quotesOf('tasks-and-examples');
    const coins = { prior: [1], worlds: [[0.5, 0.5]], coins: [0.25, 0.75] };
    const [, oneToss] = inContextCurve(coins, Infinity, 1).excess;
    quotes(`pays ${(1 - oneToss / Math.LN2).toFixed(3)} bits for it on average`);
    quotes(`The difference, ${bits(oneToss, 3)} bits, is what one toss tells`);
  });

  test('what a wrong prior costs', async () => {
    const { read } = await runTunnel(
      { alpha: 0.1 },
      { trainer, until: ({ fresh, expected }) => fresh?.sequences === 64 && expected !== undefined },
    );
    const price = read('priceExactly');
    const losses = [...chainLosses(3, 0.1, 1, 128)].at(-1) as ChainLosses;
    const paid = losses.bayes.map((loss, t) => losses.believer[t] - loss).slice(16);
    expect(price).toBeCloseTo(paid.reduce((sum, nats) => sum + nats, 0) / paid.length, 8);
    expect(Math.abs(read('price') - price)).toBeLessThan(4 * read('priceError'));
    quotesOf('tasks-and-examples')(
      `the first is ${bits(price, 3)} bits, exactly, and the figure measures about ${bits(read('over'), 3)} for the second`,
    );
    expect(read('over')).toBeGreaterThan(10 * 0.00036);
  }, 120_000);

  test('what the telegram of a changed prompt shows for itself', () => {
    const { values } = stylePresets.find(({ id }) => id === 'change')!;
    const { logOdds } = computeStyles({ ...defaultValues(styleParams), ...values });
    quotes(
      `is ${bits(logOdds[5], 0)} bits by its fifth word, millions to one, and ${bits(logOdds[10], 0)} bits by the tenth`,
    );
    expect(Math.exp(logOdds[5])).toBeGreaterThan(2e6);
  });

  test('how far a prompt of one style goes', async () => {
    let model: TwoStyles | undefined;
    const context = { trainer, signal: new AbortController().signal };
    for await (const next of readStyles(defaultValues(styleParams), context)) model = next;
    quotes(`the mean was ${bits(meanGap(model!), 4)} bits`);
  });
});

test('the page on what need not be said quotes what models of the small table pay', () => {
  const quotes = quotesOf('what-need-not-be-said');
  // Rows: Ben yes, Ben no; columns: Ana yes, Ana no.
  const joint = [
    [1 / 2, 1 / 4],
    [0, 1 / 4],
  ];
  for (const [said, ...yes] of [
    ['½, ½', 1 / 2, 1 / 2],
    ['0.9, 0.1', 0.9, 0.1],
    ['0.75, 0.1', 0.75, 0.1],
    ['⅔, 0', 2 / 3, 0],
  ] as const) {
    const paid = joint.flatMap(([isYes, isNo], ben) => [isYes * -Math.log2(yes[ben]), isNo * -Math.log2(1 - yes[ben])]);
    const total = paid.reduce((sum, x) => sum + (Number.isNaN(x) ? 0 : x), 0);
    quotes(`| ${said} | ${total.toFixed(3)} bits | ${(1 - total).toFixed(3)} |`);
  }
  quotes(`the context is worth $${bits(mutualInformation(joint), 3)}$ bits`);
  quotesOf('shared-information')(`hearing Ben was worth $1 - 0.689 = ${bits(mutualInformation(joint), 3)}$ bits`);
});
