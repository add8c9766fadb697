import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import '../../../fixtures/arbitrary.ts';
import { examples } from '#calculator/examples.ts';
import { Refusal, usualSettings, type Kind, type Reading, type Settings } from '#calculator/subject.ts';
import { read } from './read.ts';

function reading(text: string, kind: Kind | 'guess' = 'guess', settings: Partial<Settings> = {}): Reading {
  const steps = read(text, kind, { ...usualSettings, ...settings });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
const refusal = (...of: Parameters<typeof reading>): string => {
  try {
    reading(...of);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
};
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

describe('what an input seems to be', () => {
  it.each(examples.filter(({ kind }) => kind !== 'channel'))('$title is of its kind', ({ text, kind }) =>
    expect(reading(text)).toMatchObject({ kind, because: expect.any(String) }),
  );

  it.each<[string, Kind]>([
    ['0.2 0.3 0.5', 'distribution'],
    ['3 5 9', 'counts'],
    ['-1 2 0.5', 'logits'],
    ['-0.6931 -0.6931', 'outcomes'],
    ['-1 -2 -3', 'tokens'],
    ['-1\n-2\n-3\n-3', 'outcomes'],
    ['0.5 0.5\n0.1 0.9', 'chain'],
    ['0.5 0.4 0.1\n0.1 0.1 0.8', 'two'],
    ['0.5 0.5 0\n0.1 0.9 0\n0 0 1\n1 0 0', 'channel'],
    ['0.1 0.2\n0.3 0.4', 'joint'],
    ['3 4 5\n6 7 8', 'joint'],
    ['Call me Ishmael.', 'text'],
    ['1.5 2.5\n-1 3\n0 1\n2 2', 'pairs'],
  ])('%j', (text, kind) => expect(reading(text).kind).toBe(kind));

  it('an example of a channel is one when it is called so', () => {
    const { text } = examples.find(({ kind }) => kind === 'channel')!;
    expect(reading(text, 'channel').subject.channel).toEqual({
      matrix: [
        [0.8, 0.1, 0.1],
        [0.1, 0.8, 0.1],
      ],
      inputs: ['0', '1'],
      outputs: ['0', '1', 'lost'],
    });
  });
});

describe('tables', () => {
  it('have names of rows and columns', () => {
    const { joint, tally } = reading(',a,b\nx,1,2\ny,3,4', 'joint').subject;
    expect(joint).toMatchObject({ rows: ['x', 'y'], columns: ['a', 'b'] });
    closeAll(joint!.table.flat(), [0.1, 0.2, 0.3, 0.4]);
    expect(tally!.counts).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('may stand for numbers', () =>
    expect(reading(',0,10\n-1,0.2,0.3\n1,0.4,0.1', 'joint').subject.joint).toMatchObject({ xs: [-1, 1], ys: [0, 10] }));

  it('refuse rows of different lengths, by their line', () =>
    expect(refusal('0.1 0.2\n0.3 0.3 0.1', 'joint')).toBe(
      'The rows have different lengths: 2 values in the first and 3 on line 2.',
    ));

  it('say which rows of a chain miss 1, and that a chain is square', () => {
    const { warnings, subject } = reading('0.5 0.5\n0.2 0.7', 'chain');
    expect(warnings[0]).toMatch(/^Row 2 sums to 0\.9: 0\.1 less than 1/);
    closeAll(subject.chain!.matrix[1], [0.2 / 0.9, 0.7 / 0.9]);
    expect(refusal('0.5 0.5 0', 'chain')).toMatch(/square matrix; this one is 1 × 3/);
  });

  it('are two distributions by columns or by rows', () => {
    const byColumns = reading('a,0.5,0.1\nb,0.5,0.9', 'two').subject.pair!;
    expect(byColumns).toEqual({ p: [0.5, 0.5], q: [0.1, 0.9], labels: ['a', 'b'] });
    const byRows = reading('{"p": [0.5, 0.3, 0.2], "q": [0.1, 0.2, 0.7]}', 'two').subject.pair!;
    closeAll(byRows.q, [0.1, 0.2, 0.7]);
    expect(refusal('1 2 3\n4 5 6\n7 8 9', 'two')).toMatch(/two columns or two rows/);
  });
});

describe('counts', () => {
  it('are whole, and few of them bring the size of the bias', () => {
    const { warnings, subject } = reading('a 3\nb 2\nc 1', 'counts');
    expect(subject.counts!.counts).toEqual([3, 2, 1]);
    // (3 − 1)/12 = 0.1667 nats.
    expect(warnings.join()).toMatch(/too small by at least about 0\.24 bits \(0\.17 nats\)/);
    expect(refusal('1.5 2', 'counts')).toMatch(/stands 1\.5, and a count is a whole number/);
    expect(refusal('0 0', 'counts')).toMatch(/nothing was drawn/);
  });
});

describe('logarithms', () => {
  it('of outcomes are taken to the base with which the probabilities sum to 1', () => {
    const p = [0.7, 0.2, 0.1];
    for (const [log, name] of [
      [Math.log, undefined],
      [Math.log2, 'base 2'],
      [Math.log10, 'base 10'],
    ] as const) {
      const { subject, warnings } = reading(p.map(log).join(' '), 'outcomes');
      closeAll(subject.law!.p, p, 1e-9);
      if (name) expect(warnings.join()).toContain(name);
      else expect(warnings).toEqual([]);
    }
    expect(reading('-1 -1', 'outcomes').warnings.join()).toMatch(/Taken for logarithms to the base 2/);
    expect(reading('-1 -2', 'outcomes').warnings.join()).toMatch(/With no usual base.*sum to 0\.503/);
    expect(reading('-inf 0', 'outcomes').subject.law!.p).toEqual([0, 1]);
    expect(refusal('1 -3', 'outcomes')).toMatch(/no log-probability is positive/);
  });

  it('of tokens are natural unless the reader says otherwise', () => {
    const natural = reading('-1 -2', 'tokens');
    expect(natural.subject.tokens!.surprisals).toEqual([1, 2]);
    expect(natural.warnings.join()).toMatch(/Natural logarithms are assumed/);
    closeAll(reading('-1 -2', 'tokens', { base: '2' }).subject.tokens!.surprisals, [Math.LN2, 2 * Math.LN2]);
    closeAll(reading('0.5 0.25', 'tokens').subject.tokens!.surprisals, [Math.LN2, 2 * Math.LN2]);
    expect(reading('a,-1,2\nb,-3,0', 'tokens').subject.tokens).toMatchObject({ weights: [2, 0], names: ['a', 'b'] });
    expect(refusal('-1 2', 'tokens')).toMatch(/column 4 stands 2, and no log-probability is positive/);
  });

  it('of logits may be −∞, but not all of them, and not +∞', () => {
    expect(reading('0 -inf', 'logits').subject.law!.p).toEqual([1, 0]);
    expect(refusal('-inf -inf', 'logits')).toMatch(/nothing is possible/);
    expect(refusal('0 inf', 'logits')).toMatch(/no logit is \+∞/);
    const { warnings } = reading('a 0\nb -800\nc -2', 'logits');
    expect(warnings.join()).toMatch(/^One outcome has a probability above 0 but below/);
    expect(reading('a 0\nb -inf', 'logits').warnings.join()).toMatch(/^One outcome has probability 0/);
  });
});

describe('paired columns', () => {
  it('of words are counted, of measured numbers kept', () => {
    const words = reading('a,x\na,y\nb,y', 'pairs').subject;
    expect(words.tally!.counts).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(words.joint).toMatchObject({ rows: ['a', 'b'], columns: ['x', 'y'] });
    const numbers = reading('u;v\n1,5;2\n2,5;3\n0,1;1\n0,2;4', 'pairs').subject.numbers!;
    expect(numbers).toEqual({ x: [1.5, 2.5, 0.1, 0.2], y: [2, 3, 1, 4] });
    const ones = reading('1,2\n1.0,2\n2,1\n1,1', 'pairs').subject;
    expect(ones.joint).toMatchObject({ rows: ['1', '2'], xs: [1, 2] });
    expect(ones.tally!.counts).toEqual([
      [1, 2],
      [1, 0],
    ]);
    expect(refusal('a,b\nc', 'pairs')).toBe('Paired columns are two; line 2 has 1 entry.');
  });
});

describe('a text', () => {
  it('is characters and bytes, with what cannot be seen by name', () => {
    const text = readFileSync('fixtures/cases/22-whitespace-bom-crlf-nul.txt', 'utf8');
    const { subject, warnings } = reading(text, 'text');
    expect(subject.text!.bytes).toBe(65);
    expect(warnings.join(' ')).toMatch(/byte-order mark.*left out.*CR and LF/);
    for (const name of ['NUL', 'tab', 'space', 'carriage return', 'line feed'])
      expect(subject.law!.labels).toContain(name);
    close(
      subject.law!.p.reduce((a, b) => a + b),
      1,
    );
  });
});

describe('answers of programs', () => {
  const open = (name: string) => reading(readFileSync(`fixtures/cases/${name}`, 'utf8'));
  it.each([
    ['09b-clipped-at-minus-100.json', 2, 100.4],
    ['10-ollama-replacement-bytes.json', 4, 0.9375],
    ['13-token-id-strings.json', 2, 0.7],
    ['14-duplicate-and-empty-alternatives.json', 2, 1.1],
    ['16a-chat-with-completions-shape.json', 4, 0.302],
    ['17-stream.json', 4, 1],
    ['28-tokens-for-csv.json', 8, 5.5],
  ])('%s', (name, count, nats) => {
    const { kind, subject } = open(name);
    expect(kind).toBe('tokens');
    expect(subject.tokens!.surprisals).toHaveLength(count);
    close(
      subject.tokens!.surprisals.reduce((a, b) => a + b),
      nats,
      1e-6,
    );
  });

  it('whose text is known have its length, and others none', () => {
    expect(open('10-ollama-replacement-bytes.json').subject.tokens!.bytes).toBe(4);
    expect(open('13-token-id-strings.json').subject.tokens!.bytes).toBe(3);
    expect(open('20-tokens-do-not-join.json').subject.tokens!.bytes).toBeUndefined();
  });

  it.each([
    ['04a-llamacpp-empty-list.json', /llama\.cpp.*n_probs/],
    ['04b-completions-logprobs-null.json', /logprobs/],
  ])('%s is refused with what to ask for', (name, sentence) => {
    expect(refusal(readFileSync(`fixtures/cases/${name}`, 'utf8'))).toMatch(sentence);
  });
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
