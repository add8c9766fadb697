import type { Law } from '#contract/spec.ts';
import { accountOf, type Account } from './account.ts';
import type { TokenGain } from './model.ts';
import type { Asked } from './parameters.ts';

const law = (
  name: string,
  tolerance: number,
  of: (account: Account, asked: Asked) => number,
): Law<TokenGain, Asked> => ({
  ...{ name, tolerance },
  gap(model, asked) {
    const account = accountOf(model, asked);
    return account ? of(account, asked) : 0;
  },
});

export const laws: readonly Law<TokenGain, Asked>[] = [
  law('In every order the gains add up to ln det(I + ZᵀZ/λ)', 1e-8, ({ sum, total }) => Math.abs(sum - total)),
  law('A gain is what the token adds to the log determinant: the determinant lemma', 1e-8, ({ gains, token, added }) =>
    Math.abs(gains[token] - added),
  ),
  law(
    'and ln(1 + r/λ) with what ridge regression leaves: r = ‖z − Zᵀb‖² + λ‖b‖²',
    1e-8,
    ({ gains, token, rest, price }, { penalty }) => Math.abs(gains[token] - Math.log1p((rest + price) / penalty)),
  ),
  law('What is rebuilt, the rest and the price are the squared length, 1', 1e-4, ({ rebuilt, rest, price }) =>
    Math.abs(rebuilt + rest + price - 1),
  ),
  law('No gain is negative or above ln(1 + 1/λ)', 1e-4, ({ gains, most }) =>
    Math.max(...gains.map((gain) => Math.max(-gain, gain - most))),
  ),
  law('Whoever is counted first adds ln(1 + 1/λ)', 1e-4, ({ order, gains, most }) => Math.abs(gains[order[0]] - most)),
];
