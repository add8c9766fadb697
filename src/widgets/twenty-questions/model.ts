import { uniforms } from '#sim/random.ts';
import {
  billOfQuestions,
  halvingTheNumber,
  halvingTheProbability,
  type QuestionBill,
} from '#theory/codes/questions.ts';
import { huffmanLengths, expectedLength, wordsOfLengths } from '#theory/codes/symbol-code.ts';
import { entropy } from '#theory/measures/entropy.ts';
import type { Asked } from './parameters.ts';
import { groupsOf, openGroup, readPlan, type Plan } from './plan.ts';

export const games = 100;

export interface Twenty extends QuestionBill {
  readonly p: readonly number[];
  readonly answers: Plan;
  /** H(p), in nats. */
  readonly entropy: number;
  /** Expected numbers of questions of three plans. */
  readonly byNumber: number;
  readonly byProbability: number;
  readonly best: number;
  /** What the next question is about; nothing if all animals have been told apart. */
  readonly open: readonly number[] | undefined;
  /** From left to right, the animals with the part of the strip that is theirs. */
  readonly strip: readonly { readonly animal: number; readonly from: number; readonly to: number }[];
  /** The first game: a place on the strip, whose it is, and how many questions it took. */
  readonly draw: { readonly at: number; readonly animal: number; readonly asked: number };
  /** Over a hundred games: the mean number of questions, and its standard error. */
  readonly mean: number;
  readonly error: number;
}

/** Answers of the plans that the reader's is compared with. */
export const plans = {
  number: (p: readonly number[]) => halvingTheNumber(p.length),
  probability: halvingTheProbability,
  huffman: (p: readonly number[]) => wordsOfLengths(huffmanLengths(p)),
};

const lengthsOf = (answers: Plan) => answers.map(({ length }) => length);

/** Halving the probability looks through all sets of animals: done anew only for another law. */
let kept: { readonly p: readonly number[]; readonly mean: number } | undefined;
function meanByProbability(p: readonly number[]): number {
  if (kept?.p !== p) kept = { p, mean: expectedLength(p, lengthsOf(halvingTheProbability(p))) };
  return kept.mean;
}

export function compute({ p, plan, seed }: Asked): Twenty {
  const answers = readPlan(plan);
  let edge = 0;
  const strip = groupsOf(answers)
    .flat()
    .map((animal) => ({ animal, from: edge, to: (edge += p[animal]) }));
  const animalAt = (at: number) =>
    (strip.find(({ from, to }) => at < to && from < to) ?? strip.filter(({ from, to }) => from < to).at(-1)!).animal;
  // The same places for every plan: a reader who changes the plan plays the same secrets.
  const drawn = Array.from({ length: games }, (_, game) => uniforms(seed, game)());
  const asked = drawn.map((at) => answers[animalAt(at)].length);
  const mean = asked.reduce((a, b) => a + b, 0) / games;
  const variance = asked.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (games - 1);
  return {
    ...billOfQuestions(p, answers),
    ...{ p, answers, strip, mean },
    entropy: entropy(p),
    byNumber: expectedLength(p, lengthsOf(plans.number(p))),
    byProbability: meanByProbability(p),
    best: expectedLength(p, huffmanLengths(p)),
    open: openGroup(answers, p),
    draw: { at: drawn[0], animal: animalAt(drawn[0]), asked: asked[0] },
    error: Math.sqrt(variance / games),
  };
}
