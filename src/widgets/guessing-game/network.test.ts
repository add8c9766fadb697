import { describe, expect, it } from 'vitest';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { signOf, signs, space } from '#sim/reduced-text.ts';
import { weightsOfSigns } from '#sim/signs-of-tokens.ts';
import { readLetters } from './network.ts';
import { passages } from './passages.ts';

const never = new AbortController().signal;
async function all(text: string, engine = createByteEngine()) {
  const found = [];
  for await (const letter of readLetters(text, engine, never)) found.push(letter);
  return found;
}

/** A little network: each token has a law of the next that depends on the one before; tokens are cut greedily, the longest first. */
const tokens = ['a', 'b', ' ', 'ab', 'ba', 'b a', 'A', ', '];
const lawAfter = (last: number) => {
  const weights = tokens.map((_, id) => 1 + ((3 * id + 5 * last + 7) % 11));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from(weights, (weight) => Math.log(weight / total));
};
function cut(text: string): number[] {
  const ids: number[] = [];
  for (let at = 0; at < text.length;) {
    const fits = tokens.map((token, id) => ({ token, id })).filter(({ token }) => text.startsWith(token, at));
    const longest = fits.reduce((best, one) => (one.token.length > best.token.length ? one : best));
    ids.push(longest.id);
    at += longest.token.length;
  }
  return ids;
}

/** Every way to write a text and a sign more of which all tokens but the last are cut as the tokenizer cuts them, one by one. */
function enumerated(text: string): number[] {
  const weights = new Array<number>(signs.length).fill(0);
  const extend = (ids: readonly number[], written: string, p: number) => {
    const law = lawAfter(ids.at(-1) ?? -1);
    tokens.forEach((token, id) => {
      const now = written + token;
      const q = p * Math.exp(law[id]);
      if (now.length > text.length && now.startsWith(text)) {
        const sign = signOf(now[text.length]);
        if (sign !== space || (text !== '' && !text.endsWith(' '))) weights[sign] += q;
      } else if (text.startsWith(now) && cut(now).join() === [...ids, id].join()) extend([...ids, id], now, q);
    });
  };
  extend([], '', 1);
  return weights;
}

describe('a network of tokens as a guesser of letters', () => {
  it('sums over every token that may reach beyond what is known, as an enumeration does', () => {
    for (const text of ['', 'a', 'b', 'ab', 'abb', 'b a', 'ab a', 'abba b a']) {
      const after = Array.from({ length: text.length + 1 }, (_, j) => {
        const ids = cut(text.slice(0, j));
        const logProbability = ids.reduce((sum, id, t) => sum + lawAfter(ids[t - 1] ?? -1)[id], 0);
        return { logProbability, next: lawAfter(ids.at(-1) ?? -1) };
      });
      const scale = Math.exp(after[text.length].logProbability);
      closeAll(
        weightsOfSigns(text, after, tokens).map((weight) => weight * scale),
        enumerated(text),
      );
    }
  });

  it('has the closed form of a network of bytes: the letter before, one time in two', async () => {
    // After “a”: a with 1/2 and A with 1/510; each other letter twice 1/510; all else is a space, of which 26·2 + 0 bytes are none.
    const [, again] = await all('aa');
    close(again.nats, -Math.log(0.5 + 1 / 510), 1e-4);
    expect(again.rank).toBe(1);
    const [, other, gap] = await all('ab ');
    close(other.nats, -Math.log(2 / 510), 1e-4);
    expect(other.rank).toBe(3);
    close(gap.nats, -Math.log((255 - 51) / 510), 1e-3);
    expect(gap.rank).toBe(2);
  });

  it('reads on where it was interrupted', async () => {
    const engine = createByteEngine();
    const abort = new AbortController();
    const first = [];
    for await (const letter of readLetters('abba ab', engine, abort.signal)) {
      first.push(letter);
      if (first.length === 3) abort.abort();
    }
    expect(first).toHaveLength(3);
    expect(engine.asked.distributions).toBe(3);
    expect(await all('abba ab', engine)).toEqual(await all('abba ab'));
    expect(engine.asked.distributions).toBe(7);
  });

  it('has a tokenizer that cuts what stands before a last token as it cuts it alone', async () => {
    const engine = createShippedEngine();
    for (const text of Object.values(passages))
      for (let j = 1; j <= text.length; j++) {
        const { ids, starts } = await engine.tokens(text.slice(0, j));
        const before = await engine.tokens(text.slice(0, starts[ids.length - 1]));
        expect([...before.ids]).toEqual([...ids.subarray(0, -1)]);
      }
  });
});
