import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { symmetricEigensystem } from '#theory/numerics/matrix.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { compute, distanceOfPair, isRead, nothingToFollow, pairAt, run, stageAt } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { ellipseOf, planeOf } from './plane.ts';
import { relationAt } from './readouts.ts';
import { pairsOf } from './sentences.ts';
import { distanceOfWords, distances, summed } from './vectors.ts';

const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const own = (text: string) => compute(asked({ source: 'own', own: text }));

describe('sentences of the reader’s own', () => {
  it('are the lines that are not blank, eight at most', () => {
    expect(own('One.\n\n  Two words. \n').texts).toEqual(['One.', 'Two words.']);
    const many = own(Array.from({ length: 11 }, (_, i) => `Sentence ${i}.`).join('\n'));
    expect([many.texts.length, many.leftOut]).toEqual([8, 3]);
    expect(many.words).toHaveLength(28);
  });

  it('are refused with a sentence', () => {
    expect(own('').problem).toMatch(/^Two sentences at least/);
    expect(own('Only one.').problem).toMatch(/^Two sentences at least/);
    expect(own('A word.\n…!?').problem).toMatch(/^Sentence 2 has no letter/);
    expect(own(`A word.\n${'long '.repeat(30)}`).problem).toMatch(/^Sentence 2 has 149 characters/);
    expect(own('<b>\n🦉 owl').problem).toBeUndefined();
  });

  it('have a pair, whatever was asked for', () => {
    const two = own('One.\nTwo.');
    for (const [first, second] of [
      [1, 2],
      [9, 9],
      [1, 1],
      [2, 16],
      [16, 2],
    ])
      // prettier-ignore
      expect(new Set(pairAt(two, { first, second }))).toEqual(new Set([0, 1]));
  });
});

describe('where there is nothing to follow', () => {
  it('no correlation is made up: fewer than four sentences, or words that keep all pairs equally apart', () => {
    expect(nothingToFollow(own('One.\nTwo.'))).toMatch(/^With four sentences/);
    for (const text of ['1\n2\n3\n4', 'The dog bit the man.\n'.repeat(4)])
      expect(nothingToFollow(own(text))).toMatch(/^By their words all pairs are equally far apart/);
    expect(nothingToFollow(own('The dog.\nThe cat.\nA dog.\nNo cow.'))).toBeUndefined();
    expect(nothingToFollow(compute(asked({})))).toBeUndefined();
  });
});

describe('before the network has read', () => {
  it('other sentences are there at once, and nothing of the former ones', async () => {
    const before = { ...compute(asked({})), stages: [{ mean: [], covariance: [], last: [] }], complete: true };
    const now = asked({ shuffled: true });
    expect(isRead(before, now)).toBe(false);
    const first = await run(now, { previous: before } as never).next();
    expect(first.value).toEqual(compute(now));
    expect([distanceOfPair(first.value!, now, 'mean'), stageAt(first.value!, now)]).toEqual([undefined, 4]);
  });

  it('a correlation with something else is not taken for the one that is asked for', () => {
    const one = { correlation: 0.5, standardError: 0.1, byChance: 0.1 };
    const stage = { mean: [], covariance: [], last: [] };
    const relation = { compare: 'form' as const, words: one, stages: [{ mean: one, covariance: one, last: one }] };
    const model = { ...compute(asked({})), stages: [stage], relation };
    expect(relationAt(model, asked({ compare: 'form' }), 'mean')).toBe(one);
    expect(relationAt(model, asked({}), 'mean')).toBeUndefined();
    expect(relationAt(model, asked({ compare: 'form', draw: 3 }), 'mean')).toBeUndefined();
    const fixed = { ...model, relation: { ...relation, compare: 'beyond' as const } };
    expect(relationAt(fixed, asked({ compare: 'beyond' }), 'words')).toBeUndefined();
  });
});

describe('words alone', () => {
  it('are at the angle of their counts', () => {
    close(distanceOfWords('The dog, the cat.', 'The cat!'), 1 - 3 / Math.sqrt(6 * 2));
    close(distanceOfWords('a b', 'c d'), 1);
    expect(distanceOfWords('The dog bit the man.', 'the man bit the dog')).toBeLessThan(1e-15);
  });

  it('do not change when words are shuffled', () => {
    closeAll(compute(asked({ shuffled: true })).words, compute(asked({})).words);
  });
});

describe('summaries', () => {
  const one = summed([[1, 0], [3, 0], [2, 6]]); // prettier-ignore
  const two = summed([[0, 1], [0, 3]]); // prettier-ignore

  it('are mean, last token, and what is left without the mean', () => {
    expect([one.mean, one.last]).toEqual([[[2, 2]], [[2, 6]]]);
    closeAll(one.centered.flat(), [-1, -2, 1, -2, 0, 4]);
  });

  it('have the distances of the formulas: of covariances that commute, the roots of their entries differ', () => {
    close(distances.mean(one, two), 1 - Math.SQRT1_2);
    close(distances.last(one, two), 1 - 6 / Math.sqrt(40));
    // Covariances diag(2/3, 8) and diag(0, 1).
    close(distances.covariance(one, two), 2 / 3 + (Math.sqrt(8) - 1) ** 2, 1e-12);
  });
});

describe('the plane of a pair', () => {
  const row = (t: number, shift: number) =>
    Array.from({ length: 5 }, (_, k) => Math.sin(3 * t + k * (shift + 1)) + shift * k);
  const [first, second] = [[0, 1, 2, 3].map((t) => row(t, 0)), [0, 1, 2].map((t) => row(t, 0.4))];

  it('keeps as much of the spread as the two largest eigenvalues', () => {
    const { first: a, second: b, share } = planeOf(first, second);
    const mean = (rows: number[][]) => rows[0].map((_, k) => rows.reduce((s, r) => s + r[k], 0) / rows.length);
    const middle = mean([mean(first), mean(second)]);
    const all = [...first, ...second].map((r) => r.map((x, k) => x - middle[k]));
    const moment = middle.map((_, i) => middle.map((_, k) => all.reduce((s, r) => s + r[i] * r[k], 0)));
    const values = symmetricEigensystem(moment).map(({ value }) => value);
    const total = values.reduce((s, v) => s + v, 0);
    expect(share).toBeCloseTo((values[0] + values[1]) / total, 3);
    const squares = [...a, ...b].reduce((s, [x, y]) => s + x * x + y * y, 0);
    expect(squares / total).toBeCloseTo(share, 2);
  });

  it('has ellipses of one standard deviation', () => {
    const { mean, outline } = ellipseOf([[0, 0], [2, 0], [0, 4], [2, 4]]); // prettier-ignore
    expect(mean).toEqual([1, 2]);
    closeAll([Math.max(...outline.map(([x]) => x)), Math.max(...outline.map(([, y]) => y))], [2, 4]);
  });
});

it('has a distance of meaning and of form for each pair', () => {
  const { meaning, form, texts, meanings } = compute(asked({}));
  expect([texts.length, meaning.length, form.length]).toEqual([16, 120, 120]);
  pairsOf(16).forEach(([i, j], p) => expect(meaning[p] === 0).toBe(meanings![i].join() === meanings![j].join()));
});
