import { describe, expect, it } from 'vitest';
import type { TrainingSnapshot } from '#contract/training.ts';
import type { TestPort } from '../../fixtures/testPort.ts';
import {
  alone,
  curtain,
  expectSame,
  forever,
  inVirtualTime,
  request,
  trainerWith,
  wait,
} from '../../fixtures/testTrainer.ts';

inVirtualTime();

describe('a training', () => {
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
});
