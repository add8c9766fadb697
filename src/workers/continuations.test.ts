import { describe, expect, it } from 'vitest';
import type { ContinuationEvent, Engine } from '#contract/engine.ts';
import { engineWith, expectRight, forever, readAll } from '../../fixtures/testEngine.ts';
import { plain } from './plain.ts';
import type { Setup, Step } from './serve.ts';

describe('continuations', () => {
  const asked = { count: 3, length: 9, seed: 4, temperature: 0.9, topK: 50, topP: 0.95, minP: 0.001 };
  async function continueAll(engine: Engine, signal = forever) {
    const events: ContinuationEvent[] = [];
    for await (const event of engine.continuations('Ab', { ...asked, signal })) events.push(event);
    return events;
  }

  it('come token by token, side by side, and are the same for the same seed', async () => {
    const events = await continueAll(engineWith().engine);
    expect(events.map(({ continuation }) => continuation)).toEqual(Array.from({ length: 27 }, (_, i) => i % 3));
    expect(events.every(({ bytes }) => bytes.length > 0)).toBe(true);
    expect(await continueAll(engineWith().engine)).toEqual(events);
  });

  it('are worth what the model gave them', async () => {
    const { engine } = engineWith();
    const { ids } = await engine.tokens('Ab');
    const { logProbabilities } = await engine.distribution('Ab', ids.length, forever);
    for (const { token, surprisal } of (await continueAll(engine)).slice(0, 3))
      expect(surprisal).toBeCloseTo(-logProbabilities[token], 5);
  });

  it('let a reading go first, step by step', async () => {
    const steps: string[] = [];
    const noting: Setup = {
      ...plain,
      start: async (backend, file) => {
        const runner = await plain.start(backend, file);
        return {
          ...runner,
          *read(windows) {
            for (let i = 0; i < 40; i++) {
              steps.push('r');
              yield { rows: [], computed: 0 };
            }
            yield* runner.read(windows) as Iterable<Step>;
          },
          *continue(tokens, options) {
            for (const drawn of runner.continue!(tokens, options)) {
              steps.push('c');
              yield drawn;
            }
          },
        };
      },
    };
    const { engine } = engineWith({ plainSetup: noting });
    let events = 0;
    for await (const _ of engine.continuations('Ab', { ...asked, length: 40, signal: forever }))
      if (++events === 5) expectRight((await readAll(engine)).surprisal);
    expect(events).toBe(120);
    const runs = steps.join('').match(/r+/g) ?? [];
    expect(runs.join('')).toHaveLength(8 * 40);
    expect(runs.every((run) => run.length % 40 === 0)).toBe(true);
    expect(steps.join('')).toMatch(/c{5}r+c/);
  });

  it('go on where they were when the worker dies', async () => {
    const expected = await continueAll(engineWith().engine);
    const { engine, ports } = engineWith();
    const events: ContinuationEvent[] = [];
    for await (const event of engine.continuations('Ab', { ...asked, signal: forever }))
      if (events.push(event) === 5) ports[0].die('out of memory');
    expect(events).toEqual(expected);
    expect(ports).toHaveLength(2);
  });

  it('stop when they are aborted, or nobody listens any more', async () => {
    const { engine, ports } = engineWith();
    const abort = new AbortController();
    let events = 0;
    for await (const _ of engine.continuations('Ab', { ...asked, signal: abort.signal }))
      if (++events === 4) abort.abort();
    expect(events).toBe(4);
    expect(ports[0].asked.at(-1)).toMatchObject({ kind: 'cancel' });
    for await (const _ of engine.continuations('Ab', { ...asked, signal: forever })) break;
    expect(ports[0].asked.at(-1)).toMatchObject({ kind: 'cancel' });
    expect(await continueAll(engine, abort.signal)).toEqual([]);
  });

  it('give up a worker that dies at every attempt, and refuse settings that mean nothing', async () => {
    const dying: Setup = {
      start: async (backend, file) => ({
        ...(await plain.start(backend, file)),
        continue: () => {
          throw new Error('The writer is ill.');
        },
      }),
    };
    await expect(continueAll(engineWith({ plainSetup: dying }).engine)).rejects.toThrow('The writer is ill.');
    const wrong = engineWith().engine.continuations('Ab', { ...asked, topK: 0, signal: forever });
    await expect(wrong[Symbol.asyncIterator]().next()).rejects.toThrow('topK must be at least 1, got 0');
  });
});
