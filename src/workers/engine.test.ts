import { afterEach, describe, expect, it, vi } from 'vitest';
import { weightsFile } from '../../fixtures/model.ts';
import { engineWith, expectRight, forever, readAll, text } from '../../fixtures/testEngine.ts';
import { plain } from './plain.ts';
import type { Setup } from './serve.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('when something breaks', () => {
  it('says why there are no weights, and tries again at the next reading', async () => {
    let attempts = 0;
    const loadWeights = async () => {
      if (attempts++ === 0) throw new Error('The weights could not be loaded: the server did not answer.');
      return weightsFile('tiny');
    };
    const { engine } = engineWith({ loadWeights });
    await expect(readAll(engine)).rejects.toThrow('the server did not answer');
    expectRight((await readAll(engine)).surprisal);
  });

  it('refuses damaged weights with a sentence, and loads them again', async () => {
    let attempts = 0;
    const loadWeights = async () => weightsFile('tiny').slice(0, attempts++ === 0 ? -100 : undefined);
    const { engine } = engineWith({ loadWeights });
    await expect(engine.card()).rejects.toThrow('The weights file is incomplete');
    expect(await engine.card()).toMatchObject({ name: 'tiny' });
  });

  it('reads again with a new worker what a dead one had', async () => {
    const { engine, ports } = engineWith();
    const surprisal: number[] = [];
    let blocks = 0;
    for await (const event of engine.read(text, { signal: forever })) {
      if (event.kind === 'tokens') continue;
      event.block.surprisal.forEach((nats, i) => (surprisal[event.block.from + i] = nats));
      if (++blocks === 2) ports[0].die('out of memory');
    }
    expectRight(surprisal);
    expect(ports).toHaveLength(2);
    expect(ports[0].terminated).toBe(true);
  });

  it('takes a worker for dead that says nothing for a quarter of a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { engine, ports } = engineWith();
    await engine.card();
    ports[0].silent = true;
    const reading = readAll(engine);
    await vi.advanceTimersByTimeAsync(15_000);
    expectRight((await reading).surprisal);
    expect(ports.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('gives up a reader that dies at every attempt', async () => {
    const dying: Setup = {
      start: async (backend, file) => ({
        ...(await plain.start(backend, file)),
        read: () => {
          throw new Error('The reader is ill.');
        },
      }),
    };
    const { engine, ports } = engineWith({ plainSetup: dying });
    await expect(readAll(engine)).rejects.toThrow('The reader is ill.');
    expect(ports).toHaveLength(3);
  });
});
