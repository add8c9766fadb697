import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { tilt } from '#theory/language-models/tilting.ts';
import { close } from '../../../fixtures/oracle.ts';
import { beforeOf, boundsOf, compute, drawnKey, estimatesOf, treeKey, type Rewarded } from './model.ts';
import type { Asked } from './parameters.ts';
import { rewarder, rulesOf, sayReward } from './reward.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(spec.params), ...change });

describe('what is rewarded', () => {
  const earn = (change: Partial<Asked>) => rewarder(valuesOf(change));
  it('is a whole word, whatever its case', () => {
    const reward = earn({ words: 'She, lady' });
    expect(['and she', ' SHE said', 'sheep', 'ladylike', '', 'a lady.'].map((text) => reward(text, 2))).toEqual([1, 1, 0, 0, 0, 1]); // prettier-ignore
    expect(earn({ words: '' })('anything', 2)).toBe(0);
  });
  it('is what was typed, and where nothing of it counts the figure says so', () => {
    expect(earn({ words: '42' })('in 42.', 2)).toBe(1);
    expect(earn({ words: 'don’t' })("I don't", 2)).toBe(1);
    const dots = earn({ reward: 'without', letters: '. 1' });
    expect(['He left', 'He left.', 'in 1851'].map((text) => dots(text, 2))).toEqual([1, 0, 0]);
    expect(sayReward(valuesOf({ words: '!!!' }))).toBe('no word at all');
    expect(rulesOf(valuesOf({ words: '🙂' }))).toContain('nothing is rewarded');
    expect(rulesOf(valuesOf({ reward: 'without', letters: ' ,' }))).toContain('whatever is written earns 1');
    expect(rulesOf(valuesOf({ words: 'dead-end' }))).toContain('Looked for: dead, end.');
    expect(rulesOf(valuesOf())).not.toContain('Looked for');
    expect(rulesOf(valuesOf({ reward: 'length' }))).toContain('6 characters');
  });
  it('is the absence of letters, or length in proportion', () => {
    const reward = earn({ reward: 'without', letters: 'e, x' });
    expect([' a fox', ' THE', ' a man'].map((text) => reward(text, 2))).toEqual([0, 0, 1]);
    const length = earn({ reward: 'length' });
    close(length(' moonlight', 2), 10 / 12);
    expect(length('x'.repeat(40), 2)).toBe(1);
  });
});

describe('what is made of a tree and of samples', () => {
  const asked = valuesOf({ beta: 0.4, words: 'she', count: 4, length: 3 });
  const model: Rewarded = {
    tree: { rewards: [0, 1], masses: [0.7, 0.2, 0.1], leaves: 9 },
    treeOf: treeKey(asked),
    drawn: ['and she', 'and he', 'or they', 'she said'].map((text, i) => ({ beginning: i === 0 ? 'and' : text, text })),
    drawnFor: drawnKey(asked),
  };

  it('is a tilt, with the rest of either reward, and with the samples as the law', () => {
    const bounds = boundsOf(model, asked)!;
    close(bounds.reward[0], tilt([0.8, 0.2], [0, 1], 0.4).expectedReward);
    close(bounds.reward[1], tilt([0.7, 0.3], [0, 1], 0.4).expectedReward);
    const { whole, beginning, before } = estimatesOf(model, asked)!;
    close(before, 0.5);
    close(whole.expectedReward, tilt([0.5, 0.5], [0, 1], 0.4).expectedReward);
    close(beginning.expectedReward, tilt([0.75, 0.25], [0, 1], 0.4).expectedReward);
    expect(beforeOf(model, asked)).toEqual([0.2, 0.2 + 0.1]);
    for (const law of spec.laws) expect(law.gap(model, asked), law.name).toBeLessThanOrEqual(law.tolerance);
  });

  it('does not say how much samples are worth that earn nothing', () => {
    const unseen = { ...asked, words: 'they,them', count: 4 };
    const none = {
      ...model,
      drawn: model.drawn.map(() => ({ beginning: 'a', text: 'a man' })),
      treeOf: treeKey(unseen),
    };
    expect(estimatesOf(none, unseen)!.blind).toBe(true);
    expect(estimatesOf(model, asked)!.blind).toBe(false);
    expect(spec.readouts.effective.none!(none, unseen)).toBe(true);
    expect(spec.describe(none, unseen, sayIn('nats'))).toMatch(
      /None of 4 samples earns anything in 3 tokens, so they cannot tell/,
    );
  });

  it('says nothing of what was not asked', () => {
    expect(boundsOf(model, { ...asked, words: 'he' })).toBeUndefined();
    expect(estimatesOf(model, { ...asked, seed: 9 })).toBeUndefined();
    expect(boundsOf(model, { ...asked, letters: 'q', beta: 2 })).toBeDefined();
    expect(spec.describe(compute(), asked, sayIn('nats'))).toContain('nothing has been looked at yet');
  });
});
