import { assertEach, assertLength, assertText, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution } from '#theory/measures/distribution.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';

/*
 * Plans of yes-or-no questions that find one of several candidates. Of each candidate the plan is written as the answers that it
 * gets, 0 for yes and 1 for no: a row of digits. Candidates with the same row have not been told apart yet. So a finished plan
 * is a prefix code, and its expected number of questions is the mean length of the code.
 */

/** One question of a plan. */
export interface Question {
  /** The answers that lead to it. */
  readonly after: string;
  /** Chance that it is asked. */
  readonly probability: number;
  /** Chance that the answer is yes, once it is asked; ½ where it is never asked. */
  readonly yes: number;
  /** What it tells on average, over all games, in nats: probability · h(yes). */
  readonly told: number;
}

export interface QuestionBill {
  readonly questions: readonly Question[];
  /** Expected number of questions, Σ probability: a question counts as often as it is asked. */
  readonly asked: number;
  /** What all answers tell, in nats, expected: Σ probability · h(yes), at most ln 2 for each question. */
  readonly told: number;
  /** What is open at the end of the plan, in nats, expected: told + left = H(p), the chain rule. */
  readonly left: number;
}

/** Throws RangeError unless every entry is a row of digits, and none is the beginning of a longer one. */
function assertAnswers(answers: readonly string[]): void {
  assertEach(answers, 'answers', (row, name) => {
    assertText(row, name);
    if (!/^[01]*$/.test(row)) refuse(name, 'be a row of the digits 0 and 1', row);
    const longer = answers.find((other) => other !== row && typeof other === 'string' && other.startsWith(row));
    if (longer !== undefined) refuse(name, `not be the beginning of another, ${longer},`, row);
  });
}

/**
 * What a plan of questions costs and tells, on average over candidates with the law p. A question that has only one possible
 * answer is counted, and tells nothing. Throws RangeError unless p is a distribution and there is one row of answers for each
 * candidate, none the beginning of a longer one. Cover and Thomas, section 5.7.
 */
export function billOfQuestions(p: readonly number[], answers: readonly string[]): QuestionBill {
  assertDistribution(p, 'p');
  assertLength(answers, 'answers', p.length, 'like p');
  assertAnswers(answers);
  const massAfter = (start: string) => p.reduce((sum, pi, i) => (answers[i].startsWith(start) ? sum + pi : sum), 0);
  const starts = new Set(answers.flatMap((row) => Array.from(row, (_, i) => row.slice(0, i))));
  const questions = [...starts]
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((after): Question => {
      const probability = massAfter(after);
      const yes = probability > 0 ? Math.min(1, massAfter(`${after}0`) / probability) : 0.5;
      return { after, probability, yes, told: probability * binaryEntropy(yes) };
    });
  const left = [...new Set(answers)].map((row) => {
    const mass = massAfter(row);
    return mass > 0 ? mass * entropy(p.filter((_, i) => answers[i] === row).map((pi) => pi / mass)) : 0;
  });
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return {
    questions,
    asked: total(questions.map(({ probability }) => probability)),
    told: total(questions.map(({ told }) => told)),
    left: total(left),
  };
}

/** Most candidates that a plan may have. */
const MOST_CANDIDATES = 12;

/** Goes on asking until each candidate is alone; `choose` says which of the open ones get a yes. */
function planOf(count: number, choose: (open: readonly number[]) => readonly number[]): string[] {
  const answers = Array.from({ length: count }, () => '');
  const ask = (open: readonly number[]): void => {
    if (open.length < 2) return;
    const yes = new Set(choose(open));
    for (const candidate of open) answers[candidate] += yes.has(candidate) ? '0' : '1';
    ask(open.filter((candidate) => yes.has(candidate)));
    ask(open.filter((candidate) => !yes.has(candidate)));
  };
  ask(answers.map((_, i) => i));
  return answers;
}

/**
 * The plan that halves the number of candidates: is it among the first half of those that are left? It pays no heed to how
 * likely they are. Throws RangeError unless `count` is a whole number from 1 to 12.
 */
export function halvingTheNumber(count: number): string[] {
  assertWholeNumber(count, 'count', 1, MOST_CANDIDATES);
  return planOf(count, (open) => open.slice(0, Math.ceil(open.length / 2)));
}

/**
 * The plan that halves the probability: of all questions about the open candidates, the one whose yes is as likely as its no, as
 * nearly as can be, which tells most now. Among equals the one that halves their number better, then the one whose yes has
 * the earlier candidates. It need not be the best plan. Throws RangeError unless p is a distribution over at most 12 candidates.
 */
export function halvingTheProbability(p: readonly number[]): string[] {
  assertDistribution(p, 'p');
  if (p.length > MOST_CANDIDATES) refuse('p', `have at most ${MOST_CANDIDATES} entries`, p.length);
  return planOf(p.length, (open) => {
    const total = open.reduce((sum, candidate) => sum + p[candidate], 0);
    // In the yes is always the first of them: the other half of all questions only turns yes and no round.
    const sets = Array.from({ length: 2 ** (open.length - 1) - 1 }, (_, rest) =>
      open.filter((_, i) => i === 0 || (rest >> (i - 1)) & 1),
    );
    const rated = sets.map((yes) => ({
      yes,
      apart: Math.round(1e12 * Math.abs(2 * yes.reduce((sum, candidate) => sum + p[candidate], 0) - total)),
      uneven: Math.abs(2 * yes.length - open.length),
    }));
    return rated.reduce((best, one) => (one.apart - best.apart || one.uneven - best.uneven) < 0 ? one : best).yes; // prettier-ignore
  });
}
