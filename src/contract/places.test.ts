import { describe, expect, it } from 'vitest';
import { number, simplex, table, text } from './parameter.ts';
import { place, placeOf, twoStateChain, whatChanged } from './places.ts';
import { defaultValues } from './values.ts';

const params = {
  law: simplex({ label: 'Weather', default: [0.5, 0.3, 0.2], names: ['sun', 'rain', 'snow'] }),
  joint: table({ label: 'Table', default: [[0.5, 0], [0, 0.5]], rows: ['a', 'b'], columns: ['c', 'd'] }), // prettier-ignore
  words: text({ label: 'Words', default: 'hello', maximumLength: 8 }),
  aa: number({ label: 'a after a', default: 0.9, min: 0.02, max: 0.98, step: 0.01 }),
  ab: number({ label: 'a after b', default: 0.2, min: 0.02, max: 0.98, step: 0.01 }),
};
const values = defaultValues(params);

describe('the place of a law', () => {
  const law = placeOf(params, 'law');
  it('gives it, takes another, and fills a smaller one up', () => {
    expect(law.get(values)).toEqual({ kind: 'distribution', values: [0.5, 0.3, 0.2] });
    expect(law.put({ kind: 'distribution', values: [0, 1, 0] }, values)).toEqual({ law: [0, 1, 0] });
    expect(law.put({ kind: 'distribution', values: [0.5, 0.5] }, values)).toEqual({ law: [0.5, 0.5, 0] });
  });
  it('refuses a larger one and other kinds, and says why', () => {
    const larger = { kind: 'distribution', values: Array<number>(12).fill(1 / 12) } as const;
    expect(law.put(larger, values)).toBe('It has 12 outcomes, and Weather holds at most 3.');
    expect(law.put({ kind: 'text', text: 'a' }, values)).toBe('A text is no law, which is what goes here.');
  });
  it('leaves a smaller one as it is where the parameter takes laws of several sizes', () => {
    const several = {
      ...params.law,
      parse: (text: string) => {
        const size = text.split(',').length;
        return size === 1 ? { value: [0.5, 0.5], problem: 'Two at least.' } : simplex({ ...params.law, names: params.law.names.slice(0, size) }).parse(text); // prettier-ignore
      },
    };
    const own = placeOf({ law: several }, 'law');
    expect(own.put({ kind: 'distribution', values: [0.25, 0.75] }, values)).toEqual({ law: [0.25, 0.75] });
    expect(own.put({ kind: 'distribution', values: [1] }, values)).toEqual({ law: [1, 0] });
  });
  it('sets what else makes the figure show it, under a name of its own', () => {
    const own = placeOf(params, 'law', { label: 'p', also: { aa: 0.5 } });
    expect(own.label).toBe('p');
    expect(own.put({ kind: 'distribution', values: [1] }, values)).toEqual({ law: [1, 0, 0], aa: 0.5 });
  });
});

it('the place of a table fills up, and refuses one that is too large in either direction', () => {
  const joint = placeOf(params, 'joint');
  expect(joint.put({ kind: 'joint', rows: [[0.4, 0.6]] }, values)).toEqual({ joint: [[0.4, 0.6], [0, 0]] }); // prettier-ignore
  expect(joint.put({ kind: 'joint', rows: [[0.4, 0.3, 0.3]] }, values)).toBe(
    'It is a table of 1 by 3, and Table holds at most 2 by 2.',
  );
});

it('the place of a text refuses one that is too long, and does not cut it', () => {
  const words = placeOf(params, 'words');
  expect(words.put({ kind: 'text', text: '<b>' }, values)).toEqual({ words: '<b>' });
  expect(words.put({ kind: 'text', text: 'far too long' }, values)).toBe(
    'It has 12 characters, and Words holds at most 8.',
  );
});

it('a parameter that holds nothing of the kind is an error of the author', () => {
  expect(() => placeOf(params, 'aa')).toThrow('placeOf: aa is a number, which holds no law, table or text');
});

describe('a chain on two states', () => {
  const rows = [
    { key: 'aa', to: 0 },
    { key: 'ab', to: 0 },
  ] as const;
  const chain = twoStateChain(params, 'the chain', rows);
  it('is given as rows that add up to 1, whichever entry the figure has', () => {
    expect(chain.get(values)).toEqual({ kind: 'chain', rows: [[0.9, 1 - 0.9], [0.2, 0.8]] }); // prettier-ignore
    const other = twoStateChain(params, 'the chain', [rows[0], { key: 'ab', to: 1 }]);
    expect(other.get(values)).toEqual({ kind: 'chain', rows: [[0.9, 1 - 0.9], [0.8, 0.2]] }); // prettier-ignore
    expect(other.put(chain.get(values), values)).toEqual({ aa: 0.9, ab: 0.8 });
  });
  it('takes a chain, and refuses what is outside of its sliders or has more states', () => {
    expect(chain.put({ kind: 'chain', rows: [[0.25, 0.75], [1 / 3, 2 / 3]] }, values)).toEqual({ aa: 0.25, ab: 0.333333 }); // prettier-ignore
    expect(chain.put({ kind: 'chain', rows: [[1, 0], [0.5, 0.5]] }, values)).toBe(
      '“a after a” would be 1, and it lies between 0.02 and 0.98 here.',
    ); // prettier-ignore
    expect(chain.put({ kind: 'chain', rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]] }, values)).toBe(
      'It is a chain on 3 states, and the chain has two.',
    ); // prettier-ignore
  });
});

it('a place made by hand refuses other kinds as well', () => {
  const own = place<object, 'text'>('text', 'it', () => ({ kind: 'text', text: '' }), () => ({})); // prettier-ignore
  expect(own.put({ kind: 'distribution', values: [1] }, {})).toMatch(/^A law is no text/);
});

it('says what was filled up, and nothing else', () => {
  const law = (...values: number[]) => ({ kind: 'distribution', values }) as const;
  expect(whatChanged(law(1), law(1, 0))).toBe('The figure has 1 more outcome, of probability 0 now.');
  expect(whatChanged(law(1), law(1, 0, 0))).toBe('The figure has 2 more outcomes, of probability 0 now.');
  expect(whatChanged(law(1), law(1))).toBe('');
  expect(whatChanged({ kind: 'joint', rows: [[1]] }, { kind: 'joint', rows: [[1, 0]] })).toMatch(/up to 1 by 2/);
  expect(whatChanged({ kind: 'text', text: 'a' }, { kind: 'text', text: 'a' })).toBe('');
});
