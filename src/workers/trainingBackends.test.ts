import { describe, expect, it } from 'vitest';
import type { Backend } from '#contract/engine.ts';
import { trainingState } from '#model/trainableModel.ts';
import {
  all,
  config,
  curtain,
  forever,
  inVirtualTime,
  request,
  trainerWith,
  wait,
} from '../../fixtures/testTrainer.ts';

inVirtualTime();

describe('the backend', () => {
  const gpu = { renderer: 'A graphics processor', software: false };

  it('is the fastest one on the network itself, found before the start and remembered', async () => {
    const setting = { steps: { webgl: 2, wasm: 6, plain: 12 }, graphics: gpu };
    const { trainer, memory, heavyPorts } = trainerWith(setting);
    const estimate = await trainer.estimate({ ...request, from: trainingState(config, 7) }, forever);
    expect(estimate.backend).toBe('webgl');
    // Sixteen tokens in two milliseconds.
    expect(estimate.tokensPerSecond).toBe(8000);
    expect(estimate.seconds).toBeCloseTo((40 * 16) / estimate.tokensPerSecond, 6);
    expect([...memory]).toEqual([['fastest for training with A graphics processor: 8.8.8.1.2.2', 'webgl']]);
    // The warm worker is kept for the training, the others are not.
    expect(heavyPorts.map(({ terminated }) => terminated)).toEqual([false, true]);
    const snapshots = await all(trainer.train(request, forever));
    expect(snapshots.at(-1)!.backend).toBe('webgl');
    expect(heavyPorts).toHaveLength(2);

    const again = trainerWith({ ...setting, remember: { get: () => 'wasm', set: () => {} } });
    expect((await again.trainer.estimate(request, forever)).backend).toBe('wasm');
    expect(again.heavyPorts).toHaveLength(1);
  });

  it('is never a graphics processor that is only imitated, nor slow TensorFlow.js beside a fast one', async () => {
    const software = { renderer: 'SwiftShader', software: true };
    const { trainer, heavyPorts } = trainerWith({
      steps: { webgl: 0, wasm: 6, plain: 12, cpu: 0 },
      graphics: software,
    });
    expect((await trainer.estimate(request, forever)).backend).toBe('wasm');
    expect(heavyPorts).toHaveLength(1);
    const last = trainerWith({ steps: { cpu: 1, plain: 12 } });
    expect((await last.trainer.estimate(request, forever)).backend).toBe('cpu');
  });

  it('is what the reader chose, if that runs', async () => {
    const setting = { steps: { wasm: 1, plain: 8 } };
    const chosen = (choice: Backend) =>
      trainerWith({ ...setting, choice: () => choice }).trainer.estimate(request, forever);
    expect((await chosen('plain')).backend).toBe('plain');
    expect((await chosen('webgl')).backend).toBe('wasm');
  });

  it('is not looked for any more when the answer is not wanted, nor while nobody sees the figure', async () => {
    const { trainer, ports } = trainerWith({ steps: { wasm: 5, plain: 5 } });
    const abort = new AbortController();
    const { sight, draw } = curtain();
    draw(false);
    const estimate = trainer.seenBy(sight).estimate(request, abort.signal);
    await wait(50);
    expect(ports).toHaveLength(0);
    abort.abort();
    await expect(estimate).rejects.toThrow('The answer is not wanted any more.');
    const seen = trainer.seenBy(sight).estimate(request, forever);
    draw(true);
    expect((await seen).tokensPerSecond).toBeGreaterThan(0);
  });

  it('refuses impossible sizes', async () => {
    const { trainer } = trainerWith();
    await expect(trainer.estimate({ ...request, from: { ...config, heads: 3 } }, forever)).rejects.toThrow(
      /^config\.width must be a multiple/,
    );
  });
});
