import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, games } from './model.ts';
import { params } from './parameters.ts';
import { animals } from './plan.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'twenty-questions',
  title: 'Questions that tell',
  summary: 'Somebody thinks of an animal. Which animals shall get a yes? Make a plan with few questions, on average.',
  terms: ['entropy', 'bit'],
  cites: ['shannon1948', 'cover-thomas2006'],
  wordsInBits: true,
  params,
  places: { p: placeOf(params, 'p') },
  compute,
  readouts,

  describe: (m, _, say) =>
    (m.questions.length === 0
      ? `Nothing has been asked, and ${say.information(m.left)} are open. `
      : `This plan asks ${say.number(m.asked)} questions on average. The answers tell ${say.information(m.told)}${m.open ? `, and ${say.amount(m.left)} are still open` : ', the entropy'}. `) +
    `To halve the number takes ${say.number(m.byNumber)} questions, to halve the probability ${say.number(m.byProbability)}, and the best plan ${say.number(m.best)}. ` +
    (m.error < 1e-12
      ? `In each of ${games} drawn games this plan asked ${say.number(m.mean, 0)}.`
      : `In ${games} drawn games this plan asked ${say.number(m.mean, 2)} on average, with a standard error of ${say.number(m.error, 2)}.`),

  table: ({ p, answers }, say) => ({
    columns: ['Animal', 'Thought of with probability', 'Questions', 'Its answers, 0 for yes', `Surprisal, ${say.unit}`],
    verbatim: ['Its answers, 0 for yes'],
    rows: animals.map((name, i) => [
      name,
      say.probability(p[i]),
      answers[i].length,
      answers[i],
      say.amount(p[i] > 0 ? -Math.log(p[i]) : Infinity),
    ]),
  }),

  laws: [
    {
      name: 'The chain rule: what the answers tell and what is left are the entropy',
      tolerance: 1e-9,
      gap: (m) => Math.abs(m.told + m.left - m.entropy),
    },
    {
      name: 'A question tells at most one bit: the answers tell at most as many bits as there are questions',
      tolerance: 1e-12,
      gap: (m) => m.told - Math.LN2 * m.asked,
    },
    {
      name: 'No plan that finds the animal asks fewer questions than Huffman’s',
      tolerance: 1e-12,
      gap: (m) => m.best - Math.min(m.byNumber, m.byProbability, m.open ? Infinity : m.asked),
    },
    {
      name: 'H ≤ best ≤ H + 1, in bits: as much as H + 1 only if an animal is certain',
      tolerance: 1e-12,
      gap: (m) => Math.max(m.entropy / Math.LN2 - m.best, m.best - m.entropy / Math.LN2 - 1),
    },
    {
      name: 'The area of the boxes is the mean number of answers',
      tolerance: 1e-12,
      gap: (m) => Math.abs(m.asked - m.p.reduce((sum, pi, i) => sum + pi * m.answers[i].length, 0)),
    },
    {
      name: 'Drawn games come out within six standard deviations of the expected number',
      tolerance: 0,
      gap({ p, answers, asked, mean }) {
        const variance = p.reduce((sum, pi, i) => sum + pi * (answers[i].length - asked) ** 2, 0);
        return Math.abs(mean - asked) - 6 * Math.sqrt(variance / games) - 1e-9 - 1 / games;
      },
    },
  ],

  challenges,
  presets,
});
