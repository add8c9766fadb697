import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asName, decode, encode, fragmentOf, longestName, nameProblem, pinProblem, type Pin } from './pin.ts';
import { pinKey } from './pinNames.ts';

const name = fc.string({ unit: 'grapheme', maxLength: 60 }).map(asName);
const weight = fc.oneof(fc.double({ min: 1e-9, max: 1, noNaN: true }), fc.constant(0));
const law = (size: number) =>
  fc
    .array(weight, { minLength: size, maxLength: size })
    .filter((all) => all.some((x) => x > 0))
    .map((all) => all.map((x) => x / all.reduce((a, b) => a + b, 0)));
const size = fc.integer({ min: 1, max: 8 });
const table = (rows: number, columns: number) =>
  law(rows * columns).map((flat) => Array.from({ length: rows }, (_, i) => flat.slice(i * columns, (i + 1) * columns)));
const plain = { noNullPrototype: true };
const pin: fc.Arbitrary<Pin> = fc.oneof(
  fc.record({ kind: fc.constant('distribution' as const), name, values: size.chain(law) }, plain),
  fc.record(
    { kind: fc.constant('joint' as const), name, rows: fc.tuple(size, size).chain(([a, b]) => table(a, b)) },
    plain,
  ),
  fc.record(
    {
      kind: fc.constant('chain' as const),
      name,
      rows: size.chain((n) => fc.array(law(n), { minLength: n, maxLength: n })),
    },
    plain,
  ),
  fc.record({ kind: fc.constant('text' as const), name, text: fc.string({ unit: 'grapheme' }) }, plain),
);

const numbers = (content: Pin) =>
  content.kind === 'distribution' ? content.values : content.kind === 'text' ? [] : content.rows.flat();

function read(text: string): Pin {
  const decoded = decode(text);
  if ('problem' in decoded) throw new Error(decoded.problem);
  return decoded.pin;
}

describe('a pin as text', () => {
  it('comes back from an address as it was, to twelve decimals, and is written the same again', () => {
    fc.assert(
      fc.property(pin, (made) => {
        const text = new URLSearchParams(fragmentOf(made).slice(1)).get(pinKey)!;
        const back = read(text);
        expect({ kind: back.kind, name: back.name }).toEqual({ kind: made.kind, name: made.name });
        if (back.kind === 'text') expect(back).toEqual(made);
        for (const [i, p] of numbers(back).entries()) expect(Math.abs(p - numbers(made)[i])).toBeLessThan(1e-11);
        expect(encode(back)).toBe(text);
        expect(encode(read(encode(back)))).toBe(text);
        expect(pinProblem(made)).toBeUndefined();
      }),
    );
  });

  it('divides what it reads by its sum, for every row of a chain', () => {
    expect(read('distribution~counts~3,1')).toEqual({ kind: 'distribution', name: 'counts', values: [0.75, 0.25] });
    expect(read('joint~t~1,1;0,2')).toMatchObject({ rows: [[0.25, 0.25], [0, 0.5]] }); // prettier-ignore
    expect(read('chain~c~1,1;0,2')).toMatchObject({ rows: [[0.5, 0.5], [0, 1]] }); // prettier-ignore
  });

  it('takes the joiners of a script between characters that are seen', () => {
    for (const name of ['👨‍👩‍👧', 'می‌خواهم', 'क्‍ष', 'a\u200db\u200cc']) {
      expect(nameProblem(name), name).toBeUndefined();
      expect(read(`distribution~${name}~1,1`).name).toBe(name);
    }
  });

  const refused: readonly (readonly [string, RegExp])[] = [
    ['', /^This is no pin/],
    ['distribution', /^This is no pin/],
    ['__proto__~a~1', /^This is no pin/],
    ['constructor~a~1,1', /no law, table, chain or text/],
    ['distribution~~1,1', /needs a name/],
    [`distribution~${'n'.repeat(41)}~1,1`, /at most 40 characters; this has 41/],
    ['distribution~<img src=x onerror=alert(1)>~1,1', /none of the signs <, > and ~/],
    ['distribution~a\u202eb~1,1', /cannot be seen/],
    ['distribution~\u200da~1,1', /cannot be seen/],
    ['distribution~a\u200c\u200cb~1,1', /cannot be seen/],
    ['distribution~a\u200d b~1,1', /cannot be seen/],
    ['distribution~a\u0000b~1,1', /cannot be seen/],
    ['distribution~a\ud800~1,1', /cannot be seen/],
    ['distribution~a~', /not a number/],
    ['distribution~a~1,', /not a number/],
    ['distribution~a~1,NaN', /not a number/],
    ['distribution~a~1,Infinity', /not a number/],
    ['distribution~a~1,0x10', /not a number/],
    ['distribution~a~1,1e9999', /not a number/],
    ['distribution~a~1e308,1e308', /too large to add up/],
    ['distribution~a~1,<b>', /not a number/],
    [`distribution~a~0.${'1'.repeat(40)}`, /not a number/],
    ['distribution~a~1,-1', /negative/],
    ['distribution~a~0,0', /nothing can happen/],
    [`distribution~a~${'1,'.repeat(100_000)}1`, /more than 64 numbers/],
    [`joint~a~${'1;'.repeat(100_000)}1`, /more than 16 rows/],
    ['joint~a~1,1;1', /not of one length/],
    ['chain~a~1,1', /as many rows as columns/],
    ['chain~a~1,1;0,0', /nothing can happen/],
    [`text~a~${'x'.repeat(6001)}`, /longer than 6000 characters/],
    ['text~a~\ud800', /half a character/],
  ];
  it.each(refused.map(([text, sentence]) => [text.slice(0, 40), text, sentence] as const))(
    'is refused with a sentence: %j',
    (_, text, sentence) => {
      const decoded = decode(text);
      expect('problem' in decoded && decoded.problem).toMatch(sentence);
      expect('problem' in decoded && decoded.problem).toMatch(/^[A-Z].*\.$/s);
    },
  );

  it('never throws', () => {
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('distribution', 'joint', 'chain', 'text', '~', ',', ';', '1', '0.5', '__proto__', '<')); // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const decoded = decode(parts.join(''));
        if ('pin' in decoded) expect(numbers(decoded.pin).every((p) => p >= 0 && p <= 1)).toBe(true);
      }),
    );
  });
});

it('a suggested name is a name, whatever words it is made from', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (words) => void expect(nameProblem(asName(words))).toBeUndefined())); // prettier-ignore
  expect(asName('<>')).toBe('pin');
  expect(asName('x'.repeat(90))).toHaveLength(longestName);
});
