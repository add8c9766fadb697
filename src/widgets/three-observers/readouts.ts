import type { Readout } from '#contract/spec.ts';
import { gave, settled, sure, type Observer, type Observers } from './model.ts';
import type { Asked } from './parameters.ts';

const sources: Record<Observer, string> = {
  coin: 'widgets/three-observers/model.compute',
  counter: 'sim/predictor.cumulativeLoss',
  solver: 'theory/codes/linear-complexity.likelihoodOfRegisters',
};

const paid = (who: Observer, label: string, formula: string): Readout<Observers, Asked> => ({
  kind: 'information',
  ...{ label, formula, source: sources[who] },
  of: (model) => model[who][model.read],
});
const given = (who: Observer, label: string): Readout<Observers, Asked> => ({
  kind: 'probability',
  ...{ label, source: sources[who] },
  formula: String.raw`P(x_n \given x_1 \dots x_{n-1})`,
  of: (model) => gave(model, who),
});
const count = (label: string, formula: string, source: string, of: Readout<Observers, Asked>['of']) =>
  ({ kind: 'count', ...{ label, formula, source, of } }) as const;
const complexity = 'theory/codes/linear-complexity.shortestRegister';

export const readouts = {
  coin: paid('coin', 'The coin thrower has paid', 'n'),
  counter: paid('counter', 'The counter has paid', String.raw`-\sum_i \log \frac{n(c_i, x_i) + 1/2}{n(c_i) + 1}`),
  solver: paid('solver', 'The solver has paid', String.raw`-\log \big(\tfrac12 2^{-n} + \tfrac12 P_\text{register}(x_1 \dots x_n)\big)`), // prettier-ignore
  sure: {
    kind: 'probability' as const,
    label: 'Probability that the solver gives to a register by now',
    formula: String.raw`1 - \tfrac12 2^{-n}/Q(x_1 \dots x_n)`,
    source: sources.solver,
    of: sure,
  },
  digits: count('Digits read', 'n', sources.coin, ({ read }) => read),
  shortest: count('Cells of the shortest register for them', String.raw`\ell_n`, complexity, (m) => m.lengths[m.read]),
  settled: count('Digits after which the solver has all but half a bit behind her', 'n', sources.solver, settled),
  period: {
    ...count('Digits after which those of the register come round', 'p', 'sim/linear-register.registerPeriod', (m) => m.period ?? 0), // prettier-ignore
    none: ({ period }: Observers) => period === undefined,
  },
  coinGave: given('coin', 'Probability that the coin thrower gave to the last digit'),
  counterGave: given('counter', 'Probability that the counter gave to it'),
  solverGave: given('solver', 'Probability that the solver gave to it'),
};
