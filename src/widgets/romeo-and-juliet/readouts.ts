import type { Readout } from '#contract/spec.ts';
import type { Reading } from './reading.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Reading, Asked>['of'];
const source = 'widgets/romeo-and-juliet/model.compute';
type None = Readout<Reading, Asked>['none'];
const unread: None = ({ isRead }) => !isRead;
const unpaid: None = ({ paid }) => !paid;
const undrawn: None = ({ drawn }) => !drawn;
const probability = (label: string, formula: string, of: Of): Readout<Reading, Asked> => ({
  kind: 'probability',
  ...{ label, formula, source, of, none: unread },
});
const information = (
  label: string,
  formula: string,
  of: Of,
  none: None = unread,
  by = source,
): Readout<Reading, Asked> => ({
  kind: 'information',
  ...{ label, formula, source: by, of, none },
});

export const readouts = {
  whole: probability(
    'Who has read all so far gives Austen',
    String.raw`P(J = \text{Austen} \given X_1 \dots X_t)`,
    ({ now }) => now.whole.austen,
  ),
  window: probability(
    'Who sees the window gives Austen',
    String.raw`P(J = \text{Austen} \given X_{t-w+1} \dots X_t)`,
    ({ now }) => now.window.austen,
  ),
  gap: probability(
    'Total variation between their predictions of the next letter',
    String.raw`\operatorname{TV}`,
    ({ gap }) => gap,
  ),
  between: probability(
    'The same between the two authors here',
    String.raw`\operatorname{TV}`,
    ({ between }) => between,
  ),
  evidence: information(
    'Evidence for Austen in all that was read: log-odds',
    String.raw`\ln \frac{P_1(x_3 \dots x_t)}{P_2(x_3 \dots x_t)}`,
    ({ now }) => now.whole.odds,
  ),
  inWindow: information(
    'Evidence for Austen in the window',
    String.raw`\ln \frac{P_1}{P_2}`,
    ({ now }) => now.window.odds,
  ),
  paidWhole: information(
    'So far the whole past has paid more than one who knows the author',
    String.raw`\ln \frac{P_J(x)}{\frac12 P_1(x) + \frac12 P_2(x)}`,
    ({ paid }) => paid?.whole ?? 0,
    unpaid,
  ),
  paidWindow: information(
    'So far the window has paid more than one who knows the author',
    String.raw`\sum_t \ln \frac{P_J(x_t \given \text{past})}{P(x_t \given \text{window})}`,
    ({ paid }) => paid?.window ?? 0,
    unpaid,
  ),
  paidAsking: information(
    'Of these, for the question who writes',
    String.raw`\sum_t \ln \frac{P_J(x_t \given \text{window})}{P(x_t \given \text{window})}`,
    ({ paid }) => (paid ? paid.window - paid.reading : 0),
    unpaid,
  ),
  paidReading: information(
    'and for seeing no more than the window, if the author is known',
    String.raw`\sum_t \ln \frac{P_J(x_t \given \text{past})}{P_J(x_t \given \text{window})}`,
    ({ paid }) => paid?.reading ?? 0,
    unpaid,
  ),
  counted: {
    kind: 'count' as const,
    label: 'Letters that this counts: all so far but the first two',
    formula: 't - 2',
    source,
    of: ({ paid, read }: Reading) => (paid ? read - 2 : 0),
    none: unpaid,
  },
  loss: information(
    'The window of chains loses per letter, in drawn texts, on average',
    String.raw`\overline{\D(P_J \,\|\, \text{prediction})}`,
    ({ drawn }) => drawn?.loss ?? 0,
    undrawn,
    'widgets/romeo-and-juliet/model.compute',
  ),
  error: information('Its standard error', String.raw`s/\sqrt n`, ({ drawn }) => drawn?.error ?? 0, undrawn),
  bound: information(
    'The best window of this length loses at most, expected',
    String.raw`\H(J)/w`,
    ({ drawn }) => drawn?.bound ?? 0,
    undrawn,
    'theory/chains/markov-mixture.boundOnWindowLoss',
  ),
};
