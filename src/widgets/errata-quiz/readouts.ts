import type { Readout } from '#contract/spec.ts';
import type { Quiz } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<Quiz, Asked>;

const score = 'theory/belief/calibration.logScore';
const parts = 'theory/belief/calibration.logScoreParts';
const information = (label: string, formula: string, source: string, of: One['of'], rest: Partial<One> = {}): One => ({
  ...{ kind: 'information', label, formula, source, of },
  ...rest,
});
/** Of the reader, who may have answered nothing. */
const own = { none: ({ yours }: Quiz) => !yours } as const;

export const readouts = {
  expected: information(
    'The other forecaster pays, expected',
    String.raw`\E[-\log q]`,
    'theory/measures/entropy.crossEntropy',
    ({ expected }) => expected,
  ),
  honest: information(
    'She would pay, said she what she believes',
    String.raw`\E\,h(r)`,
    'theory/measures/entropy.crossEntropy',
    ({ honest }) => honest,
  ),
  paid: information(
    'She has paid in these answers, on average',
    String.raw`-\tfrac1n\sum\log q_i`,
    score,
    ({ other }) => other.mean,
  ),
  error: information('Standard error of that', String.raw`s/\sqrt n`, score, ({ other }) => other.error),
  right: {
    kind: 'probability',
    label: 'What she finds likelier is so, expected',
    formula: String.raw`\E\,r`,
    source: 'widgets/errata-quiz/model.compute',
    of: ({ right }) => right,
  } as One,
  calibration: information(
    'Of her score: for saying other probabilities than come true',
    String.raw`\sum_k \tfrac{n_k}{n}\D(\bar y_k\,\|\,\bar q_k)`,
    parts,
    ({ other }) => other.parts.calibration,
  ),
  resolution: information(
    'Of her score: saved by telling the cases apart',
    String.raw`\I(\text{bin};Y)`,
    parts,
    ({ other }) => other.parts.resolution,
  ),
  uncertainty: information(
    'Of her score: one who says the share of true ones each time',
    String.raw`h(\bar y)`,
    parts,
    ({ other }) => other.parts.uncertainty,
  ),
  within: information(
    'Of her score: from differences within a fifth',
    String.raw`\text{rest}`,
    parts,
    ({ other }) => other.parts.within,
  ),
  yours: information(
    'You have paid, on average',
    String.raw`-\tfrac1n\sum\log q_i`,
    score,
    ({ yours }) => yours?.mean ?? 0,
    own,
  ),
  yourError: information('Standard error of that', String.raw`s/\sqrt n`, score, ({ yours }) => yours?.error ?? 0, {
    none: ({ yours }) => (yours?.costs.length ?? 0) < 2,
  }),
  yourCalibration: information(
    'Of yours: for saying other probabilities than come true',
    String.raw`\sum_k \tfrac{n_k}{n}\D(\bar y_k\,\|\,\bar q_k)`,
    parts,
    ({ yours }) => yours?.parts.calibration ?? 0,
    own,
  ),
  yourResolution: information(
    'Of yours: saved by telling the cases apart',
    String.raw`\I(\text{bin};Y)`,
    parts,
    ({ yours }) => yours?.parts.resolution ?? 0,
    own,
  ),
  answers: {
    kind: 'count',
    label: 'Answers of yours, bets of the book among them',
    formula: 'n',
    source: 'widgets/errata-quiz/model.compute',
    of: ({ yours }) => yours?.costs.length ?? 0,
  } as One,
};
