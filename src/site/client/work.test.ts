import { expect, it } from 'vitest';
import { number } from '#contract/parameter.ts';
import { defineWidget } from '#contract/spec.ts';
import { createWidgetStore } from '#kit/state/store.ts';
import { prepare } from './work.ts';

const spec = defineWidget({
  ...{ id: 'sum', title: 'Sum', summary: 'A sum.', terms: [], cites: [], readouts: {}, laws: [] },
  ...{ challenges: [], presets: [], describe: String, table: () => ({ columns: [], rows: [] }) },
  params: { bins: number({ label: 'Bins', default: 30, min: 1, max: 99, step: 1 }) },
  compute: ({ bins }) => bins,
});

/** Ten steps, of which it is counted how many were taken for which values. */
function counting() {
  const taken: unknown[] = [];
  return {
    taken,
    async *work(values: Readonly<Record<string, unknown>>, signal: AbortSignal) {
      for (let i = 0; i < 10 && !signal.aborted; i++) {
        taken.push(values.bins);
        yield { share: (i + 1) / 10, model: -1 };
        await Promise.resolve();
      }
    },
  };
}

it('prepares the work of the first values and shows nothing of it', async () => {
  const store = createWidgetStore(spec);
  const { taken, work } = counting();
  await prepare(work, store);
  expect(taken).toEqual(Array(10).fill(30));
  expect(store.getState()).toMatchObject({ model: 30, values: { bins: 30 } });
  expect(store.getState().working).toBeUndefined();
});

it('ends with the first change of values', async () => {
  const store = createWidgetStore(spec);
  const { taken, work } = counting();
  const prepared = prepare(work, store);
  await Promise.resolve();
  store.change({ bins: 29 });
  await prepared;
  expect(taken.length).toBeLessThan(10);
  expect(store.getState().model).toBe(29);
});
