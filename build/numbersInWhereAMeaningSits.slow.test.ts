import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Signal } from '#contract/engine.ts';
import { defaultValues } from '#contract/values.ts';
import { insideOf } from '#model/inside.ts';
import { initialize, tensorsOf } from '#model/parameters.ts';
import { PlainTransformer } from '#model/plain.ts';
import { sayMeaning, wordsOf, type Form, type Meaning } from '#sim/known-meanings.ts';
import { uniforms } from '#sim/random.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { relationOf, run, summaries, type Relation } from '#widgets/sentence-distance/model.ts';
import { params, type Asked } from '#widgets/sentence-distance/parameters.ts';
import { cloudOf, meanOf } from '#widgets/sentence-distance/vectors.ts';
import { modelWeights } from '../fixtures/model.ts';
import { noTrainer } from '../fixtures/noTrainer.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';

/* What the page on sentences says of forty draws, and of probes, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/where-a-meaning-sits.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) =>
  expect.soft({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const engine = createShippedEngine();
const signal: Signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const compares = ['meaning', 'beyond', 'form'] as const;

async function relations(change: Partial<Asked>): Promise<Record<(typeof compares)[number], Relation>> {
  const asked = { ...defaultValues(params), ...change };
  let last;
  for await (const model of run(asked, { engine, trainer: noTrainer, signal })) last = model;
  return Object.fromEntries(compares.map((compare) => [compare, relationOf(last!, compare)!])) as never;
}
const two = (x: number) => x.toFixed(2).replace('-', '−');
const meanAndError = (values: readonly number[]) => pairedDifference(values.map(() => 0), values); // prettier-ignore
const said = (values: readonly number[]) => `${two(meanAndError(values).mean)} ± ${two(meanAndError(values).standardError)}`; // prettier-ignore

test('forty draws', { timeout: 1_800_000 }, async () => {
  const draws = [];
  for (let draw = 1; draw <= 40; draw++) draws.push(await relations({ draw }));
  const shuffled = [];
  for (let draw = 1; draw <= 40; draw++) shuffled.push(await relations({ draw, shuffled: true }));
  const row = (
    from: typeof draws,
    of: (relation: Relation) => number,
    all: readonly (typeof compares)[number][] = compares,
  ) => all.map((compare) => said(from.map((one) => of(one[compare])))).join(' | ');
  const found: string[] = [
    `| its words alone | ${row(draws, ({ words }) => words.correlation, ['meaning'])} | 0 | ${row(draws, ({ words }) => words.correlation, ['form'])} |`,
    ...summaries.map(
      (s) =>
        `| ${{ mean: 'the mean', covariance: 'the covariance', last: 'the last token' }[s]}, after block 4 | ${row(draws, ({ stages }) => stages[4][s].correlation)} |`,
    ),
    `| the last token, after block 3 | ${row(draws, ({ stages }) => stages[3].last.correlation)} |`,
    `| the same with words shuffled | ${row(shuffled, ({ stages }) => stages[3].last.correlation)} |`,
  ];
  const behind = (stage: number, s: (typeof summaries)[number]) =>
    draws.map(({ meaning }) => meaning.words.correlation - meaning.stages[stage][s].correlation);
  const more = {
    meanBehind: said(behind(4, 'mean')),
    covarianceBehind: said(behind(4, 'covariance')),
    lastBehind: said(behind(4, 'last')),
    lastBehind3: said(behind(3, 'last')),
    meanAhead: behind(4, 'mean').filter((x) => x < 0).length,
    covarianceAhead: behind(4, 'covariance').filter((x) => x < 0).length,
    lastAhead: behind(4, 'last').filter((x) => x < 0).length,
    firstBehind: Object.fromEntries(
      [0, 1, 2, 3, 4].flatMap((l) => summaries.map((s) => [`${s}${l}`, said(behind(l, s))])),
    ),
  };
  if (process.env.FOUND)
    writeFileSync(`${process.env.FOUND}.draws`, `${found.join('\n')}\n${JSON.stringify(more, null, 1)}`);
  const table = prose.replace(/ +/g, ' ');
  for (const line of found) expect.soft({ line, found: table.includes(line) }).toEqual({ line, found: true });
  quotes(`by ${more.lastBehind}, on average over the draws`);
  quotes(`the last token is ahead in ${more.lastAhead} of the forty`);
});

/** The x with matrix · x = right, by elimination; the matrix is positive definite. */
function solved(matrix: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row, i) => Float64Array.from([...row, ...right[i]]));
  const width = rows[0].length;
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows[i][i];
    for (let k = i; k < width; k++) rows[i][k] /= pivot;
    for (let r = 0; r < rows.length; r++) {
      const factor = r === i ? 0 : rows[r][i];
      if (factor !== 0) for (let k = i; k < width; k++) rows[r][k] -= factor * rows[i][k];
    }
  }
  return rows.map((row) => Array.from(row.subarray(rows.length)));
}

const learned = 700;
/** Right answers on the sentences after the first 700, of ridge regression on the answers one by one, penalty 10 on standardized entries. */
function probe(inputs: readonly (readonly number[])[], answers: readonly number[]): number {
  const known = inputs.slice(0, learned);
  const mean = meanOf(known);
  const spread = mean.map((m, k) => Math.sqrt(known.reduce((sum, row) => sum + (row[k] - m) ** 2, 0) / learned) || 1);
  const standard = inputs.map((row) => [...row.map((value, k) => (value - mean[k]) / spread[k]), 1]);
  const d = mean.length + 1;
  const gram = Array.from({ length: d }, () => new Array<number>(d).fill(0));
  for (const row of standard.slice(0, learned)) for (let i = 0; i < d; i++) for (let k = 0; k < d; k++) gram[i][k] += row[i] * row[k]; // prettier-ignore
  gram.forEach((row, i) => (row[i] += 10));
  const classes = Math.max(...answers) + 1;
  const right = gram.map((_, i) =>
    Array.from({ length: classes }, (_, c) =>
      standard.slice(0, learned).reduce((sum, row, t) => sum + (answers[t] === c ? row[i] : 0), 0),
    ),
  );
  const weights = solved(gram, right);
  const hit = standard.slice(learned).filter((row, t) => {
    const scores = Array.from({ length: classes }, (_, c) =>
      row.reduce((sum, value, i) => sum + value * weights[i][c], 0),
    );
    return scores.indexOf(Math.max(...scores)) === answers[learned + t];
  });
  return hit.length / (standard.length - learned);
}

test('what probes read', { timeout: 1_800_000 }, async () => {
  const next = uniforms(18, 999);
  const below = (n: number) => Math.floor(next() * n);
  const all = new Map<string, Meaning>();
  while (all.size < 1000) {
    const who = below(4);
    const meaning: Meaning = [who, below(3), (who + 1 + below(3)) % 4, below(3), below(2)];
    const form: Form = [below(2), below(2), below(2), below(2), below(2), below(2)];
    all.set(sayMeaning(meaning, form), meaning);
  }
  const texts = [...all.keys()];
  const answers = [0, 1, 2, 3, 4].map((q) => [...all.values()].map((meaning) => meaning[q]));
  const vocabulary = [...new Set(texts.flatMap(wordsOf))];
  const hundred = (share: number) => String(Math.round(100 * share));
  const lines: string[] = [];
  const report = (name: string, inputs: readonly (readonly (readonly number[])[])[]) => {
    const shares = answers.map(
      (answer) => inputs.map((one) => probe(one, answer)).reduce((sum, x) => sum + x, 0) / inputs.length,
    );
    lines.push(`| ${name} | ${shares.map(hundred).join(' | ')} |`);
    return shares;
  };
  report('its words alone', [texts.map((text) => vocabulary.map((word) => wordsOf(text).filter((one) => one === word).length))]); // prettier-ignore
  const ways = [];
  for (const text of texts) ways.push(await engine.inside(text, { signal }));
  const read = (stage: number) => ways.map((way) => cloudOf(way, stage));
  report('the mean, at the embedding', [read(0).map(meanOf)]);
  report('the mean, after block 4', [read(4).map(meanOf)]);
  report('the last token, after block 4', [read(4).map((cloud) => cloud.at(-1)!)]);
  const random = [1, 2, 3].map((seed) => {
    const { config } = modelWeights('reader');
    const transformer = new PlainTransformer(tensorsOf(initialize(config, seed)));
    return ways.map((way) => {
      const { residual, ids, width } = insideOf(transformer, way.ids);
      return cloudOf({ ...way, residual, ids, width }, 4);
    });
  });
  report(
    'the mean, untrained network',
    random.map((clouds) => clouds.map(meanOf)),
  );
  report(
    'the last token, untrained network',
    random.map((clouds) => clouds.map((cloud) => cloud.at(-1)!)),
  );
  if (process.env.FOUND) writeFileSync(`${process.env.FOUND}.probes`, lines.join('\n'));
  const table = prose.replace(/ +/g, ' ');
  for (const line of lines) expect.soft({ line, found: table.includes(line) }).toEqual({ line, found: true });
});
