import type { Readout } from '#contract/spec.ts';
import type { Calculated } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Calculated, Asked>['of'];
const bounds = 'theory/learning/transformer-bounds.';
const readout = (
  kind: Readout<Calculated, Asked>['kind'],
  label: string,
  formula: string,
  of: Of,
  name: string,
): Readout<Calculated, Asked> => ({ kind, ...{ label, formula, of, source: bounds + name } });

/** Of one transformer, or of a mixture: a dash for the other. */
const none = (source: Asked['source']) => ({ none: (_: Calculated, asked: Asked) => asked.source !== source });
const infinite = { infinite: true as const };

export const readouts = {
  weights: readout('count', 'Weights', String.raw`W = 2r^2(L - 1) + |V|r + r^2`, (m) => m.weights, 'transformerParameters'), // prettier-ignore
  trivial: readout(
    'information',
    'Paid per token by one who gives all tokens the same probability',
    String.raw`\log |V|`,
    (m) => m.trivial,
    'finiteClassBound',
  ),
  counted: {
    ...readout('count', 'Tokens counted: of a mixture whole documents', String.raw`T`, (m) => m.now.tokens, 'transformerBound'), // prettier-ignore
    source: 'widgets/bound-calculator/model.compute',
  },
  bound: readout(
    'information',
    'The theorem allows, per token, beyond one who knows the weights',
    String.raw`\tfrac1T \big(WL \log(136 e K^2) + W \log \tfrac{2KT^2}{L}\big)`,
    (m) => m.now.bound,
    'transformerBound',
  ),
  ofTrivial: readout('number', 'What the theorem allows, in even choices', String.raw`\text{bound}/\log |V|`, (m) => m.now.bound / m.trivial, 'transformerBound'), // prettier-ignore
  perWeight: {
    ...readout(
      'information',
      'In all, for each weight',
      String.raw`L \log(136 e K^2) + \log \tfrac{2KT^2}{L}`,
      (m) => (m.now.bound * m.now.tokens) / m.weights,
      'transformerBound',
    ),
    ...none('one'),
  },
  breakEven: {
    ...readout('count', 'Tokens from which on the theorem says something', String.raw`\text{bound} = \log |V|`, (m) => Math.ceil(m.breakEven ?? Infinity), 'transformerBreakEven'), // prettier-ignore
    ...none('one'),
    ...infinite,
  },
  breakEvenPerWeight: {
    ...readout('number', 'The same, per weight', String.raw`T/W`, (m) => (m.breakEven ?? Infinity) / m.weights, 'transformerBreakEven'), // prettier-ignore
    ...none('one'),
    ...infinite,
  },
  stored: {
    ...readout('information', 'With b bits for each weight at most, per token', String.raw`W\,b/T \text{ bits}`, (m) => m.now.stored ?? Infinity, 'storedWeightsBound'), // prettier-ignore
    ...none('one'),
    ...infinite,
  },
  documents: {
    ...readout('count', 'Documents', 'M', (m) => m.documents, 'mixtureBounds'),
    ...none('mixture'),
  },
  printed: {
    ...readout('information', 'As printed, without the factor L, per token', String.raw`L \to 1`, (m) => m.now.printed ?? Infinity, 'mixtureBounds'), // prettier-ignore
    ...none('mixture'),
    ...infinite,
  },
  corrected: {
    ...readout(
      'information',
      'With the expected number of sources (conjecture) and their entropy, per token',
      String.raw`R \ln(1 + M/R) \to \E\,\#,\ \log N \to \E\,\H(\alpha)`,
      (m) => m.now.corrected ?? Infinity,
      'mixtureBounds',
    ),
    ...none('mixture'),
    ...infinite,
  },
  which: {
    ...readout('information', 'Of this for telling the source of a document, at most, per token', String.raw`\log N / T`, (m) => m.mixture?.whichComponent ?? Infinity, 'mixtureBounds'), // prettier-ignore
    ...none('mixture'),
    ...infinite,
  },
  whichCorrected: {
    ...readout('information', 'The same, with the entropy of the sources', String.raw`\E\,\H(\alpha)/T`, (m) => m.mixture?.whichComponentCorrected ?? Infinity, 'mixtureBounds'), // prettier-ignore
    ...none('mixture'),
    ...infinite,
  },
  table: readout(
    'number',
    'Power of ten of the numbers in a table for the whole context',
    String.raw`\log_{10} |V|^K (|V| - 1)`,
    (m) => m.wholeTable,
    'log10ContextTable',
  ),
  outgrown: {
    ...readout('count', 'Tokens of context from which on a table has more numbers than there are weights', String.raw`\min \{k : |V|^k (|V| - 1) > W\}`, (m) => m.outgrown, 'log10ContextTable'), // prettier-ignore
    ...infinite,
  },
};
