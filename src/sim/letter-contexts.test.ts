import { describe, expect, it } from 'vitest';
import { closeAll } from '../../fixtures/oracle.ts';
import { firstPage } from './first-page.ts';
import { LetterContexts } from './letter-contexts.ts';
import { signs, signsOf } from './reduced-text.ts';

/** The same by its definition: every place of the text is looked at anew, for every context. */
function byDefinition(text: string, context: string, order: number): number[] {
  let law = new Array<number>(signs.length).fill(1 / signs.length);
  for (let k = 0; k <= order && k <= context.length; k++) {
    const c = context.slice(context.length - k);
    const counts = new Array<number>(signs.length).fill(0);
    for (let i = k; i < text.length; i++) if (text.slice(i - k, i) === c) counts[signs.indexOf(text[i])]++;
    const total = counts.reduce((sum, n) => sum + n, 0);
    if (total === 0) break;
    const distinct = counts.filter((n) => n > 0).length;
    law = law.map((p, x) => (counts[x] + distinct * p) / (total + distinct));
  }
  return law;
}

describe('letters after contexts', () => {
  const text = firstPage.slice(0, 3000);

  it('are those of the definition', () => {
    for (const order of [0, 1, 3]) {
      const contexts = new LetterContexts(signsOf(text), signs.length, order);
      for (const past of ['', 't', 'th', 'the ', 'zq', 'xxxx', 'and the m']) {
        closeAll(contexts.lawAfter(signsOf(past)), byDefinition(text, past, order));
      }
    }
  });

  it('are all alike after a text of nothing', () => {
    const even = new Array<number>(3).fill(1 / 3);
    expect(new LetterContexts([], 3, 0).lawAfter([0])).toEqual(even);
    expect(new LetterContexts([], 3, 2).lawAfter([0, 1])).toEqual(even);
  });

  it('by hand: aab with order 1', () => {
    const contexts = new LetterContexts([0, 0, 1], 2, 1);
    // Order 0: (2 + 2/2)/(3 + 2) = 3/5 for a. After a came a and b once each: (1 + 2 · 3/5)/(2 + 2).
    closeAll(contexts.lawAfter([]), [3 / 5, 2 / 5]);
    closeAll(contexts.lawAfter([0]), [2.2 / 4, 1.8 / 4]);
    // After b nothing came.
    closeAll(contexts.lawAfter([1]), [3 / 5, 2 / 5]);
  });

  it('refuses what is no symbol, and an order that it cannot keep', () => {
    expect(() => new LetterContexts([0, 5], 3, 1)).toThrow(RangeError);
    expect(() => new LetterContexts([0], 3, 1.5)).toThrow('order');
    expect(() => new LetterContexts([0], 27, 40)).toThrow('order');
    expect(() => new LetterContexts([0], 3, 1).lawAfter([3])).toThrow(RangeError);
  });
});
