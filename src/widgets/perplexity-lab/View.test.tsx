import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { sayNow } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { drawn } from '../../../fixtures/drawn.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { sayTimes } from './describe.ts';
import { characterWidth, layoutOf, ticksOf, type Label } from './layout.ts';
import { noteOfCuts, noteOfPrompt } from './notes.ts';
import type { Asked } from './parameters.ts';
import { reportOf } from './report.ts';
import { spec } from './spec.ts';
import type { PerplexityLab } from './state.ts';
import { View } from './View.tsx';

const say = sayIn('bits');
const defaults = defaultValues(spec.params);

async function finished(
  change: Partial<Asked>,
  engine = createByteEngine() as ReturnType<typeof createShippedEngine>,
  previous?: PerplexityLab,
) {
  const values: Asked = { ...defaults, ...change };
  let model: PerplexityLab = spec.compute(values);
  const context = { engine, trainer: noTrainer, signal: new AbortController().signal, previous };
  for await (const next of spec.run!(values, context)) model = next;
  return { values, model };
}

const boxOf = ({ text, x, y, anchor }: Label) => {
  const width = characterWidth * text.length;
  const left = anchor === 'start' ? x : x - width;
  return { text, left, right: left + width, top: y - 11, bottom: y + 3 };
};

const engine = createShippedEngine();
const shipped: Partial<Asked>[] = [
  ...spec.presets.map(({ values }) => values),
  { order: 4, window: '256', stride: 'half', weight: 3.9, kind: 'punctuation', prompt: 309 },
];
const states: Awaited<ReturnType<typeof finished>>[] = [];
for (const change of shipped) {
  // A text that was read is not read again.
  const text = change.text ?? defaults.text;
  const before = states.find(({ values, model }) => values.source === 'text' && model.reading.text === text);
  states.push(await finished(change, engine, before?.model));
}
states.push(await finished({ text: 'x'.repeat(3000) }));

describe('cuts and prompts behind the end', () => {
  const noted = async (change: Partial<Asked>) => {
    const { values, model } = await finished(change);
    const of = (id: string) => spec.readouts[id].of(model, values);
    return {
      of,
      cuts: noteOfCuts(model, values, say),
      prompt: noteOfPrompt(model, values, say),
    };
  };

  it('says of a short text that its cuts lie behind its end, and how many batches there are', async () => {
    const { of, cuts, prompt } = await noted({ text: 'The cat sat.' });
    const tokens = of('tokens');
    expect(tokens).toBeLessThan(60);
    expect([of('parts'), of('missing'), of('scored')]).toEqual([2, 2, 0]);
    expect(cuts).toBe(
      `The text has ${tokens} tokens. Cuts 1, 2 and 3 lie behind its end, and stand before its last token instead.`,
    );
    expect(prompt).toBe(
      `The text has ${tokens} tokens. No token comes after the prompt, so there is nothing to score.`,
    );
  });

  it('says it of a single token and of cuts at one place, and nothing where all is in order', async () => {
    const one = await noted({ text: '\n', prompt: 0 });
    expect([one.of('parts'), one.of('missing')]).toEqual([1, 3]);
    expect([one.cuts, one.prompt]).toEqual(['The text has one token, so there is nothing to cut.', undefined]);
    const same = await noted({ source: 'even', batches: 3, cut1: 100, cut2: 100 });
    expect([same.of('parts'), same.cuts]).toEqual([2, 'Cuts at one place count as one.']);
    const behind = await noted({ source: 'even', batches: 2, cut1: 200 });
    expect(behind.cuts).toBe(
      'The list has 200 tokens. Cut 1 lies behind its end, and stands before its last token instead.',
    );
    const fine = await noted({ source: 'uneven', batches: 2, cut1: 300 });
    expect([fine.of('missing'), fine.cuts, fine.prompt]).toEqual([0, undefined, undefined]);
  });

  it('says a perplexity in prose with the digits of the figure', () => {
    for (const { values, model } of states)
      for (const { id, nats } of reportOf(model, values).marks) {
        const readout = spec.readouts[{ byte: 'perByte', word: 'perWord' }[id] ?? id];
        if (!readout.none!(model, values)) expect(sayNow(readout, model, values, say)).toBe(say.perplexity(nats));
      }
  });
});

describe.each([280, 328, 352, 539, 540, 600, 640, 900])('at %i pixels', (width) => {
  it('no label meets another or leaves the picture', () => {
    for (const { values, model } of states) {
      const { marks } = reportOf(model, values);
      const said = (mark: (typeof marks)[number]) => ({
        value: say.perplexity(mark.nats),
        times: sayTimes(mark.nats - marks[0].nats, say),
        rate: mark.perByte === undefined ? '' : say.amount(mark.perByte, 2),
      });
      const { rows, groups, headings, track, height } = layoutOf(marks, said, 'nats', width);
      const labels = [...rows.flatMap((row) => row.labels), ...groups, ...headings].filter(({ text }) => text !== '');
      const boxes = labels.map(boxOf);
      for (const [i, a] of boxes.entries()) {
        if (!(a.left >= -1 && a.right <= width + 1 && a.bottom <= height)) expect.fail(`${a.text} leaves ${width}`);
        for (const b of boxes.slice(i + 1)) {
          const meet = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          if (meet) expect.fail(`${a.text} | ${b.text}`);
        }
      }
      // The axis keeps clear of what is on its line.
      const inLine = (y: number) => boxes.filter((box) => box.top < y + 5 && box.bottom > y - 5);
      for (const { y } of rows)
        for (const box of inLine(y))
          if (!(box.right <= track.from - 4 || box.left >= track.to + 4)) expect.fail(`${box.text} | axis`);
    }
  });

  it('ticks keep their distance', () => {
    for (const most of [1.4, 2.5, 4, 7, 12, 20, 100, 4000]) {
      const room = 150;
      const places = ticksOf(most, room).map((nats) => (nats / most) * room);
      expect(places.length).toBeGreaterThan(0);
      for (let i = 1; i < places.length; i++) expect(places[i] - places[i - 1]).toBeGreaterThan(24);
    }
  });

  it('every state is drawn, with the right perplexity and without NaN', () => {
    for (const { values, model } of states) {
      const html = drawn(View, { values, model, width, say });
      expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(html).toContain(`>${say.perplexity(reportOf(model, values).marks[0].nats)}<`);
      expect(html.match(/aria-label="Cut \d"/g) ?? []).toHaveLength(values.batches - 1);
    }
  });
});

it.each([
  ...['', 'a', '\n', '🦉', ' ', 'a\u0000b', '\udc00x\ud83d', '\uFEFF\u200b\u202e', 'שלום, مرحبا', '👩‍👩‍👧‍👦'],
  ...['x'.repeat(3000), ' '.repeat(300), '1 2 3', '=1+1', '__proto__', `e${'\u0301'.repeat(99)}`],
])('has an answer for %j', async (text) => {
  const { values, model } = await finished({ text });
  const html = drawn(View, { values, model, width: 352, say });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  const before = drawn(View, { values, model: spec.compute(values), width: 640, say });
  expect(before).not.toMatch(/NaN|undefined|Infinity/);
});

it('shows markup as the text that it is', async () => {
  const { values, model } = await finished({ text: '<script>alert(1)</script>' });
  const html = drawn(View, { values, model, width: 352, say });
  expect(html).not.toContain('<script');
});
