import type { Readout } from '#contract/spec.ts';
import { accountOf, type Account } from './account.ts';
import type { TokenGain } from './model.ts';
import type { Asked } from './parameters.ts';
import { relationOf, type Relation } from './relation.ts';

type R = Readout<TokenGain, Asked>;

const geometry = 'theory/geometry/token-gain';
const ranks = 'theory/estimation/rank-correlation';

const of = (
  label: string,
  kind: R['kind'],
  formula: string,
  source: string,
  pick: (account: Account, asked: Asked) => number,
): R => ({
  ...{ label, kind, formula, source },
  of(model, asked) {
    const account = accountOf(model, asked);
    return account ? pick(account, asked) : 0;
  },
  none: (model, asked) => !accountOf(model, asked),
});

const relation = (label: string, formula: string, source: string, pick: (found: Relation) => number): R => ({
  ...{ label, kind: 'number', formula, source },
  of(model, asked) {
    const found = relationOf(model, asked);
    return found ? pick(found) : 0;
  },
  none: (model, asked) => !relationOf(model, asked),
});

const r = String.raw`r_t`;

export const readouts = {
  gain: of('What the chosen token adds', 'information', String.raw`\log(1 + ${r}/\lambda)`, `${geometry}.tokenGains`, ({ gains, token }) => gains[token]), // prettier-ignore
  written: of('The same, counted as written', 'information', String.raw`\log(1 + ${r}/\lambda)`, `${geometry}.tokenGains`, ({ written, token }) => written[token]), // prettier-ignore
  added: of('Log determinant with it, less without it', 'information', String.raw`\log\det(M + zz^\top\!/\lambda) - \log\det M`, `${geometry}.tokenGains`, ({ added }) => added), // prettier-ignore
  byResidual: of('From what ridge regression leaves', 'information', String.raw`\log(1 + (\|z - Z^\top b\|^2 + \lambda\|b\|^2)/\lambda)`, `${geometry}.ridgeWeights`, ({ rest, price }, { penalty }) => Math.log1p((rest + price) / penalty)), // prettier-ignore
  half: of('Half of it: what a noisy measurement along the vector tells', 'information', String.raw`\tfrac12 \log(1 + ${r}/\lambda)`, `${geometry}.tokenGains`, ({ gains, token }) => gains[token] / 2), // prettier-ignore
  most: of('What a vector adds that has nothing in common with those before', 'information', String.raw`\log(1 + 1/\lambda)`, `${geometry}.tokenGains`, ({ most }) => most), // prettier-ignore
  sum: of('All gains, in the order in which they are counted', 'information', String.raw`\sum_t \log(1 + ${r}/\lambda)`, `${geometry}.tokenGains`, ({ sum }) => sum), // prettier-ignore
  total: of('The log determinant, counted as written', 'information', String.raw`\log\det(I + Z^\top Z/\lambda)`, `${geometry}.tokenGains`, ({ total }) => total), // prettier-ignore
  rebuilt: of('Of its squared length, rebuilt from those before', 'number', String.raw`z^\top Z^\top b`, `${geometry}.ridgeWeights`, ({ rebuilt }) => rebuilt), // prettier-ignore
  rest: of('Not reached', 'number', String.raw`\|z - Z^\top b\|^2`, `${geometry}.ridgeWeights`, ({ rest }) => rest),
  price: of('Price of the weights', 'number', String.raw`\lambda\|b\|^2`, `${geometry}.ridgeWeights`, ({ price }) => price), // prettier-ignore
  residual: of('What ridge regression leaves', 'number', String.raw`\|z - Z^\top b\|^2 + \lambda\|b\|^2`, `${geometry}.ridgeWeights`, ({ rest, price }) => rest + price), // prettier-ignore
  leverage: of('The same by the inverse matrix', 'number', String.raw`\lambda z^\top (Z^\top Z + \lambda I)^{-1} z`, `${geometry}.tokenGains`, ({ gains, token }, { penalty }) => penalty * Math.expm1(gains[token])), // prettier-ignore
  surprisal: {
    ...{ label: 'Surprisal of the chosen token', kind: 'information', quantity: 'surprisal', formula: '-\\log p(x_t)' },
    source: 'theory/language-models/softmax.readLogits',
    of: (model, asked) => model.surprisal[accountOf(model, asked)?.token ?? 0] ?? 0,
    none: (model, { what }) => what === 'plane' || model.surprisal.length === 0,
  },
  correlation: relation('Rank correlation of gain and surprisal', String.raw`\rho`, `${ranks}.rankCorrelation`, ({ correlation }) => correlation), // prettier-ignore
  apart: relation('The same with the place in the text taken out', String.raw`\rho_{\cdot t}`, `${ranks}.partialRankCorrelation`, ({ apart }) => apart), // prettier-ignore
  byChance: relation('Spread of a rank correlation by chance', String.raw`1/\sqrt{n - 1}`, `${ranks}.rankCorrelation`, ({ byChance }) => byChance), // prettier-ignore
  tokens: of('Vectors', 'count', 'n', 'model/inside.insideOf', ({ gains }) => gains.length),
} satisfies Record<string, R>;
