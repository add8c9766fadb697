import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { shape, untouched } from '#theory/truncation.ts';
import { byteEngine, createByteEngine } from '../../../fixtures/byteEngine.ts';
import { close } from '../../../fixtures/oracle.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { curvesOf, floor } from './curves.ts';
import type { Asked } from './parameters.ts';
import { spec } from './spec.ts';
import type { SamplingLab } from './state.ts';
import { View } from './View.tsx';

const defaults = defaultValues(spec.params);
const say = sayIn('bits');

async function run(
  change: Partial<Asked>,
  engine = createByteEngine() as ReturnType<typeof createShippedEngine>,
  previous?: SamplingLab,
) {
  const values = { ...defaults, ...change };
  let lab = previous ?? spec.compute(values);
  for await (const next of spec.run!(values, { engine, signal: new AbortController().signal, previous })) lab = next;
  const read = (id: keyof typeof spec.readouts) => spec.readouts[id].of(lab, values);
  return { values, lab, read, engine };
}

function expectLaws(lab: SamplingLab, values: Asked) {
  for (const law of spec.laws) expect(law.gap(lab, values), law.name).toBeLessThanOrEqual(law.tolerance);
  for (const [id, readout] of Object.entries(spec.readouts)) {
    expect(readout.of(lab, values), id).not.toBeNaN();
    if (!('infinite' in readout)) expect(readout.of(lab, values), id).toSatisfy(Number.isFinite);
  }
}

describe('with a model that is known', () => {
  // A byte repeats the one before it with probability 1/2; each of the other 255 has 1/510.
  it('says what the closed forms say', async () => {
    const { lab, values, read } = await run({ prompt: 'aab', topK: 3 });
    const kept = 1 / 2 + 2 / 510;
    close(read('entropyModel'), byteEngine.entropy, 1e-5);
    close(read('keptMass'), kept, 1e-5);
    close(read('divergence'), -Math.log(kept), 1e-5);
    close(read('expected'), (byteEngine.repeat / 2 + (2 / 510) * byteEngine.change) / kept, 1e-5);
    expect(read('kept')).toBe(3);
    expect(read('reverseDivergence')).toBe(Infinity);
    // Amounts by token are kept to a ten-thousandth of a nat.
    expect(read('loss')).toBeCloseTo((byteEngine.repeat + 2 * byteEngine.change) / 3, 4);
    // “a” after the line break and “b” after “a”: neither is among the three likeliest.
    expect(read('promptCut')).toBe(2);
    expect(read('lossShaped')).toBe(Infinity);
    expectLaws(lab, values);
  });

  it('greedy repeats the last byte, in every continuation', async () => {
    const { lab, read } = await run({ prompt: 'ab', temperature: 0, length: 5, count: 4 });
    expect(lab.continuations.map(({ text }) => text)).toEqual(Array(4).fill('bbbbb'));
    expect(read('distinct')).toBe(1);
    expect(read('drawn')).toBeCloseTo(byteEngine.repeat, 4);
  });

  it('the loss on the prompt is not moved by any setting', async () => {
    const losses = await Promise.all(
      [{}, { temperature: 0 }, { topP: 0.4 }, { minP: 0.5, topK: 3 }].map(async (change) =>
        (await run(change)).read('loss'),
      ),
    );
    expect(new Set(losses).size).toBe(1);
  });

  it.each(['', ' ', 'שלום 🦉', '<b>', 'x'.repeat(300)])('takes %j for a prompt, and can be drawn', async (prompt) => {
    const { lab, values } = await run({ prompt, count: 2, length: 3, topP: 0.7 });
    expectLaws(lab, values);
    for (const width of [640, 328]) {
      const html = renderToStaticMarkup(<View {...{ values, model: lab, width, say }} set={() => {}} />);
      expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
    }
  });

  it('comes whole out of the page, without asking the engine', async () => {
    const { lab, engine } = await run({});
    const { asked } = engine as ReturnType<typeof createByteEngine>;
    const before = { ...asked };
    await run({}, engine, JSON.parse(JSON.stringify(lab)) as SamplingLab);
    expect(asked).toEqual(before);
  });
});

describe('curves', () => {
  it('end at the cut and at the floor, and reach one', () => {
    const logits = Array.from({ length: 200 }, (_, i) => -0.15 * i);
    const shaped = shape(logits, { ...untouched, topK: 50, topP: 0.9 });
    const curves = curvesOf(shaped, { topK: 50 });
    expect(curves.drawn.at(-1)).toEqual([shaped.kept + 0.5, floor]);
    expect(curves.model.every(([, log]) => log >= floor)).toBe(true);
    close(curves.drawnTogether.at(-1)![1], 1);
    close(curves.topKMass, (1 - Math.exp(-0.15 * 50)) / (1 - Math.exp(-0.15 * 200)), 1e-9);
  });
});

describe('under the shipped model', () => {
  const engine = createShippedEngine();
  let plain: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    plain = await run({}, engine);
  });

  it('shows the whole prediction, and continuations whose surprisal is that of a reading', async () => {
    const { lab, values } = plain;
    expectLaws(lab, values);
    const { ids } = await engine.tokens(values.prompt);
    const { logProbabilities } = await engine.distribution(values.prompt, ids.length, new AbortController().signal);
    const exact = shape(logProbabilities, untouched);
    close(plain.read('entropyModel'), exact.modelEntropy, 1e-5);
    expect(lab.prediction!.names[0]).toBe(await engine.tokenText(exact.order[0]));
    let compared = 0;
    for (const { text, ids: drawn, surprisal } of lab.continuations) {
      const tokens = await engine.tokens(values.prompt + text);
      if (tokens.ids.slice(ids.length).join() !== drawn.join()) continue;
      for await (const event of engine.read(values.prompt + text, { signal: new AbortController().signal })) {
        if (event.kind === 'tokens') continue;
        event.block.surprisal.forEach((nats, i) => {
          const t = event.block.from + i - ids.length;
          if (t >= 0) expect(surprisal[t]).toBeCloseTo(nats, 3);
          compared++;
        });
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    const little = { count: 1, length: 1 };
    const begin = await run({ ...challenge.start, ...little }, engine);
    expect(challenge.score(begin.lab, begin.values)).toBeLessThan(1);
    expect(challenge.hints.some((hint) => hint.when(begin.lab, begin.values))).toBe(true);
    const end = await run({ ...challenge.start, ...challenge.solution, ...little }, engine);
    expect(challenge.score(end.lab, end.values)).toBe(1);
  });

  it('presets differ in what they say, obey the laws, and are what their sentences promise', async () => {
    const runs = Object.fromEntries(
      await Promise.all(
        spec.presets.map(
          async ({ id, values }) =>
            [id, await run({ ...values, length: Math.min(12, values.length ?? 12) }, engine)] as const,
        ),
      ),
    );
    const said = Object.values(runs).map(({ lab, values }) => spec.describe(lab, values, say));
    expect(new Set(said).size).toBe(spec.presets.length);
    for (const { lab, values } of Object.values(runs)) expectLaws(lab, values);
    expect(runs.greedy.read('distinct')).toBe(1);
    expect(runs.greedy.read('drawn')).toBeLessThan(runs.greedy.read('drawnEntropy'));
    expect(runs.hot.read('drawn')).toBeGreaterThan(1.2 * runs.hot.read('drawnEntropy'));
    expect(runs['top-k'].read('keptMass')).toBeLessThan(0.75);
    expect(runs.nucleus.read('keptMass')).toBeGreaterThanOrEqual(0.9 - 1e-9);
    expect(runs['min-p'].read('expected')).toBeLessThan(runs['min-p'].read('entropyModel'));
    const losses = Object.values(runs).map(({ read }) => read('loss'));
    expect(new Set(losses).size).toBe(1);
  });
});
