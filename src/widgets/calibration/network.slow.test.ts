import { expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { compute, type Calibrated } from './model.ts';
import { run } from './network.ts';
import { params } from './parameters.ts';

it('finds with the shipped network what stands in the page', async () => {
  const values = { ...defaultValues(params), source: 'network' as const };
  const engine = createShippedEngine();
  let last: Calibrated | undefined;
  for await (const model of run(values, { engine, signal: new AbortController().signal })) last = model;
  const prepared = compute(values);
  expect(last!.shown!.count).toBe(prepared.shown!.count);
  expect(last!.shown!.bins.map(({ count }) => count)).toEqual(prepared.shown!.bins.map(({ count }) => count));
  closeAll(last!.shown!.bins.map(({ came }) => came), prepared.shown!.bins.map(({ came }) => came)); // prettier-ignore
  closeAll(last!.shown!.bins.map(({ said }) => said), prepared.shown!.bins.map(({ said }) => said), 1e-3); // prettier-ignore
  closeAll(last!.halves!.first, prepared.halves!.first, 1e-4);
  closeAll(last!.halves!.second, prepared.halves!.second, 1e-4);
  expect(last!.halves!.best).toBe(prepared.halves!.best);
  expect(Math.abs(last!.halves!.gain - prepared.halves!.gain)).toBeLessThan(1e-4);
  close(last!.halves!.gainError, prepared.halves!.gainError, 0.02);
});
