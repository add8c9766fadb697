import { Refusal } from '#calculator/subject.ts';

/** More outcomes or cells than this, and the page would be busy with what nobody reads. */
export const limits = { outcomes: 200_000, side: 300, states: 120 };

export function assertAtMost(count: number, limit: number, what: string) {
  if (count > limit)
    throw new Refusal(
      `There are ${count.toLocaleString('en')} ${what}; the calculator takes up to ${limit.toLocaleString('en')}.`,
    );
}
export const counted = (count: number, one: string) => `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
