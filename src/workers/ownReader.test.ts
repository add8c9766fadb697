import { describe, expect, it } from 'vitest';
import { createOwnEngine } from '../../fixtures/ownEngine.ts';
import { charactersIn } from '#sim/character-tokenizer.ts';
import { initialize } from '#model/parameters.ts';
import { predict } from '#model/predict.ts';

const never = new AbortController().signal;
const symbols = charactersIn('the reader wrote this, and no more\n');
const config = { vocabulary: symbols.length, context: 16, width: 16, layers: 1, heads: 2 };
const network = initialize(config, 5);

describe('the engine on a network of the reader’s', () => {
  it('reads characters, the first after a line break, as the network predicts them', async () => {
    const engine = createOwnEngine({ name: 'mine', network, symbols });
    const text = 'tide é';
    const surprisal: number[] = [];
    for await (const event of engine.read(text, { signal: never }))
      if (event.kind === 'block') surprisal.push(...event.block.surprisal);
    const ids = Uint16Array.from(['\n', ...text], (c) =>
      symbols.includes(c) ? symbols.indexOf(c) : symbols.indexOf('\uFFFD'),
    );
    const { logProbabilities } = predict(network, ids.subarray(0, -1));
    expect(surprisal).toHaveLength(6);
    for (const [t, nats] of surprisal.entries())
      expect(nats).toBeCloseTo(-logProbabilities[t * symbols.length + ids[t + 1]], 4);
    expect(await engine.card()).toMatchObject({ name: 'mine', vocabulary: symbols.length, context: 16 });
    expect(await engine.tokenText(symbols.indexOf('d'))).toBe('d');
  });

  it('writes characters', async () => {
    const engine = createOwnEngine({ name: 'mine', network, symbols });
    const options = { signal: never, count: 2, length: 5, seed: 1, temperature: 1, topK: Infinity, topP: 1, minP: 0 };
    const drawn = [];
    for await (const { token, bytes } of engine.continuations('the ', options)) {
      expect(new TextDecoder().decode(bytes)).toBe(symbols[token] || '\uFFFD');
      drawn.push(token);
    }
    expect(drawn).toHaveLength(10);
  });

  it('says of a network of some source that it cannot read', async () => {
    const own = { name: 'coins', network: initialize({ ...config, vocabulary: 4 }, 1), symbols: ['H', 'T', '|', ''] };
    await expect(createOwnEngine(own).card()).rejects.toThrow('did not learn from a text');
  });
});
