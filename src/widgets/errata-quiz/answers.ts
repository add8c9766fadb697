import { uniforms } from '#sim/random.ts';
import { statements, type Statement } from './statements.ts';

/** A statement as it is put to the reader: the wrong one or the right one. */
export interface Question {
  readonly number: number;
  readonly statement: Statement;
  readonly isTrue: boolean;
  readonly says: string;
}

const question = (number: number, isTrue: boolean): Question => ({
  ...{ number, isTrue, statement: statements[number] },
  says: isTrue ? statements[number].right : statements[number].wrong,
});

/** All statements in an order of this seed, each as the wrong or the right one by a fair coin. */
export function questionsOf(seed: number): Question[] {
  const next = uniforms(seed, 1);
  const order = statements.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order.map((number) => question(number, next() < 0.5));
}

export interface Answer extends Question {
  /** Percent given to true. */
  readonly percent: number;
}

/** `7f80.12t30`: to the wrong version of statement 7 eighty percent, to the right one of 12 thirty. */
export const writeAnswers = (answers: readonly Pick<Answer, 'number' | 'isTrue' | 'percent'>[]) =>
  answers.map(({ number, isTrue, percent }) => `${number}${isTrue ? 't' : 'f'}${percent}`).join('.');

/** What is no answer is passed over, and so is a second one to the same statement: the first counts. */
export function readAnswers(given: string): Answer[] {
  const seen = new Set<number>();
  return given.split('.').flatMap((one) => {
    const [, id, kind, said] = /^(\d{1,3})([tf])(\d{1,2})$/.exec(one) ?? [];
    const [number, percent] = [Number(id), Number(said)];
    if (id === undefined || number >= statements.length || percent < 1 || seen.has(number)) return [];
    seen.add(number);
    return [{ ...question(number, kind === 't'), percent }];
  });
}
