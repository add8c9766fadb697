import { describe, expect, it } from 'vitest';
import { report } from '../../fixtures/calculator/readings.ts';
import { close } from '../../fixtures/oracle.ts';
import { sayIn } from '#contract/say.ts';
import { examples } from './examples.ts';
import { jsonOf, tableOf, written } from './export.ts';
import { reportOn, type Answered } from './report.ts';
import { usualSettings, type Kind, type Settings } from './subject.ts';

const lines = (table: readonly (readonly number[])[]) => table.map((row) => row.join(' ')).join('\n');

/** A row with its steps and warnings, in words. */
function said(text: string, kind: Kind, id: string, settings: Partial<Settings> = {}) {
  const found = report(text, kind, settings) as Answered;
  const row = found.rows.find((each) => each.id === id)!;
  const steps = row.steps.map((step) => step.map((piece) => (typeof piece === 'string' ? piece : sayIn('bits').information(piece.nats))).join('')); // prettier-ignore
  return { ...row, steps, warnings: found.warnings.join(' ') };
}

describe('rows at their limits', () => {
  it('perplexities are exponents, which exceed no number', () => {
    const text = '-800\n-801\n-803';
    for (const id of ['text-perplexity', 'after-prompt']) close(said(text, 'tokens', id).value!, 2404 / 3);
    close(said('a,-800,1\nb,-801,2', 'tokens', 'weighted').value!, 2402 / 3);
    expect(said(text, 'tokens', 'mean-inverse').why).toBe('It exceeds what a computer’s numbers hold.');
    expect(said(text, 'tokens', 'total').steps[0]).toMatch(/^token 1: −log e\^\(−800\) = 1.154 b/);
  });

  it('a length is not known if some tokens have no number, and that is the reason', () => {
    const completion = JSON.stringify({ choices: [{ text: 'A cat sat', logprobs: { tokens: ['A', ' cat', ' sat'], token_logprobs: [null, -2, -3] } }] }); // prettier-ignore
    expect(said(completion, 'tokens', 'per-byte')).toMatchObject({ value: null, why: expect.stringMatching(/^Some tokens have no number/) as string }); // prettier-ignore
  });

  it('a text that is too short has no entropy after a context', () => {
    for (const text of ['ab', 'abcdefgh'])
      expect(said(text, 'text', 'after-1')).toMatchObject({ value: null, why: expect.stringMatching(/too short/) as string }); // prettier-ignore
    close(said('aaaa', 'text', 'after-1').value!, 0);
  });

  it('the beginning of a long text has its own bytes', () => {
    const { warnings, value } = said('ü'.repeat(2_000_100), 'text', 'bytes');
    expect(value).toBe(4_000_000);
    expect(warnings).toContain('Only the first 2,000,000 characters are read.');
  });

  it('information by nearest neighbors does not depend on the units', () => {
    const wave = Array.from({ length: 60 }, (_, i) => [Math.sin(i * i) * 3, Math.sin(i * i) + Math.cos(7 * i) / 3]);
    const at = (scale: number) =>
      said(lines(wave.map(([x, y]) => [x + 0.01, scale * y + 1000])), 'pairs', 'ksg').value!;
    close(at(1), at(1e4), 1e-3);
    expect(at(1)).toBeGreaterThan(0.3);
  });

  it('of few pairs no bias is given that is impossible, and of many the mean over shuffled columns', () => {
    const few = '1,2\n3,5\n2,2\n5,1\n9,3\n2,6\n1,7\n4,4\n8,2';
    const { why, warnings } = said(few, 'pairs', 'information-corrected');
    expect(why).toBe('There are too few pairs for the first-order term: 9, for 49 cells.');
    expect(warnings).toContain('Few samples: 9 pairs for 49 cells.');
    const empty = said(',a,b\nx,3,4\ny,0,0\nz,15,12', 'joint', 'information-bias');
    close(empty.value!, 1 / 68);
    expect(empty.warnings).not.toContain('Few samples');
  });

  it('rows that stand for one number have no distance correlation', () =>
    expect(said(',0,1\n1,0.3,0\n1,0,0.3\n2,0.2,0.2', 'joint', 'distance-correlation').why).toBe(
      'Two rows or two columns stand for the same number.',
    ));

  it('Grassberger’s estimate of draws that are all alike is not 0', () => {
    close(said('5 0', 'counts', 'grassberger').value!, 0.213, 1e-3);
    close(said('4 0', 'counts', 'grassberger').value!, -0.01, 1e-3);
  });

  it('the digamma estimate is Zhang’s, not that of Grassberger 1988', () =>
    close(said('7 4 2 1 1', 'counts', 'zhang').value!, 1.48601, 1e-5));
});

describe('every row of every example', () => {
  const all = examples.map(({ text, kind }) => report(text, kind) as Answered);
  const weird = [
    report('1', 'distribution'),
    report('0 1', 'distribution'),
    report('1e-300 1', 'distribution'),
    report('-inf -1', 'tokens'),
    report('-800 -900', 'tokens'),
    report('1 0\n0 1', 'two'),
    report('1', 'joint'),
    report('1 0\n0 0', 'joint'),
    report('1', 'chain'),
    report('1 0\n0 1', 'chain'),
    report('1', 'channel'),
    report('1 0\n1 0', 'channel'),
    report('1 0', 'counts'),
    report('5', 'logits'),
    report('1000 -1000', 'logits', { temperature: 0 }),
    report('a', 'text'),
    report('1.5 1\n1.5 1\n1.5 1\n1.5 1.25', 'pairs'),
    report('1.5 1\n2.5 2\n3.5 3\n4.5 4', 'pairs'),
  ] as Answered[];

  it('is a number, or says why it is none or infinite; its steps have no NaN', () => {
    for (const { rows } of [...all, ...weird]) {
      expect(rows.length).toBeGreaterThan(3);
      for (const { id, value, why, steps, amount } of rows) {
        expect(value, id).not.toBeNaN();
        if (value === null || Math.abs(value) === Infinity) expect(why, id).toMatch(/^.+[.]$/s);
        else expect(steps.length, id).toBeGreaterThan(0);
        const said = steps.flat().map((piece) => (typeof piece === 'string' ? piece : sayIn('bits').information(piece.nats))); // prettier-ignore
        expect(said.join(), id).not.toMatch(/NaN|undefined|null/);
        if (amount === 'probability' && value !== null) expect(value, id).toBeLessThanOrEqual(1);
      }
    }
  });

  it('ends, where it is a sum, in its value', () => {
    for (const { rows } of all)
      for (const { id, value, steps } of rows) {
        const last = steps.at(-1)?.at(-1);
        if (!String(steps.at(-1)?.[0]).includes('their sum') || typeof last !== 'object') continue;
        expect(last.nats, id).toBe(value);
      }
  });

  it('is exported: as CSV that no spreadsheet runs, as JSON that comes back', () => {
    for (const found of [...all, ...weird]) {
      const table = tableOf(found, 'nats');
      expect(table.rows).toHaveLength(found.rows.length);
      const parsed = JSON.parse(jsonOf(found, 'bits')) as { measures: { id: string; value: number | null; note?: string }[] }; // prettier-ignore
      parsed.measures.forEach(({ id, value, note }, i) => {
        const row = found.rows[i];
        expect(id).toBe(row.id);
        if (value === null) expect(note, id).toBeTruthy();
        else expect(value).toBe(written(row, 'bits'));
      });
    }
  });
});

describe('a long work', () => {
  it('says how far it is, never backwards, and ends with the whole', () => {
    const found = [...reportOn({ text: '0.1 0.9\n0.5 0.5', kind: 'guess', settings: usualSettings })];
    const shares = found.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(found.at(-1)).toMatchObject({ share: 1, model: { kind: 'chain' } });
    expect(found.filter(({ model }) => model)).toHaveLength(1);
  });

  it('of thirty thousand outcomes ends', () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `${(i % 17) + 1}`).join('\n');
    const found = report(text, 'counts') as Answered;
    expect(found.rows.find(({ id }) => id === 'huffman')!.why).toMatch(/more than 20,000/);
    expect(found.rows.every(({ value }) => !Number.isNaN(value))).toBe(true);
  });

  it('that is refused says why', () =>
    expect(report('0.5 -1', 'distribution')).toEqual({ refused: expect.any(String) }));
});
