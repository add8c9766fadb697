import { normalizeTable } from '#theory/measures/joint.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { sum } from '#theory/measures/distribution.ts';
import { Refusal, kindNames, type Kind, type Reading, type Settings } from '#calculator/subject.ts';
import { gridOf, whereIs, type Grid } from './grid.ts';
import { guess } from './guess.ts';
import { assertAtMost, counted, limits } from './limits.ts';
import { chain, channel } from './matrices.ts';
import { areThousands } from './number.ts';
import { pairsOf } from './pairs.ts';
import { logitsOf, outcomesOf, tokensOfFile, tokensOfGrid } from './sequence.ts';
import { assertRectangular, listOf, outcomesIn, tableOf, weightOf, type Table } from './table.ts';
import { textOf } from './text.ts';
import { fewPairs } from './tally.ts';
import { inBoth, numbered, onRepeated, onZeros, plain, toLaw } from './weights.ts';

type Read = Omit<Reading, 'kind' | 'because'>;

function distribution(grid: Grid): Read {
  const { cells, labels, notes } = outcomesIn(tableOf(grid), grid);
  assertAtMost(cells.length, limits.outcomes, 'outcomes');
  const weights = cells.map((cell) => weightOf(cell, grid));
  const { p, warnings } = toLaw(weights, 'The numbers');
  const law = { p, labels: labels ?? numbered(p.length, 'outcome') };
  const percents = cells.filter(({ written }) => typeof written === 'object' && written.percent).length;
  const others = weights.filter((w) => w > 0).length - percents;
  const mixed = percents > 0 && others > 0 ? ['Some numbers are percentages and others are not.'] : [];
  return {
    size: counted(p.length, 'outcome'),
    subject: { law },
    warnings: [...notes, ...mixed, ...warnings, ...onZeros(p), ...onRepeated(labels, 'an outcome')],
  };
}

/** Throws a Refusal unless a weight is a whole number. */
function countsIn(table: Pick<Table, 'cells'>, grid: Grid): number[][] {
  return table.cells.map((row) =>
    row.map((cell) => {
      const count = weightOf(cell, grid);
      if (Number.isSafeInteger(count)) return count;
      const why = Number.isInteger(count) ? 'counts above 2⁵³ are not exact' : 'a count is a whole number';
      throw new Refusal(`At ${whereIs(cell, grid)} stands ${cell.text}, and ${why}.`);
    }),
  );
}

const fewDraws = (bias: number, n: number) =>
  bias > 0.02
    ? [
        `Few samples: of ${plain(n)} draws the plug-in estimate of the entropy is too small by at least about ${inBoth(bias)} on average, by the first-order term of Miller; by more if there are outcomes that have not come.`,
      ]
    : [];

function counts(grid: Grid): Read {
  const { cells, labels, notes } = outcomesIn(tableOf(grid), grid);
  assertAtMost(cells.length, limits.outcomes, 'outcomes');
  const counts = countsIn({ cells: [cells] }, grid)[0];
  const n = sum(counts);
  if (!(n > 0)) throw new Refusal('All counts are zero: nothing was drawn.');
  const p = counts.map((count) => count / n);
  const seen = counts.filter((count) => count > 0).length;
  return {
    size: `${counted(n, 'draw')} of ${counted(counts.length, 'outcome')}`,
    subject: { law: { p, labels: labels ?? numbered(p.length, 'outcome') }, counts: { counts } },
    warnings: [
      ...notes,
      'Probabilities are taken to be the observed shares. The rows on the distribution are about these shares, not about the source.',
      ...fewDraws((seen - 1) / (2 * n), n),
      ...onZeros(p),
      ...onRepeated(labels, 'an outcome'),
    ],
  };
}

/** A finite logit is never impossible, though its probability may be less than any number of a computer. */
const onUnderflow = (count: number) =>
  count > 0
    ? [
        `${count === 1 ? 'One outcome has a probability' : `${plain(count)} outcomes have probabilities`} above 0 but below what a computer’s numbers hold; the rows on the distribution leave ${count === 1 ? 'it' : 'them'} out.`,
      ]
    : [];

function fromLogits(logits: readonly number[], labels: readonly string[] | undefined): Read {
  const p = Array.from(logSoftmax(logits), Math.exp);
  const total = sum(p);
  const law = { p: p.map((x) => x / total), labels: labels ?? numbered(p.length, 'outcome') };
  return {
    size: counted(p.length, 'outcome'),
    subject: { law, logits: { logits } },
    warnings: [
      ...onZeros(law.p.filter((x, i) => x > 0 || logits[i] === -Infinity)),
      ...onUnderflow(law.p.filter((x, i) => x === 0 && logits[i] > -Infinity).length),
      ...onRepeated(labels, 'an outcome'),
    ],
  };
}

function two(grid: Grid): Read {
  const table = tableOf(grid);
  assertRectangular(table, grid);
  const { cells, rows, columns } = table;
  const across = cells.length === 2 && cells[0].length !== 2;
  if (cells.length === 0 || !(across || cells[0].length === 2 || cells.length === 2))
    throw new Refusal(
      `Two distributions are two columns or two rows of numbers; here ${cells.length === 1 ? 'is one row' : `are ${cells.length} rows`} of ${cells[0]?.length ?? 0}.`,
    );
  const square = cells.length === 2 && cells[0].length === 2;
  const values = cells.map((row) => row.map((cell) => weightOf(cell, grid)));
  const isOne = (weights: readonly number[]) => Math.abs(sum(weights) - 1) < 0.006;
  const byRow = across || (square && values.every(isOne));
  const [first, second] = byRow ? values : [0, 1].map((j) => values.map((row) => row[j]));
  assertAtMost(first.length, limits.outcomes, 'outcomes');
  const labels = byRow ? columns : rows;
  const p = toLaw(first, 'The first distribution');
  const q = toLaw(second, 'The second distribution');
  const missed = p.p.filter((x, i) => x > 0 && q.p[i] === 0).length;
  const missing = q.p.filter((x, i) => x > 0 && p.p[i] === 0).length;
  return {
    size: `two distributions of ${counted(first.length, 'outcome')}`,
    subject: { pair: { p: p.p, q: q.p, labels: labels ?? numbered(first.length, 'outcome') } },
    warnings: [
      ...table.notes,
      ...p.warnings,
      ...q.warnings,
      ...(missed > 0 ? [`q gives 0 to ${counted(missed, 'outcome')} that p has: what divides by q is infinite.`] : []),
      ...(missing > 0
        ? [`p gives 0 to ${counted(missing, 'outcome')} that q has: what divides by p is infinite.`]
        : []),
      ...onRepeated(labels, 'an outcome'),
    ],
  };
}

const numbersIn = (names: readonly string[] | undefined) => {
  const values = names?.map((name) => (name.trim() === '' ? NaN : Number(name)));
  return values?.every(Number.isFinite) ? values : undefined;
};

/** A sentence on a first column that may be the names of the rows, if there is one. */
function onYears({ columns, rows, cells }: Table): string[] {
  const heading = columns?.[0] ?? '';
  if (rows || cells[0].length !== 2 || !/^(?:years?|id|no\.?|nr\.?|#|index|day|month)$/i.test(heading.trim()))
    return [];
  return [`The first column, “${heading}”, is counted like the other. If it names the rows, leave its heading empty.`];
}

function joint(grid: Grid): Read {
  const table = tableOf(grid);
  assertRectangular(table, grid);
  const weights = table.cells.map((row) => row.map((cell) => weightOf(cell, grid)));
  if (weights.length === 0 || weights[0].length === 0) throw new Refusal('There are no numbers.');
  assertAtMost(Math.max(weights.length, weights[0].length), limits.side, 'rows or columns');
  const flat = weights.flat();
  const total = sum(flat);
  const areCounts = flat.every(Number.isSafeInteger) && total > 1;
  const { warnings } = toLaw(flat, 'The cells');
  const zeros = flat.filter((w) => w === 0).length;
  const [xs, ys] = [numbersIn(table.rows), numbersIn(table.columns)];
  return {
    size: `${weights.length} × ${weights[0].length} cells`,
    subject: {
      joint: {
        table: normalizeTable(weights),
        rows: table.rows ?? numbered(weights.length, 'x'),
        columns: table.columns ?? numbered(weights[0].length, 'y'),
        ...(xs && ys && { xs, ys }),
      },
      ...(areCounts && { tally: { counts: weights } }),
    },
    warnings: [
      ...table.notes,
      ...onYears(table),
      ...(areCounts
        ? [
            `The cells are whole numbers and count for ${plain(total)} pairs; probabilities are their shares.`,
            ...fewPairs(weights),
          ]
        : warnings),
      ...(zeros > 0 ? [`${counted(zeros, 'cell')} of the table ${zeros === 1 ? 'is' : 'are'} 0 and ${zeros === 1 ? 'adds' : 'add'} nothing: 0 log 0 counts as 0.`] : []), // prettier-ignore
      ...onRepeated(table.rows, 'a row'),
      ...onRepeated(table.columns, 'a column'),
    ],
  };
}

/** JSON of a program that gives log-probabilities has objects in it, or is a stream. */
const isAnswer = (text: string) =>
  /^\s*(?:\{|\[\s*\{|data:)/.test(text) && /log_?prob|prob(?:s|abilities)"|"choices"|generation_settings/i.test(text);

/**
 * Reads an input as the kind that is asked for, or as what it seems to be. Yields the share that is done. Throws a Refusal whose
 * message is for the reader.
 */
export function* read(source: string, asked: Kind | 'guess', settings: Settings): Generator<number, Reading> {
  if (source.replace(/^\uFEFF/, '').trim() === '' && asked !== 'text') throw new Refusal('There is nothing to read.');
  if (asked === 'text') return { kind: 'text', ...textOf(source) };
  if (isAnswer(source) && (asked === 'guess' || asked === 'tokens')) {
    const { tokens, warnings } = tokensOfFile(source);
    const size = counted(tokens.surprisals.length, 'scored token');
    return { kind: 'tokens', because: 'it is the answer of a program', size, subject: { tokens }, warnings };
  }
  const grid = yield* gridOf(source);
  const taken = asked === 'guess' ? guess(grid) : undefined;
  const kind = taken?.kind ?? (asked as Kind);
  const because = taken && { because: taken.because };
  if (kind === 'text') return { kind, ...because, ...textOf(source) };
  const found = readAs(kind, grid, settings);
  const commas = grid.commas ? ['Commas are read as decimal ones.'] : [];
  const thousands = areThousands(grid.rows.map((row) => row.map(({ text }) => text)))
    ? ["What sets thousands apart was read as what sets numbers apart. Write 1000, or 1'000."]
    : [];
  return { kind, ...because, ...found, warnings: [...commas, ...thousands, ...grid.notes, ...found.warnings] };
}

function readAs(kind: Exclude<Kind, 'text'>, grid: Grid, settings: Settings): Read {
  if (grid.rows.length === 0) throw new Refusal(`There is nothing to read as ${kindNames[kind].toLowerCase()}.`);
  switch (kind) {
    case 'logits': {
      const table = tableOf(grid);
      const list = listOf(table, grid);
      assertAtMost(list.cells.length, limits.outcomes, 'logits');
      const found = fromLogits(logitsOf(list, grid), list.labels);
      return { ...found, warnings: [...table.notes, ...found.warnings] };
    }
    case 'outcomes': {
      const table = tableOf(grid);
      const list = listOf(table, grid);
      assertAtMost(list.cells.length, limits.outcomes, 'outcomes');
      const { logits, warnings } = outcomesOf(list, grid, settings.base);
      const found = fromLogits(logits, list.labels);
      return {
        ...found,
        subject: { law: found.subject.law },
        warnings: [...table.notes, ...warnings, ...found.warnings],
      };
    }
    case 'tokens': {
      const { tokens, warnings } = tokensOfGrid(grid, settings.base);
      return { size: counted(tokens.surprisals.length, 'scored token'), subject: { tokens }, warnings };
    }
    default:
      return { distribution, counts, two, joint, chain, channel, pairs: pairsOf }[kind](grid);
  }
}
