import { expect, it } from 'vitest';
import type { ModelCard } from '#contract/engine.ts';
import { inProcess } from './inProcess.ts';
import type { Step } from './serve.ts';

it('a worker that is told to rest begins no step before its rest is over', async () => {
  const steps: number[] = [];
  const port = inProcess({
    start: () => ({
      started: { card: {} as ModelCard, tokenTexts: [], batch: 1 },
      *read(): Generator<Step> {
        for (let step = 0; step < 3; step++) {
          steps.push(performance.now());
          // The page begins to scroll during the first step.
          if (step === 0) port.postMessage({ kind: 'rest', milliseconds: 60 });
          yield { rows: [], computed: 1 };
        }
      },
    }),
  });
  const answered = new Promise<void>((resolve) => {
    port.addEventListener('message', ({ data }) => {
      if (data.kind !== 'answer') return;
      if (data.job === 1) port.postMessage({ kind: 'read', job: 2, windows: [] });
      else resolve();
    });
  });
  port.postMessage({ kind: 'start', job: 1, backend: 'plain', file: new ArrayBuffer(0) });
  await answered;
  expect(steps).toHaveLength(3);
  expect(steps[1] - steps[0]).toBeGreaterThanOrEqual(59);
});

it('a worker computes nothing of a question that was canceled before its turn', async () => {
  const asked: number[] = [];
  const port = inProcess({
    start: () => ({
      started: { card: {} as ModelCard, tokenTexts: [], batch: 1 },
      *read() {},
      lens(_, top) {
        asked.push(top);
        return [];
      },
    }),
  });
  const answered = new Promise<number>((resolve) => {
    port.addEventListener('message', ({ data }) => {
      if (data.kind !== 'answer') return;
      if (data.job > 1) return resolve(data.job);
      for (const job of [2, 3]) port.postMessage({ kind: 'lens', job, tokens: new Uint16Array(1), top: job });
      port.postMessage({ kind: 'cancel', job: 3 });
    });
  });
  port.postMessage({ kind: 'start', job: 1, backend: 'plain', file: new ArrayBuffer(0) });
  expect(await answered).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toEqual([2]);
});
