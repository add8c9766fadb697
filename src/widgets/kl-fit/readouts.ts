import type { Readout } from '#contract/spec.ts';
import type { KlFit } from './model.ts';
import type { Asked } from './parameters.ts';

type Entry = Readout<KlFit, Asked>;
const entry = (kind: Entry['kind'], label: string, formula: string, source: string, of: (model: KlFit) => number) => ({
  ...{ kind, label, formula, of },
  source: `theory/continuous/${source}`,
});
const information = (label: string, formula: string, source: string, of: (model: KlFit) => number) =>
  entry('information', label, formula, source, of);
const number = (label: string, formula: string, source: string, of: (model: KlFit) => number) =>
  entry('number', label, formula, source, of);

const valleys = 'reverse-valleys.reverseValleys';
const fit = 'gaussian-fit';
/** Nothing to say where there are fewer valleys. */
const valley = (i: number, name: string, of: (valley: KlFit['valleys'][number]) => number, kind: Entry['kind']) => ({
  ...entry(kind, name, String.raw`\D(q \,\|\, p)`, valleys, ({ valleys: all }) => (all[i] ? of(all[i]) : 0)),
  none: ({ valleys: all }: KlFit) => all.length <= i,
});

export const readouts = {
  forward: information('Forward, the bump as it stands', String.raw`\D(p \,\|\, q) = \int p \log \tfrac pq`, `${fit}.forwardRelativeEntropy`, (m) => m.forward), // prettier-ignore
  reverse: information('Reverse, the bump as it stands', String.raw`\D(q \,\|\, p) = \int q \log \tfrac qp`, `${fit}.reverseRelativeEntropy`, (m) => m.reverse), // prettier-ignore
  best: information('The least forward', String.raw`\min_q \D(p \,\|\, q)`, `${fit}.forwardFit`, (m) => m.best.relativeEntropy), // prettier-ignore
  bestMean: number('Where forward is least: the mean', String.raw`\E_p X`, `${fit}.forwardFit`, (m) => m.best.fit.mean), // prettier-ignore
  bestWidth: number('Where forward is least: the width', String.raw`\sqrt{\operatorname{Var}_p X}`, `${fit}.forwardFit`, (m) => m.best.fit.deviation), // prettier-ignore
  beyond: information('From the bump that is best forward to the bump', String.raw`\D(q^* \,\|\, q)`, 'gaussian.relativeEntropyGaussian', (m) => m.beyond), // prettier-ignore
  valleys: {
    ...number(
      'Valleys of reverse',
      String.raw`\#\{q : \D(q \,\|\, p) \text{ is least nearby}\}`,
      valleys,
      (m) => m.valleys.length,
    ),
    kind: 'count' as const,
  },
  lowest: valley(0, 'The lowest valley of reverse', (one) => one.relativeEntropy, 'information'),
  lowestMean: valley(0, 'The lowest valley: its mean', (one) => one.fit.mean, 'number'),
  lowestWidth: valley(0, 'The lowest valley: its width', (one) => one.fit.deviation, 'number'),
  second: valley(1, 'The second valley of reverse', (one) => one.relativeEntropy, 'information'),
  third: valley(2, 'The third valley of reverse', (one) => one.relativeEntropy, 'information'),
  thirdMean: valley(2, 'The third valley: its mean', (one) => one.fit.mean, 'number'),
  thirdWidth: valley(2, 'The third valley: its width', (one) => one.fit.deviation, 'number'),
  alone: information('Reverse, if the bump is the left hump', String.raw`\D(\text{hump} \,\|\, p)`, `${fit}.reverseRelativeEntropy`, (m) => m.alone[0]), // prettier-ignore
  rarity: {
    ...information('The price of one hump of so much weight, at most', String.raw`\log \tfrac1w`, '', (m) => -Math.log(m.mixture.weights[0])), // prettier-ignore
    source: 'widgets/kl-fit/model.mixtureOf',
  },
};
