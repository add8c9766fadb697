import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, integer, number, seed, simplex, table, text, toggle, type Parameter } from './parameter.ts';
import { toDistribution } from './distribution.ts';
import { readValues, writeValues } from './values.ts';

const params = {
  noise: number({ label: 'Noise', default: 0.3, min: 0, max: 1, step: 0.01 }),
  relays: integer({ label: 'Relays', default: 3, min: 1, max: 6 }),
  kind: choice({ label: 'Kind', default: 'xor', options: [{ value: 'xor', label: 'XOR' }, { value: 'and', label: 'AND' }] }), // prettier-ignore
  exact: toggle({ label: 'Exact', default: false }),
  joint: table({ label: 'Joint', default: [[0.25, 0.25], [0.25, 0.25]], rows: ['x1', 'x2'], columns: ['y1', 'y2'] }), // prettier-ignore
  prior: simplex({ label: 'Prior', default: [0.5, 0.3, 0.2], names: ['a', 'b', 'c'] }),
  words: text({ label: 'Words', default: 'hello', maximumLength: 20 }),
  seed: seed(),
};

/** Draws every parameter's legal samples from one stream of numbers. */
const sampled = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })).map((stream) => {
  const next = () => stream.next().value;
  return Object.fromEntries(
    Object.entries(params).map(([key, parameter]) => [key, (parameter as Parameter).sample(next)]),
  );
});

describe('the URL codec', () => {
  it('restores every legal state from the query it writes', () => {
    fc.assert(
      fc.property(sampled, (values) => {
        const query = writeValues(params, values as never);
        const back = readValues(params, new URLSearchParams(new URLSearchParams(query).toString()));
        expect(back.problems).toEqual([]);
        expect(writeValues(params, back.values)).toEqual(query);
        expect(back.values.prior.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('writes nothing for the defaults', () => {
    expect(writeValues(params, readValues(params, []).values)).toEqual([]);
  });

  it('passes over keys that hosts append, in silence', () => {
    expect(readValues(params, [['utm_source', 'x'], ['constructor', '1'], ['__proto__', '2']]).problems).toEqual([]); // prettier-ignore
  });

  it.each([
    ['noise', 'abc', 'Noise: “abc” is not a number; 0.3 is used.', 0.3],
    ['noise', '', 'Noise: “” is not a number; 0.3 is used.', 0.3],
    ['noise', '0x1', 'Noise: “0x1” is not a number; 0.3 is used.', 0.3],
    ['noise', `${'0'.repeat(99)}7`, `Noise: ${'0'.repeat(40)}… is outside 0 to 1; 1 is used.`, 1],
    ['noise', '7', 'Noise: 7 is outside 0 to 1; 1 is used.', 1],
    ['noise', '-Infinity', 'Noise: “-Infinity” is not a number; 0.3 is used.', 0.3],
    ['relays', '2.4', 'Relays: 2.4 is not a whole number; 2 is used.', 2],
    ['kind', 'nor', 'Kind: “nor” is none of xor, and; xor is used.', 'xor'],
    ['exact', 'yes', 'Exact: “yes” is neither 0 nor 1; off is used.', false],
    [
      'joint',
      '0,0;0,0',
      'Joint: all entries are zero, so nothing can happen; the default table is shown.',
      params.joint.default,
    ],
    [
      'joint',
      '-1,1;.5,.5',
      'Joint: an entry is negative, and no probability is; the default table is shown.',
      params.joint.default,
    ],
    ['joint', '.5,.5', 'Joint: expected 2 rows of 2 numbers; the default table is shown.', params.joint.default],
    [
      'joint',
      '1,1;1,1',
      'Joint: the entries add up to 4, not to 1; they are divided by their sum.',
      params.joint.default,
    ],
    [
      'prior',
      '1e308,1e308,1e308',
      'Prior: the entries are too large to add up; the default is used.',
      params.prior.default,
    ],
    ['prior', '1,2', 'Prior: expected 3 numbers; the default is used.', params.prior.default],
    ['words', 'x'.repeat(21), 'Words: only the first 20 of 21 characters are used.', 'x'.repeat(20)],
    ['seed', '1e99', 'Seed: 1e99 is outside 0 to 2,147,483,647; 2,147,483,647 is used.', 2147483647],
  ])('%s=%s says what is wrong and what is used', (key, raw, problem, value) => {
    const read = readValues(params, [[key, raw]]);
    expect(read.problems).toEqual([problem]);
    expect(read.values[key as keyof typeof params]).toEqual(value);
  });

  it('takes the last of what is said twice, and says so', () => {
    const problems = ['Relays is given more than once; the last is used.'];
    expect(readValues(params, [['relays', 'abc'], ['relays', '5']])).toMatchObject({ values: { relays: 5 }, problems }); // prettier-ignore
    // Of what is no parameter of the figure, nothing is said.
    expect(
      readValues(params, [
        ['utm', '1'],
        ['utm', '2'],
      ]).problems,
    ).toEqual([]);
  });

  it('takes what an open table leaves out for zero, and names what is no number', () => {
    const { parse } = table({ label: 'Open', default: [[1, 0, 0], [0, 0, 0]], rows: ['a', 'b'], columns: ['c', 'd', 'e'], open: true }); // prettier-ignore
    expect(parse('.5').value).toEqual([[1, 0, 0], [0, 0, 0]]); // prettier-ignore
    expect(parse('.5,.25;.25')).toEqual({ value: [[0.5, 0.25, 0], [0.25, 0, 0]] }); // prettier-ignore
    expect(parse('1,2,3').value).toEqual([[1 / 6, 2 / 6, 3 / 6], [0, 0, 0]]); // prettier-ignore
    expect(parse('.5,x1;.5').problem).toBe('Open: “x1” is not a number; the default table is shown.');
    expect(parse('.5,;.5').problem).toBe('Open: an entry is not a number; the default table is shown.');
    for (const text of ['', '1,2,3,4', '1;2;3']) expect(parse(text).problem).toBe('Open: expected at most 2 rows of at most 3 numbers; the default table is shown.'); // prettier-ignore
  });

  it('reads a number as the book writes it, with its digits in threes', () => {
    const { parse } = integer({ label: 'Tokens', min: 1, max: 1e13, default: 5 });
    for (const text of [
      '1 371 074 451',
      '1,371,074,451',
      '1\u202f371\u202f074\u202f451',
      '1371074451',
      '1.371074451e9',
    ])
      expect(parse(text)).toEqual({ value: 1371074451 });
    for (const text of ['1 37', '1,2,3', '1,']) expect(parse(text).value).toBe(5);
  });

  it('survives any text for any parameter with legal values', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(params)), fc.string(), (key, raw) => {
        const { values } = readValues(params, [[key, raw]]);
        expect(readValues(params, writeValues(params, values)).problems).toEqual([]);
      }),
    );
  });
});

describe('toDistribution', () => {
  it('divides by the sum and says so only when there was something to divide', () => {
    expect(toDistribution([2, 2])).toEqual({
      value: [0.5, 0.5],
      problem: 'the entries add up to 4, not to 1; they are divided by their sum',
    });
    expect(toDistribution([0.5, 0.5])).toEqual({ value: [0.5, 0.5] });
  });
});
