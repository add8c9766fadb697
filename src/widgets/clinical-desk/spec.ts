import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { challenges } from './challenges.ts';
import { compute, costsOf, type Desk } from './model.ts';
import { families, params, signNames } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** How many signs of each family a kind of note has, in words. */
export function written(counts: readonly number[]): string {
  const signs = counts.flatMap((k, f) =>
    k === 0 ? [] : families[f].signs === 1 ? [signNames[f][0]] : [`${families[f].name} ×${k}`],
  );
  return signs.join(', ') || 'no sign';
}

/** Three decimals below a fifth, since ends of the band lie there. */
const fine = (p: number, say: Say) => (p >= 0.00995 && p < 0.2 ? say.number(p, 3) : say.probability(p));

/** Of a reader whose beliefs are not the law’s: how unsure he is. */
function unsureIn({ unsure, disagreement }: Desk, reader: string, say: Say): string {
  if (reader === 'exact') return '';
  return ` The entropy of his belief is ${say.information(unsure)} on average${reader === 'few' ? `, ${say.amount(disagreement)} of it disagreement of the models` : ''}.`;
}

const verb = { home: 'home', treat: 'treat', ask: 'ask' } as const;
const thousand = (share: number) => String(Math.round(1000 * share));

function twinsIn({ twins, kinds }: Desk, say: Say): string {
  if (!twins) return '';
  const [a, b] = [kinds[twins.asked], kinds[twins.alone]];
  return ` Patient A (${written(a.counts)}) has ${say.information(a.entropy)} and a chance of the fever of ${fine(a.belief[0], say)}, patient B (${written(b.counts)}) has ${say.amount(b.entropy)} and ${fine(b.belief[0], say)}: by expected cost the doctor is asked about A, and B goes home.`;
}

export const spec = defineWidget({
  id: 'clinical-desk',
  title: 'The desk',
  summary: 'Invented patients with invented illnesses: who may be sent home by a machine, and who must be seen by a doctor?', // prettier-ignore
  terms: ['entropy', 'posterior', 'mutual-information'],
  cites: ['chow1970', 'elkan2001'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(m, { threshold, reader, doctor, miss, seed, patients }, say) {
    const { byEntropy, byCost } = m;
    const who = { exact: 'A reader who knows how notes are written', apart: 'A reader who takes each sign by itself', few: 'A reader who has sixteen models from a few notes', elsewhere: 'A reader who learned elsewhere' }[reader]; // prettier-ignore
    const where = m.band
      ? `Asking is cheapest for chances of the fever between ${fine(m.band.low, say)} and ${fine(m.band.high, say)}`
      : doctor === 'reads'
        ? 'The doctor only reads the same note, and the reader expects nothing from asking'
        : 'Asking is cheapest at no chance of the fever';
    return (
      `${who}; a miss costs ${say.count(miss)}. By entropy above ${say.information(threshold * Math.LN2)} the doctor is asked about ${thousand(m.byEntropy.share)} of 1000 patients, at an expected cost of ${say.number(m.byEntropy.cost)} each; ` +
      `by expected cost about ${thousand(m.byCost.share)}, at ${say.number(m.byCost.cost)}. Asking nobody costs ${say.number(m.nobody.cost)}. ${where}.${unsureIn(m, reader, say)}${twinsIn(m, say)} ` +
      `In queue ${seed}, of ${say.count(patients)}, a patient cost ${say.number(byEntropy.mean)} ±\u00a0${say.number(byEntropy.error)} by entropy and ${say.number(byCost.mean)} ±\u00a0${say.number(byCost.error)} by expected cost.`
    );
  },

  table: (m, say) => ({
    columns: ['Note', 'Share of notes', 'Chance of the fever, by the law', 'as the reader believes', `Entropy of the belief, ${say.unit}`, 'By entropy', 'By cost', 'In the queue'], // prettier-ignore
    rows: m.kinds
      .map((kind, i) => ({ kind, i }))
      .sort((a, b) => b.kind.weight - a.kind.weight)
      .map(({ kind, i }) => [
        written(kind.counts),
        say.probability(kind.weight),
        fine(kind.exact[0], say),
        fine(kind.belief[0], say),
        say.amount(kind.entropy),
        verb[m.byEntropy.acts[i]],
        verb[m.byCost.acts[i]],
        m.queue[i],
      ]),
  }),

  laws: [
    {
      name: 'For beliefs that are right no rule costs less than the rule of expected cost',
      tolerance: 1e-9,
      gap: (m, { reader }) =>
        reader === 'exact'
          ? m.byCost.cost - Math.min(m.floor, m.nobody.cost, m.everyone.cost, ...m.entropyCurve.map(({ cost }) => cost))
          : m.floor - Math.min(m.byCost.cost, m.nobody.cost, m.everyone.cost, m.byEntropy.cost),
    },
    {
      name: 'Notes have the chances of their law: they add up to 1, and the fever is as frequent after reading as before',
      tolerance: 1e-9,
      gap: ({ kinds }, { prevalence }) =>
        Math.max(
          Math.abs(kinds.reduce((sum, { weight }) => sum + weight, 0) - 1),
          Math.abs(kinds.reduce((sum, { weight, exact }) => sum + weight * exact[0], 0) - prevalence),
        ),
    },
    {
      name: 'H(Y) = I(Y; X) + E H(Y | x), for a reader who knows the law',
      tolerance: 1e-9,
      gap: (m, { reader }) => (reader === 'exact' ? Math.abs(m.before - m.information - m.unsure) : 0),
    },
    {
      name: 'Entropy is at least that of fever or not, and at most that and the rest of the chance times log 2',
      tolerance: 1e-9,
      gap: ({ kinds }) =>
        Math.max(
          ...kinds.map(({ belief: [p], entropy }) => {
            const least = binaryEntropy(Math.min(1, p));
            return Math.max(least - entropy, entropy - least - (1 - p) * Math.LN2);
          }),
        ),
    },
    {
      name: 'Disagreement is a part of the entropy',
      tolerance: 1e-12,
      gap: ({ kinds }) => Math.max(...kinds.map(({ disagreement, entropy }) => Math.max(-disagreement, disagreement - entropy))), // prettier-ignore
    },
    {
      name: 'Both curves lead from nobody to everyone; the rule of cost stands on its own, the rule of entropy on its own',
      tolerance: 1e-9,
      gap: (m, { acts }) =>
        Math.max(
          ...[m.entropyCurve, m.costCurve].map((curve) => Math.abs(curve.at(-1)!.cost - m.everyone.cost)),
          Math.abs(m.costCurve[0].cost - m.nobody.cost),
          acts === 'cheapest' ? Math.abs(m.entropyCurve[0].cost - m.nobody.cost) : 0,
        ),
    },
    {
      name: 'What a family of signs is worth is not negative',
      tolerance: 1e-9,
      gap: ({ worth }) => -Math.min(...worth),
    },
    {
      name: 'The band of the closed form is where the cheapest act is to ask',
      tolerance: 0,
      gap: ({ band, kinds, byCost }, asked) =>
        asked.doctor === 'reads'
          ? 0
          : kinds.filter(({ belief: [p] }, i) => {
              const edge = band && Math.min(Math.abs(p - band.low), Math.abs(p - band.high)) < 1e-9;
              const inside = band !== null && p > band.low && p < band.high;
              const tie = Math.abs(costsOf(asked).ask(p) - Math.min(costsOf(asked).home(p), costsOf(asked).treat(p))) < 1e-9; // prettier-ignore
              return !edge && !tie && inside !== (byCost.acts[i] === 'ask');
            }).length,
    },
  ],

  challenges,
  presets,
});
