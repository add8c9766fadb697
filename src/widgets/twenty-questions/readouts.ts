import type { Readout } from '#contract/spec.ts';
import type { Twenty } from './model.ts';
import type { Asked } from './parameters.ts';

const bill = 'theory/codes/questions.billOfQuestions';
const questions = (
  label: string,
  formula: string,
  source: string,
  of: Readout<Twenty, Asked>['of'],
): Readout<Twenty, Asked> => ({ kind: 'number', ...{ label, formula, source, of } });
const information = (
  label: string,
  formula: string,
  source: string,
  of: Readout<Twenty, Asked>['of'],
): Readout<Twenty, Asked> => ({ kind: 'information', ...{ label, formula, source, of } });

export const readouts = {
  asked: questions('Questions of your plan, expected', String.raw`\sum_x p(x)\,\ell(x)`, bill, (m) => m.asked),
  told: information('What the answers tell, expected', String.raw`\sum_v p(v)\,h(v)`, bill, (m) => m.told),
  left: information('Still open after them, expected', String.raw`\H(X \given \text{answers})`, bill, (m) => m.left),
  entropy: {
    ...information('Entropy', String.raw`\H(p)`, 'theory/measures/entropy.entropy', (m) => m.entropy),
    quantity: 'entropy',
  },
  byNumber: questions(
    'Questions if the number is halved, expected',
    String.raw`\sum_x p(x)\,\ell(x)`,
    'theory/codes/questions.halvingTheNumber',
    (m) => m.byNumber,
  ),
  byProbability: questions(
    'Questions if the probability is halved, expected',
    String.raw`\sum_x p(x)\,\ell(x)`,
    'theory/codes/questions.halvingTheProbability',
    (m) => m.byProbability,
  ),
  best: questions(
    'Questions of the best plan, expected',
    String.raw`\min \sum_x p(x)\,\ell(x)`,
    'theory/codes/symbol-code.huffmanLengths',
    (m) => m.best,
  ),
  first: information(
    'What the first answer tells',
    String.raw`h(p(\text{yes}))`,
    bill,
    ({ questions: [first] }) => first?.told ?? 0,
  ),
  mean: questions(
    'Questions in the hundred games that were drawn, on average',
    String.raw`\tfrac1{100} \sum_i \ell(x_i)`,
    'widgets/twenty-questions/model.compute',
    (m) => m.mean,
  ),
  error: questions(
    'Its standard error',
    String.raw`s/\sqrt{100}`,
    'widgets/twenty-questions/model.compute',
    (m) => m.error,
  ),
};
