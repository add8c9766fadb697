import type { Readout } from '#contract/spec.ts';
import type { Observer, TwoPriors } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = (model: TwoPriors) => number;
const information = (label: string, formula: string, source: string, of: Of): Readout<TwoPriors, Asked> => ({
  ...{ kind: 'information', label, formula, source, of },
});
const gain = 'theory/learning/beta-gain.gainOfBeta';
const model = 'widgets/two-priors/model.compute';

/** The readouts of one of the two. */
const of = (who: 'first' | 'second', i: 1 | 2) => {
  const at = (read: (one: Observer) => number): Of => (all) => read(all[who]); // prettier-ignore
  const [name, pi] = [`The ${who} observer`, String.raw`\pi_${i}`];
  return {
    learned: information(
      `${name} has learned`,
      String.raw`\D(${pi}(\cdot \given x) \,\|\, ${pi})`,
      gain,
      at((one) => one.learned),
    ),
    expected: information(
      `${name} was to learn, expected under the true coin`,
      String.raw`\E_\theta \D(${pi}(\cdot \given X) \,\|\, ${pi})`,
      'theory/learning/beta-gain.expectedGainOfBeta',
      at((one) => one.expected),
    ),
    foreseen: information(
      `${name} expected to learn, by the own prior`,
      String.raw`\I_${i}(X_1 \dots X_n;\Theta)`,
      'theory/learning/redundancy.informationOfBetaPrior',
      at((one) => one.foreseen),
    ),
    bill: information(
      `The tosses cost the ${who} observer`,
      String.raw`-\log P_${i}(x)`,
      gain,
      at((one) => one.bill),
    ),
    fit: information(
      `Of this for the coins that the ${who} observer now thinks likely`,
      String.raw`\E_{${pi}(\cdot \given x)}[-\log P_\theta(x)]`,
      gain,
      at((one) => one.fit),
    ),
    next: {
      kind: 'probability' as const,
      label: `${name} gives to heads next`,
      formula: String.raw`\frac{a + k}{a + b + n}`,
      source: model,
      of: at((one) => one.next),
    },
  };
};
const [first, second] = [of('first', 1), of('second', 2)];

export const readouts = {
  learnedFirst: first.learned,
  learnedSecond: second.learned,
  expectedFirst: first.expected,
  expectedSecond: second.expected,
  foreseenFirst: first.foreseen,
  foreseenSecond: second.foreseen,
  billFirst: first.bill,
  billSecond: second.bill,
  fitFirst: first.fit,
  fitSecond: second.fit,
  nextFirst: first.next,
  nextSecond: second.next,
  gap: information(
    'The second has learned more than the first, by',
    String.raw`\D(\pi_2(\cdot \given x) \,\|\, \pi_2) - \D(\pi_1(\cdot \given x) \,\|\, \pi_1)`,
    gain,
    (m) => m.second.learned - m.first.learned,
  ),
  billGap: information(
    'The tosses cost the second more than the first, by',
    String.raw`\log \frac{P_1(x)}{P_2(x)}`,
    gain,
    (m) => m.second.bill - m.first.bill,
  ),
  limit: information(
    'What both differences tend to',
    String.raw`\log \frac{\pi_1(\theta)}{\pi_2(\theta)}`,
    model,
    (m) => m.first.logDensity - m.second.logDensity,
  ),
  dogmatic: information(
    'The tosses cost the dogmatist, who learns nothing',
    String.raw`-\log P_{\text{dogma}}(x)`,
    model,
    (m) => m.dogmatic,
  ),
  apart: information(
    'The posterior of the first from that of the second',
    String.raw`\D(\pi_1(\cdot \given x) \,\|\, \pi_2(\cdot \given x))`,
    'theory/learning/dirichlet-divergence.dirichletDivergence',
    (m) => m.apart,
  ),
  ratio: information(
    'The evidence for heads 0.7 against 0.4, the same for everybody',
    String.raw`\log \frac{P(x \given 0.7)}{P(x \given 0.4)}`,
    model,
    (m) => m.ratio,
  ),
};
