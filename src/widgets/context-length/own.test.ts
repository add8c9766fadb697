import { expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { initialize } from '#model/parameters.ts';
import { predict } from '#model/predict.ts';
import { charactersIn } from '#sim/character-tokenizer.ts';
import { createOwnEngine } from '../../../fixtures/ownEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { isComplete } from './reading.ts';
import { spec } from './spec.ts';

const text = 'a network of characters looks back over sixteen of them\n';
const symbols = charactersIn(text);
const config = { vocabulary: symbols.length, context: 16, width: 16, layers: 1, heads: 2 };
const network = initialize(config, 3);

it('gives a network of the reader’s as much context as it takes', async () => {
  const engine = createOwnEngine({ name: 'mine', network, symbols });
  const values = { ...defaultValues(spec.params), text };
  let { reading } = spec.compute(values);
  const run = { engine, trainer: noTrainer, signal: new AbortController().signal };
  for await (const next of spec.run!(values, run)) reading = next.reading;
  expect(isComplete(reading)).toBe(true);
  expect(reading.contexts).toEqual([1, 2, 4, 8, 16]);
  const ids = Array.from(text, (character) => symbols.indexOf(character));
  const { token, nats } = reading.targets[7];
  reading.contexts.forEach((context, i) => {
    const { logProbabilities } = predict(network, ids.slice(token - context, token));
    // A reading is rounded to four decimals.
    expect(Math.abs(nats[i] + logProbabilities[(context - 1) * symbols.length + ids[token]])).toBeLessThan(5.1e-5);
  });
});
