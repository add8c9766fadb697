import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { conditionalMutualInformation } from './trivariate.ts';
import { normalize } from './distribution.ts';
import { entropy, surprisal } from './entropy.ts';
import { estimationErrorOfPrefixes, estimationErrorOfReveal } from '#theory/learning/estimation-split.ts';
import { entropyOfUniformWord, hedgedMessage, mustBeKnown, redundancyOfText, timeToSend } from './message.ts';

const day = 86_400;

describe('the petabit address', () => {
  it('takes as long as in the reference, and all but a day’s worth of it must be known', () => {
    const cases = oracleCases<{ address_bits: number; rate_bits_per_s: number }, Record<string, number>>(
      '15_seed_checks',
      'petabit_story',
    );
    for (const { input, expected } of cases) {
      const { address_bits: address, rate_bits_per_s: rate } = input;
      close(timeToSend(address, rate), expected.seconds);
      close(timeToSend(address, rate) / day, expected.days);
      const known = mustBeKnown(address, rate, day);
      close(known, expected.bits_that_must_be_already_known);
      close(address - known, expected.bits_uploadable_in_one_day);
      close((address - known) / address, expected.fraction_of_address);
      close(timeToSend(known, rate) + day, expected.seconds);
      // An address among 2ⁿ people has n bits, one for each doubling of their number, which took forty years.
      closeInBits(entropyOfUniformWord(2, expected['doublings_needed_for_2^(1e15)_people']), address);
      close(40 * expected['doublings_needed_for_2^(1e15)_people'], expected.years);
      expect(expected['if_n_were_2^(1e15)_doublings_address_bits']).toBe('2^(1e15)');
    }
  });

  it('is known already if there is time enough, and rejects rates that are none', () => {
    expect(mustBeKnown(100, 1, 1000)).toBe(0);
    expect(() => timeToSend(1, 0)).toThrow(new RangeError('rate must be positive and finite, got 0'));
    expect(() => timeToSend(-1, 1)).toThrow(new RangeError('information must be at least 0 and finite, got -1'));
    expect(() => mustBeKnown(1, 1, NaN)).toThrow(RangeError);
  });
});

describe('a message of which the receiver thinks something', () => {
  it('costs what the table of all messages says', () => {
    // 2⁶ messages; 2⁶⁻ᵏ of them are thought of. p of each, written out.
    for (const k of [0, 1, 2, 5, 6])
      for (const trust of [0, 0.01, 0.3, 0.5, 0.9, 1]) {
        const few = 2 ** (6 - k);
        const law = Array.from({ length: 64 }, (_, i) => (i < few ? trust / few : 0) + (1 - trust) / 64);
        const hedged = hedgedMessage(Math.log(64), k * Math.LN2, trust);
        close(hedged.expected, entropy(law));
        close(hedged.inside, surprisal(law[0]));
        if (few < 64) close(hedged.outside, surprisal(law[63]));
        close(hedged.probabilityInside, law.slice(0, few).reduce((a, b) => a + b), 1e-12); // prettier-ignore
      }
  });

  it('keeps its digits where almost all is known, and nothing is left over for what cannot be', () => {
    const petabit = 1e15 * Math.LN2;
    const sure = hedgedMessage(petabit, 0.9136 * petabit, 1);
    close(sure.inside / Math.LN2, 8.64e13);
    close(sure.expected, sure.inside);
    expect([sure.probabilityInside, sure.outside]).toEqual([1, Infinity]);
    close(hedgedMessage(petabit, petabit, 0).expected, petabit);
    // Half an address known with nine chances in ten: 0.9 · 1/2 + 0.1 of it, and h(0.1) bits that nobody notices.
    close(hedgedMessage(petabit, petabit / 2, 0.9).expected / petabit, 0.55, 1e-12);
    expect(() => hedgedMessage(1, 2, 0.5)).toThrow(new RangeError('known must be between 0 and 1, got 2'));
    expect(() => hedgedMessage(1, 1, 1.5)).toThrow(new RangeError('trust must be between 0 and 1, got 1.5'));
  });
});

describe('a document that ends as it begins', () => {
  it('repeats the bits of the reference', () => {
    for (const { input, expected } of oracleCases('15_seed_checks', 'emoji_lemma0')) {
      closeInBits(entropyOfUniformWord(input.emoji_alphabet, input.length), expected.bits);
    }
  });

  it('tells at its end what it said at its beginning, whatever is between: by the table of all documents', () => {
    // Head of two symbols from three, a coin in the middle, the same two again: p(head, tail, middle).
    const words = Array.from({ length: 9 }, (_, word) => word);
    const table = words.map((head) => words.map((tail) => [0, 1].map(() => (head === tail ? 1 / 18 : 0))));
    close(conditionalMutualInformation(table), entropyOfUniformWord(3, 2), 1e-12);
    expect(() => entropyOfUniformWord(0, 1)).toThrow(
      new RangeError('symbols must be a whole number of at least 1, got 0'),
    );
    expect(() => entropyOfUniformWord(2, 0.5)).toThrow(RangeError);
  });
});

describe('the letters of English', () => {
  it('have the reference entropy and redundancy', () => {
    const cases = oracleCases<{ freq_percent: Record<string, number> }>('15_seed_checks', 'english_letters');
    for (const { input, expected } of cases) {
      const letters = entropy(normalize(Object.values(input.freq_percent)));
      closeInBits(letters, expected.H_bits);
      closeInBits(entropyOfUniformWord(26, 1), expected.log2_26);
      closeInBits(entropyOfUniformWord(27, 1), expected.log2_27);
      close(redundancyOfText(letters, 26), expected.redundancy_order1);
    }
  });

  it('could be anything between no redundancy and all of it', () => {
    expect(redundancyOfText(0, 26)).toBe(1);
    close(redundancyOfText(Math.log(26), 26), 0);
    expect(() => redundancyOfText(4, 26)).toThrow(new RangeError('entropy must be between 0 and ln 26, got 4'));
    expect(() => redundancyOfText(0, 1)).toThrow(RangeError);
  });
});

describe('the estimation error of a uniform law', () => {
  it('can be anything up to the reference value', () => {
    const cases = oracleCases<{ T: number; A: number }, { range_of_I: [number, number] }>(
      '15_seed_checks',
      'uniform_law_any_estimation_error',
    );
    for (const { input, expected } of cases) {
      const { T, A } = input;
      const [least, most] = expected.range_of_I;
      expect(least).toBe(0);
      close(entropyOfUniformWord(A, T), most);
      // The law of all sequences where it can be written down, else that of one symbol, T of which are as independent as can be.
      const length = A ** T < 1e5 ? T : 1;
      const law = new Array<number>(A ** length).fill(A ** -length);
      close((T / length) * estimationErrorOfReveal(law, 0), least);
      close((T / length) * estimationErrorOfReveal(law, 1), most);
      close((T / length) * estimationErrorOfReveal(law, 0.3), 0.3 * most);
      const prefixes = estimationErrorOfPrefixes(law, A);
      close(prefixes[0], least);
      close((T / length) * prefixes[length], most);
    }
  });
});

describe('the listed tokens of the study guide', () => {
  interface Tokens {
    p: number[];
    p_listed: number[];
  }

  it('have the reference surprisals', () => {
    for (const section of ['study_guide_token_table', 'study_guide_bp', 'study_guide_pneumo']) {
      for (const { input, expected } of oracleCases<Tokens, Record<string, unknown>>('15_seed_checks', section)) {
        const listed = input.p ?? input.p_listed;
        const reference = (expected.surprisal_bits ?? expected.surprisals_bits) as number[];
        expect(reference).toHaveLength(listed.length);
        listed.forEach((p, i) => closeInBits(surprisal(p), reference[i]));
      }
    }
  });

  it('make an average of 4.2 bits only if all others had 4.5 bits, as in the reference', () => {
    for (const { input, expected } of oracleCases<Tokens>('15_seed_checks', 'study_guide_token_table')) {
      const part = input.p.reduce((total, p) => total + p * surprisal(p), 0);
      closeInBits(part, expected.partial_sum_bits);
      const rest = 1 - input.p.reduce((a, b) => a + b);
      closeInBits((4.2 * Math.LN2 - part) / rest, expected['remaining_avg_surprisal_needed_for_4.2']);
    }
  });
});
