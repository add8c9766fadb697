import type { Readout } from '#contract/spec.ts';
import { eventGap, type Panel } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Panel, Asked>['of'];
const entry =
  (kind: Readout<Panel, Asked>['kind'], file: string) =>
  (label: string, formula: string, name: string, of: Of, rest: Partial<Readout<Panel, Asked>> = {}) => ({
    ...{ kind, label, formula, of, source: `${file}.${name}` },
    ...rest,
  });
const information = entry('information', 'theory/measures/divergence');
const number = entry('number', 'theory/measures/distance');
const here = entry('probability', 'widgets/divergence-panel/model');

export const readouts = {
  forward: information('Divergence, p true', String.raw`\D(p \,\|\, q)`, 'relativeEntropy', ({ forward }) => forward, { infinite: true }), // prettier-ignore
  backward: information('Divergence, q true', String.raw`\D(q \,\|\, p)`, 'relativeEntropy', ({ backward }) => backward, { infinite: true }), // prettier-ignore
  jensenShannon: information(
    'Jensen–Shannon divergence',
    String.raw`\tfrac12 \D(p \,\|\, m) + \tfrac12 \D(q \,\|\, m), \ m = \tfrac12 (p + q)`,
    'jensenShannonDivergence',
    (model) => model.jensenShannon,
  ),
  totalVariation: number('Total variation', String.raw`\tfrac12 \sum |p - q|`, 'totalVariation', (model) => model.totalVariation), // prettier-ignore
  hellinger: number('Hellinger distance', String.raw`\sqrt{1 - \sum \sqrt{p q}}`, 'hellingerDistance', ({ hellinger }) => hellinger), // prettier-ignore
  chiSquared: {
    ...number('χ² divergence', String.raw`\sum (p - q)^2 / q`, 'chiSquaredDivergence', (model) => model.chiSquared, { infinite: true }), // prettier-ignore
    source: 'theory/measures/divergence.chiSquaredDivergence',
  },
  wasserstein: number('Wasserstein distance, in minutes', String.raw`\sum |F_p - F_q|`, 'wassersteinDistance', ({ wasserstein }) => wasserstein), // prettier-ignore
  largestGap: number('Largest difference of two bars', String.raw`\max |p - q|`, 'largestOutcomeGap', (model) => model.largestGap), // prettier-ignore
  eventP: here('The event, if p is true', String.raw`p(E)`, 'compute', ({ event }) => event.p),
  eventQ: here('The event, if q is true', String.raw`q(E)`, 'compute', ({ event }) => event.q),
  eventGap: here('Difference for the event', String.raw`|p(E) - q(E)|`, 'eventGap', eventGap),
  eventDivergence: information('Divergence, if only the event is told', String.raw`d\big(p(E) \,\|\, q(E)\big)`, 'relativeEntropy', (model) => model.eventDivergence, { infinite: true }), // prettier-ignore
  pinskerOfEvent: {
    ...information('What Pinsker says of the event', String.raw`2\,\big(p(E) - q(E)\big)^2 \text{ nats}`, '', (model) => 2 * eventGap(model) ** 2), // prettier-ignore
    source: 'widgets/divergence-panel/model.eventGap',
  },
  agreement: here('What both give at least, added up', String.raw`\sum \min(p, q)`, 'compute', ({ p, q }) => Math.min(1, p.reduce((sum, x, i) => sum + Math.min(x, q[i]), 0))), // prettier-ignore
  hidden: information('What a program says with ε inside the logarithm', String.raw`\sum p \log \frac{p + \varepsilon}{q + \varepsilon}`, 'regularizedRelativeEntropy', ({ hidden }) => hidden), // prettier-ignore
};
