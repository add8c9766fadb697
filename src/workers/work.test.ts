import { expect, it } from 'vitest';
import type { Progress } from '#contract/spec.ts';
import { createWork, serveWork, type WorkPort, type WorkScope } from './work.ts';

const pass = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

/** Adds up 1 … n, 4 ms for each term. */
function* addUp({ n }: { readonly n: number }): Iterable<Progress<number>> {
  let sum = 0;
  for (let i = 1; i <= n; i++) {
    pass(4);
    sum += i;
    yield { share: i / n, ...((i === n || i === 2) && { model: sum }) };
  }
}

/** A worker without a thread. */
function spawnHere(kill?: (die: () => void) => void): Promise<WorkPort> {
  const toPage: ((event: { data: never }) => void)[] = [];
  const toWorker: ((event: { data: never }) => void)[] = [];
  const dying: (() => void)[] = [];
  serveWork(
    {
      postMessage: (data) => queueMicrotask(() => toPage.forEach((tell) => tell({ data } as never))),
      addEventListener: (_, listener) => toWorker.push(listener as never),
    } satisfies WorkScope,
    addUp as never,
  );
  kill?.(() => dying.forEach((die) => die()));
  return Promise.resolve({
    postMessage: (data) => queueMicrotask(() => toWorker.forEach((tell) => tell({ data } as never))),
    addEventListener: (type: string, listener: never) => (type === 'error' ? dying : toPage).push(listener),
    terminate: () => toWorker.splice(0),
  });
}

async function gather(steps: AsyncIterable<Progress<unknown>>) {
  const all: Progress<unknown>[] = [];
  for await (const step of steps) all.push(step);
  return all;
}
const never = new AbortController().signal;
const models = (steps: readonly Progress<unknown>[]) =>
  steps.flatMap(({ model }) => (model === undefined ? [] : [model]));

it('does work in a worker, tells how far it is, and loses no model on the way', async () => {
  const steps = await gather(createWork(() => spawnHere(), addUp as never)({ n: 30 }, never));
  expect(models(steps)).toEqual([3, 465]);
  expect(steps.at(-1)!.share).toBe(1);
  expect(steps.map(({ share }) => share)).toEqual([...steps.map(({ share }) => share)].sort((a, b) => a - b));
  expect(steps.length).toBeLessThan(30);
});

it('does the same on the page where no worker can be had, and where one dies', async () => {
  const nowhere = createWork(() => Promise.reject(new Error('no workers here')), addUp as never);
  expect(models(await gather(nowhere({ n: 12 }, never)))).toEqual([3, 78]);
  let die = () => {};
  const mortal = createWork(() => spawnHere((kill) => (die = kill)), addUp as never);
  const steps: Progress<unknown>[] = [];
  for await (const step of mortal({ n: 40 }, never)) {
    if (steps.length === 0) die();
    steps.push(step);
  }
  expect(steps.at(-1)).toMatchObject({ share: 1, model: 820 });
});

it('ends with the signal, and a newer job ends the one before it', async () => {
  const work = createWork(() => spawnHere(), addUp as never);
  const first = new AbortController();
  const steps: Progress<unknown>[] = [];
  for await (const step of work({ n: 500 }, first.signal)) {
    steps.push(step);
    first.abort();
  }
  expect(steps.length).toBe(1);
  expect(models(await gather(work({ n: 5 }, never)))).toContain(15);
});

it('tells the worker to stop, and ends one that does not listen', async () => {
  let steps = 0;
  let alive = 0;
  function* count(): Iterable<Progress<number>> {
    for (let i = 0; i < 400; i++) {
      pass(4);
      steps++;
      yield { share: i / 400 };
    }
  }
  const toPage: ((event: { data: never }) => void)[] = [];
  const work = createWork(() => {
    let toWorker: ((event: { data: never }) => void)[] = [];
    serveWork(
      {
        postMessage: (data) => queueMicrotask(() => toPage.forEach((tell) => tell({ data } as never))),
        addEventListener: (_, listener) => toWorker.push(listener as never),
      } satisfies WorkScope,
      count as never,
    );
    alive++;
    return Promise.resolve({
      postMessage: (data) => queueMicrotask(() => toWorker.forEach((tell) => tell({ data } as never))),
      addEventListener: (type: string, listener: never) => void (type === 'message' && toPage.push(listener)),
      terminate: () => {
        alive--;
        toWorker = [];
      },
    });
  }, count as never);
  const first = new AbortController();
  for await (const step of work({}, first.signal)) {
    expect(step.share).toBeLessThan(1);
    first.abort();
  }
  await new Promise((resolve) => setTimeout(resolve, 60));
  const stopped = steps;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(steps).toBe(stopped);
  work.halt();
  await Promise.resolve();
  await Promise.resolve();
  expect(alive).toBe(0);
  const second = new AbortController();
  for await (const step of work({}, second.signal)) {
    expect(step.share).toBeLessThan(1);
    second.abort();
  }
  expect(alive).toBe(1);
});

it('says what is wrong', async () => {
  const work = createWork(
    () => Promise.reject(new Error('none')),
    // eslint-disable-next-line require-yield -- it fails before it can
    function* () {
      throw new RangeError('n is too large');
    } as never,
  );
  await expect(gather(work({}, never))).rejects.toThrow('n is too large');
});
