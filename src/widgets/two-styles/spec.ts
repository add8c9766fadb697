import { defineWidget } from '#contract/spec.ts';
import { STYLE_WORDS, stylesPredictor } from '#sim/styles.ts';
import { challenges } from './challenges.ts';
import { compute, probabilityOf, run } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const spec = defineWidget({
  id: 'two-styles',
  title: 'Two styles, one network',
  summary:
    'Write a prompt in one of two styles, or in both; see what Bayes’ rule makes of it, and what a network does.',
  terms: ['prior', 'mixture', 'surprisal', 'divergence', 'transformer'],
  cites: ['xie2022'],
  params,
  compute,
  run,
  trains: true,
  readouts,

  describe({ words, logOdds, network, next, rate, expecting }, _, say) {
    const likeliest = next.indexOf(Math.max(...next));
    const start =
      words.length === 0
        ? 'Before the first word'
        : `After ${say.count(words.length)} ${words.length === 1 ? 'word' : 'words'}`;
    const exact =
      `${start} it is a telegram with probability ${say.probability(probabilityOf(logOdds.at(-1)!))} by Bayes’ rule; ` +
      `the likeliest next word is “${STYLE_WORDS[likeliest]}”, with ${say.probability(next[likeliest])}`;
    const other = rate > 0 ? ` One who expects changes says ${say.probability(probabilityOf(expecting.at(-1)!))}.` : '';
    if (!network) return `${exact}. The network has not read the prompt yet.${other}`;
    return (
      `${exact}, to which the network gives ${say.probability(network.next[likeliest])}. Its prediction is that of one who ` +
      `takes it for a telegram with probability ${say.probability(network.implied.at(-1)!)}.${other}`
    );
  },

  table: ({ words, logOdds, expecting, network }, say) => ({
    columns: [
      'Words read',
      'Last of them',
      `Weight of evidence for the telegram, ${say.unit}`,
      'Telegram, by Bayes',
      'Telegram, expecting changes',
      'Telegram, as the network predicts',
      `From the exact prediction to the network’s, ${say.unit}`,
    ],
    rows: logOdds.map((odds, t) => [
      t,
      t > 0 ? STYLE_WORDS[words[t - 1]] : '',
      say.amount(odds),
      say.probability(probabilityOf(odds)),
      say.probability(probabilityOf(expecting[t])),
      network ? say.probability(network.implied[t]) : '',
      network ? say.amount(network.gap[t]) : '',
    ]),
  }),

  laws: [
    {
      name: 'The exact prediction is a law: its probabilities add up to one',
      tolerance: 1e-12,
      gap: ({ next }) => Math.abs(sum(next) - 1),
    },
    {
      name: 'It is the prediction of the two styles, mixed by Bayes’ rule word by word, and so is the posterior',
      tolerance: 1e-9,
      gap({ words, logOdds, next }) {
        const mixture = stylesPredictor();
        words.forEach((word) => mixture.add(word));
        const differences = mixture.predict().map((p, x) => Math.abs(p - next[x]));
        return Math.max(...differences, Math.abs(mixture.posterior()[0] - probabilityOf(logOdds.at(-1)!)));
      },
    },
    {
      name: 'To expect no change of style is Bayes’ rule',
      tolerance: 0,
      gap: ({ rate, logOdds, expecting }) =>
        rate > 0 ? 0 : Math.max(...logOdds.map((odds, t) => Math.abs(odds - expecting[t]))),
    },
    {
      name: 'One who expects changes is never surer than they leave him: |log odds| ≤ ln((1 − r)/r)',
      tolerance: 1e-9,
      gap: ({ rate, expecting }) => (rate > 0 ? Math.max(...expecting.map(Math.abs)) - Math.log((1 - rate) / rate) : 0),
    },
    {
      name: 'Nobody predicts better than the exact prediction: D ≥ 0',
      tolerance: 1e-5,
      gap: ({ network }) => (network ? Math.max(...network.gap.map((nats) => -nats)) : 0),
    },
  ],

  challenges,
  presets,
});
