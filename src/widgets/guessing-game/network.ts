import type { Engine, Signal } from '#contract/engine.ts';
import { tokenNames } from '#contract/tokenNames.ts';
import { signOf, signs, signsOf, space } from '#sim/reduced-text.ts';
import { foundIn, type Found } from './players.ts';

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

/** What the network knows after some signs: ln P of them as tokens, and the logarithm of the law of the next token. */
interface After {
  readonly logProbability: number;
  readonly next: Float64Array;
}

/**
 * The weights of the 27 signs after a text, given what is known after each of its beginnings, the empty one and the whole included. After
 * a space, and at the beginning, what is no letter is no sign: in a text of 27 signs no two spaces meet.
 */
export function weightsOfSigns(text: string, after: readonly After[], tokens: readonly string[]): number[] {
  const weights = new Array<number>(signs.length).fill(0);
  const longest = Math.max(...tokens.map((token) => token.length));
  const isAfterSpace = text === '' || text.endsWith(' ');
  for (let i = text.length; i >= 0 && text.length - i < longest; i--) {
    const written = text.slice(i);
    const share = after[i].logProbability - after[text.length].logProbability;
    tokens.forEach((token, id) => {
      if (token.length <= written.length || !token.startsWith(written)) return;
      const sign = signOf(token[written.length]);
      if (sign === space && isAfterSpace) return;
      weights[sign] += Math.exp(share + after[i].next[id]);
    });
  }
  return weights;
}

/** How far a text has been read: the next guess of the reader interrupts the reading, and it goes on where it was. */
interface Read {
  readonly after: After[];
  readonly found: Found[];
}
const reads = new WeakMap<Engine, Map<string, Read>>();
function readOf(engine: Engine, text: string): Read {
  const all = reads.get(engine) ?? new Map<string, Read>();
  reads.set(engine, all);
  const read = all.get(text) ?? { after: [], found: [] };
  all.set(text, read);
  return read;
}

/** What the network makes of the signs of a text one after the other. Ends when it is aborted. */
export async function* readLetters(text: string, engine: Engine, signal: Signal): AsyncGenerator<Found> {
  const { after, found } = readOf(engine, text);
  yield* found.slice();
  const tokens = await tokenNames(engine);
  for (const [j, sign] of signsOf(text).entries()) {
    if (j < found.length) continue;
    if (signal.aborted) return;
    const written = text.slice(0, j);
    const { ids, starts } = await engine.tokens(written);
    const { logProbabilities } = await engine.distribution(written, ids.length, signal);
    // Another reading of the same text may have been here meanwhile.
    if (signal.aborted || found.length !== j) return;
    const last = ids.length - 1;
    const before = j > 0 ? after[starts[last]] : undefined;
    after.push({ logProbability: before ? before.logProbability + before.next[ids[last]] : 0, next: logProbabilities });
    const weights = weightsOfSigns(written, after, tokens);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const letter = foundIn(
      weights.map((weight) => weight / total),
      sign,
    );
    found.push(letter);
    yield letter;
  }
}
