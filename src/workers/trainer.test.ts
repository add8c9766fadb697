import { describe, expect, it } from 'vitest';
import type { Training, TrainingRequest, TrainingSnapshot } from '#contract/training.ts';
import { initialize } from '#model/parameters.ts';
import {
  all,
  alone,
  config,
  expectSame,
  forever,
  ids,
  inVirtualTime,
  request,
  trainerWith,
  wait,
} from '../../fixtures/testTrainer.ts';

inVirtualTime();

describe('a training', () => {
  it('ends with the network that its steps make without any worker, and says what it cost', async () => {
    const { trainer } = trainerWith();
    const snapshots = await all(trainer.train(request, forever));
    const expected = await alone();
    const last = snapshots.at(-1)!;
    expectSame(last.state, expected.state);
    expect(last).toMatchObject({ backend: 'plain', tokens: 40 * 2 * 8, secondsLeft: 0 });
    expect(last.notice).toBeUndefined();
    // The means over the steps between snapshots add up to the sum of all losses.
    let step = 0;
    let total = 0;
    for (const { state, loss } of snapshots) {
      total += loss * (state.step - step);
      step = state.step;
    }
    expect(total).toBeCloseTo(
      expected.losses.reduce((a, b) => a + b),
      5,
    );
  });

  it('does the same whatever the pauses, single steps and paces', async () => {
    const { trainer } = trainerWith({ steps: { plain: 4 }, spawnTensorflow: undefined });
    const training = trainer.train(request, forever);
    training.setPace(0.5);
    const snapshots: TrainingSnapshot[] = [];
    let paused = 0;
    for await (const snapshot of training) {
      snapshots.push(snapshot);
      if (snapshot.state.step < 40 && paused < 4) {
        if (paused++ === 0) training.pause();
        training.step();
        if (paused === 4) {
          training.setPace(1);
          training.resume();
        }
      }
    }
    expect(snapshots.length).toBeGreaterThan(4);
    expectSame(snapshots.at(-1)!.state, (await alone()).state);
  });

  it('goes on from a state bit for bit', async () => {
    const { trainer } = trainerWith();
    const first = trainer.train(request, forever);
    first.pause();
    first.step();
    const snapshots = first[Symbol.asyncIterator]();
    const { state } = (await snapshots.next()).value as TrainingSnapshot;
    expect(state.step).toBe(1);
    first.stop();
    const rest = await all(trainer.train({ ...request, from: state }, forever));
    expectSame(rest.at(-1)!.state, (await alone()).state);
    // From a network the moments begin at zero, so it is another training.
    const { state: other } = (await all(trainer.train({ ...request, from: state.network }, forever))).at(-1)!;
    expectSame(other, (await alone({ ...request, from: state.network })).state);
    expect(await all(trainer.train({ ...request, from: other }, forever))).toEqual([]);
  });

  it('ends without an error when it is stopped, aborted or left, and its worker serves the next one', async () => {
    const { trainer, ports } = trainerWith({ steps: { plain: 5 }, spawnTensorflow: undefined });
    const long = { ...request, steps: 100_000 };
    const abort = new AbortController();
    const ends: ((training: Training) => void)[] = [(training) => training.stop(), () => abort.abort()];
    for (const end of ends) {
      const training = trainer.train(long, abort.signal);
      for await (const _ of training) end(training);
    }
    for await (const _ of trainer.train(long, forever)) break;
    expect(await all(trainer.train(long, abort.signal))).toEqual([]);
    await wait(50);
    expectSame((await all(trainer.train(request, forever))).at(-1)!.state, (await alone()).state);
    expect(ports).toHaveLength(1);
  });

  it('refuses what makes no sense with a sentence, and asks no other worker', async () => {
    const { trainer, ports } = trainerWith();
    const run = (change: Partial<TrainingRequest>) => all(trainer.train({ ...request, ...change }, forever));
    await expect(run({ rate: -1 })).rejects.toThrow('rate must be positive and finite, got -1');
    await expect(run({ source: { kind: 'tokens', ids: ids.slice(0, 8) } })).rejects.toThrow(
      'source.ids must be more than 8 tokens, got 8',
    );
    await expect(run({ from: { config, values: new Float32Array(3) } })).rejects.toThrow(
      /^from\.values must be \d+ numbers, got 3$/,
    );
    await expect(run({ from: { ...config, width: 7 } })).rejects.toThrow(/^config\.width must be a multiple/);
    const network = { config, values: new Float32Array(3) };
    const own = initialize(config, 1);
    await expect(run({ teacher: { network, shares: [0, 0] } })).rejects.toThrow(
      /^teacher\.network must be of the learner’s size/,
    );
    await expect(run({ teacher: { network: own, shares: [0] } })).rejects.toThrow('teacher.shares must be 2, got 1');
    await expect(run({ teacher: { network: own, shares: [0, 2] } })).rejects.toThrow(/^teacher\.shares\[1\] must be/);
    await expect(run({ source: { kind: 'tokens', ids, mixed: { ids, rows: 3 } } })).rejects.toThrow(
      'source.mixed.rows must be at most batch, got 3',
    );
    await expect(run({ rate: 1e30, warmup: 0 })).rejects.toThrow(
      /^At step \d+ the loss was no number any more\. A lower learning rate may help\.$/,
    );
    expect(ports.length).toBeLessThanOrEqual(9);
  });
});

it('a fresh network is the one that its seed draws', async () => {
  const { trainer } = trainerWith();
  const training = trainer.train({ ...request, steps: 1, rate: 1e-30 }, forever);
  const [{ state }] = await all(training);
  expect(state.network.values).toEqual(initialize(config, 7).values);
});

describe('when something fails', () => {
  it('a new worker goes on from the last snapshot, to the same network, and the next snapshot says so', async () => {
    const { trainer, ports, learning } = trainerWith({ steps: { plain: 5 }, spawnTensorflow: undefined });
    const training = trainer.train({ ...request, steps: 150 }, forever);
    const snapshots: TrainingSnapshot[] = [];
    for await (const snapshot of training) {
      snapshots.push(snapshot);
      if (snapshots.length === 1) learning().die('out of memory');
    }
    const { step } = snapshots[0].state;
    expect(snapshots[1].notice).toBe(
      `plain TypeScript failed: The worker stopped: out of memory. Training went on from step ${step} in a new worker.`,
    );
    expect(snapshots.slice(2).every(({ notice }) => notice === undefined)).toBe(true);
    expectSame(snapshots.at(-1)!.state, (await alone({ ...request, steps: 150 })).state);
    expect(ports).toHaveLength(2);
    expect(ports[0].terminated).toBe(true);
  });

  it('a worker that falls silent is replaced', async () => {
    const { trainer, ports, learning } = trainerWith();
    const snapshots = trainer.train({ ...request, steps: 3000 }, forever)[Symbol.asyncIterator]();
    const first = (await snapshots.next()).value as TrainingSnapshot;
    learning().silent = true;
    const from = performance.now();
    const next = (await snapshots.next()).value as TrainingSnapshot;
    expect(next.notice).toBe(
      `plain TypeScript failed: The worker did not answer for 20 seconds. Training went on from step ${first.state.step} in a new worker.`,
    );
    expect(performance.now() - from).toBeGreaterThan(20_000);
    expect(next.state.step).toBeGreaterThan(first.state.step);
    expect(ports.map(({ terminated }) => terminated)).toEqual([true, false]);
    await snapshots.return?.();
  });

  it('a backend that fails again is given up for another, and if there is none the reader is told', async () => {
    const { trainer, heavyPorts, learning } = trainerWith({ steps: { wasm: 2, plain: 8 } });
    const training = trainer.train({ ...request, steps: 300 }, forever);
    const snapshots: TrainingSnapshot[] = [];
    for await (const snapshot of training) {
      snapshots.push(snapshot);
      if (snapshot.backend === 'wasm') learning().die('memory access out of bounds');
    }
    const notices = snapshots.flatMap(({ notice }) => notice ?? []);
    expect(notices[0]).toMatch(/^.*WebAssembly failed: .* in a new worker\.$/);
    expect(notices[1]).toMatch(/^.*WebAssembly failed: .* from step \d+ with plain TypeScript\.$/);
    expect(snapshots.at(-1)!.backend).toBe('plain');
    expectSame(snapshots.at(-1)!.state, (await alone({ ...request, steps: 300 })).state);
    expect(heavyPorts.every(({ terminated }) => terminated)).toBe(true);

    const nowhere = trainerWith({ steps: {} });
    await expect(all(nowhere.trainer.train(request, forever))).rejects.toThrow(
      /^Nothing can train here\. .*There is no wasm here\. .*There is no plain here\.$/,
    );
  });
});
