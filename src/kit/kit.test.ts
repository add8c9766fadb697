import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, number, seed, toggle } from '#contract/parameter.ts';
import { defineWidget } from '#contract/spec.ts';
import { withCell, withEntry } from './controls/TableControl.tsx';
import { rounded, snap, trackOf, valueAfterKey } from './controls/slide.ts';
import { askedSince, createWidgetStore, isWhole } from './state/store.ts';
import { boxOf } from './controls/box.ts';
import { embedCode } from './host/Embed.tsx';

const spec = defineWidget({
  id: 'square',
  title: 'Square',
  summary: 'A number and its square.',
  terms: [],
  cites: [],
  params: { x: number({ label: 'x', default: 2, min: 0, max: 10, step: 1 }), glance: number({ label: 'glance', default: 0, min: 0, max: 9, step: 1, transient: true }) }, // prettier-ignore
  compute: ({ x }) => x * x,
  readouts: {},
  describe: String,
  table: () => ({ columns: [], rows: [] }),
  laws: [],
  challenges: [],
  presets: [],
});

describe('the code that embeds a widget', () => {
  const choice = { figureOnly: false, listens: false, locked: [], hidden: [] };
  const src = (address: string, more: Partial<Parameters<typeof embedCode>[3]>) =>
    / src="([^"]*)"/.exec(embedCode(address, 'A & B', 321, { ...choice, ...more }))![1].replaceAll('&amp;', '&');

  it('has the height of the figure, and a script only if it is wanted', () => {
    expect(embedCode('a.html', 'A & B', 321, choice)).toMatch(
      /^<iframe [^>]*title="A &amp; B"[^>]* height="321"[^>]*><\/iframe>$/,
    );
    expect(embedCode('a.html', 'A', 321, { ...choice, listens: true })).toContain("<script>addEventListener('message'");
  });

  it('says in the address what was chosen', () => {
    expect(src('a.html', {})).toBe('a.html');
    expect(src('a.html', { figureOnly: true })).toBe('a.html?ui=figure');
    expect(src('a.html?x=3', { locked: ['x', 'y'], hidden: ['z'] })).toBe('a.html?x=3&lock=x,y&hide=z');
  });
});

describe('the widget store', () => {
  it('changes nothing that is locked, whoever asks', () => {
    const store = createWidgetStore(spec, { values: { x: 5, glance: 0 } }, ['x']);
    store.change({ x: 3, glance: 1 });
    store.reset();
    store.undo();
    expect(store.getState().values.x).toBe(5);
    expect(store.getState().values.glance).toBe(1);
  });

  it('turns off what was begun and failed, so that it can be begun again', async () => {
    const begin = toggle({ label: 'Begin', default: false, begins: true });
    let isOffline = true;
    const failing = defineWidget({
      ...{ id: 'failing', title: 'Failing', summary: 'What may fail.', terms: [], cites: [] },
      ...{ readouts: {}, laws: [], challenges: [], presets: [] },
      params: { x: spec.params.x, begin },
      describe: String,
      table: () => ({ columns: [], rows: [] }),
      compute: () => 0,
      async *run({ x, begin: begun }) {
        await Promise.resolve();
        if (begun && isOffline) throw new Error('Are you offline?');
        yield begun ? x : 0;
      },
    });
    const store = createWidgetStore(failing);
    const stop = store.run({} as never);
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    store.change({ x: 3, begin: true });
    await settled();
    expect(store.getState()).toMatchObject({
      values: { x: 3, begin: false },
      asked: { x: 3, begin: false },
      model: 0,
      problems: ['Are you offline?'],
    });
    isOffline = false;
    store.change({ begin: true });
    await settled();
    expect(store.getState()).toMatchObject({ values: { begin: true }, model: 3, problems: [] });
    stop();
  });

  it('computes the model of what it is told, and undoes a gesture as one step', () => {
    const store = createWidgetStore(spec);
    store.change({ x: 3 });
    store.change({ x: 4 });
    expect(store.getState().model).toBe(16);
    store.undo();
    expect(store.getState()).toMatchObject({ values: { x: 2 }, model: 4, past: [] });
  });
  it('undoes by itself what changes something else, what another gesture changed, and a case', () => {
    const store = createWidgetStore(spec);
    store.change({ x: 3 });
    store.change({ x: 4 });
    store.begin({ x: 9 });
    store.change({ x: 8 });
    store.beginGesture();
    store.change({ x: 7 });
    store.change({ x: 6, glance: 1 });
    const seen = [6, 7, 8, 9, 4, 2].map((x) => {
      const { values } = store.getState();
      store.undo();
      return [values.x, x];
    });
    for (const [x, wanted] of seen) expect(x).toBe(wanted);
    expect(store.getState().past).toEqual([]);
  });
  it('does not remember what the reader merely looked at', () => {
    const store = createWidgetStore(spec);
    store.change({ glance: 5 });
    expect(store.getState().past).toEqual([]);
  });
  it('can undo a reset', () => {
    const store = createWidgetStore(spec, { values: { x: 7, glance: 0 } });
    store.restore({ x: 5, glance: 3 }, ['An address.']);
    store.reset();
    // To the state of the page, not to the default.
    expect(store.getState()).toMatchObject({ values: { x: 7, glance: 0 }, model: 49, problems: [] });
    store.undo();
    expect(store.getState().model).toBe(25);
  });
});

describe('the widget store, with work', () => {
  const works = { ...spec, work: () => [], looks: ['glance'] } as typeof spec;
  /** A work whose steps are told one by one. */
  function begin() {
    const steps: ((progress: { share: number; model?: number }) => Promise<void>)[] = [];
    const store = createWidgetStore(works);
    store.work((_, signal) => {
      let tell = (_: { share: number; model?: number }) => {};
      steps.push((progress) => (tell(progress), new Promise((resolve) => setTimeout(resolve))));
      return {
        async *[Symbol.asyncIterator]() {
          for (let share = 0; share < 1 && !signal.aborted;) {
            const progress = await new Promise<{ share: number; model?: number }>((resolve) => (tell = resolve));
            ({ share } = progress);
            yield progress;
          }
        },
      };
    }, true);
    return { store, steps };
  }
  const state = (store: ReturnType<typeof begin>['store']) => {
    const { values, asked, model } = store.getState();
    return [values.x, asked.x, model, isWhole(store.getState()), askedSince(store.getState())];
  };

  it('says of which values the model is, while it works and after it was stopped', async () => {
    const { store, steps } = begin();
    expect(state(store)).toEqual([2, 2, 4, true, []]);
    store.change({ x: 3 });
    expect(state(store)).toEqual([3, 2, 4, false, ['x']]);
    await steps[0]({ share: 0.1 });
    expect(state(store)).toEqual([3, 2, 4, false, ['x']]);
    store.stopWork();
    await steps[0]({ share: 0.2, model: 9 });
    expect(state(store)).toEqual([3, 2, 4, false, ['x']]);
    expect(store.getState()).toMatchObject({ working: undefined, stopped: true });
    store.goOn();
    await steps[1]({ share: 0.5, model: 8 });
    expect(state(store)).toEqual([3, 3, 8, false, []]);
    await steps[1]({ share: 1, model: 9 });
    expect(state(store)).toEqual([3, 3, 9, true, []]);
  });

  it('goes back to the values of what is shown, in one step', async () => {
    const { store, steps } = begin();
    store.change({ x: 3 });
    store.stopWork();
    store.goBack();
    await steps[1]({ share: 1, model: 4 });
    expect(state(store)).toEqual([2, 2, 4, true, []]);
    store.undo();
    expect(store.getState().values.x).toBe(3);
  });

  it('does not begin anew for what is only looked at', async () => {
    const { store, steps } = begin();
    store.change({ glance: 5 });
    expect(store.getState().asked).toEqual({ x: 2, glance: 5 });
    expect(steps).toHaveLength(0);
    store.change({ x: 3 });
    store.change({ glance: 6 });
    expect(store.getState().asked).toEqual({ x: 2, glance: 6 });
    await steps[0]({ share: 1, model: 9 });
    expect(store.getState()).toMatchObject({ asked: { x: 3, glance: 6 }, values: { x: 3, glance: 6 }, model: 9 });
    expect(steps).toHaveLength(1);
  });
});

describe('withEntry', () => {
  it('keeps a distribution a distribution, the entry as given, the others in proportion', () => {
    expect(withEntry([0.5, 0.3, 0.2], 0, 0)).toEqual([0, 0.6, 0.4]);
    expect(withEntry([1, 0, 0], 0, 0.4)).toEqual([0.4, 0.3, 0.3]);
    // Ratios outlast a drag to the top and back, there too where the handle stays a while.
    const top = withEntry(withEntry([0.5, 0.3, 0.2], 0, 1)!, 0, 1)!;
    expect(top).toEqual([1, 0, 0]);
    for (const [i, x] of withEntry(top, 0, 0.5)!.entries()) expect(x).toBeCloseTo([0.5, 0.3, 0.2][i], 12);
    // Another entry takes from all.
    expect(withEntry(top, 1, 0.4)).toEqual([0.6, 0.4, 0]);
    const cell = withCell(withCell([[0.5, 0.25], [0.25, 0]], 1, 0, 1)!, 1, 0, 0.25)!; // prettier-ignore
    for (const [i, x] of cell.flat().entries()) expect(x).toBeCloseTo([0.5, 0.25, 0.25, 0][i], 12);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (raw, p) => {
          const sum = raw.reduce((a, b) => a + b);
          const next = withEntry(raw.map((x) => x / sum), 1, p)!; // prettier-ignore
          expect(next[1]).toBe(p);
          expect(next.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
  it('refuses what is no probability', () => {
    for (const p of [-0.1, 1.1, NaN, Infinity]) expect(withEntry([0.5, 0.5], 0, p)).toBeUndefined();
  });
});

describe('a handle', () => {
  it('moves by keys and by dragging through the same constraint', () => {
    const tenths = { min: 0, max: 1, step: 0.1 };
    expect(valueAfterKey('ArrowRight', 0.3, tenths)).toBe(0.4);
    expect(valueAfterKey('End', 0.3, tenths)).toBe(1);
    expect(valueAfterKey('PageDown', 0.3, tenths)).toBe(0);
    expect(valueAfterKey('a', 0.3, tenths)).toBeUndefined();
    expect(snap(0.34, 0, 1, 0.1)).toBe(0.3);
    expect(snap(7, 0, 1, 0.1)).toBe(1);
  });
  it('goes from between two stops to the next one, and jumps over none', () => {
    const tenths = { min: 0, max: 1, step: 0.1 };
    for (const value of [0.31, 0.36, 0.39]) {
      expect(valueAfterKey('ArrowRight', value, tenths)).toBe(0.4);
      expect(valueAfterKey('ArrowLeft', value, tenths)).toBe(0.3);
    }
    expect(valueAfterKey('ArrowRight', 0.99, tenths)).toBe(1);
    const beta = number({ label: 'β', default: 5, min: 1, max: 60, step: 0.01, scale: 'log' });
    const after = (key: string, value: number, parameter = beta) => {
      const track = trackOf(parameter);
      return track.valueAt(valueAfterKey(key, track.positionOf(value), track)!);
    };
    for (const [value, left, right] of [
      [2.85, 2.5, 3],
      [2.8525, 2.5, 3],
      [33.33, 30, 40],
      [3, 2.5, 4],
      [59, 50, 60],
      [1.01, 1, 1.2],
      [60, 50, 60],
    ])
      // prettier-ignore
      expect([value, after('ArrowLeft', value), after('ArrowRight', value)]).toEqual([value, left, right]);
    // A page is about a factor of two.
    expect([1, 6, 2.6, 50].map((value) => after('PageUp', value))).toEqual([2, 12, 5, 60]);
    expect([60, 6, 1.1].map((value) => after('PageDown', value))).toEqual([30, 3, 1]);
    const fine = { ...beta, fine: true } as const;
    expect([2.8525, 3, 6].map((value) => after('ArrowRight', value, fine))).toEqual([2.9, 3.05, 6.1]);
    expect([2.8525, 3, 6].map((value) => after('ArrowLeft', value, fine))).toEqual([2.85, 2.95, 5.9]);
    const { max, valueAt } = trackOf(fine);
    const stops = Array.from({ length: max + 1 }, (_, position) => valueAt(position));
    expect(Math.max(...stops.slice(1).map((stop, i) => stop / stops[i]))).toBeLessThanOrEqual(1.05 + 1e-9);
  });
});

it('says a value a digit finer than its steps, and nothing small as zero', () => {
  expect([0.30000000000000004, 1 / 3, 1e-7, -0.05, 0].map((value) => rounded(value, 0.01))).toEqual([
    ...[0.3, 0.333, 1e-7, -0.05, 0],
  ]);
  expect([123456.7, 2.5000001].map((value) => rounded(value, 1))).toEqual([123456.7, 2.5]);
});

describe('boxOf', () => {
  it('has commas between thousands, but in a seed', () => {
    const tokens = boxOf(integer({ label: 'Tokens', default: 5, min: 1, max: 1e9 }));
    expect([1e9, 1234, 999].map(tokens.format)).toEqual(['1,000,000,000', '1,234', '999']);
    expect(tokens.plain(1e9)).toBe('1000000000');
    expect(tokens.parse('1,234')).toEqual({ value: 1234 });
    expect(boxOf(number({ label: 'x', default: 0, min: -1e4, max: 1e4, step: 0.1 })).format(-1234.5)).toBe('-1,234.5');
    expect(boxOf(seed()).format(48_272)).toBe('48272');
  });
  it('has and reads what the parameter writes for its value', () => {
    const written = { format: (x: number) => `2^${x}`, read: (text: string) => Math.log2(Number(text)) };
    const box = boxOf(number({ label: 'Size', default: 3, min: 0, max: 10, step: 1, written }));
    expect([box.format(3), box.plain(3)]).toEqual(['2^3', '2^3']);
    expect(box.parse('16')).toEqual({ value: 4 });
    expect(box.parse('2048').problem).toBe('Size: “2048” is outside 2^0 to 2^10; it is used.');
    expect(box.parse('many').problem).toMatch(/^Size: “many” is not a number/);
  });
});

describe('trackOf', () => {
  it('stops at round numbers on a logarithmic scale, each of them legal and met once', () => {
    const size = number({ label: 'N', default: 10, min: 2, max: 1_000_000, step: 1, scale: 'log' });
    const { min, max, positionOf, valueAt } = trackOf(size);
    const values = Array.from({ length: max - min + 1 }, (_, position) => valueAt(position));
    expect(values.slice(0, 9)).toEqual([2, 3, 4, 5, 6, 8, 10, 12, 15]);
    expect(values.at(-1)).toBe(1_000_000);
    for (const [position, value] of values.entries()) {
      expect(size.parse(size.format(value)).problem).toBeUndefined();
      expect(positionOf(value)).toBe(position);
    }
    expect(valueAt(positionOf(1234))).toBe(1200);
    const [least, most] = [size.sample(() => 0), size.sample(() => 1 - 2 ** -53)];
    expect([least, most]).toEqual([2, 1_000_000]);
    const half = number({ label: 'R', default: 1, min: 0.1, max: 50, step: 0.1, scale: 'log' });
    expect(trackOf(half).valueAt(0)).toBe(0.1);
    expect(trackOf(half).valueAt(trackOf(half).max)).toBe(50);
  });
  it('stops at every step up to where the parameter says', () => {
    const stopsOf = (parameter: Parameters<typeof trackOf>[0]) => {
      const { max, valueAt } = trackOf(parameter);
      return Array.from({ length: max + 1 }, (_, position) => valueAt(position));
    };
    const width = integer({ label: 'm', default: 4, min: 1, max: 200, scale: 'log', singlyTo: 40 });
    const each = Array.from({ length: 40 }, (_, i) => i + 1);
    expect(stopsOf(width)).toEqual([...each, 50, 60, 80, 100, 120, 150, 200]);
    expect(stopsOf({ ...width, max: 16 })).toEqual(each.slice(0, 16));
    const warmth = number({ label: 'T', default: 1, min: 0.5, max: 4, step: 0.05, scale: 'log', singlyTo: 4 });
    expect(stopsOf(warmth)).toEqual(Array.from({ length: 71 }, (_, i) => Number((0.5 + i / 20).toFixed(2))));
  });
  it('is the parameter itself on a linear scale', () => {
    const { min, max, step, positionOf, valueAt } = trackOf(spec.params.x);
    expect([min, max, step, positionOf(3), valueAt(4)]).toEqual([0, 10, 1, 3, 4]);
  });
});
