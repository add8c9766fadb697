import { column, type Column } from '#kit/figure/series.ts';
import type { Graded } from './model.ts';
import type { Metric } from './parameters.ts';

const probability = (label: string, of: Column<Graded>['of']) => column(label, 'probability', of);
export const columns = {
  size: column<Graded>('Parameters', 'count', ({ at }) => Math.round(at)),
  step: column<Graded>('Step of training', 'count', ({ at }) => at),
  loss: column<Graded>('Loss, {unit} per token', 'information', ({ grades }) => grades.loss),
  token: probability('Probability of the right token', ({ grades }) => grades.token),
  edits: column<Graded>('Wrong tokens of an answer, expected', 'number', ({ grades }) => grades.edits),
  exact: probability('Exact match', ({ grades }) => grades.exact),
  choice: probability('Multiple choice', ({ grades }) => grades.choice),
  brier: column<Graded>('Brier score', 'number', ({ grades }) => grades.brier),
  drawn: column<Graded>('Found in the drawn test', 'number', ({ test }) => test?.drawn),
  low: column<Graded>('In nine of ten tests at least', 'number', ({ test }) => test?.low),
  high: column<Graded>('and at most', 'number', ({ test }) => test?.high),
};

/** How a panel shows a metric: its axis, and how high it goes. */
interface Axis {
  readonly label: string;
  readonly information?: string;
  readonly most?: number;
}
export const axisOf = (metric: Metric, length: number, isLaw: boolean): Axis =>
  ({
    loss: { label: 'Loss', information: 'per token' },
    token: { label: 'Probability of the right token', most: 1 },
    edits: { label: length === 1 ? 'Wrong tokens of 1' : `Wrong tokens of ${length}` },
    exact: { label: isLaw ? (length === 1 ? 'The one token right' : `All ${length} tokens right`) : length === 1 ? 'First symbol right' : `First ${length} symbols right`, most: 1 }, // prettier-ignore
    choice: { label: 'Right option is the likeliest', most: 1 },
    brier: { label: 'Brier score' },
  })[metric];
