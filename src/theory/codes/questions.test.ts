import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { billOfQuestions, halvingTheNumber, halvingTheProbability } from './questions.ts';
import { expectedLength, huffmanLengths, isPrefixFree, wordsOfLengths } from './symbol-code.ts';

const lengthsOf = (answers: readonly string[]) => answers.map((row) => row.length);
const animals = [0.48, 0.2, 0.14, 0.06, 0.04, 0.04, 0.02, 0.02];

describe('plans of questions', () => {
  it('ask as many questions as the code has digits, and tell no more than the entropy', () => {
    fc.assert(
      fc.property(distributionOf(7), (p) => {
        for (const plan of [halvingTheNumber(7), halvingTheProbability(p), wordsOfLengths(huffmanLengths(p))]) {
          expect(isPrefixFree(plan)).toBe(true);
          const { asked, told, left } = billOfQuestions(p, plan);
          close(asked, expectedLength(p, lengthsOf(plan)));
          close(told, entropy(p), 1e-12);
          expect(left).toBe(0);
          expect(told).toBeLessThanOrEqual(asked * Math.LN2 + 1e-12);
        }
      }),
    );
  });

  it('leave open what they have not told, by the chain rule', () => {
    fc.assert(
      fc.property(distributionOf(5), (p) => {
        for (const answers of [
          ['', '', '', '', ''],
          ['0', '0', '1', '1', '1'],
          ['0', '10', '10', '11', '11'],
        ]) {
          const { told, left } = billOfQuestions(p, answers);
          close(told + left, entropy(p), 1e-12);
        }
      }),
    );
  });

  it('that halve the probability need not be the best', () => {
    const plan = halvingTheProbability(animals);
    // The first question puts the likeliest beside one of the least likely: 0.48 + 0.02.
    const [first] = billOfQuestions(animals, plan).questions;
    close(first.yes, 0.5);
    expect(plan.map(([answer]) => answer).join('')).toBe('01111101');
    close(billOfQuestions(animals, plan).asked, 2.66);
    close(billOfQuestions(animals, wordsOfLengths(huffmanLengths(animals))).asked, 2.24);
    close(billOfQuestions(animals, halvingTheNumber(8)).asked, 3);
  });

  it('halve equal candidates like anybody', () => {
    expect(lengthsOf(halvingTheProbability(Array<number>(8).fill(1 / 8)))).toEqual(Array(8).fill(3));
    expect(halvingTheNumber(5)).toEqual(['000', '001', '01', '10', '11']);
    expect(halvingTheProbability([1])).toEqual(['']);
  });

  it('refuse a plan that goes on after a candidate has been found', () => {
    expect(() => billOfQuestions([0.5, 0.25, 0.25], ['0', '01', '1'])).toThrow(RangeError);
    expect(() => halvingTheNumber(13)).toThrow(RangeError);
  });
});
