import type { Readout } from '#contract/spec.ts';
import type { Coin } from './model.ts';
import type { Asked } from './parameters.ts';

const coin = 'theory/learning/quantized-parameter.quantizedCoin';
const information = (
  label: string,
  formula: string,
  of: Readout<Coin, Asked>['of'],
  source = coin,
): Readout<Coin, Asked> => ({ kind: 'information', ...{ label, formula, source, of } });

export const readouts = {
  heads: {
    kind: 'count' as const,
    label: 'Heads of the coin that is drawn above: three in ten, in whole tosses',
    formula: String.raw`\operatorname{round}(0.3\, T)`,
    source: 'widgets/quantized-coin/model.compute',
    of: ({ share }: Coin, { tosses }: Asked) => Math.round(share * tosses),
  },
  rate: information('Told about the bias', String.raw`\log k`, ({ rate }) => rate),
  reaches: information(
    'Of this, all T tosses show',
    String.raw`\I(X_1 \dots X_T;\text{cell})`,
    (model) => model.informationAboutCell,
  ),
  within: information(
    'What they tell of the bias beyond the cell',
    String.raw`\I(X_1 \dots X_T;\Theta \given \text{cell})`,
    (model) => model.informationWithinCell,
  ),
  exact: information(
    'What they tell of the bias in all',
    String.raw`\I(X_1 \dots X_T;\Theta)`,
    ({ exact }) => exact,
    'theory/learning/redundancy.informationOfBetaPrior',
  ),
  split: information(
    'Of the cell, and beyond the cell',
    String.raw`\I(X_1 \dots X_T;\text{cell}) + \I(X_1 \dots X_T;\Theta \given \text{cell})`,
    (model) => model.informationAboutCell + model.informationWithinCell,
  ),
  distortion: information(
    'Predicting with the middle of the cell costs, expected, in all T tosses',
    String.raw`T\,\E\,\D(\Theta \,\|\, \text{middle})`,
    ({ distortion }) => distortion,
  ),
  perToss: information(
    'The same for one toss',
    String.raw`\E\,\D(\Theta \,\|\, \text{middle})`,
    ({ distortion }, { tosses }) => distortion / tosses,
  ),
  bound: information(
    'The bound on what the tosses tell of the bias',
    String.raw`\log k + T\,\E\,\D(\Theta \,\|\, \text{middle})`,
    ({ bound }) => bound,
  ),
  least: information(
    'Its least value, over all numbers of cells',
    String.raw`\min_k \big(\log k + T\,\E\,\D(\Theta \,\|\, \text{middle})\big)`,
    ({ bounds, best }) => bounds[best - 1],
    'widgets/quantized-coin/model.compute',
  ),
  best: {
    kind: 'count' as const,
    label: 'Cells for which it is least',
    formula: String.raw`\arg\min_k`,
    source: 'widgets/quantized-coin/model.compute',
    of: ({ best }: Coin) => best,
  },
};
