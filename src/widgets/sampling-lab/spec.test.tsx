import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { snap } from '#kit/controls/slide.ts';
import { shape, untouched } from '#theory/language-models/truncation.ts';
import { byteEngine, createByteEngine } from '../../../fixtures/byteEngine.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { drawn } from '../../../fixtures/drawn.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { curvesOf, floor } from './curves.ts';
import { axisTitles, layoutOf, temperatureAt, type Label } from './layout.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import type { SamplingLab } from './state.ts';
import { View } from './View.tsx';

const defaults = defaultValues(spec.params);
const say = sayIn('bits');
const never = new AbortController().signal;

async function run(
  change: Partial<Asked>,
  engine = createByteEngine() as ReturnType<typeof createShippedEngine>,
  previous?: SamplingLab,
) {
  const values = { ...defaults, ...change };
  let lab = previous ?? spec.compute(values);
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal: never, previous })) lab = next;
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
    expect(read('tokens')).toBe(256);
    // What the book’s own reader has learned from is not said of another.
    expect(drawn(View, { values, model: lab, width: 640, say })).not.toContain('twenty English books');
    expect(read('reverseDivergence')).toBe(Infinity);
    // Amounts by token are kept to a ten-thousandth of a nat.
    expect(read('loss')).toBeCloseTo((byteEngine.repeat + 2 * byteEngine.change) / 3, 4);
    // “a” after the line break and “b” after “a”: neither is among the three likeliest.
    expect(read('promptCut')).toBe(2);
    expect(read('lossShaped')).toBe(Infinity);
    expect(read('lossChange')).toBe(Infinity);
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
      const html = drawn(View, { values, model: lab, width, say });
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

describe('the plot', () => {
  const shapedFor = (values: Asked, steep: number) =>
    shape(
      Array.from({ length: 1024 }, (_, i) => -steep * Math.log1p(i)),
      { ...values },
    );
  const all: Asked[] = [0, 1, 1.37, 2].flatMap((temperature) =>
    [1, 17, 1000, 1024].flatMap((topK) =>
      [0.01, 0.99, 1].flatMap((topP) => [0, 0.335, 1].map((minP) => ({ ...defaults, temperature, topK, topP, minP }))),
    ),
  );

  const drawnFor = (steep: number) =>
    all.map((values) => {
      const shaped = shapedFor(values, steep);
      return { values, shaped, topKMass: curvesOf(shaped, values).topKMass };
    });
  const middling = drawnFor(1.1);
  const drawn = [...drawnFor(0), ...middling, ...drawnFor(6)];

  it.each([280, 328, 360, 459, 540, 640])('at %i pixels no name meets another or leaves the picture', (width) => {
    for (const { values, shaped, topKMass } of drawn) {
      const { upper, lower, names, legend, cut, height } = layoutOf(shaped, values, topKMass, width, say);
      const title = (text: string, y: number): Label => ({ text, x: 0, y, anchor: 'start' });
      const boxes = [
        ...Object.values(names),
        ...legend,
        ...(cut ? [cut] : []),
        title(axisTitles.upper, upper.top - 10),
        title(axisTitles.lower, lower.top - 16),
      ].map(({ text, x, y, anchor }) => {
        // The widest that a character is on average at 13 pixels, semi-bold.
        const long = 7 * text.length;
        const from = anchor === 'start' ? x : x - long;
        return { text, from, to: from + long, top: y - 11, bottom: y + 3 };
      });
      for (const [i, a] of boxes.entries()) {
        if (a.from < 0 || a.to > width || a.top < 0 || a.bottom > height) expect.fail(`${a.text} leaves ${width}`);
        for (const b of boxes.slice(i + 1))
          if (a.from < b.to && b.from < a.to && a.top < b.bottom && b.top < a.bottom)
            expect.fail(`${a.text} | ${b.text}, ${JSON.stringify(values)}`);
      }
    }
  });

  it('dragged to where it stands, the handle of the temperature stays, whatever is cut', () => {
    const { max, step } = params.temperature;
    // The model is the same for all, so that a temperature that was found by its height need not be sought again.
    const found = new Map<number, number>();
    for (const { values, shaped, topKMass } of middling) {
      expect(shaped.logModel).toEqual(middling[0].shaped.logModel);
      const { handles, y } = layoutOf(shaped, values, topKMass, 360, say);
      const seek = (log: number) => found.get(log) ?? found.set(log, temperatureAt(log, shaped)).get(log)!;
      const at = (shift: number) => seek(y.invert(handles.temperature.y + shift));
      expect(snap(at(0), 0, max, step)).toBe(values.temperature);
      expect(at(-5)).toBeLessThanOrEqual(values.temperature);
      if (values.temperature < max) expect(at(5)).toBeGreaterThan(values.temperature);
      // What is on the axis is what a likeliest token has before a cut.
      const uncut = shape(shaped.logModel, { ...untouched, temperature: values.temperature });
      close(10 ** y.invert(handles.temperature.y), Math.exp(uncut.logProbabilities[0]), 1e-9);
    }
  });

  it('the plot does not move when the temperature does', () => {
    for (const width of [328, 640]) {
      const of = (temperature: number) => {
        const values = { ...defaults, temperature };
        const { upper, height } = layoutOf(shapedFor(values, 1.1), values, 1, width, say);
        return { upper, height };
      };
      expect(of(1)).toEqual(of(0.99));
    }
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
    expect(drawn(View, { values, model: lab, width: 640, say })).toContain('twenty English books');
    const { ids } = await engine.tokens(values.prompt);
    const { logProbabilities } = await engine.distribution(values.prompt, ids.length, never);
    const exact = shape(logProbabilities, untouched);
    close(plain.read('entropyModel'), exact.modelEntropy, 1e-5);
    expect(lab.prediction!.names[0]).toBe(await engine.tokenText(exact.order[0]));
    let compared = 0;
    for (const { text, ids: drawn, surprisal } of lab.continuations) {
      const tokens = await engine.tokens(values.prompt + text);
      if (tokens.ids.slice(ids.length).join() !== drawn.join()) continue;
      for await (const event of engine.read(values.prompt + text, { signal: never })) {
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
    const end = await run({ ...challenge.start, ...challenge.solution, ...little }, engine);
    expectSolvable(challenge, { model: begin.lab, ...begin }, { model: end.lab, ...end });
  });

  it('presets differ in what they say, obey the laws, and are what their sentences promise', async () => {
    const runs = Object.fromEntries(
      await Promise.all(
        spec.presets.map(
          async ({ id, values }) =>
            // What was drawn is spoken of only where it is greedy or hot.
            [id, await run({ ...values, length: id === 'greedy' || id === 'hot' ? 12 : 3 }, engine)] as const,
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
    const { telegram, ...others } = runs;
    const losses = Object.values(others).map(({ read }) => read('loss'));
    expect(new Set(losses).size).toBe(1);
    expect(telegram.read('lossChange')).toBeLessThan(-0.05 * Math.LN2);
  });
});
