import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reading, refusal } from '../../../fixtures/calculator/readings.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { examples } from '#calculator/examples.ts';
import { type Kind } from '#calculator/subject.ts';

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
