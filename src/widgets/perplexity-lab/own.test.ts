import { expect, it } from 'vitest';
import { isComplete } from '#contract/reading.ts';
import { defaultValues } from '#contract/values.ts';
import { initialize } from '#model/parameters.ts';
import { charactersIn } from '#sim/character-tokenizer.ts';
import { createOwnEngine } from '../../../fixtures/ownEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { markOf } from './report.ts';
import { spec } from './spec.ts';

const symbols = charactersIn('a network of characters looks back over sixteen of them\n');
const config = { vocabulary: symbols.length, context: 16, width: 16, layers: 1, heads: 2 };
const engine = createOwnEngine({ name: 'mine', network: initialize(config, 3), symbols });

async function read(window: '16' | '256') {
  const values = { ...defaultValues(spec.params), text: 'These are forty characters, near enough.', window };
  let model = spec.compute(values);
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    model = next;
  return { model, windows: markOf(model, values, 'windows') };
}

it('reads with a network of the reader’s in windows that it can take, and refuses longer ones', async () => {
  const fits = await read('16');
  expect(fits.model.reading.ids).toHaveLength(40);
  expect(fits.windows?.nats).toBeGreaterThan(0);
  const { model, windows } = await read('256');
  expect(isComplete(model.reading)).toBe(true);
  expect(model.windowed).toMatchObject({ window: '256', done: 0, most: 16 });
  expect(windows).toBeUndefined();
});
