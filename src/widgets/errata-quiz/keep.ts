import { forget, predictions, quizPrefix, recall, record } from '#kit/state/predictions.ts';
import { scoreOf } from '#kit/prose/score.ts';
import type { Answer, Question } from './answers.ts';
import { statements } from './statements.ts';

/* Answers are kept with the bets of the book, and count among them. */

const idOf = (id: string, isTrue: boolean) => `${quizPrefix}${id}-${isTrue ? 't' : 'f'}`;
const both = ({ statement: { id } }: Question) => [idOf(id, true), idOf(id, false)];

/** The first answer to a statement counts. Whether it will outlast the page. */
export function keep(answer: Answer): boolean {
  if (both(answer).some((id) => recall(id))) return true;
  const p = answer.percent / 100;
  const id = idOf(answer.statement.id, answer.isTrue);
  return record({ id, kind: 'bet', guess: [p], bits: scoreOf('divergence', [answer.isTrue ? 1 : 0], [p]) });
}

/** What this browser remembers, in the order of answering. */
export const kept = (): Pick<Answer, 'number' | 'isTrue' | 'percent'>[] =>
  predictions().flatMap(({ id, guess }) => {
    const [, name, kind] = /^(.+)-([tf])$/.exec(id.startsWith(quizPrefix) ? id.slice(quizPrefix.length) : '') ?? [];
    const number = statements.findIndex((one) => one.id === name);
    return number < 0 ? [] : [{ number, isTrue: kind === 't', percent: Math.round(100 * guess[0]) }];
  });

export function forgetAll(): void {
  for (const { id } of statements) for (const isTrue of [true, false]) forget(idOf(id, isTrue));
}
