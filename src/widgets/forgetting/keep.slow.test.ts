import { expect, it } from 'vitest';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { other } from '#sim/character-tokenizer.ts';
import { LINE_BREAK } from '#sim/tokenizer.ts';
import { ownOf } from './keep.ts';
import { member } from './texts.ts';

it('a network that is kept predicts what it predicted, in the order of the figures', async () => {
  const trainer = createPlainTrainer();
  const { characters = [] } = await trainer.trail(member.file);
  const network = await trainer.checkpoint(member.file, 0);
  const own = ownOf(network, characters, 'mine');
  expect(own.symbols[LINE_BREAK]).toBe('\n');
  expect(own.symbols.filter((symbol) => symbol === other)).toHaveLength(1);
  expect(new Set(own.symbols).size).toBe(96);
  const text = [...'\nIt was a dark night.'];
  const options = { signal: new AbortController().signal };
  const read = async (of: typeof network, symbols: readonly string[]) => {
    const ids = Uint16Array.from(text, (character) => symbols.indexOf(character));
    const [{ logProbabilities }] = await trainer.predict(of, [ids], options);
    return text.slice(1).map((character, t) => logProbabilities[t * 96 + symbols.indexOf(character)]);
  };
  const [before, after] = [await read(network, characters), await read(own.network, own.symbols)];
  after.forEach((log, t) => expect(log).toBeCloseTo(before[t], 5));
  // And as a file it comes back.
  const again = await trainer.open(await trainer.write(own));
  expect(again.network.values).toEqual(own.network.values);
  expect(again.symbols).toEqual(own.symbols);
});
