import type { Readout } from '#contract/spec.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { conditioning } from './conditioning.ts';
import { furthestAstray, meanGap, probabilityOf, worstGap, type TwoStyles } from './model.ts';
import type { Asked } from './parameters.ts';

const predictor = 'sim/styles.styleLogOdds';

export const readouts = {
  posterior: {
    label: 'Probability that it is a telegram, by Bayes’ rule',
    kind: 'probability' as const,
    formula: String.raw`p(\text{telegram} \given x_1, \dots, x_n)`,
    source: predictor,
    of: ({ logOdds }: TwoStyles) => probabilityOf(logOdds.at(-1)!),
  },
  implied: {
    label: 'The telegram’s share in what the network predicts (0 without it)',
    kind: 'probability' as const,
    formula: String.raw`\operatorname*{arg\,min}_w \operatorname{D}(q \,\|\, w\,p_1 + (1 - w)\,p_2)`,
    source: 'theory/belief/mixture-weight.mixtureWeight',
    of: ({ network }: TwoStyles) => network?.implied.at(-1) ?? 0,
  },
  expecting: {
    label: 'The same for somebody who expects changes of style',
    kind: 'probability' as const,
    formula: String.raw`p_r(\text{telegram} \given x_1, \dots, x_n)`,
    source: predictor,
    of: ({ expecting }: TwoStyles) => probabilityOf(expecting.at(-1)!),
  },
  evidence: {
    label: 'Weight of evidence for the telegram',
    kind: 'information' as const,
    formula: String.raw`\log \frac{p_1(x_1, \dots, x_n)}{p_2(x_1, \dots, x_n)}`,
    source: predictor,
    of: ({ logOdds }: TwoStyles) => logOdds.at(-1)!,
  },
  most: {
    label: 'The most that there was of it, for either style, on the way',
    kind: 'information' as const,
    formula: String.raw`\max_t |\cdot|`,
    source: predictor,
    of: ({ logOdds }: TwoStyles) => Math.max(...logOdds.map(Math.abs)),
  },
  uncertainty: {
    label: 'Entropy of the style',
    kind: 'information' as const,
    formula: String.raw`\H(J \given x_1, \dots, x_n)`,
    source: 'theory/measures/entropy.entropy',
    of({ logOdds }: TwoStyles) {
      const share = probabilityOf(logOdds.at(-1)!);
      return entropy([share, 1 - share]);
    },
  },
  gap: {
    label: 'From the exact prediction to the network’s, mean over the prompt (0 without it)',
    kind: 'information' as const,
    formula: String.raw`\operatorname{D}(p \,\|\, q)`,
    source: 'theory/measures/divergence.relativeEntropy',
    of: meanGap,
  },
  worst: {
    label: 'The largest of these divergences along the prompt (0 without the network)',
    kind: 'information' as const,
    formula: String.raw`\max_t \operatorname{D}(p_t \,\|\, q_t)`,
    source: 'theory/measures/divergence.relativeEntropy',
    of: worstGap,
  },
  astray: {
    label: 'How far the share in the network’s prediction is from Bayes’ rule, at most along the prompt (0 without it)',
    kind: 'probability' as const,
    formula: String.raw`\max_t |w_t - p(\text{telegram} \given x_1, \dots, x_t)|`,
    source: 'theory/belief/mixture-weight.mixtureWeight',
    of: furthestAstray,
  },
  words: {
    label: 'Words of the prompt',
    kind: 'count' as const,
    formula: 'n',
    source: 'widgets/two-styles/model.compute',
    of: ({ words }: TwoStyles) => words.length,
  },
  weights: {
    label: 'Weights of the network (0 without it); the prompt changes none of them',
    kind: 'count' as const,
    formula: String.raw`|\theta|`,
    source: 'widgets/two-styles/model.readingOf',
    of: ({ network }: TwoStyles) => network?.parameters ?? 0,
  },
  ...conditioning,
} satisfies Record<string, Readout<TwoStyles, Asked>>;
