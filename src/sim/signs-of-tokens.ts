import {
  assertEach,
  assertFiniteNumber,
  assertFiniteNumbers,
  assertLength,
  assertObject,
  assertText,
} from '#theory/numerics/assert.ts';
import { signOf, signs, space } from './reduced-text.ts';

/*
 * A network of tokens as a guesser of letters. Let s be the signs so far. Every way to write s and at least one sign more has a last
 * token that reaches beyond s: it begins after the first i signs, with i ≤ |s|. Of the ways to write those i signs only the one counts that
 * the tokenizer makes, since the network was trained on no other; the last token may be any. So the next sign is a with weight
 *
 *   w(a) = Σ_i P(s[..i]) Σ { p(u | s[..i]) : u begins with s[i..], and then comes a }
 *
 * where P(s[..i]) is the product of the probabilities of its tokens: P(s[..j]) = P(s[..i]) p(t | s[..i]) for its last token t, which
 * begins at i, because the tokens before t are those of s[..i]. The law is w divided by its sum. It leaves out what the network would give to
 * the same signs cut in ways that the tokenizer never makes.
 */

/** What a network knows after some signs: ln P of them as tokens, and the logarithm of the law of the next token. */
export interface AfterSigns {
  readonly logProbability: number;
  readonly next: Float64Array;
}

function assertAfter(after: AfterSigns, name: string, tokens: number): AfterSigns {
  assertObject(after, name);
  assertFiniteNumber(after.logProbability, `${name}.logProbability`);
  assertLength(after.next, `${name}.next`, tokens, 'for the tokens');
  assertFiniteNumbers(after.next, `${name}.next`);
  return after;
}

/**
 * The weights of the 27 signs after a text, given what is known after each of its beginnings, the empty one and the whole included. After
 * a space, and at the beginning, what is no letter is no sign: in a text of 27 signs no two spaces meet. Throws RangeError unless there is
 * one entry of `after` for each beginning, with a logarithm for each token.
 */
export function weightsOfSigns(text: string, after: readonly AfterSigns[], tokens: readonly string[]): number[] {
  assertText(text, 'text');
  assertEach(tokens, 'tokens', assertText);
  assertLength(after, 'after', text.length + 1, 'for the text and its beginnings');
  const weights = new Array<number>(signs.length).fill(0);
  const longest = Math.max(...tokens.map((token) => token.length));
  const isAfterSpace = text === '' || text.endsWith(' ');
  for (let i = text.length; i >= 0 && text.length - i < longest; i--) {
    const { logProbability, next } = assertAfter(after[i], `after[${i}]`, tokens.length);
    const written = text.slice(i);
    const share = logProbability - after[text.length].logProbability;
    tokens.forEach((token, id) => {
      if (token.length <= written.length || !token.startsWith(written)) return;
      const sign = signOf(token[written.length]);
      if (sign === space && isAfterSpace) return;
      weights[sign] += Math.exp(share + next[id]);
    });
  }
  return weights;
}
