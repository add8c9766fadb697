import { expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { mostOn } from './describe.ts';
import type { HeadScore } from './scores.ts';

it('gives shares that are compared the same number of digits', () => {
  const none = { share: 0, chance: 0, rows: 0 };
  const score = (share: number, chance: number) =>
    ({
      shares: { first: none, previous: none, own: { share, chance, rows: 9 }, induction: none },
    }) as unknown as HeadScore;
  const say = sayIn('bits');
  expect(mostOn(score(0.03004, 0.0201), say)).toBe(
    '3.0 percent of its weight is on the token itself, where even weights would put 2.0 percent',
  );
  expect(mostOn(score(0.0231, 0.05), say)).toContain('2.3 percent of its weight is on the token itself, where even weights would put 5.0'); // prettier-ignore
});
