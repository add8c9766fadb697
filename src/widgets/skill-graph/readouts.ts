import type { Readout } from '#contract/spec.ts';
import { exponentOf, litAt, type Skills } from './model.ts';
import type { Asked } from './parameters.ts';

type R = Readout<Skills, Asked>;
const model = 'widgets/skill-graph/model';
const isInOrder: R['none'] = (_, { way }) => way === 'order';
const isNoPower: R['none'] = (_, { law }) => law !== 'zipf';

export const readouts = {
  unlearned: {
    label: 'Share of what is needed that is not learned, exactly or in expectation',
    kind: 'probability',
    formula: String.raw`\sum_{k > n} p_k \quad\text{or}\quad \sum_k p_k (1 - p_k)^D`,
    source: 'theory/scale/unseen-mass.expectedUnseenMass',
    of: ({ here }) => here.unlearned,
  },
  powerLaw: {
    label: 'The same by the power law for many',
    kind: 'number',
    formula: String.raw`\frac{n^{-a}}{a \zeta(1+a)} \quad\text{or}\quad \frac{\Gamma(\frac{a}{1+a})}{(1+a)\zeta(1+a)^{1/(1+a)}} D^{-a/(1+a)}`,
    source: 'theory/scale/unseen-mass.unseenMassPowerLaw',
    of: ({ here }) => here.powerLaw ?? 0,
    none: isNoPower,
  },
  run: {
    label: 'Not seen in the drawn reading',
    kind: 'probability',
    formula: String.raw`\sum_{k \text{ unseen}} p_k`,
    source: `${model}.compute`,
    of: ({ here }) => here.run ?? 0,
    none: isInOrder,
  },
  slope: {
    label: 'Slope on log paper, from here to twice as many',
    kind: 'number',
    formula: String.raw`\log_2 \frac{u(n)}{u(2n)}`,
    source: `${model}.compute`,
    infinite: true,
    of: ({ slope }) => slope,
  },
  exponent: {
    label: 'Slope in the end, if the frequencies are a power law',
    kind: 'number',
    formula: String.raw`a \quad\text{or}\quad \tfrac{a}{1+a}`,
    source: `${model}.exponentOf`,
    of: (_, asked) => exponentOf(asked) ?? 0,
    none: isNoPower,
  },
  answered: {
    label: 'Texts answered, of all texts of m skills',
    kind: 'probability',
    formula: '(1 - u)^m',
    source: `${model}.compute`,
    of: ({ here }) => here.answered,
  },
  lit: {
    label: 'Texts answered, of the drawn ones',
    kind: 'count',
    formula: String.raw`\#\{\text{texts}\}`,
    source: `${model}.litAt`,
    of: (skills) => litAt(skills, skills.here.at),
  },
  seen: {
    label: 'Skills that the drawn reading has shown',
    kind: 'count',
    formula: 'n',
    source: `${model}.compute`,
    of: ({ seen }) => seen.length,
    none: isInOrder,
  },
} satisfies Record<string, R>;
