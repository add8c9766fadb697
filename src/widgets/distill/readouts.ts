import type { Readout } from '#contract/spec.ts';
import type { Distilled, Judged, Mean, Point } from './model.ts';
import type { Asked } from './parameters.ts';
import type { Sort } from './targets.ts';

type Get = (model: Distilled, asked: Asked) => number | undefined;
const make = (kind: Readout<Distilled, Asked>['kind']) => (label: string, formula: string, source: string, of: Get): Readout<Distilled, Asked> => ({
  ...{ kind, label, formula, source },
  of: (model, asked) => of(model, asked) ?? 0,
  none: (model, asked) => of(model, asked) === undefined,
}); // prettier-ignore
const information = make('information');
const share = make('probability');

/** The students that are asked for, if they have been trained. */
export const pointNow = ({ points }: Distilled, { lessons }: Asked): Point | undefined => points.find((one) => one.lessons === lessons); // prettier-ignore
const at = (sort: Sort, of: keyof Judged, part: keyof Mean): Get => (model, asked) => pointNow(model, asked)?.of[sort][of][part]; // prettier-ignore

const excess = 'theory/learning/softmax-regression.excessLoss';
const fit = 'theory/learning/softmax-regression.fitSoftmaxRegression';
const network = 'sim/softmax-network.trainSoftmaxNetwork';
const world = 'theory/belief/resembling-kinds.resemblingKinds';
const names: Record<Sort, string> = {
  labels: 'of labels',
  teacher: 'of the teacher’s probabilities',
  control: 'of the control',
  truth: 'of the true probabilities',
};
const cost = (sort: Sort) => information(`Students ${names[sort]}: cost beyond the unavoidable`, String.raw`\D(P \,\|\, Q)`, excess, at(sort, 'excess', 'mean')); // prettier-ignore
const costError = (sort: Sort) => information(`Its standard error, students ${names[sort]}`, String.raw`s/\sqrt{12}`, fit, at(sort, 'excess', 'error')); // prettier-ignore
const recall = (sort: Sort) => share(`Students ${names[sort]}: share of A known as A`, String.raw`\Pr(\hat Y = A \mid Y = A)`, fit, at(sort, 'recall', 'mean')); // prettier-ignore
const recallError = (sort: Sort) => share(`Its standard error, students ${names[sort]}`, String.raw`s/\sqrt{12}`, fit, at(sort, 'recall', 'error')); // prettier-ignore

const mistakes = (sort: Sort) => share(`Students ${names[sort]}: wrong first guesses beyond the unavoidable`, String.raw`\Pr(\hat Y \ne Y) - \Pr(\hat Y_P \ne Y)`, fit, at(sort, 'mistakes', 'mean')); // prettier-ignore
const mistakesError = (sort: Sort) => share(`Its standard error, students ${names[sort]}`, String.raw`s/\sqrt{12}`, fit, at(sort, 'mistakes', 'error')); // prettier-ignore

export const readouts = {
  labels: cost('labels'),
  labelsError: costError('labels'),
  student: cost('teacher'),
  studentError: costError('teacher'),
  control: cost('control'),
  controlError: costError('control'),
  pupilOfTruth: cost('truth'),
  pupilOfTruthError: costError('truth'),
  recallLabels: recall('labels'),
  recallLabelsError: recallError('labels'),
  recallStudent: recall('teacher'),
  recallStudentError: recallError('teacher'),
  recallControl: recall('control'),
  recallControlError: recallError('control'),
  recallTruth: recall('truth'),
  recallBest: share('Share of A known as A by whoever knows the law', String.raw`\Pr(\hat Y = A \mid Y = A)`, world, ({ bestRecall }) => bestRecall), // prettier-ignore
  mistakesLabels: mistakes('labels'),
  mistakesLabelsError: mistakesError('labels'),
  mistakesStudent: mistakes('teacher'),
  mistakesStudentError: mistakesError('teacher'),
  mistakesControl: mistakes('control'),
  mistakesControlError: mistakesError('control'),
  mistakesUnavoidable: share('Wrong first guesses of whoever knows the law', String.raw`1 - \E \max_y p(y \mid X)`, world, (model) => model.unavoidableMistakes), // prettier-ignore
  teacher: information('The teacher itself: cost beyond the unavoidable', String.raw`\D(P \,\|\, R)`, network, ({ teacher }) => teacher?.excess), // prettier-ignore
  recallTeacher: share('Share of A known as A by the teacher', String.raw`\Pr(\hat Y = A \mid Y = A)`, network, ({ teacher }) => teacher?.recall), // prettier-ignore
  mismatch: information('Students of the teacher’s probabilities: how far they are from the teacher', String.raw`\D(R \,\|\, Q)`, excess, at('teacher', 'mismatch', 'mean')), // prettier-ignore
  unavoidable: information('The unavoidable: entropy of the kind, once the input is seen', String.raw`\H(Y \mid X)`, world, (model) => model.unavoidable), // prettier-ignore
  floor: information('The best of all such students would cost, beyond the unavoidable', String.raw`\min_W \D(P \,\|\, Q_W)`, fit, ({ floor }) => floor), // prettier-ignore
  test: information('Mean surprisal of 500 test labels under the first student of the teacher', String.raw`\tfrac1m \sum -\log q(y)`, excess, ({ shown }) => shown?.test.mean), // prettier-ignore
  testError: information('Its standard error', String.raw`s/\sqrt m`, excess, ({ shown }) => shown?.test.error),
  testExpected: information('What a label costs that student, expected', String.raw`\H(Y \mid X) + \D(P \,\|\, Q)`, excess, ({ shown }) => shown?.test.expected), // prettier-ignore
};
