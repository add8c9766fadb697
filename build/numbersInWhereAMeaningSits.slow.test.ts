import { expect, test } from 'vitest';
import type { Signal } from '#contract/engine.ts';
import type { Inside } from '#contract/inside.ts';
import { defaultValues } from '#contract/values.ts';
import { initialize, tensorsOf } from '#model/parameters.ts';
import { PlainTransformer } from '#model/plain.ts';
import { drawOrders, sayMeaning, wordsOf, type Form, type Meaning } from '#sim/known-meanings.ts';
import { uniforms } from '#sim/random.ts';
import { correlationOfDistances, type DistanceCorrelation } from '#theory/estimation/distance-matrices.ts';
import { rankCorrelation } from '#theory/estimation/rank-correlation.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { against, compute, run, type SentenceDistance } from '#widgets/sentence-distance/model.ts';
import { params } from '#widgets/sentence-distance/parameters.ts';
import { nearer } from '#widgets/sentence-distance/readouts.ts';
import { pairsOf } from '#widgets/sentence-distance/sentences.ts';
import { cloudOf, distances, meanOf, summed } from '#widgets/sentence-distance/vectors.ts';
import { modelWeights } from '../fixtures/model.ts';
import { noTrainer } from '../fixtures/noTrainer.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* What the page on sentences says of forty draws, and of probes, each computed here and found there as it is displayed. */

const prose = proseOf('where-a-meaning-sits');
const quotes = quotesOf('where-a-meaning-sits');
const engine = createShippedEngine();
const signal: Signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const compares = ['meaning', 'beyond', 'form'] as const;
type Drawn = Readonly<
  Record<'words' | 'mean' | 'covariance' | 'last' | 'third' | 'second' | 'first' | 'thirdMean', DistanceCorrelation>
>;
const order = drawOrders(16, 1, 1);

/** Only the stages and summaries that the page speaks of: every block of every draw would take minutes. */
async function draws(shuffled: boolean): Promise<Record<(typeof compares)[number], Drawn>[]> {
  const all: Record<(typeof compares)[number], Drawn>[] = [];
  for (let draw = 1; draw <= 40; draw++) {
    const model = compute({ ...defaultValues(params), draw, shuffled });
    const ways: Inside[] = [];
    for (const text of model.texts) ways.push(await engine.inside(text, { signal }));
    const [one, two, third, fourth] = [1, 2, 3, 4].map((stage) => ways.map((way) => summed(cloudOf(way, stage))));
    const pairs = pairsOf(16);
    const late = { third: pairs.map(([i, k]) => distances.last(third[i], third[k])) };
    // Of shuffled words the page names no other.
    const lists = shuffled
      ? late
      : {
          ...late,
          words: model.words,
          mean: pairs.map(([i, k]) => distances.mean(fourth[i], fourth[k])),
          covariance: pairs.map(([i, k]) => distances.covariance(fourth[i], fourth[k])),
          last: pairs.map(([i, k]) => distances.last(fourth[i], fourth[k])),
          second: pairs.map(([i, k]) => distances.last(two[i], two[k])),
          first: pairs.map(([i, k]) => distances.last(one[i], one[k])),
          thirdMean: pairs.map(([i, k]) => distances.mean(third[i], third[k])),
        };
    all.push(
      Object.fromEntries(
        compares.map((compare) => {
          const { wanted, held } = against(model, compare);
          return [compare, Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, correlationOfDistances(16, wanted, list, order, held)]))]; // prettier-ignore
        }),
      ) as never,
    );
  }
  return all;
}
const two = (x: number) => x.toFixed(2).replace('-', '−');
const meanAndError = (values: readonly number[]) => pairedDifference(values.map(() => 0), values); // prettier-ignore
const said = (values: readonly number[]) => `${two(meanAndError(values).mean)} ± ${two(meanAndError(values).standardError)}`; // prettier-ignore

/** The mean, after a look at its standard error, of which the page says that it is about 0.02. */
function meanOfDraws(values: readonly number[]): string {
  const { mean, standardError } = meanAndError(values);
  expect.soft(standardError).toBeLessThan(0.0235);
  expect.soft(standardError).toBeGreaterThan(0.0125);
  return two(mean);
}

test('forty draws', { timeout: 1_800_000 }, async () => {
  const [written, shuffled] = [await draws(false), await draws(true)];
  const row = (name: string, from: typeof written, of: keyof Drawn) =>
    `| ${name} | ${compares.map((compare) => (of === 'words' && compare === 'beyond' ? '0' : meanOfDraws(from.map((one) => one[compare][of].correlation)))).join(' | ')} |`;
  const found = [
    row('its words alone', written, 'words'),
    row('the mean, after block 4', written, 'mean'),
    row('the covariance, after block 4', written, 'covariance'),
    row('the last token, after block 4', written, 'last'),
    row('the last token, after block 3', written, 'third'),
    row('the same with words shuffled', shuffled, 'third'),
  ];
  const table = prose.replace(/ +/g, ' ');
  for (const line of found) expect.soft({ line, found: table.includes(line) }).toEqual({ line, found: true });
  const behind = (of: keyof Drawn) => written.map(({ meaning }) => meaning.words.correlation - meaning[of].correlation);
  // Ahead of every row below by more than twice the standard error of the difference.
  for (const of of ['mean', 'covariance', 'last', 'third'] as const) {
    const { mean, standardError } = meanAndError(behind(of));
    expect.soft(mean / standardError).toBeGreaterThan(2);
  }
  quotes(`by ${said(behind('last'))}, on average over the draws`);
  quotes(`the last token is ahead in ${behind('last').filter((x) => x < 0).length} of the forty`);
  quotes(
    `${meanOfDraws(shuffled.map(({ beyond }) => beyond.third.correlation))} of the ${meanOfDraws(written.map(({ beyond }) => beyond.third.correlation))} is left`,
  );
  const beyond = (of: keyof Drawn) => said(written.map((one) => one.beyond[of].correlation));
  expect([beyond('first'), beyond('second')]).toEqual(Array(2).fill('−0.01 ± 0.02'));
  quotes('After blocks 1 and 2 it says nothing, −0.01 ± 0.02 both times.');
  quotes(`The mean after block 3 has ${beyond('thirdMean')}.`);
  quotes(`After blocks 3 and 4 the last token’s distance says something beyond the words, ${beyond('third').slice(0, 4)} and ${beyond('last').slice(0, 4)}.`); // prettier-ignore
  const { words, last } = written[2].meaning;
  quotes(`In draw 3 the last token after the last block follows what is said with ${two(last.correlation)}, shared words with ${two(words.correlation)}.`); // prettier-ignore
  expect(last.correlation - words.correlation).toBeLessThan(Math.min(words.standardError, last.standardError));
});

/** The x with matrix · x = right, by elimination; the matrix is positive definite. */
function solved(matrix: readonly ArrayLike<number>[], right: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row, i) => Float64Array.from([...Array.from(row), ...right[i]]));
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

const prepared = new WeakMap<readonly (readonly number[])[], ReturnType<typeof prepare>>();

/** Entries standardized by the sentences that are learned from, and the matrix of their products, with the penalty: the same for all answers. */
function prepare(inputs: readonly (readonly number[])[], learned: number) {
  const known = inputs.slice(0, learned);
  const mean = meanOf(known);
  const spread = mean.map((m, k) => Math.sqrt(known.reduce((sum, row) => sum + (row[k] - m) ** 2, 0) / learned) || 1);
  const standard = inputs.map((row) => Float64Array.from([...row.map((value, k) => (value - mean[k]) / spread[k]), 1]));
  const d = mean.length + 1;
  const gram = Array.from({ length: d }, () => new Float64Array(d));
  for (const row of standard.slice(0, learned))
    for (let i = 0; i < d; i++) for (let k = 0; k < d; k++) gram[i][k] += row[i] * row[k];
  gram.forEach((row, i) => (row[i] += 10));
  return { standard, gram, learned };
}

/** Right answers on the sentences after the first `learned`, of ridge regression on the answers one by one, penalty 10 on standardized entries. */
function probe(inputs: readonly (readonly number[])[], answers: readonly number[], learned = 700): number {
  const known = prepared.get(inputs);
  const ready = known?.learned === learned ? known : prepare(inputs, learned);
  prepared.set(inputs, ready);
  const { standard, gram } = ready;
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
  const ways: Inside[] = [];
  for (const text of texts) ways.push(await engine.inside(text, { signal }));
  const read = (stage: number) => ways.map((way) => cloudOf(way, stage));
  report('the mean, at the embedding', [read(0).map(meanOf)]);
  report('the mean, after block 4', [read(4).map(meanOf)]);
  report('the last token, after block 4', [read(4).map((cloud) => cloud.at(-1)!)]);
  const untrained = (seed: number, places: boolean) => {
    const { config } = modelWeights('reader');
    const tensors = tensorsOf(initialize(config, seed));
    if (!places) tensors.tensor('position', [config.context, config.width]).fill(0);
    const transformer = new PlainTransformer(tensors);
    return ways.map((way) => {
      const residual: Float32Array[] = [];
      transformer.residual(transformer.start(), way.ids, { residual: (stage, x) => (residual[stage] = x.slice()) });
      return cloudOf({ ...way, residual }, 4);
    });
  };
  const random = [1, 2, 3].map((seed) => untrained(seed, true));
  report(
    'the mean, untrained network',
    random.map((clouds) => clouds.map(meanOf)),
  );
  report(
    'the last token, untrained network',
    random.map((clouds) => clouds.map((cloud) => cloud.at(-1)!)),
  );
  const table = prose.replace(/ +/g, ' ');
  for (const line of lines) expect.soft({ line, found: table.includes(line) }).toEqual({ line, found: true });

  // What the page says beside the table.
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const withoutPlaces = mean([1, 2, 3].map((seed) => probe(untrained(seed, false).map(meanOf), answers[0])));
  quotes(`without them the probe of the mean has ${hundred(withoutPlaces)} right instead of`);
  const said = [...all.values()].map((meaning) => meaning.join());
  const seen = new Set(said.slice(0, 700));
  quotes(`${said.slice(700).filter((one) => seen.has(one)).length} of the 300 say what one of the 700 says`);

  const four = read(4);
  const means = four.map(meanOf);
  const spread = (rows: readonly (readonly number[])[], from: readonly number[]) =>
    rows.reduce((sum, row) => sum + row.reduce((s, x, k) => s + (x - from[k]) ** 2, 0), 0);
  const within = [0, 1, 2, 3]
    .map((who) => means.filter((_, t) => answers[0][t] === who))
    .reduce((sum, rows) => sum + spread(rows, meanOf(rows)), 0);
  quotes(`${hundred(1 - within / spread(means, meanOf(means)))} % lies between the four doers`);

  const distinct = [...new Set(said)];
  const chance = uniforms(18, 998);
  const drawnOut = distinct.map((one) => ({ one, at: chance() })).sort((a, b) => a.at - b.at);
  const heldBack = new Set(drawnOut.slice(0, Math.round(0.3 * distinct.length)).map(({ one }) => one));
  const at = [false, true].flatMap((held) => said.flatMap((one, t) => (heldBack.has(one) === held ? [t] : [])));
  const kept = said.filter((one) => !heldBack.has(one)).length;
  const anew = (inputs: readonly (readonly number[])[]) => hundred(probe(at.map((t) => inputs[t]), at.map((t) => answers[0][t]), kept)); // prettier-ignore
  const bags = texts.map((text) => vocabulary.map((word) => wordsOf(text).filter((one) => one === word).length));
  quotes(`the ${1000 - kept} sentences of the test say nothing that the probe has learned from, it is still ${anew(means)}, and with the words alone ${anew(bags)}.`); // prettier-ignore

  // The tokens of the person who is named second, and the period.
  const names = /doctor|physician|boy|lad|soldier|trooper|thief|robber/gu;
  const second = four.map((cloud, t) => {
    const { index, 0: name } = [...texts[t].toLowerCase().matchAll(names)][1];
    return cloud.map((_, k) => ways[t].starts[k] < index + name.length && ways[t].ends[k] > index);
  });
  const alone = four.map((cloud, t) => cloud[second[t].lastIndexOf(true)]);
  const without = four.map((cloud, t) => meanOf(cloud.filter((_, k) => !second[t][k])));
  const noPeriod = four.map((cloud) => meanOf(cloud.slice(0, -1)));
  quotes(`The last token of the second person alone names the doer with ${hundred(probe(alone, answers[0]))} of a hundred, but the place with ${hundred(probe(alone, answers[3]))} only.`); // prettier-ignore
  quotes(`without any token of this person still names the doer with ${hundred(probe(without, answers[0]))}, and the mean without the period with ${hundred(probe(noPeriod, answers[0]))}.`); // prettier-ignore
});

test('the second draw', { timeout: 120_000 }, async () => {
  const asked = { ...defaultValues(params), first: 7, second: 8 };
  const context = { engine, trainer: noTrainer, signal };
  const models: Record<string, SentenceDistance> = {};
  for (const compare of compares)
    for await (const model of run({ ...asked, compare }, { ...context, previous: models.meaning }))
      models[compare] = model;
  const { meaning, beyond, form } = models;
  quotes(`For the mean, ${nearer(meaning, asked, 'mean')} of the 120 pairs are nearer to each other than these two.`);
  const largest = Math.max(...meaning.stages.flatMap(({ mean }) => mean));
  quotes(`no two means are at a distance above ${(Math.ceil(100 * largest) / 100).toFixed(2)}, after any block`);
  quotes(`no two are farther apart than ${(Math.ceil(100 * Math.max(...meaning.stages[0].mean)) / 100).toFixed(2)}.`);
  for (const [stage, here] of form.relation!.stages.entries())
    for (const summary of ['mean', 'covariance', 'last'] as const)
      expect(here[summary].correlation).toBeGreaterThan(meaning.relation!.stages[stage][summary].correlation);
  const [xy, xz] = [meaning.relation!.stages[1].last, meaning.relation!.words].map(({ correlation }) => correlation);
  const yz = rankCorrelation(meaning.words, meaning.stages[1].last).correlation;
  quotes(`$r_{xy} = ${xy.toFixed(3)}$`);
  quotes(`$r_{xz} = ${xz.toFixed(3)}$`);
  quotes(`$r_{yz} = ${yz.toFixed(3)}$`);
  const held = (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
  expect(held).toBeCloseTo(beyond.relation!.stages[1].last.correlation, 3);
  quotes(`\\frac{${xy.toFixed(3)} - ${xz.toFixed(3)} \\cdot ${yz.toFixed(3)}}`);
  quotes(`<Wrong value="${(xy - xz * yz).toFixed(3)}"`);
  quotes(`= ${two(beyond.relation!.stages[1].last.correlation)}$, about one and a half of the spreads`);
  quotes(`\\frac{0.162}{${Math.sqrt((1 - xz * xz) * (1 - yz * yz)).toFixed(3)}}`);
  const spread = beyond.relation!.stages[1].last;
  expect(Math.round((2 * spread.correlation) / spread.byChance)).toBe(3);
});
