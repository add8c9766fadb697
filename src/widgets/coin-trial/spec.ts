import { asSet, type Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { boundAt, compute, ends, type Trial } from './model.ts';
import { longest, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** Three decimals, and what is less with its power of ten. */
const chance = (p: number, say: Say) => (p > 0 && p < 5e-4 ? say.probability(p) : say.number(p, 3));

/** How long a trial takes that stops when it is sure enough, and what else it takes to be as sure. */
function stopping(model: Trial, { first, second }: Asked, say: Say): string {
  const { sequential, asGood } = model;
  if (ends(model))
    return `A trial that stops when sure enough takes ${say.number(sequential.expected, 1)}, expected, and is wrong with probability ${say.probability(sequential.wrong)}${asGood === undefined ? '' : `; a fixed one as good takes ${say.count(asGood)}`}.`;
  if (first === second) return 'A trial that stops when sure enough never ends.';
  return `A trial that stops when sure enough still goes on after ${say.count(longest)} with probability ${say.probability(sequential.going[longest])}.`;
}

export const spec = defineWidget({
  id: 'coin-trial',
  title: 'Which coin was it?',
  summary: 'Somebody picked one of two coins. How many tosses does it take until the best guess is rarely wrong?',
  terms: ['chernoff-rate', 'sequential-test', 'log-odds'],
  cites: ['chernoff1952', 'wald1945'],
  params,
  compute,
  readouts,

  describe(model, asked, say) {
    const { tosses, error, prior, first, second } = asked;
    const { errors, enough } = model;
    const after =
      tosses === 0 ? 'Before any toss' : tosses === 1 ? 'After one toss' : `After ${say.count(tosses)} tosses`;
    const fixed = `${after} the best guess is wrong with probability ${chance(errors[tosses], say)} (the first coin is picked with chance ${asSet(prior)}). `;
    const needed =
      enough === undefined
        ? first === second
          ? 'The coins are the same: no number of tosses tells them apart.'
          : `For at most ${asSet(error, 3)} it takes more than ${say.count(longest)}.`
        : `For at most ${asSet(error, 3)} it takes ${say.count(enough)}.`;
    return `${fixed}${needed} ${stopping(model, asked, say)}`;
  },

  table: ({ errors, chernoff, bhattacharyya, sequential, columns }, say) => ({
    columns: ['n', 'wrong guess', 'Chernoff bound', 'Bhattacharyya bound', 'share of stopping trials that still go on'],
    rows: Array.from({ length: columns + 1 }, (_, n) => n)
      .filter((n) => columns <= 100 || n % (columns / 100) === 0)
      .map((n) => [
        n,
        ...[errors[n], boundAt(chernoff, n), boundAt(bhattacharyya, n), sequential.going[n] ?? sequential.left].map(
          (p) => chance(p, say),
        ),
      ]),
  }),

  laws: [
    {
      name: 'The best guess is never wrong more often after one toss more',
      tolerance: 1e-12,
      gap: ({ errors }) => Math.max(...errors.slice(1).map((p, n) => p - errors[n])),
    },
    {
      name: 'It is wrong no more often than Chernoff and Bhattacharyya allow',
      tolerance: 1e-12,
      gap: ({ errors, chernoff, bhattacharyya }) =>
        Math.max(...errors.map((p, n) => p - Math.min(boundAt(chernoff, n), boundAt(bhattacharyya, n)))),
    },
    {
      name: 'Chernoff’s exponent is at least Bhattacharyya’s, and at most either divergence',
      tolerance: 1e-12,
      gap: ({ chernoff, bhattacharyya, divergences }) =>
        Math.max(bhattacharyya.rate - chernoff.rate, chernoff.rate - Math.min(...divergences)),
    },
    {
      name: 'A trial that stops is wrong with at most ε',
      tolerance: 1e-12,
      gap: ({ sequential }, { error }) => sequential.wrong - error,
    },
    {
      name: 'Wald’s identity: expected tosses times the divergence is the evidence at the end, expected',
      tolerance: 1e-8,
      gap: (model) => {
        const { sequential, divergences } = model;
        if (sequential.left > 1e-12) return 0;
        return Math.max(...divergences.map((d, j) => Math.abs(sequential.byCoin[j] * d - sequential.evidence[j])));
      },
    },
    {
      name: 'The evidence at the end is worth at least what the decision tells, expected, if the first coin is tossed',
      tolerance: 1e-9,
      gap: (model, values) => readouts.decision.of(model, values) - readouts.atEnd.of(model, values),
    },
    {
      name: 'Expected tosses are the sum of the shares that still go on',
      tolerance: 1e-8,
      gap: (model) =>
        model.sequential.left > 1e-12
          ? 0
          : Math.abs(model.sequential.going.reduce((sum, p) => sum + p, 0) - model.sequential.expected),
    },
  ],

  challenges,
  presets,
});
