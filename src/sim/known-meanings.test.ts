import { describe, expect, it } from 'vitest';
import { close } from '../../fixtures/oracle.ts';
import {
  drawOrders,
  drawSentences,
  entriesThatDiffer,
  sayMeaning,
  withWordsShuffled,
  wordsOf,
} from './known-meanings.ts';

describe('sentences of known meaning', () => {
  it('say it actively and passively, with the place at either end, and say that it did not happen', () => {
    expect(sayMeaning([0, 0, 1, 0, 0], [0, 0, 0, 0, 0, 0])).toBe('The doctor saw the boy in the church.');
    expect(sayMeaning([0, 0, 1, 0, 0], [1, 0, 0, 0, 0, 0])).toBe('The boy was seen by the doctor in the church.');
    expect(sayMeaning([0, 0, 1, 0, 1], [0, 1, 0, 1, 0, 0])).toBe('In the church the doctor did not behold the boy.');
    expect(sayMeaning([3, 2, 2, 1, 1], [1, 1, 1, 1, 1, 1])).toBe('In the forest the trooper was not pursued by the robber.'); // prettier-ignore
  });

  it('are different, of different persons, sorted by meaning, and the same for a seed', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const drawn = drawSentences(16, seed);
      expect(new Set(drawn.map(({ text }) => text)).size).toBe(16);
      for (const { meaning, form, text } of drawn) {
        expect(meaning[0]).not.toBe(meaning[2]);
        expect(sayMeaning(meaning, form)).toBe(text);
      }
      expect(drawn.map(({ meaning }) => meaning.join())).toEqual(drawn.map(({ meaning }) => meaning.join()).sort());
      expect(drawSentences(16, seed)).toEqual(drawn);
    }
  });

  it('differ in what differs', () => {
    close(entriesThatDiffer([0, 0, 1, 0, 0], [1, 0, 0, 0, 1]), 3, 1e-12);
    expect(() => entriesThatDiffer([0, 1], [0])).toThrow('b must have 2 entries');
  });

  it('keep their words when these are shuffled', () => {
    const text = 'The doctor saw the boy in the church.';
    const shuffled = withWordsShuffled(text, 3);
    expect(shuffled).not.toBe(text);
    expect(wordsOf(shuffled).sort()).toEqual(wordsOf(text).sort());
    expect(withWordsShuffled('…', 3)).toBe('…');
  });

  it('are renamed by every order about as often', () => {
    const counts = new Map<string, number>();
    for (const order of drawOrders(3, 6000, 1)) counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
    expect(counts.size).toBe(6);
    // Five standard deviations of a count of 6000 with chance 1/6.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt((6000 * 5) / 36));
  });

  it('refuse what the grammar does not have', () => {
    expect(() => sayMeaning([4, 0, 1, 0, 0], [0, 0, 0, 0, 0, 0])).toThrow('meaning[0]');
    expect(() => sayMeaning([0, 0, 1, 0, 0], [0, 0, 0, 0, 0, 2])).toThrow('form[5]');
    expect(() => drawSentences(65, 1)).toThrow('count');
    expect(() => drawSentences(3, -1)).toThrow('seed');
  });
});
