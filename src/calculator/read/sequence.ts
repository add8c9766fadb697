import { logSumExp } from '#theory/language-models/softmax.ts';
import { openLogProbabilities } from '#sim/logprobs.ts';
import { joinTokens, settleTexts, shownName } from '#sim/logprobs-text.ts';
import type { LogProbabilityToken } from '#sim/logprobs-token.ts';
import { Refusal, type Settings, type Subject } from '#calculator/subject.ts';
import { whereIs, type Grid } from './grid.ts';
import { listOf, numberOf, tableOf, weightOf, type List } from './table.ts';
import { numbered, offByOne, plain } from './weights.ts';

/** Nats per unit of the logarithms to this base. */
const natsOf = { e: 1, '2': Math.LN2, '10': Math.LN10 } as const;
const nameOf = { e: 'natural logarithms', '2': 'logarithms to the base 2', '10': 'logarithms to the base 10' } as const;

/** How long a text is in UTF-8. */
export const bytesOf = (text: string) => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** Numbers that may be −∞ and nothing above `most`. */
function logsOf({ cells }: List, grid: Grid, most: number, what: string): number[] {
  return cells.map((cell) => {
    const value = numberOf(cell, grid);
    if (value > most) throw new Refusal(`At ${whereIs(cell, grid)} stands ${cell.text}, and no ${what}.`);
    return value;
  });
}

export function logitsOf(list: List, grid: Grid): number[] {
  const logits = logsOf(list, grid, Number.MAX_VALUE, 'logit is +∞');
  if (logits.every((z) => z === -Infinity)) throw new Refusal('Every logit is −∞: nothing is possible.');
  return logits;
}

/** Log-probabilities of all outcomes: the base is the one with which they sum to one. Returns logits in nats. */
export function outcomesOf(list: List, grid: Grid, base: Settings['base']): { logits: number[]; warnings: string[] } {
  const raw = logsOf(list, grid, 1e-9, 'log-probability is positive: those are logits, perhaps');
  if (raw.every((z) => z === -Infinity)) throw new Refusal('Every log-probability is −∞: nothing is possible.');
  const off = (b: keyof typeof natsOf) => Math.abs(logSumExp(raw.map((z) => z * natsOf[b])));
  const best = (['e', '2', '10'] as const).reduce((found, b) => (off(b) < off(found) - 1e-9 ? b : found));
  const isClear = off(best) < 0.01;
  const used = base !== 'auto' ? base : isClear ? best : 'e';
  const logits = raw.map((z) => z * natsOf[used]);
  const total = Math.exp(logSumExp(logits));
  return {
    logits,
    warnings: [
      ...(base === 'auto' && isClear && used !== 'e'
        ? [`Taken for ${nameOf[used]}: with these the probabilities sum to about 1.`]
        : []),
      ...(base === 'auto' && !isClear
        ? ['With no usual base do the probabilities sum to 1. Natural logarithms are assumed.']
        : []),
      ...offByOne(total, 'The probabilities'),
    ],
  };
}

type Tokens = { readonly tokens: NonNullable<Subject['tokens']>; readonly warnings: string[] };

/** The answer of a program that gives log-probabilities, as JSON. Throws the reader's sentence if it is none. */
export function tokensOfFile(text: string): Tokens {
  let file: ReturnType<typeof openLogProbabilities>;
  let raw: LogProbabilityToken[];
  try {
    file = openLogProbabilities(text);
    raw = Array.from({ length: file.length }, (_, i) => file.token(i)).filter((token) => token !== undefined);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
  const { tokens, joined, rated, notes } = settleTexts(raw, file.reply);
  const scored = tokens.filter(({ logProbability }) => logProbability !== undefined);
  if (scored.length === 0) throw new Refusal('None of its tokens has a log-probability.');
  const whole = rated === undefined ? (scored.length === tokens.length ? joined.text : null) : rated;
  const unscored = tokens.length - scored.length;
  const floors = scored.filter(({ floor }) => floor).length;
  return {
    tokens: {
      surprisals: scored.map(({ logProbability }) => Math.max(0, -logProbability!)),
      names: scored.map(shownName),
      ...(unscored > 0 && { unscored }),
      ...(whole !== null && { bytes: bytesOf(whole), characters: [...whole].length }),
    },
    warnings: [
      `Read as: ${file.form}.`,
      ...file.notes,
      ...notes,
      ...(unscored > 0 ? [`${unscored === 1 ? 'One token has' : `${unscored} tokens have`} no number and ${unscored === 1 ? 'does' : 'do'} not count.`] : []), // prettier-ignore
      ...(floors > 0 ? [`${floors === 1 ? 'One number is' : `${floors} numbers are`} a floor of the server: the surprisal is at least that.`] : []), // prettier-ignore
      ...(joinTokens(tokens).text === '' ? ['The tokens have no text.'] : []),
    ],
  };
}

/** Numbers of tokens, one each, with a name before and a weight behind them if the input has those. */
export function tokensOfGrid(grid: Grid, base: Settings['base']): Tokens {
  const table = tableOf(grid);
  const weighted = table.cells.length > 1 && table.cells.every(({ length }) => length === 2);
  const list = weighted ? { cells: table.cells.map((row) => row[0]), labels: table.rows } : listOf(table, grid);
  if (list.cells.length === 0) throw new Refusal('There are no numbers.');
  const raw = list.cells.map((cell) => numberOf(cell, grid));
  const { least, most } = { least: Math.min(...raw.slice(0, 1e5)), most: raw.reduce((a, b) => Math.max(a, b)) };
  const names = list.labels ?? numbered(raw.length, 'token');
  const weights = weighted ? table.cells.map((row) => weightOf(row[1], grid)) : undefined;
  if (weights && !weights.some((weight) => weight > 0)) throw new Refusal('All weights are zero.');
  const made = (surprisals: number[], warning: string): Tokens => ({
    tokens: { surprisals, names, ...(weights && { weights }) },
    warnings: [...table.notes, ...(weights ? ['The second column is taken for weights.'] : []), warning],
  });
  if (least >= 0 && most > 0) {
    if (most <= 1)
      return made(
        raw.map((p) => 0 - Math.log(p)),
        'No number is negative and none above 1: taken for probabilities of the tokens.',
      );
    throw new Refusal(
      `A log-probability is never positive, and ${whereIs(list.cells[raw.indexOf(most)], grid)} has ${plain(most)}. If these are surprisals, put a minus before them.`,
    );
  }
  const wrong = list.cells[raw.findIndex((x) => x > 1e-5)];
  if (wrong) throw new Refusal(`At ${whereIs(wrong, grid)} stands ${wrong.text}, and no log-probability is positive.`);
  const used = base === 'auto' ? 'e' : base;
  return made(
    raw.map((x) => Math.max(0, -x * natsOf[used])),
    base === 'auto'
      ? 'Natural logarithms are assumed, as most programs write them; nothing in the numbers says so. Set the base under “Settings” if it is another.'
      : `Taken for ${nameOf[used]}, as you said.`,
  );
}
