import type { Challenge, Hint } from '#contract/spec.ts';
import type { Shaped } from '#theory/language-models/truncation.ts';
import { promptLossOf } from './amounts.ts';
import type { Asked } from './parameters.ts';
import { shapedOf, type SamplingLab } from './state.ts';

const bit = Math.LN2;
type Judged<T> = (shaped: Shaped, asked: Asked, lab: SamplingLab) => T;

/** A judgement of the prediction after the prompt, and what holds as long as there is none. */
const of =
  <T>(judge: Judged<T>, before: T) =>
  (lab: SamplingLab, asked: Asked): T => {
    const shaped = shapedOf(lab, asked);
    return shaped ? judge(shaped, asked, lab) : before;
  };
const when = (judge: Judged<boolean>, say: string): Hint<SamplingLab, Asked> => ({ when: of(judge, false), say });
const otherwise = (say: string): Hint<SamplingLab, Asked> => ({ when: () => true, say });

const uncut = (shaped: Shaped) => shaped.kept === shaped.logModel.length;

export const challenges: readonly Challenge<SamplingLab, Asked>[] = [
  {
    id: 'one-bit',
    task: 'Bring D(drawn ‖ model) to one bit, to within two hundredths, by cutting alone: the temperature stays 1.',
    score: of(({ divergence }, { temperature }) => {
      const miss = Math.abs(divergence / bit - 1);
      const close = miss <= 0.02 ? 1 : Math.max(0, 0.95 * (1 - miss));
      return temperature === 1 ? close : 0.5 * close;
    }, 0),
    hints: [
      when((_, { temperature }) => temperature !== 1, 'Set the temperature back to 1.'),
      when(uncut, 'Nothing is cut yet. Pull the top-k handle in and watch what of the probability is kept.'),
      when(
        ({ divergence }) => divergence < bit,
        'Too little is cut. At temperature 1 the divergence is −log₂ of what is kept: what must that be?',
      ),
      otherwise('Too much is cut. At temperature 1 the divergence is −log₂ of what is kept: what must that be?'),
    ],
    solved:
      'One bit is one half: you kept the tokens that have half of the probability between them. Cutting at temperature 1 costs −log₂ of the kept mass, whatever the shape of the rest.',
    solution: { topP: 0.5 },
  },
  {
    id: 'tail',
    task: 'Cut at least three quarters of the tokens and lose at most 5 percent of the model’s probability.',
    score: of(({ kept, keptMass, logModel }) => {
      const few = Math.min(1, (logModel.length - kept) / (0.75 * logModel.length));
      const much = Math.min(1, keptMass / 0.95);
      return few >= 1 && much >= 1 ? 1 : Math.min(0.95, few * much ** 2);
    }, 0),
    hints: [
      when(uncut, 'Nothing is cut yet. Which of the handles asks for probability, and which for a number of tokens?'),
      when(({ keptMass }) => keptMass < 0.95, 'Too much is lost: let the cut out until 0.95 is kept.'),
      otherwise('Little is lost so far. Cut on.'),
    ],
    solved:
      'Most of the vocabulary shares very little. Very little is not nothing: where a cut loses 5 percent at each token, one draw in twenty would have come from the tail, about one in a continuation of 24 tokens. That is easily missed in one continuation, and shows in many.',
    solution: { topP: 0.95 },
  },
  {
    id: 'hot-and-calm',
    task: 'Set the temperature to 1.5 or more, keep at least ten tokens, and yet draw what surprises the model less than its own entropy, on average.',
    start: { temperature: 1.5 },
    score: of(({ crossEntropy, modelEntropy, kept }, { temperature }) => {
      const calm = Math.min(1, modelEntropy / Math.max(crossEntropy, 1e-9));
      const done = crossEntropy < modelEntropy && kept >= 10 && temperature >= 1.5;
      return done ? 1 : Math.min(0.95, calm * Math.min(1, kept / 10) * Math.min(1, temperature / 1.5));
    }, 0),
    hints: [
      when((_, { temperature }) => temperature < 1.5, 'Hotter: the temperature should be 1.5 at least.'),
      when(({ kept }) => kept < 10, 'Fewer than ten tokens are left. Let the cut out a little.'),
      otherwise('Heat moves probability into the tail. What keeps the tail from being drawn?'),
    ],
    solved:
      'Heat and cuts pull in opposite directions: flat among the few, and nothing for the many. Both are choices about drawing; the model was not asked.',
    solution: { temperature: 1.5, minP: 0.1 },
  },
  {
    id: 'infinite-loss',
    task: 'Sampling changes the loss, some say. Keep 95 percent of the next token’s probability or more, and still cut a token of the beginning, so that its loss would be infinite for a model that predicts what is drawn from.',
    score: of(({ keptMass }, _, lab) => {
      const { cut, tokens } = promptLossOf(lab);
      if (tokens === 0) return 0;
      if (cut.length > 0 && keptMass >= 0.95) return 1;
      return cut.length > 0 ? 0.9 * keptMass : 0.5 * (1 - keptMass);
    }, 0),
    hints: [
      when((_, __, lab) => promptLossOf(lab).tokens === 0, 'Write a beginning first: its tokens are what is lost on.'),
      when(
        ({ keptMass }) => keptMass < 0.95,
        'Too much of the next token’s probability is cut. What cuts only what is very unlikely?',
      ),
      when(uncut, 'Nothing is cut, so everything stays possible. Cut a little.'),
      otherwise('Every token of the beginning has survived. Cut more, or write an unlikely word into it.'),
    ],
    solved:
      'One impossible token, and the loss of what you draw from is infinite. The loss of the model stayed where it was: cutting makes another model, which is good for drawing and bad for predicting.',
    solution: { prompt: 'It was a dark giraffe, and the old man', topP: 0.95 },
  },
];
