import type { Readout } from '#contract/spec.ts';
import { sizeOfMatch, type Switched } from './model.ts';
import type { Asked } from './parameters.ts';

type R = Readout<Switched, Asked>;
const grades = 'widgets/metric-switch/grades.gradesOfLoss';
const isNetwork: R['none'] = (_, { source }) => source === 'network';
const probability = (label: string, formula: string, source: string, of: R['of']): R => ({ label, kind: 'probability', formula, source, of }); // prettier-ignore

export const readouts = {
  loss: {
    label: 'Loss per token',
    kind: 'information',
    formula: String.raw`(N_1/N)^\alpha`,
    source: 'theory/scale/scaling-law.powerLaw',
    of: ({ here }) => here.grades.loss,
  },
  token: probability('Probability of the right token', 'p', grades, ({ here }) => here.grades.token),
  exact: probability('Exact match: all tokens of an answer right', String.raw`p^\ell`, 'theory/scale/scaling-law.exactMatch', ({ here }) => here.grades.exact), // prettier-ignore
  edits: {
    label: 'Expected wrong tokens of an answer',
    kind: 'number',
    formula: String.raw`\ell (1 - p)`,
    source: 'theory/scale/scaling-law.expectedTokenErrors',
    of: ({ here }) => here.grades.edits,
  },
  choice: probability('Multiple choice: the right option is the likeliest', String.raw`\frac{q^{1/s}}{\sum_j q_j^{1/s}}`, 'widgets/metric-switch/grades.multipleChoice', ({ here }) => here.grades.choice), // prettier-ignore
  brier: {
    label: 'Expected Brier score of the options',
    kind: 'number',
    formula: String.raw`(1 - p)^2 \tfrac{k-1}{k}`,
    source: 'widgets/metric-switch/grades.brier',
    of: ({ here }) => here.grades.brier,
  },
  successes: {
    label: 'Expected answers of the test that are right in every token',
    kind: 'number',
    formula: String.raw`n p^\ell`,
    source: 'theory/scale/scaling-law.exactMatch',
    of: ({ here }, { items }) => items * here.grades.exact,
  },
  none: probability('Chance that no answer of the test is right in every token', String.raw`(1 - p^\ell)^n`, grades, ({ here }, { items }) => Math.exp(items * Math.log1p(-here.grades.exact))), // prettier-ignore
  half: {
    label: 'Size at which half of the answers are right in every token',
    kind: 'count',
    formula: String.raw`N_1 (\ell/\ln 2)^{1/\alpha}`,
    source: 'widgets/metric-switch/model.sizeOfMatch',
    of: (_, asked) => sizeOfMatch(0.5, asked),
    none: isNetwork,
  },
  tenth: {
    label: 'Size at which a tenth of the answers are right in every token',
    kind: 'count',
    formula: String.raw`N_1 (\ell/\ln 10)^{1/\alpha}`,
    source: 'widgets/metric-switch/model.sizeOfMatch',
    of: (_, asked) => sizeOfMatch(0.1, asked),
    none: isNetwork,
  },
  nineTenths: {
    label: 'Size at which nine tenths of the answers are right in every token',
    kind: 'count',
    formula: String.raw`N_1 (\ell/\ln\tfrac{10}9)^{1/\alpha}`,
    source: 'widgets/metric-switch/model.sizeOfMatch',
    of: (_, asked) => sizeOfMatch(0.9, asked),
    none: isNetwork,
  },
  wide: {
    label: 'By which factor the size grows from the one to the other',
    kind: 'count',
    formula: String.raw`(\ln 10/\ln\tfrac{10}9)^{1/\alpha}`,
    source: 'widgets/metric-switch/model.sizeOfMatch',
    of: (_, asked) => sizeOfMatch(0.9, asked) / sizeOfMatch(0.1, asked),
    none: isNetwork,
  },
  later: {
    label: 'How many times later than with one token',
    kind: 'number',
    formula: String.raw`\ell^{1/\alpha}`,
    source: 'widgets/metric-switch/model.sizeOfMatch',
    of: (_, asked) => sizeOfMatch(0.5, asked) / sizeOfMatch(0.5, { ...asked, length: 1 }),
    none: isNetwork,
  },
  bend: {
    label: 'Steepest slope of the loss on log paper, against the slope from end to end',
    kind: 'number',
    formula: String.raw`\max |\Delta \ln L/\Delta \ln N| / \text{mean}`,
    source: 'widgets/metric-switch/model.compute',
    of: ({ bend }) => bend,
  },
  at: {
    label: 'Parameters of the model, or step of training',
    kind: 'count',
    formula: 'N',
    source: 'widgets/metric-switch/model.compute',
    of: ({ here }) => here.at,
  },
} satisfies Record<string, R>;
