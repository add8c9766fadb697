import { describe, expect, it } from 'vitest';
import { watched } from '../../fixtures/correctness/watch.ts';
import { expectNear } from '../../fixtures/difference.ts';
import { modelFixture, modelWeights } from '../../fixtures/model.ts';
import { surprisalsOf, wayOf, type NaiveBlock } from '../../fixtures/transformer.ts';
import type { Silenced } from '#contract/inside.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { inTypeScript } from './arithmetic.ts';
import { ablationsOf, assertSilenced, insideOf, lensOf } from './inside.ts';
import { layoutOf, tensorsOf } from './parameters.ts';
import { PlainTransformer } from './plain.ts';
import { PlainReader } from './reader.ts';
import { inWebAssembly } from './simdArithmetic.ts';

/** Activations are float32; the reference is float64. */
const TOLERANCE = 2e-5;
const ROWS = 16;

const inside = watched('model/inside.insideOf', insideOf);
const lens = watched('model/inside.lensOf', lensOf);
const flat = (rows: readonly (readonly number[] | number[][])[]) => rows.flat(2) as number[];

const headsOf = (layer: number, heads: number, by: Silenced['by']): Silenced[] =>
  Array.from({ length: heads }, (_, part) => ({ layer, part, by }));

const listsOf = (heads: number): Silenced[][] => [
  [{ layer: 0, part: 1, by: 'zero' }],
  [{ layer: 1, part: 0, by: 'mean' }],
  [{ layer: 0, part: 'feedForward', by: 'zero' }],
  [{ layer: 1, part: 'feedForward', by: 'mean' }],
  [{ layer: 0, part: 'attention', by: 'mean' }, ...headsOf(1, heads, 'zero')],
];

/** What is added to the residual stream, with the parts of a list silenced. */
const changing =
  (list: readonly Silenced[]): NonNullable<Parameters<typeof wayOf>[3]> =>
  (added, layer, head) => {
    const part = head === undefined ? 'feedForward' : 'attention';
    const one = list.find((silenced) => silenced.layer === layer && [head, part].includes(silenced.part));
    if (!one) return added;
    const mean = added[0].map((_, k) => added.reduce((sum, row) => sum + row[k], 0) / added.length);
    return added.map(() => (one.by === 'zero' ? mean.map(() => 0) : mean));
  };

/** The second implementation, in float64, of the first rows of a window, with its stages held against PyTorch's. */
function reference(name: 'reader' | 'tiny') {
  const weights = modelWeights(name);
  const { config } = weights;
  const values = layoutOf(config).flatMap((entry) => [...weights.tensor(entry.name, entry.shape)]);
  const { ids, stages, stride } = modelFixture(name).windows[0];
  const inputs = Uint16Array.from(ids.slice(0, Math.min(ROWS, config.context)));
  const lists = listsOf(config.heads);
  const silenced = lists.map((list) => wayOf(config, values, inputs, changing(list)));
  return { config, values, inputs, stages, stride, way: wayOf(config, values, inputs), lists, silenced };
}
const references = { reader: reference('reader'), tiny: reference('tiny') };

it.each(['reader', 'tiny'] as const)('the second implementation agrees with PyTorch on the stages of %s', (name) => {
  const { way, stages, stride } = references[name];
  for (const [stage, sample] of stages.entries()) {
    const found = flat(stage < way.residual.length ? way.residual[stage] : way.logits(way.residual.at(-1)!));
    const within = sample.slice(0, Math.ceil(found.length / stride));
    expect(within.length).toBeGreaterThan(10);
    expectNear(found, within, 1e-6, stride);
  }
});

describe.each([
  ['reader', 'WebAssembly', inWebAssembly],
  ['tiny', 'WebAssembly', inWebAssembly],
  ['reader', 'TypeScript', inTypeScript],
  ['tiny', 'TypeScript', inTypeScript],
] as const)('inside %s in %s', (name, _, arithmetic) => {
  const { config, values, inputs, stages, stride, way, lists, silenced } = references[name];
  const transformer = new PlainTransformer(modelWeights(name), arithmetic(config));
  const { layers, heads, width: d } = config;

  it('every number is that of the second implementation', () => {
    const found = inside(transformer, inputs);
    expect([found.layers, found.heads, found.width, found.blocks.length]).toEqual([layers, heads, d, layers]);
    expect(found.ids).toEqual(inputs);
    found.residual.forEach((x, stage) => expectNear(x, flat(way.residual[stage]), TOLERANCE));
    for (const [l, block] of found.blocks.entries())
      for (const part of Object.keys(way.blocks[l]) as (keyof NaiveBlock)[]) {
        const expected = flat(way.blocks[l][part]);
        expect([part, block[part].length]).toEqual([part, expected.length]);
        expectNear(block[part], expected, TOLERANCE);
      }
    expectNear(found.normal, flat(way.normal), TOLERANCE);
  });

  it('the residual stream of a whole window is that of PyTorch, and each stage the one before and what was added', () => {
    const window = Uint16Array.from(modelFixture(name).windows[0].ids.slice(0, -1));
    const { residual, blocks } = insideOf(transformer, window);
    residual.forEach((x, stage) => expectNear(x, stages[stage], TOLERANCE, stride));
    blocks.forEach(({ attended, fed }, l) => {
      const sum = residual[l].map((x, i) => Math.fround(x + attended[i]) + fed[i]);
      expect(sum.every((x, i) => x === residual[l + 1][i])).toBe(true);
    });
  });

  const reading = (ids: Uint16Array) => [...new PlainReader(transformer).read(ids, 0)];
  const joined = (ids: Uint16Array, of: 'surprisal' | 'entropy' | 'rank') =>
    reading(ids).flatMap((rows) => [...rows[of]]);

  it('the lens ends with what the model itself predicts, and its stages are those of the second implementation', () => {
    const found = lens(transformer, inputs, 3);
    expect(found).toHaveLength(layers + 1);
    const last = found[layers];
    for (const of of ['surprisal', 'rank'] as const) expect([...last[of]]).toEqual(joined(inputs, of));
    expect([...last.entropy.slice(0, -1)]).toEqual(joined(inputs, 'entropy'));
    for (const [stage, prediction] of found.entries()) {
      const logits = way.logits(way.residual[stage]);
      expectNear(prediction.surprisal, surprisalsOf(logits, inputs), TOLERANCE);
      logits.forEach((row, t) => {
        const logProbabilities = logSoftmax(row);
        const order = Array.from(row.keys()).sort((a, b) => row[b] - row[a]);
        expectNear(prediction.logProbabilities.subarray(3 * t, 3 * t + 3), order.slice(0, 3).map((v) => logProbabilities[v]), TOLERANCE); // prettier-ignore
        expect(prediction.likeliest[3 * t]).toBe(order[0]);
        const entropy = logProbabilities.reduce((sum, p) => sum - Math.exp(p) * p, 0);
        expect(prediction.entropy[t]).toBeCloseTo(entropy, 4);
        if (t < inputs.length - 1) expect(prediction.rank[t]).toBe(order.indexOf(inputs[t + 1]) + 1);
      });
    }
  });

  const ablated = (lists: Silenced[][]) =>
    [...ablationsOf(transformer, inputs, lists)].map(({ surprisal }) => surprisal);
  const all = (layer: number, by: Silenced['by']) => headsOf(layer, heads, by);

  it('the network of which nothing is silenced is the one that reads, and all heads are attention', () => {
    const [none, ...rest] = ablated([
      [],
      ...(['zero', 'mean'] as const).flatMap((by) => [all(1, by), [{ layer: 1, part: 'attention' as const, by }]]),
    ]);
    expect([...none]).toEqual(joined(inputs, 'surprisal'));
    expect(rest[0]).toEqual(rest[1]);
    expect(rest[2]).toEqual(rest[3]);
    expect(rest[0]).not.toEqual(none);
    expect(rest[2]).not.toEqual(rest[0]);
  });

  it('silences what a part adds, by zero and by its mean over the rows, as the second implementation does', () => {
    const found = ablated(lists);
    for (const [i, list] of lists.entries()) {
      const changed = silenced[i];
      expectNear(found[i], surprisalsOf(changed.logits(changed.residual.at(-1)!), inputs), TOLERANCE);
      const shown = insideOf(transformer, inputs, list);
      shown.residual.forEach((x, stage) => expectNear(x, flat(changed.residual[stage]), TOLERANCE));
      shown.blocks.forEach(({ attended, fed }, l) => {
        expectNear(attended, flat(changed.blocks[l].attended), TOLERANCE);
        expectNear(fed, flat(changed.blocks[l].fed), TOLERANCE);
      });
    }
  });

  it('hides rows from all later ones, as a softmax without them does in the second implementation', () => {
    for (const rows of [[0], [3], [2, 5]]) {
      const hidden = rows.map((unseen) => ({ unseen }));
      const expected = wayOf(config, values, inputs, undefined, rows);
      const found = inside(transformer, inputs, hidden);
      found.residual.forEach((x, stage) => expectNear(x, flat(expected.residual[stage]), TOLERANCE));
      found.blocks.forEach(({ attention, mixed }, l) => {
        expectNear(attention, flat(expected.blocks[l].attention), TOLERANCE);
        expectNear(mixed, flat(expected.blocks[l].mixed), TOLERANCE);
      });
      const [{ surprisal }] = ablationsOf(transformer, inputs, [hidden]);
      expectNear(surprisal, surprisalsOf(expected.logits(expected.residual.at(-1)!), inputs), TOLERANCE);
    }
    // The rows up to the hidden one cannot notice.
    const [last] = insideOf(transformer, inputs, [{ unseen: 3 }]).residual.slice(-1);
    expectNear(last.subarray(0, 4 * d), flat(way.residual.at(-1)!.slice(0, 4)), TOLERANCE);
  });

  it('by even weights a head hands on the mean of the values so far', () => {
    const size = d / heads;
    const { blocks } = insideOf(transformer, inputs, [{ layer: 0, part: 1, by: 'even' }]);
    const { value, mixed } = way.blocks[0];
    const expected = mixed.map((row, t) =>
      row.map((x, k) =>
        Math.floor(k / size) === 1 ? value.slice(0, t + 1).reduce((sum, v) => sum + v[k], 0) / (t + 1) : x,
      ),
    );
    expectNear(blocks[0].mixed, flat(expected), TOLERANCE);
    const every = (list: Silenced[]) => insideOf(transformer, inputs, list).normal;
    expect(every(all(1, 'even'))).toEqual(every([{ layer: 1, part: 'attention', by: 'even' }]));
  });

  it('silencing a head is setting its columns of the output matrix to zero', () => {
    const edited = Float32Array.from(values);
    const { offset } = layoutOf(config).find((entry) => entry.name === 'blocks.1.out.weight')!;
    for (let row = 0; row < d; row++) edited.fill(0, offset + row * d + d / heads, offset + row * d + (2 * d) / heads);
    const without = new PlainTransformer(tensorsOf({ config, values: edited }), arithmetic(config));
    const [found] = ablated([[{ layer: 1, part: 1, by: 'zero' }]]);
    const [expected] = ablationsOf(without, inputs, [[]]);
    expectNear(found, [...expected.surprisal], TOLERANCE);
  });
});

it('says which part there is not', () => {
  const { config } = references.tiny;
  const refused = (one: unknown) => expect(() => assertSilenced(config, [one as Silenced]));
  refused({ layer: 2, part: 0, by: 'zero' }).toThrow(/layer must be at most 1, got 2/);
  refused({ layer: 0, part: 2, by: 'zero' }).toThrow(/part must be at most 1, got 2/);
  refused({ layer: 0, part: 'head', by: 'zero' }).toThrow(/part must be a head, attention or feedForward, got head/);
  refused({ layer: 0, part: 1, by: 'half' }).toThrow(/by must be zero, mean or even, got half/);
  refused({ unseen: config.context }).toThrow(/unseen must be at most \d+, got/);
  refused({ layer: 0, part: 'feedForward', by: 'even' }).toThrow(/by must be zero or mean without weights, got even/);
  expect(() => assertSilenced(config, [{ layer: 1, part: 'feedForward', by: 'mean' }])).not.toThrow();
});
