import fc from 'fast-check';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { choice, integer, number } from '#contract/parameter.ts';
import { sayIn } from '#contract/say.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { spotsAlong } from './along.ts';
import { bind } from './bind.ts';
import { bars } from './blocks.tsx';
import { Drag } from './Drag.tsx';
import { Figure } from './Figure.tsx';
import { wrapPieces } from './flow.ts';
import { allLabels, labels } from './labels.ts';
import type { Frame } from './mark.ts';
import { dots, guide, line, rule, steps } from './marks.tsx';
import { widthOf, wrap } from './measure.ts';
import { arrange, type PanelSpec } from './panel.ts';
import { passes, place, rectOf } from './place.ts';
import { inPowers, scaleOf, ticksOf } from './scale.ts';
import { column, pointsOf, tableOf } from './series.ts';

const bits = sayIn('bits');
const draw = (rows: PanelSpec[][], width = 640, fixed: readonly string[] = []) =>
  renderToStaticMarkup(
    createElement(FixedContext, { value: new Set(fixed) }, createElement(Figure, { width, say: bits, rows })),
  );

describe('notes', () => {
  it('break where it is asked, and else where there is no room', () => {
    const linesAt = (room: number) => wrapPieces([{ text: 'rate 1.00\n' }, { text: '219 wrong', ink: 'strong' }], room).map((line) => line.map(({ text }) => text).join('')); // prettier-ignore
    expect([linesAt(400), linesAt(70)]).toEqual([
      ['rate 1.00', '219 wrong'],
      ['rate 1.00', '219 wrong'],
    ]);
    expect(wrapPieces([{ text: 'one two' }], 30).length).toBe(2);
  });
});

describe('scales', () => {
  it('lead from data to pixels and back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('linear', 'log', 'root'),
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        (kind, value) => {
          const scale = scaleOf(kind, [0.001, 1000], [20, 620]);
          expect(scale.invert(scale(value))).toBeCloseTo(value, 6);
        },
      ),
    );
    expect(scaleOf('log', [1, 100], [0, 100])(10)).toBeCloseTo(50, 12);
    expect(scaleOf('root', [0, 4], [0, 100])(1)).toBeCloseTo(50, 12);
    expect(scaleOf('linear', [3, 3], [10, 90])(3)).toBe(10);
    expect(() => scaleOf('log', [0, 1], [0, 1])).toThrow(/logarithmic scale: 0 to 1/);
  });
  it('have round ticks', () => {
    expect(ticksOf('linear', [0, 1], 4)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksOf('linear', [-0.31, 0.3], 5)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
    expect(ticksOf('log', [1, 128], 8, 2)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
    expect(ticksOf('log', [1, 1e6], 4)).toEqual([1, 100, 1e4, 1e6]);
    expect(ticksOf('log', [0.5, 30], 4)).toEqual([0.5, 1, 2, 5, 10, 20]);
    expect(ticksOf('root', [0, 6], 4).slice(0, 5)).toEqual([0, 5, 2, 1, 0.5]);
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), fc.integer({ min: 2, max: 8 }), (most, count) => {
        const ticks = ticksOf('linear', [0, most], count);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(2.1 * count + 1);
        expect(ticks.every((tick) => tick >= 0 && tick <= most * (1 + 1e-9))).toBe(true);
      }),
    );
  });
});

it('writes powers of ten by their exponents where they are long', () => {
  expect([0.001, 0.01, 0.5, 1, 20, 100, 1000, 5000, 1e6, 1e12].map(inPowers)).toEqual(['10⁻³', '0.01', '0.5', '1', '20', '100', '10³', '5000', '10⁶', '10¹²']); // prettier-ignore
});

describe('words', () => {
  const within = { left: 0, right: 200, top: 0, bottom: 100 };
  const spots = [
    { x: 0, y: 20, anchor: 'start' as const },
    { x: 200, y: 90, anchor: 'end' as const },
  ];
  const nothing = { rects: [], marks: [], lines: [] };
  it('break at spaces into lines that have room', () => {
    const lines = wrap('Paid for not knowing the task, bits per example', 120, { size: 12 });
    expect(lines.join(' ')).toBe('Paid for not knowing the task, bits per example');
    for (const text of lines) expect(widthOf(text, { size: 12 })).toBeLessThanOrEqual(120);
  });
  it('take the first place that is free, and are in the way of the next', () => {
    const wanted = { width: 60, size: 13, spots };
    expect(place([wanted, wanted, wanted], nothing, within)).toEqual([...spots, undefined]);
  });
  it('leave the picture, other words, marks and lines alone', () => {
    const wanted = { width: 60, size: 13, spots: spots.slice(0, 1) };
    expect(place([{ ...wanted, width: 300 }], nothing, within)).toEqual([undefined]);
    const rect = rectOf(spots[0], 60, 13);
    expect(place([wanted], { ...nothing, rects: [{ ...rect, left: 62, right: 80 }] }, within)).toEqual([undefined]);
    expect(place([wanted], { ...nothing, marks: [{ ...rect, left: 62, right: 80 }] }, within)).toEqual(
      spots.slice(0, 1),
    );
    const across = [[[0, 15], [200, 15]]] as const; // prettier-ignore
    expect(place([wanted], { ...nothing, lines: across }, within)).toEqual([undefined]);
    // Near a line of its own, but not as near to another.
    const under = [[[0, 26], [200, 26]]] as const; // prettier-ignore
    expect(place([{ ...wanted, own: under }], { ...nothing, lines: under }, within)).toEqual(spots.slice(0, 1));
    expect(place([{ ...wanted, own: across }], { ...nothing, lines: under }, within)).toEqual([undefined]);
  });
  it('beside a line never lie on it, however steep it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 9 }), (heights) => {
        const line = heights.map((y, i) => [(200 * i) / (heights.length - 1), y] as const);
        const crossed = spotsAlong(line, within, 70, 13).filter((spot) =>
          line.some((point, i) => i > 0 && passes(line[i - 1], point, rectOf(spot, 70, 13))),
        );
        expect(crossed).toEqual([]);
      }),
    );
  });
});

describe('names of points', () => {
  // Sixteen heads on a phone: most lie on each other.
  const at = Array.from({ length: 16 }, (_, i) => [0.2 + 0.05 * (i % 5), 0.02 * Math.floor(i / 5)] as const);
  const names = at.map((_, i) => `${1 + Math.floor(i / 4)}.${1 + (i % 4)}`);
  const panel = (mark: typeof labels): PanelSpec => ({
    height: 220,
    x: { domain: [0, 0.6] },
    y: { domain: [-0.05, 0.8] },
    marks: [
      dots(at, { role: 'model', r: 4 }),
      mark(
        at.map((point, i) => ({ text: names[i], at: point })),
        'model',
      ),
    ],
  });
  const shown = (html: string) => names.filter((name) => html.includes(`>${name}</text>`)).length;
  it('stand beside them where there is room, or more of them with lines to those that are far off, and never on such a line', () => {
    for (const width of [290, 350, 640]) {
      const [some, all] = [labels, allLabels].map((mark) => draw([[panel(mark)]], width));
      expect(shown(all)).toBeGreaterThan(shown(some));
      expect(shown(all)).toBeGreaterThanOrEqual(12);
      const leaders = [...all.matchAll(/stroke-quiet fig-thin fig-solid" d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/g)];
      expect(leaders.length).toBeGreaterThan(0);
      const found = [
        ...all.matchAll(
          /<text class="fig-halo[^>]* x="([\d.]+)" y="([\d.]+)"(?: text-anchor="(\w+)")?[^>]*>(\d\.\d)</g,
        ),
      ];
      for (const [, x, y, anchor = 'start'] of found) {
        const rect = rectOf({ x: Number(x), y: Number(y), anchor: anchor as 'start' }, 17, 12);
        for (const [, ...ends] of leaders) {
          const [x0, y0, x1, y1] = ends.map(Number);
          expect(passes([x0, y0], [x1, y1], rect)).toBe(false);
        }
      }
      expect(found.length).toBe(shown(all));
    }
  });
});

describe('a figure', () => {
  const axes = {
    x: { domain: [0, 10], label: 'steps' },
    y: { domain: [0, 2 * Math.LN2], label: 'Cost', information: true },
  } as const;
  const panel: PanelSpec = { ...axes, height: 180, marks: [line([[0, 0], [10, Math.LN2]], { role: 'model', name: 'network' })] }; // prettier-ignore
  it('has axes in the unit of the reader', () => {
    expect(draw([[panel]])).toContain('Cost, bits');
    expect(draw([[panel]])).toContain('>1.5<');
    const inNats = renderToStaticMarkup(createElement(Figure, { width: 640, say: sayIn('nats'), rows: [[panel]] }));
    expect(inNats).toContain('Cost, nats');
    expect(inNats).not.toContain('>1.5<');
  });
  it('stacks panels that have no room beside one another, at one margin', () => {
    const wide: PanelSpec = { ...panel, y: { domain: [0, 12_345], label: 'Cost' } };
    const at = (width: number) =>
      arrange([[panel, wide]], width, bits, { narrow: 560, gap: 36 }).laid.map(({ box }) => box);
    const [above, below] = at(328);
    expect(below.top).toBeGreaterThan(above.bottom);
    expect(below.left).toBe(above.left);
    const [left, right] = at(640);
    expect(right.top).toBe(left.top);
    expect(right.left).toBeGreaterThan(left.right);
    expect(
      arrange(
        [
          [
            { ...panel, share: 1 },
            { ...wide, share: 2 },
          ],
        ],
        328,
        bits,
        { narrow: 560, gap: 36 },
      ).laid[1].box.top,
    ).toBe(left.top);
  });
  it('names lines beside them, and in a key where they coincide', () => {
    const same = [[0, 0.5], [10, 0.5]] as const; // prettier-ignore
    const marks = [line(same, { role: 'x', name: 'one' }), line(same, { role: 'y', name: 'other' })];
    expect(draw([[panel]])).not.toContain('M-12,0H12');
    const html = draw([[{ ...panel, marks }]]);
    expect(html).toContain('one');
    expect(html).toContain('other');
    expect(html).toContain('M-12,0H12');
    // Above the panel, once for a line and its dots.
    const keyed = draw([[{ ...panel, key: 'above', marks: [...marks, dots(same, { role: 'x', name: 'one' })] }]]);
    expect(keyed.match(/>other</g)).toHaveLength(1);
  });
  it('keeps the name of a line in its place while the line moves', () => {
    const tops = Array.from({ length: 40 }, (_, i) => {
      const html = draw([[{ ...panel, marks: [line([[0, 0], [10, 0.4 + i / 100]], { role: 'model', name: 'network' })] }]]); // prettier-ignore
      return Number(/y="([\d.]+)"[^>]*>network/.exec(html)![1]);
    });
    for (let i = 1; i < tops.length; i++) expect(Math.abs(tops[i] - tops[i - 1])).toBeLessThan(3);
  });
  it('points from the edge of a panel to dots beyond it, and never draws them outside', () => {
    const box = { left: 10, right: 110, top: 20, bottom: 120 };
    const frame = { x: (v: number) => v, y: (v: number) => v, box } as unknown as Frame;
    const drawnAt = (x: number, y: number) => renderToStaticMarkup(<>{dots([[x, y]], { role: 'x' }).draw!(frame)}</>);
    expect(drawnAt(50, 500)).toContain('d="M45.5,113h9l-4.5,8z"');
    expect(drawnAt(50, -Infinity)).toContain('d="M45.5,27h9l-4.5,-8z"');
    expect(drawnAt(-90, 60)).toContain('d="M17,55.5v9l-8,-4.5z"');
    expect(drawnAt(900, 60)).toContain('d="M103,55.5v9l8,-4.5z"');
    expect(drawnAt(50, 60)).not.toMatch(/h9|v9/);
    expect(dots([[50, 500]], { role: 'x' }).rects!(frame)[0]).toMatchObject({ top: 116.6, bottom: 123.4 });
  });
  it('draws steps, levels, guides and bars as lines and outlines', () => {
    const marks = [
      steps([[0, 0], [10, 1]], { role: 'x' }), // prettier-ignore
      rule(0.7, { role: 'exact' }),
      guide(5),
      bars([{ at: 2, value: 1, says: '71', called: 'A' }, { at: 4, value: 1, hollow: true }], { role: 'y' }), // prettier-ignore
    ];
    const html = draw([[{ ...axes, x: { domain: [0, 10], bare: true }, height: 100, marks }]]);
    expect(html).not.toMatch(/NaN|undefined/);
    expect(html.match(/fill-y/g)).toHaveLength(1);
    expect(html).toContain('>71<');
    expect(html).toContain('>A<');
  });
});

it('puts the number of a tick farther off where a handle stands beside it', () => {
  const at = number({ label: 'R', default: 0, min: 0, max: 1, step: 0.1 });
  const bound = bind({ at }, { values: { at: 0 }, set: () => {} })('at');
  const panel = (across: number): PanelSpec => ({
    height: 150,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [],
    drags: [{ ...bound, along: 'x', across }],
  });
  const far = (across: number) =>
    [...draw([[panel(across)]]).matchAll(/x="-11"[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect([far(0), far(1), far(0.3)]).toEqual([['0'], ['1'], []]);
});

describe('a drag', () => {
  const params = {
    noise: number({ label: 'Noise', default: 0.2, min: 0, max: 0.5, step: 0.1 }),
    many: integer({ label: 'Many', default: 4, min: 1, max: 1000, scale: 'log' }),
    kind: choice({
      label: 'Kind',
      default: 'b',
      options: ['a', 'b', 'c'].map((value) => ({ value, label: `kind ${value}` })),
    }),
  };
  const changes: object[] = [];
  const bound = bind(params, {
    values: { noise: 0.2, many: 4, kind: 'b' },
    set: (change) => void changes.push(change),
  });
  const frame: Frame = {
    x: scaleOf('linear', [0, 2], [0, 200]),
    y: scaleOf('linear', [0, 1], [100, 0]),
    ...{ box: { left: 0, right: 200, top: 0, bottom: 100 }, say: bits },
  };
  type Handled = {
    x: number;
    y: number;
    value: number;
    max: number;
    valueText: string;
    toValue(x: number, y: number): number;
    onChange(to: number): void;
  };
  const handle = (drag: Parameters<typeof Drag>[0]['drag']) => (Drag({ drag, frame }) as ReactElement<Handled>).props;
  it('stands at its value and sets it', () => {
    const noise = handle({ ...bound('noise'), along: 'y', across: 1 });
    expect([noise.x, noise.y, noise.value, noise.valueText]).toEqual([100, 80, 0.2, '0.2']);
    expect(noise.toValue(0, 70)).toBeCloseTo(0.3, 12);
    expect(noise.toValue(0, -50)).toBe(0.5);
    noise.onChange(0.4);
    expect(handle({ ...bound('noise'), along: 'y', max: 0.1 }).value).toBe(0.1);
    const kind = handle({ ...bound('kind'), along: 'x', at: (value: string) => 'abc'.indexOf(value) });
    expect([kind.x, kind.y, kind.value, kind.max, kind.valueText]).toEqual([100, 100, 1, 2, 'kind b']);
    expect([kind.toValue(-20, 0), kind.toValue(149, 0), kind.toValue(151, 0)]).toEqual([0, 1, 2]);
    kind.onChange(2);
    expect(changes).toEqual([{ noise: 0.4 }, { kind: 'c' }]);
  });
  it('has no handle if the page has fixed the parameter', () => {
    const panel: PanelSpec = { x: { domain: [1, 1000], scale: 'log' }, y: { domain: [0, 1] }, height: 80, marks: [] };
    const html = (...fixed: string[]) => draw([[{ ...panel, drags: [{ ...bound('many'), along: 'x' }] }]], 640, fixed);
    expect(html('many')).not.toContain('slider');
    expect(html('noise')).toContain('aria-valuetext="4"');
  });
});

describe('a series', () => {
  interface Row {
    readonly n: number;
    readonly nats?: number;
  }
  const n = column<Row>('n', 'count', (row) => row.n);
  const nats = column<Row>('Cost, {unit}', 'information', (row) => row.nats);
  const rows: Row[] = [{ n: 1, nats: Math.LN2 }, { n: 2 }, { n: 3, nats: Infinity }];
  it('is one for picture and table', () => {
    expect(pointsOf(rows, n, nats)).toEqual([[1, Math.LN2]]);
    expect(tableOf(rows, [n, false, nats], bits)).toEqual({
      columns: ['n', 'Cost, bits'],
      rows: [[1, '1.000'], [2, ''], [3, '∞']], // prettier-ignore
    });
  });
});
