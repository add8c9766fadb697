import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reading, refusal } from '../../../fixtures/calculator/readings.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import '../../../fixtures/arbitrary.ts';
import { examples } from '#calculator/examples.ts';
import { Refusal, usualSettings, type Kind } from '#calculator/subject.ts';
import { read } from './read.ts';

const law = (text: string, kind: Kind | 'guess' = 'distribution') => reading(text, kind).subject.law!;
const quarter = [0.25, 0.75];

describe('a distribution', () => {
  it.each([
    ['one a line', '0.25\n0.75'],
    ['in a row', '0.25 0.75'],
    ['with commas', '0.25, 0.75'],
    ['with semicolons and decimal commas', '0,25; 0,75'],
    ['with tabs and decimal commas', 'a\t0,25\nb\t0,75'],
    ['with decimal commas and spaces', '0,25 0,75'],
    ['with decimal commas, one a line', '0,25\n0,75\n'],
    ['with CR alone', '0.25\r0.75\r'],
    ['with CR and LF', '0.25\r\n0.75\r\n'],
    ['with a byte-order mark', '\uFEFF0.25\n0.75'],
    ['as percentages', '25 %; 75 %'],
    ['as fractions', '1/4, 3/4'],
    ['in brackets', '[0.25, 0.75]'],
    ['as a program prints it', '[0.25 0.75]'],
    ['as numpy prints it', 'array([0.25, 0.75])'.replace('array', '')],
    ['as a JSON object', '{"a": 0.25, "b": 0.75}'],
    ['as JSON records', '[{"x": "a", "p": 0.25}, {"x": "b", "p": 0.75}]'],
    ['with a heading', 'outcome,p\na,0.25\nb,0.75'],
    ['with comments and empty lines', '# mine\n\n0.25\n\n0.75'],
    ['with names that have spaces, quoted', '"a b" 0.25\n"c ""d""" 0.75'],
  ])('is read %s', (_, text) => closeAll(law(text).p, quarter));

  it('keeps names, also those that mean something to a program, and does not add up equal ones', () => {
    const found = reading('{"__proto__": 0.5, "constructor": 0.25, "toString": 0.25}', 'distribution');
    expect(found.subject.law!.labels).toEqual(['__proto__', 'constructor', 'toString']);
    const repeated = reading('a 0.5\na 0.25\na 0.25', 'distribution');
    expect(repeated.subject.law!.p).toEqual([0.5, 0.25, 0.25]);
    expect(repeated.warnings.join()).toMatch(/“a” \(3 times\).*not added up/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('says by how much the sum misses 1, and shows the normalized law', () => {
    const { subject, warnings } = reading('0.5 0.47', 'distribution');
    closeAll(subject.law!.p, [0.5 / 0.97, 0.47 / 0.97]);
    expect(warnings).toEqual([
      'The numbers sum to 0.97: 0.03 less than 1. Shown is what follows after division by the sum.',
    ]);
    expect(reading('0.333 0.333 0.333', 'distribution').warnings[0]).toMatch(/about 1: 0\.001 less.*rounded/);
    expect(reading('0.1 0.2 0.7', 'distribution').warnings).toEqual([]);
  });

  it('speaks of zeros', () => {
    expect(reading('1 0 0', 'distribution').warnings.join()).toMatch(/2 outcomes have probability 0.*0 log 0/);
  });

  it.each([
    ['0.5\n-0.5', 'At line 2, column 1 stands -0.5, and no probability or count is negative.'],
    ['0.5 abc', 'At line 1, column 5 stands “abc”, which is no number.'],
    ['0.5\n\n1.5x', 'At line 3, column 1 stands “1.5x”, which is no number.'],
    ['0.5, NaN', 'At line 1, column 6 stands “NaN”, which stands for no value.'],
    ['a;0,5\nb;', 'At line 2, column'],
    ['0.5 inf', 'At line 1, column 5 stands inf, and no probability is infinite.'],
    ['0 0 0', 'The numbers are all zero: there is nothing to divide.'],
    ['[0.5, null]', 'At row 1, entry 2 a value is missing.'],
    ['[0.5, [1]]', 'At row 1, entry 2 of the JSON stands a list, where a number or a text should stand.'],
    ['{"a": 0.5,', 'It begins as JSON and is none: at line 1, column 11 should stand a name in double quotes.'],
    ['  \n ', 'There is nothing to read.'],
  ])('refuses %j', (text, message) => expect(refusal(text, 'distribution')).toContain(message));

  it('survives any text: it is read, or refused with a sentence', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('0,5', '\t', ';', '\r', '"', '[', ']', '{', '1/2', '-inf', 'NaN', '\n', '50 %', '__proto__'),
    );
    const kinds = fc.constantFrom('guess', ...examples.map(({ kind }) => kind));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), kinds, (pieces, kind) => {
        try {
          expect(reading(pieces.join(' '), kind as Kind).size).toMatch(/\d|pairs/);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.message).toMatch(/^\p{Lu}.*[.?”!]$/su);
          expect(error.message).not.toMatch(/undefined|\[object|NaN,/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('nothing that was written is dropped without a word', () => {
  it.each<[string, Kind, string]>([
    ['a,0.5\nb,\nc,0.5', 'distribution', 'At line 2, column 3 a value is missing.'],
    ['a 9\nb\nc 6', 'counts', 'At line 2 a value is missing after “b”.'],
    ['a,3,4\nb,2,\nc,5,1', 'counts', 'At line 2, column 5 a value is missing.'],
    ['a 0.5\nb 0.3\n0.2', 'distribution', 'At line 3 stands 0.2 alone, where others have a name and a number.'],
    ['x 0.2 0.3\ny 0.5', 'distribution', 'The rows have different lengths: 2 values in the first and 1 on line 2.'],
    [
      'New,York,12\nParis,7\nRome,5',
      'counts',
      'The rows have different lengths: 2 values in the first and 1 on line 2.',
    ],
    ['a 0.5\n0.5', 'distribution', 'At line 1, column 1 stands “a”, which is no number.'],
  ])('%j is refused', (text, kind, message) => {
    expect(refusal(text, kind)).toBe(message);
  });

  it.each([
    ['array([0.1, 0.2, 0.7])', [0.1, 0.2, 0.7]],
    ['tensor([0.1000, 0.2000, 0.7000], dtype=torch.float64)', [0.1, 0.2, 0.7]],
    ['p = [0.1, 0.2, 0.7]', [0.1, 0.2, 0.7]],
    ['np.array([1., 0.])', [1, 0]],
    ['0.1, 0.2,\n0.3, 0.4,\n', [0.1, 0.2, 0.3, 0.4]],
    ['0.3,\n0.7,\n', [0.3, 0.7]],
    ['1 0.5\n2 0.3\n3 0.2', [0.5, 0.3, 0.2]],
    ['#1 0.5\n#2 0.3\nx 0.2', [0.5, 0.3, 0.2]],
    ['heads: 0.6\ntails: 0.4', [0.6, 0.4]],
    ['heads=0.6\ntails=0.4', [0.6, 0.4]],
    ['p: 0.5, 0.5', [0.5, 0.5]],
  ])('%j is whole', (text, p) => {
    closeAll(law(text).p, p);
    if (!text.includes(',\n')) closeAll(law(text, 'guess').p, p);
  });

  it('as programs print tables', () => {
    const { joint } = reading('array([[0.1, 0.2],\n       [0.3, 0.4]])').subject;
    closeAll(joint!.table.flat(), [0.1, 0.2, 0.3, 0.4]);
    closeAll(reading('tensor([[0.1, 0.4], [0.3, 0.2]])').subject.joint!.table.flat(), [0.1, 0.4, 0.3, 0.2]);
    closeAll(reading('tensor([-0.1, -2.5, -inf])', 'tokens').subject.tokens!.surprisals, [0.1, 2.5, Infinity]);
  });

  it.each([
    ['The -2.1\n##ing -1.2\n cat -5.3', ['The', '##ing', 'cat'], 8.6],
    ['The -2.1\n( -0.5\ncat -5.3', ['The', '(', 'cat'], 7.9],
    ['of the -2.5\nhouse -1\ncat -3', ['of the', 'house', 'cat'], 6.5],
    ['The "quick" -2.1\nfox -3', ['The "quick"', 'fox'], 5.1],
  ])('tokens %j', (text, names, total) => {
    const { tokens } = reading(text, 'tokens').subject;
    expect(tokens!.names).toEqual(names);
    close(
      tokens!.surprisals.reduce((a, b) => a + b),
      total,
    );
  });

  it('names of several words, and of numbers, are names', () => {
    expect(reading('New York 12\nParis 7\nRome 5').subject.counts!.counts).toEqual([12, 7, 5]);
    expect(law('heads: 0.6\ntails: 0.4').labels).toEqual(['heads', 'tails']);
    const die = reading('1 0.5\n2 0.3\n3 0.2');
    expect(die).toMatchObject({ kind: 'distribution', warnings: ['The first column is taken for names of the outcomes.'] });
    expect(die.subject.law!.labels).toEqual(['1', '2', '3']);
  }); // prettier-ignore

  it('and what is left out or taken for names is said', () => {
    expect(reading('# mine\n# old\n0.5 0.5').warnings).toEqual(['2 lines that begin with # are left out as remarks.']);
    expect(reading('outcome,p\na,0.5\nb,0.5').warnings).toEqual([
      'The first line, “outcome, p”, is taken for names of the columns.',
    ]);
    expect(reading('the -0.5 464\ncat -1 3797', 'tokens').warnings[0]).toBe('The second column is taken for weights.');
  });
});

describe('a number that was written wrongly is refused with its place', () => {
  it.each([
    ['a 1e309\nb 1', 'At line 1, column 3 stands “1e309”, which is no number.'],
    ['a 1/0\nb 1/2', 'At line 1, column 3 stands “1/0”, which is no number.'],
    ['sun O.5\ncloud 0.25\nrain 0.25', 'At line 1, column 5 stands “O.5”, which is no number.'],
    ['1e309\n1\n2', 'At line 1, column 1 stands “1e309”, which is no number.'],
    ['-1e309\n-1', 'At line 1, column 1 stands “-1e309”, which is no number.'],
    ['0.5x\n0.5', 'At line 1, column 1 stands “0.5x”, which is no number.'],
    ['\u202e0.5 0.5', 'At line 1, column 1 stands “\u202e0.5”, which is no number.'],
    ['O.5 0.5\n0.5 0.5', 'At line 1, column 1 stands “O.5”, which is no number.'],
    ['a O.5\nb O.5', 'At line 1, column 3 stands “O.5”, which is no number.'],
    ['sun 0.5\ncloud O.25\nrain 0.25', 'At line 2, column 7 stands “O.25”, which is no number.'],
    ['b 0.5\nc 0.5\na 1e309', 'At line 3, column 3 stands “1e309”, which is no number.'],
    ['b 1/2\na 1/0\nc 1/2', 'At line 2, column 3 stands “1/0”, which is no number.'],
    ['day,p\nb,0.5\nc,half\na,0.25', 'At line 3, column 3 stands “half”, which is no number.'],
    ['a 150%\nb -50%', 'At line 2, column 3 stands -50%, and no probability or count is negative.'],
    [
      '{"a":0.5,"a":0.25,"b":0.25}',
      'The name “a” stands twice in one object of the JSON, the second time at line 1, column 10.',
    ],
    [
      '[{"a":1},\n{"b":2,"\\u0062":3}]',
      'The name “b” stands twice in one object of the JSON, the second time at line 2, column 8.',
    ],
  ])('%j', (text, message) => expect(refusal(text)).toContain(message));

  it('and what only looks like one may be a name', () => {
    const bins = reading('size,0.5-0.6,0.6-0.7\na,3,4\nb,5,6');
    expect(bins.subject.joint).toMatchObject({ columns: ['0.5-0.6', '0.6-0.7'] });
    expect(reading('model,1.5B,7B\na,3,4\nb,5,6').subject.joint).toMatchObject({ columns: ['1.5B', '7B'] });
    expect(reading('day,1/2/2026,2/2/2026\na,3,4\nb,5,6').subject.joint!.columns).toHaveLength(2);
    expect(reading('1.0.2 3\n1.0.3 4').subject.counts!.counts).toEqual([3, 4]);
    expect(law('[{"x": "a", "p": 0.5}, {"x": "a", "p": 0.5}]').labels).toEqual(['a', 'a']);
    expect(law('{"a": 0.5, "b: {\\"a\\"": 0.5}').labels).toHaveLength(2);
  });

  it.each([
    ['1,000\n2,000', /thousands/],
    ['1 234\n2 345\n10 000', /thousands/],
    ['year,count\n2021,3\n2022,5', /“year”, is counted like the other/],
    ['1 2\n3', /Some lines have 2 numbers and others 1/],
    ['[[1,2],[3]]', /Some lines have 2 numbers and others 1/],
  ])('and what %j may mean is said', (text, note) => expect(reading(text).warnings.join()).toMatch(note));

  it('or stays without a word', () => {
    for (const text of ['100 200\n300 400', '0.1 0.2\n0.3 0.4', '1 000', ',count\n2021,3\n2022,5'])
      expect(reading(text).warnings.join()).not.toMatch(/like the other|Some lines/);
    expect(reading('100 200\n300 400').warnings.join()).not.toMatch(/thousands/);
    expect(refusal('1e20 1 1')).toBe('At line 1, column 1 stands 1e20, and counts above 2⁵³ are not exact.');
  });

  it('and a chain with a row that does not sum to 1 is said to be none', () =>
    expect(reading('0.9 0.1\n0.2 0.9')).toMatchObject({
      kind: 'joint',
      because: 'it is a table of numbers that are not negative; row 2 sums to 1.1, so it is no chain',
    }));
});

describe('megabytes', () => {
  it('are read in seconds, with progress', () => {
    const line = 'some-name,0.00001\n';
    const steps = read(line.repeat(150_000), 'distribution', usualSettings);
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    expect(step.value.subject.law!.p).toHaveLength(150_000);
    expect(shares.length).toBeGreaterThan(20);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(refusal(line.repeat(210_000), 'distribution')).toMatch(/210,000 outcomes; the calculator takes up to/);
  });
});
