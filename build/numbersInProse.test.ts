import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import {
  expectedDistinct,
  expectedEntropy,
  probabilityOfSameSource,
  publishedDistinct,
} from '#theory/learning/dirichlet.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { meanGap, run as readStyles, type TwoStyles } from '#widgets/two-styles/model.ts';
import { params as styleParams } from '#widgets/two-styles/parameters.ts';
import type { WindTunnel } from '#widgets/wind-tunnel/state.ts';
import { createPlainTrainer } from '../fixtures/trainer.ts';
import { runTunnel } from '../fixtures/windTunnel.ts';

/* Numbers that stand in the prose because no figure goes there. Each is computed here and must be found as it is displayed. */

const proseOf = (id: string) => readFileSync(`src/book/${id}.mdx`, 'utf8').replace(/\s+/g, ' ');
/** Says what is missing, and not all of the prose. */
const quotes = (prose: string, quoted: string) =>
  expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);

test('the page on sparse mixtures quotes what theory gives', () => {
  const prose = proseOf('sparse-mixture-prior');
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
    quotes(prose, `| ${whole(R)} | ${whole(N)} | ${ratio} | ${bits(cost(R, N), digits)} bits | ${last} |`);
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
    quotes(prose, quoted);
  for (const nats of [Math.log(1e6), cost(5, 1e6)])
    quotes(prose, `| ${bits(nats, 2)} bits | ${bits(nats / 1000, 4)} bits |`);
  for (const N of [1000, 1e6]) expect(1 / probabilityOfSameSource(5, N)).toBeCloseTo(6, 1);
  expect(Math.exp(cost(5e4, Infinity)) / 5e4).toBeCloseTo(1.78, 2);
});

describe('the pages on learning in context quote what the shipped networks do', () => {
  const prose = proseOf('in-context-learning');
  const trainer = createPlainTrainer();
  const cell = (nats: number) => bits(nats, nats < 0.01 * Math.LN2 ? 4 : 3);

  test('how far from each learner they are, by step of training and with a head switched off', async () => {
    const isWhole = ({ phases, trail }: WindTunnel) =>
      trail !== undefined && phases.points.length > 0 && phases.points.every(Boolean);
    const { model } = await runTunnel({ length: 8 }, { trainer, until: isWhole });
    const steps = model.trail!.checkpoints.map(({ step }) => step);
    for (const step of [16, 64, 512, 1448, 3662]) {
      const { uniform, unigram, bigram } = model.phases.points[steps.indexOf(step)]!;
      quotes(prose, `| ${step.toLocaleString('en-US')} | ${cell(uniform)} | ${cell(unigram)} | ${cell(bigram)} |`);
    }
    for (const without of ['11', '12', '21', '22'] as const) {
      const { read } = await runTunnel(
        { without, length: 8 },
        { trainer, until: ({ ablated }) => ablated !== undefined },
      );
      const row = [read('toUniform'), read('toUnigram'), read('toBigram')].map(cell).join(' | ');
      quotes(prose, `| layer ${without[0]}, head ${without[1]} | ${row} |`);
    }
    const last = model.phases.points.at(-1)!;
    quotes(prose, `| nothing | ${[last.uniform, last.unigram, last.bigram].map(cell).join(' | ')} |`);
  }, 120_000);

  test('what a wrong prior costs', async () => {
    const { read } = await runTunnel({ alpha: 0.1 }, { trainer, until: ({ fresh }) => fresh?.sequences === 64 });
    quotes(
      proseOf('tasks-and-examples'),
      `gives ${bits(read('price'), 3)} bits for the first and ${bits(read('over'), 3)} for the second`,
    );
    expect(read('over')).toBeGreaterThan(10 * 0.00036);
  }, 120_000);

  test('how far a prompt of one style goes', async () => {
    let model: TwoStyles | undefined;
    const context = { trainer, signal: new AbortController().signal };
    for await (const next of readStyles(defaultValues(styleParams), context)) model = next;
    quotes(prose, `the mean was ${bits(meanGap(model!), 4)} bits`);
  });
});

test('the page on what need not be said quotes what models of the small table pay', () => {
  const prose = proseOf('what-need-not-be-said');
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
    quotes(prose, `| ${said} | ${total.toFixed(3)} bits | ${(1 - total).toFixed(3)} |`);
  }
  quotes(prose, `the context is worth $${bits(mutualInformation(joint), 3)}$ bits`);
  quotes(
    proseOf('shared-information'),
    `hearing Ben was worth $1 - 0.689 = ${bits(mutualInformation(joint), 3)}$ bits`,
  );
});
