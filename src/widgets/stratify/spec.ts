import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, interaction, type Stratified } from './model.ts';
import { markers, noise, params, real } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** A marker of the trial by its name; the coins beyond D have numbers. */
export const nameOf = (k: number) => markers[k] ?? `D${k - real + 1}`;

const outcomes = (share: number, say: Say) => {
  const shown = say.number(100 * share, 1);
  return `${shown} more good ${shown === '1.0' ? 'outcome' : 'outcomes'} in 100 patients`;
};

/** What the trial says, for those who look at it. */
export function trialInWords({ trial, exact }: Stratified, patients: number, say: Say): string {
  const { winner, estimated, byChance, seems, reached } = trial;
  const who =
    winner < real
      ? `${nameOf(winner)}, whose interaction is ${say.amount(interaction(exact[winner]))} in truth,`
      : `${nameOf(winner)}, a coin,`;
  return (
    `In this trial of ${say.count(patients)} patients ${who} has the largest interaction of ${real + noise} markers, ${say.information(estimated[winner])}; ` +
    `with the markers dealt out anew the largest is ${say.amount(byChance)} on average, and at least as large in ${say.percent(reached)} of the deals, this one counted. ` +
    `Choosing by it seems to bring ${outcomes(seems, say)}.`
  );
}

export const spec = defineWidget({
  id: 'stratify',
  title: 'Which marker should choose?',
  summary: 'Four markers and two treatments: what a marker tells of the outcome, and what it brings to choose by it.',
  terms: [
    'mutual-information',
    'conditional-mutual-information',
    'prognostic-marker',
    'predictive-marker',
    'shuffled-control',
  ],
  cites: ['ballman2015', 'gail-simon1985', 'fisher1935', 'simpson1951'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(model, { advantage, steered, patients }, say) {
    const [a, b] = model.exact;
    const records =
      steered === 0
        ? ''
        : `In the records the new treatment has ${say.probability(model.recorded[1])} good outcomes and the usual one ${say.probability(model.recorded[0])}; by a coin it would be ${say.probability(0.5 + advantage)} and ${say.probability(0.5 - advantage)}. `;
    return (
      `A tells ${say.information(a.told)} of the outcome, and choosing by it brings ${outcomes(a.worth, say)}. ` +
      `B tells ${say.information(b.told)}, its interaction is ${say.amount(interaction(b))}, and choosing by it brings ${outcomes(b.worth, say)}. ` +
      records +
      trialInWords(model, patients, say)
    );
  },

  table: ({ exact, trial }, say) => ({
    columns: [
      'Marker',
      'Usual, without it',
      'New, without it',
      'Usual, with it',
      'New, with it',
      `I(M;Y), ${say.unit}`,
      `I(M;Y|T), ${say.unit}`,
      `Interaction, ${say.unit}`,
      'Choosing by it, in 100 patients',
      `Interaction in the trial, ${say.unit}`,
      `Its standard error, ${say.unit}`,
    ],
    rows: trial.estimated.map((estimate, k) => {
      const one = exact[Math.min(k, real)];
      return [
        nameOf(k),
        ...one.recorded.flat().map((p) => say.probability(p)),
        say.amount(one.told),
        say.amount(one.toldInArms),
        say.amount(interaction(one)),
        say.number(100 * one.worth, 1),
        say.amount(estimate),
        say.amount(trial.errors[k]),
      ];
    }),
  }),

  laws: [
    {
      name: 'I(M;Y|T) − I(M;Y) = I(M;T|Y) − I(M;T)',
      tolerance: 1e-10,
      gap: ({ exact }) => Math.max(...exact.map((one) => Math.abs(interaction(one) - one.reverse + one.assigned))),
    },
    {
      name: 'Where a coin decides, the interaction is never negative',
      tolerance: 1e-10,
      gap: ({ exact }, { steered }) => (steered === 0 ? Math.max(...exact.map((one) => -interaction(one))) : 0),
    },
    {
      name: 'Choosing by B brings max(0, c − |d|), whoever decided in the past',
      tolerance: 1e-10,
      gap: ({ exact }, { predictive, advantage }) =>
        Math.abs(exact[1].worth - Math.max(0, predictive - Math.abs(advantage))),
    },
    {
      name: 'A never chooses, and D tells nothing',
      tolerance: 1e-10,
      gap: ({ exact }) => Math.max(exact[0].worth, exact[3].worth, exact[3].told, exact[3].toldInArms),
    },
    {
      name: 'Where a coin decides, what is recorded is what is caused',
      tolerance: 1e-10,
      gap: ({ exact }, { steered }) =>
        steered === 0
          ? Math.max(...exact.flatMap(({ recorded, caused }) => recorded.flatMap((row, m) => row.map((p, t) => Math.abs(p - caused[m][t]))))) // prettier-ignore
          : 0,
    },
  ],

  challenges,
  presets,
});
