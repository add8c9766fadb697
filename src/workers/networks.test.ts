import { describe, expect, it } from 'vitest';
import { TestPort } from '../../fixtures/testPort.ts';
import type { Config } from '#contract/training.ts';
import { writeNetwork } from '#model/ownNetwork.ts';
import { initialize } from '#model/parameters.ts';
import { predict, residualReader } from '#model/predict.ts';
import { inThisThread } from './inProcess.ts';
import { networks } from './networks.ts';
import { createTrainer } from './trainer.ts';

const config: Config = { vocabulary: 8, context: 8, width: 8, layers: 2, heads: 2 };
const network = initialize(config, 3);
// A fresh network hardly prefers anything: this one does.
network.values.forEach((value, i) => (network.values[i] = value * 6));
const symbols = [...'abcdefgh'];
const forever = new AbortController().signal;

/** The only file that there is holds the network above. */
function trainer(file = writeNetwork({ name: 'own', network, symbols })) {
  const ports: TestPort[] = [];
  let loads = 0;
  const created = createTrainer({
    spawnNetworks: () => ports[ports.push(new TestPort(inThisThread(networks))) - 1],
    loadWeights(name) {
      loads++;
      return name === 'own' ? Promise.resolve(file) : Promise.reject(new Error(`There is no ${name} here.`));
    },
    loadWords: () => Promise.reject(new Error('There are no words here.')),
    remember: { get: () => undefined, set: () => {} },
  });
  return { trainer: created, ports, loads: () => loads };
}

describe('predictions', () => {
  const sequences = [Uint16Array.of(1, 2, 3), Uint16Array.of(4), Uint16Array.of(7, 6, 5, 4, 3, 2, 1, 0)];

  it('are those of the plain transformer, in the order of the sequences', async () => {
    const found = await trainer().trainer.predict(network, sequences, { signal: forever, attention: true });
    expect(found).toEqual(sequences.map((sequence) => predict(network, sequence, true)));
    const [plain] = await trainer().trainer.predict(network, sequences, { signal: forever });
    expect(plain.attention).toBeUndefined();
  });

  it('may be of what follows the last tokens alone, the same whatever was read before', async () => {
    const alike = [[1, 2, 3, 4], [1, 2, 4, 3], [1, 2, 4], [1], [5, 2, 4], [7, 6, 5, 4, 3, 2, 1, 0]].map((ids) => Uint16Array.from(ids)); // prettier-ignore
    for (const own of [network, { ...network, config: { ...config, rotary: true as const } }]) {
      const found = await trainer().trainer.predict(own, alike, { signal: forever, last: true });
      expect(found.map(({ logProbabilities }) => logProbabilities.length)).toEqual(alike.map(() => 8));
      found.forEach(({ logProbabilities }, i) =>
        predict(own, alike[i]).logProbabilities.slice(-8).forEach((nats, v) => expect(logProbabilities[v]).toBeCloseTo(nats, 5)),
      ); // prettier-ignore
    }
  });

  it('of a network whose queries and keys are turned are others, and it is neither trained nor kept', async () => {
    const { trainer: own } = trainer();
    const rotary = { ...network, config: { ...config, rotary: true as const } };
    const [plain, turned] = [await own.predict(network, [sequences[2]], { signal: forever }), await own.predict(rotary, [sequences[2]], { signal: forever })]; // prettier-ignore
    const apart = plain[0].logProbabilities.map((nats, i) => Math.abs(nats - turned[0].logProbabilities[i]));
    // The first row sees itself alone.
    expect(Math.max(...apart.slice(0, 8))).toBeLessThan(1e-6);
    expect(Math.max(...apart.slice(8))).toBeGreaterThan(1e-4);
    await expect(own.write({ name: 'own', network: rotary, symbols })).rejects.toThrow('must not be rotary');
  });

  it('come with a residual stream, whose last stage is what the predictions are made of', async () => {
    const { trainer: own } = trainer();
    const found = await own.residual(network, sequences, { signal: forever });
    expect(found).toEqual(sequences.map(residualReader(network)));
    expect(found[0].map(({ length }) => length)).toEqual([24, 24, 24, 24]);
    await expect(own.residual(network, [Uint16Array.of(8)], { signal: forever })).rejects.toThrow(
      'tokens below 8, got 8',
    );
    await expect(own.residual(network, sequences, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('are made again by a new worker if the first one dies over them', async () => {
    const { trainer: own, ports } = trainer();
    const asked = own.predict(network, sequences, { signal: forever });
    await Promise.resolve();
    await Promise.resolve();
    ports[0].die('out of memory');
    expect(await asked).toHaveLength(3);
    expect(ports).toHaveLength(2);
  });

  it('are refused with a sentence for tokens that there are not, and the worker lives', async () => {
    const { trainer: own, ports } = trainer();
    const refused = own.predict(network, [Uint16Array.of(8)], { signal: forever });
    await expect(refused).rejects.toThrow('sequence must be of tokens below 8, got 8');
    await expect(own.predict(network, [new Uint16Array(9)], { signal: forever })).rejects.toThrow(
      'sequence must have 1 to 8 tokens, got 9',
    );
    expect(await own.predict(network, sequences, { signal: forever })).toHaveLength(3);
    expect(ports).toHaveLength(1);
  });

  it('are given up when they are not wanted any more', async () => {
    const { trainer: own, ports } = trainer();
    const abort = new AbortController();
    const many = Array.from({ length: 10_000 }, () => sequences[2]);
    const asked = own.predict(network, many, { signal: abort.signal });
    const few = own.predict(network, sequences, { signal: forever });
    // Small steps take turns: the few do not wait for the many.
    expect(await few).toHaveLength(3);
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(ports[0].of('cancel')).toHaveLength(1);
    await expect(own.predict(network, sequences, { signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('drawing', () => {
  const options = { signal: forever, count: 3, length: 5, seed: 11, temperature: 1 };

  it('gives equal sequences for equal seeds, of which none is special', async () => {
    const { trainer: own } = trainer();
    const prompt = Uint16Array.of(1, 2);
    const drawn = await own.draw(network, prompt, options);
    expect(drawn.map(({ length }) => length)).toEqual([5, 5, 5]);
    expect(await own.draw(network, prompt, options)).toEqual(drawn);
    expect(await own.draw(network, prompt, { ...options, seed: 12 })).not.toEqual(drawn);
  });

  it('at a low temperature takes what is likeliest, with the window of reading when the context is full', async () => {
    const { trainer: own } = trainer();
    const [drawn] = await own.draw(network, Uint16Array.of(1, 2), { ...options, length: 12, temperature: 1e-6 });
    const sequence = [1, 2];
    while (sequence.length < 14) {
      // Token number t of a sequence is predicted from at most eight: windows start at every fourth, and keep at least four.
      const t = sequence.length;
      const start = t <= 8 ? 0 : Math.floor((t - 5) / 4) * 4;
      const { logProbabilities } = predict(network, sequence.slice(start));
      const last = logProbabilities.slice(-8);
      sequence.push(last.indexOf(Math.max(...last)));
    }
    expect([...drawn]).toEqual(sequence.slice(2));
  });

  it('refuses an empty prompt and settings that mean nothing', async () => {
    const { trainer: own } = trainer();
    await expect(own.draw(network, new Uint16Array(0), options)).rejects.toThrow(
      'prompt must be of at least one token',
    );
    await expect(own.draw(network, Uint16Array.of(1), { ...options, count: 0 })).rejects.toThrow(/count must be/);
  });
});

describe('a trail', () => {
  it('is loaded once, and its networks are those of the file, even after the worker died', async () => {
    const { trainer: own, ports, loads } = trainer();
    expect(await own.trail('own')).toMatchObject({ name: 'own', config, characters: symbols });
    expect((await own.checkpoint('own', 0)).values).toEqual(network.values);
    expect(loads()).toBe(1);
    ports[0].die('out of memory');
    expect((await own.checkpoint('own', 0)).values).toEqual(network.values);
    expect(loads()).toBe(2);
  });

  it('that is missing, damaged or shorter is told with a sentence, and can be tried again', async () => {
    const { trainer: own, loads } = trainer();
    await expect(own.checkpoint('own', 1)).rejects.toThrow('index: 1 is not between 0 and 0');
    await expect(own.trail('other')).rejects.toThrow('There is no other here.');
    await expect(own.trail('other')).rejects.toThrow('There is no other here.');
    expect(loads()).toBe(3);
    const damaged = writeNetwork({ name: 'own', network, symbols });
    new Uint8Array(damaged)[damaged.byteLength - 1] ^= 1;
    await expect(trainer(damaged).trainer.trail('own')).rejects.toThrow(/^The weights file is damaged/);
  });
});
