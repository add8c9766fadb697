import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '#contract/engine.ts';
import { TestPort } from '../../fixtures/testPort.ts';
import type { Config, Training, TrainingRequest, TrainingSnapshot } from '#contract/training.ts';
import { drawBatch } from '#sim/training-batches.ts';
import { initialize } from '#model/parameters.ts';
import { learningRate } from '#model/learningRate.ts';
import { PlainTraining } from '#model/plainTraining.ts';
import { trainingState, type TrainableModel } from '#model/trainableModel.ts';
import { inThisThread } from './inProcess.ts';
import type { Sight } from './liveTraining.ts';
import type { Answers, Scope } from './protocol.ts';
import { serveNetworks } from './serveNetworks.ts';
import { serveTraining, type MakeTrainable } from './serveTraining.ts';
import { createTrainer, type TrainerSurroundings } from './trainer.ts';

const config: Config = { vocabulary: 8, context: 8, width: 8, layers: 1, heads: 2 };
const ids = Uint16Array.from({ length: 200 }, (_, t) => (t * t + (t >> 2)) % 8);
const request: TrainingRequest = {
  from: config,
  source: { kind: 'tokens', ids },
  ...{ batch: 2, steps: 40, rate: 1e-2, warmup: 5, weightDecay: 0.1, seed: 7 },
};
const forever = new AbortController().signal;

/** The same training without any worker. */
async function alone(asked: TrainingRequest = request) {
  const state = trainingState(asked.from, asked.seed);
  const model = new PlainTraining(state, asked);
  const losses: number[] = [];
  for (let step = state.step + 1; step <= asked.steps; step++) {
    model.step(drawBatch(asked.source, asked.batch, config.context + 1, asked.seed, step), learningRate(step, asked));
    losses.push(await model.loss());
  }
  return { state: await model.state(), losses };
}

interface Change extends Partial<TrainerSurroundings> {
  readonly make?: MakeTrainable;
  /** Milliseconds that a step of each backend takes, where it is not plain alone with ten; it is absent if there is none. */
  readonly steps?: Partial<Record<Backend, number>>;
  readonly graphics?: Answers['probe'];
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Plain training that takes its time. */
const slowly =
  (steps: Change['steps'] = {}): MakeTrainable =>
  (backend, state, options) => {
    if (!(backend in steps)) throw new Error(`There is no ${backend} here.`);
    const inner = new PlainTraining(state, options);
    let taken = 0;
    return {
      step(batch, rate) {
        taken++;
        inner.step(batch, rate);
      },
      async loss() {
        await wait(taken * (steps[backend] ?? 0));
        taken = 0;
        return inner.loss();
      },
      state: () => inner.state(),
      dispose: () => inner.dispose(),
    } satisfies TrainableModel;
  };

function trainerWith({ make, steps, graphics, ...change }: Change = {}) {
  const ports: TestPort[] = [];
  const heavyPorts: TestPort[] = [];
  const memory = new Map<string, string>();
  const plain = make ?? slowly(steps ?? { plain: 10 });
  const grow = (list: TestPort[], run: (scope: Scope) => void) => list[list.push(new TestPort(inThisThread(run))) - 1];
  const networks = (scope: Scope) => {
    serveNetworks(scope);
    serveTraining(scope, plain);
    scope.addEventListener('message', ({ data }) => {
      if (data.kind !== 'probe') return;
      scope.postMessage({ kind: 'answer', job: data.job, answer: graphics ?? { software: false } });
    });
  };
  const trainer = createTrainer({
    spawnNetworks: () => grow(ports, networks),
    ...(steps && { spawnTensorflow: () => grow(heavyPorts, (scope) => serveTraining(scope, slowly(steps))) }),
    loadWeights: (name) => Promise.reject(new Error(`There is no ${name} here.`)),
    loadWords: () => Promise.reject(new Error('There are no words here.')),
    remember: { get: (key) => memory.get(key), set: (key, value) => memory.set(key, value) },
    ...change,
  });
  /** The worker that trains now, or did last. */
  const learning = () => [...ports, ...heavyPorts].findLast((port) => port.of('learn').length > 0)!;
  return { trainer, ports, heavyPorts, memory, learning };
}

async function all(training: Training): Promise<TrainingSnapshot[]> {
  const snapshots: TrainingSnapshot[] = [];
  for await (const snapshot of training) snapshots.push(snapshot);
  return snapshots;
}

const expectSame = (found: TrainingSnapshot['state'], expected: TrainingSnapshot['state']) => {
  expect(found.step).toBe(expected.step);
  expect(found.network.values).toEqual(expected.network.values);
  expect(found.first).toEqual(expected.first);
  expect(found.second).toEqual(expected.second);
};

/** A figure that can be scrolled out of sight. */
function curtain() {
  const listeners = new Set<() => void>();
  let seen = true;
  const sight: Sight = {
    isSeen: () => seen,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const draw = (isSeen: boolean) => {
    seen = isSeen;
    for (const listener of listeners) listener();
  };
  return { sight, draw, listeners };
}

// Time is virtual: it goes on to the next timer as soon as nothing else is left to do, so that nothing depends on the machine.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'] });
  vi.setTimerTickMode('nextTimerAsync');
});
afterEach(() => {
  vi.useRealTimers();
});

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

  it('gives a snapshot about four times a second, and the newest to those who are slow', async () => {
    const { trainer } = trainerWith({ steps: { plain: 20 }, spawnTensorflow: undefined });
    const training = trainer.train({ ...request, steps: 60 }, forever);
    const snapshots: TrainingSnapshot[] = [];
    for await (const snapshot of training) {
      snapshots.push(snapshot);
      if (snapshots.length === 1) await wait(800);
    }
    const steps = snapshots.map(({ state }) => state.step);
    // A quarter of a second has room for some twelve steps; the one who waited did not get what was stale.
    expect(steps[0]).toBeLessThanOrEqual(13);
    expect(steps[1] - steps[0]).toBeGreaterThan(13);
    expect(steps.at(-1)).toBe(60);
    const { losses } = await alone({ ...request, steps: 60 });
    const between = losses.slice(steps[0], steps[1]);
    expect(snapshots[1].loss).toBeCloseTo(between.reduce((a, b) => a + b) / between.length, 5);
  });

  it('when it is paused says where it is, and then nothing until it may go on', async () => {
    const { trainer, learning } = trainerWith({ steps: { plain: 5 }, spawnTensorflow: undefined });
    const training = trainer.train({ ...request, steps: 1000 }, forever);
    const snapshots = training[Symbol.asyncIterator]();
    await snapshots.next();
    training.pause();
    const { state } = (await snapshots.next()).value as TrainingSnapshot;
    let more = 0;
    const next = snapshots.next().then((result) => {
      more++;
      return result;
    });
    const asked = learning().of('learn').length;
    await wait(400);
    expect([more, learning().of('learn').length]).toEqual([0, asked]);
    training.step();
    expect(((await next).value as TrainingSnapshot).state.step).toBe(state.step + 1);
    training.resume();
    expect(((await snapshots.next()).value as TrainingSnapshot).state.step).toBeGreaterThan(state.step + 1);
    training.stop();
    expect(await snapshots.next()).toEqual({ done: true, value: undefined });
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

  it('learns for the share of the time that its pace allows', async () => {
    const { trainer, learning } = trainerWith({ steps: { plain: 5 }, spawnTensorflow: undefined });
    const training = trainer.train({ ...request, steps: 100_000 }, forever);
    expect(() => training.setPace(0)).toThrow(/^pace must be above 0 and at most 1, got 0$/);
    training.setPace(0.2);
    const times: number[] = [];
    for await (const _ of training) {
      times.push(performance.now());
      if (times.length === 4) training.stop();
    }
    expect(learning().of('learn')[0]).toMatchObject({ milliseconds: 50 });
    // A fifth of a quarter of a second of learning, and four fifths of rest: no less, whatever else the machine does.
    expect(times[3] - times[0]).toBeGreaterThan(3 * 4 * 45);
  });

  it('shares the time with others that are eager, and takes it all when they are not', async () => {
    const { trainer, ports } = trainerWith({ steps: { plain: 5 }, spawnTensorflow: undefined });
    const long = { ...request, steps: 100_000 };
    const [a, b] = [trainer.train(long, forever), trainer.train(long, forever)];
    const [as, bs] = [a[Symbol.asyncIterator](), b[Symbol.asyncIterator]()];
    await Promise.all([as.next(), bs.next()]);
    await Promise.all([as.next(), bs.next()]);
    const shares = (port: TestPort) => port.of('learn').map(({ milliseconds }) => milliseconds);
    expect([shares(ports[0]).at(-1), shares(ports[1]).at(-1)]).toEqual([125, 125]);
    b.pause();
    await wait(300);
    await as.next();
    expect(shares(ports[0]).at(-1)).toBe(250);
    a.stop();
    b.stop();
  });

  it('rests while nobody sees it, and goes on when somebody does', async () => {
    const { trainer, learning } = trainerWith({ steps: { plain: 2 }, spawnTensorflow: undefined });
    const { sight, draw, listeners } = curtain();
    const training = trainer.seenBy(sight).train({ ...request, steps: 500 }, forever);
    const snapshots = training[Symbol.asyncIterator]();
    await snapshots.next();
    draw(false);
    await wait(100);
    const asked = learning().of('learn').length;
    await wait(400);
    expect(learning().of('learn')).toHaveLength(asked);
    draw(true);
    let last: IteratorResult<TrainingSnapshot>['value'];
    for (let next = await snapshots.next(); !next.done; next = await snapshots.next()) last = next.value;
    expectSame((last as TrainingSnapshot).state, (await alone({ ...request, steps: 500 })).state);
    expect(listeners.size).toBe(0);
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
    await expect(run({ rate: 1e30, warmup: 0 })).rejects.toThrow(
      /^At step \d+ the loss was no number any more\. A lower learning rate may help\.$/,
    );
    expect(ports.length).toBeLessThanOrEqual(5);
  });
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

it('a fresh network is the one that its seed draws', async () => {
  const { trainer } = trainerWith();
  const training = trainer.train({ ...request, steps: 1, rate: 1e-30 }, forever);
  const [{ state }] = await all(training);
  expect(state.network.values).toEqual(initialize(config, 7).values);
});
