import type { Readout } from '#contract/spec.ts';
import { lawsAfter, styleSurprisals } from '#sim/styles.ts';
import { probabilityOf, type TwoStyles } from './model.ts';
import type { Asked } from './parameters.ts';

/** The likeliest next word by the exact prediction. */
const likeliest = ({ next }: TwoStyles) => next.indexOf(Math.max(...next));

/** −ln p of a text that begins with the toss of a fair coin for its style, from its costs in the two. */
const ofMixture = ([telegram, lullaby]: readonly number[]) => {
  const less = Math.min(telegram, lullaby);
  return less - Math.log((Math.exp(less - telegram) + Math.exp(less - lullaby)) / 2);
};

/** The next word's probability in a style, times the probability of the style. */
const part = (style: 0 | 1) => (model: TwoStyles) => {
  const telegram = probabilityOf(model.logOdds.at(-1)!);
  return (style === 0 ? telegram : 1 - telegram) * lawsAfter(model.words)[style][likeliest(model)];
};

const surprisal = (label: string, formula: string, of: (model: TwoStyles) => number): Readout<TwoStyles, Asked> => ({
  kind: 'information',
  label,
  formula,
  source: 'sim/styles.styleSurprisals',
  of,
});

const probability = (
  label: string,
  formula: string,
  source: string,
  of: (model: TwoStyles) => number,
): Readout<TwoStyles, Asked> => ({ kind: 'probability', label, formula, source, of });

/** The numbers in the lines of “prompting is conditioning”; w is the likeliest next word. */
export const conditioning = {
  underTelegram: surprisal(
    'Surprisal of the prompt as a telegram',
    '-\\log p_1(x)',
    ({ words }) => styleSurprisals(words)[0],
  ),
  underLullaby: surprisal(
    'Surprisal of the prompt as a lullaby',
    '-\\log p_2(x)',
    ({ words }) => styleSurprisals(words)[1],
  ),
  ofPrompt: surprisal('Surprisal of the prompt', '-\\log p(x)', ({ words }) => ofMixture(styleSurprisals(words))),
  ofLonger: surprisal('Surprisal of the prompt with its likeliest next word', '-\\log p(x, w)', (model) =>
    ofMixture(styleSurprisals([...model.words, likeliest(model)])),
  ),
  ofNext: {
    ...surprisal(
      'Surprisal of that word after the prompt',
      '-\\log p(w \\given x)',
      ({ next }) => -Math.log(Math.max(...next)),
    ),
    quantity: 'surprisal',
  },
  nextExact: probability(
    'Probability of the likeliest next word, exactly',
    'p(w \\given x)',
    'widgets/two-styles/model.exactLaw',
    ({ next }) => Math.max(...next),
  ),
  nextTelegram: probability(
    'The telegram’s part in it',
    'p(1 \\given x)\\, p_1(w \\given x)',
    'sim/styles.lawsAfter',
    part(0),
  ),
  nextLullaby: probability(
    'The lullaby’s part in it',
    'p(2 \\given x)\\, p_2(w \\given x)',
    'sim/styles.lawsAfter',
    part(1),
  ),
  nextNetwork: probability(
    'What the network gives to that word (0 without it)',
    'q(w \\given x)',
    'model/predict.predict',
    (model) => model.network?.next[likeliest(model)] ?? 0,
  ),
} satisfies Record<string, Readout<TwoStyles, Asked>>;
