import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Inside } from '#contract/inside.ts';
import { count } from '#contract/say.ts';
import { uniforms } from '#sim/random.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { bestProbe, probeLogProbabilities } from '#theory/estimation/usable-information.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';

/*
 * What a linear probe of single rows of the shipped network can use, stage by stage: the table on the page on layers. The network writes
 * the texts itself, so that probe and network meet the same law. Rows of every other text train the probe, those of the others judge it.
 */

const signal = new AbortController().signal;
const texts = 12;
/** Times half the squared weights of standardized features, for the whole sample, in nats. */
const penalty = 100;

/** The texts that the network has written after “It was”; drawing all of them anew takes too long, so their beginnings are. */
async function written() {
  const engine = createShippedEngine();
  const whole = JSON.parse(readFileSync('fixtures/textsOfTheNetwork.json', 'utf8')) as string[];
  const begun = whole.map((): number[] => []);
  const settings = { count: texts, length: 3, seed: 1, temperature: 1, topK: Infinity, topP: 1, minP: 0 };
  for await (const drawn of engine.continuations('It was', { signal, ...settings }))
    begun[drawn.continuation].push(...drawn.bytes);
  whole.forEach((text, i) => expect(text).toMatch(`It was${new TextDecoder().decode(Uint8Array.from(begun[i]))}`));
  const { vocabulary } = await engine.card();
  const names = await Promise.all(Array.from({ length: vocabulary }, (_, id) => engine.tokenText(id)));
  const windows: Inside[] = [];
  for (const text of whole) windows.push(await engine.inside(text, { signal }));
  return { names, windows };
}

type Label = (ids: Uint16Array, t: number) => 0 | 1;

/** The rows of some texts at one stage, each feature with mean 0 and deviation 1 over those that the probe learns from. */
function rowsOf(windows: readonly Inside[], stage: number) {
  const rows = windows.flatMap(({ ids, residual, width: d }, w) =>
    Array.from({ length: ids.length - 3 }, (_, i) => i + 2).map((t) => ({
      ...{ fresh: w % 2 === 1, text: w, ids, t },
      x: Array.from(residual[stage].subarray(t * d, (t + 1) * d)),
    })),
  );
  const [learnt, fresh] = [rows.filter((row) => !row.fresh), rows.filter((row) => row.fresh)];
  const n = learnt.length;
  for (let k = 0; k < rows[0].x.length; k++) {
    const mean = learnt.reduce((sum, { x }) => sum + x[k], 0) / n;
    const deviation = Math.sqrt(learnt.reduce((sum, { x }) => sum + (x[k] - mean) ** 2, 0) / n);
    for (const { x } of rows) x[k] = (x[k] - mean) / deviation;
  }
  return { learnt, fresh };
}

/** What the probe saves on rows that it has not seen, in nats. */
function saved({ learnt, fresh }: ReturnType<typeof rowsOf>, label: Label) {
  const n = learnt.length;
  const labels = learnt.map(({ ids, t }) => label(ids, t));
  const share = labels.filter((y) => y === 1).length / n;
  const { weights } = bestProbe(
    learnt.map(({ x }) => x),
    labels.map((y) => (y === 1 ? [0, 1 / n] : [1 / n, 0])),
    penalty / n,
  );
  const judged = fresh.map(({ ids, t, x }) => ({ y: label(ids, t), x }));
  const probe = judged.map(({ x, y }) => -probeLogProbabilities(weights, x)[y]);
  const base = judged.map(({ y }) => -Math.log(y === 1 ? share : 1 - share));
  const each = base.map((nats, i) => nats - probe[i]);
  return { ...pairedDifference(probe, base), each, rows: [n, fresh.length] };
}

test('probes of single rows, stage by stage', { timeout: 300_000 }, async () => {
  const prose = readFileSync('src/book/layer-by-layer.mdx', 'utf8').replace(/ +/g, ' ');
  const { names, windows } = await written();
  const next = uniforms(5);
  const lots = names.map((): 0 | 1 => (next() < 0.5 ? 1 : 0));
  const begins = (id: number): 0 | 1 => (names[id].startsWith(' ') ? 1 : 0);
  const labels: Record<string, Label> = {
    'does the next token begin a word?': (ids, t) => begins(ids[t + 1]),
    'did the token before begin a word?': (ids, t) => begins(ids[t - 1]),
    'control: what lot has this token drawn?': (ids, t) => lots[ids[t]],
    'control: what lot has the token before drawn?': (ids, t) => lots[ids[t - 1]],
  };
  const rows = [0, 1, 2, 3, 4].map((stage) => rowsOf(windows, stage));
  const stages: ReturnType<typeof saved>[][] = [];
  for (const [asks, label] of Object.entries(labels)) {
    const found = rows.map((stage) => saved(stage, label));
    const said = (nats: number) => (nats / Math.LN2).toFixed(2).replace('-0.00', '0.00').replace('-', '−');
    const cells = found.map(({ mean }) => said(mean)).join(' | ');
    expect(prose).toContain(`| ${asks} | ${cells} |`);
    for (const { standardError } of found) expect(Math.abs(standardError / Math.LN2 - 0.015)).toBeLessThan(0.007);
    expect(prose).toContain(
      `${count(found[0].rows[0])} rows, and was judged on the ${count(found[0].rows[1])} rows of the others`,
    );
    stages.push(found);
  }
  // Of the token before, the embedding tells something: the one before a token that begins a word begins one more often.
  const pairs = windows.flatMap(({ ids }) => Array.from(ids.slice(1), (id, i) => [begins(ids[i]), begins(id)]));
  const before = (now: number) => {
    const those = pairs.filter(([, one]) => one === now);
    return Math.round((100 * those.filter(([one]) => one === 1).length) / those.length);
  };
  expect(prose).toContain(`${before(1)} in 100 times if this one does, and ${before(0)} in 100 times if not`);
  expect(stages[1][0].mean).toBeGreaterThan(1.5 * stages[1][0].standardError);
  for (const { mean } of stages[3]) expect(Math.abs(mean / Math.LN2)).toBeLessThan(0.025);
  // Rows are the same at every stage: what the text says of a rise or a fall stands clear of its error.
  const change = (of: number, from: number, to: number) => pairedDifference(stages[of][from].each, stages[of][to].each);
  for (const [of, from, to, sign] of [
    [0, 0, 4, 1],
    [1, 0, 1, 1],
    [1, 1, 4, -1],
    [2, 0, 4, -1],
  ] as const) {
    const { mean, standardError } = change(of, from, to);
    expect(sign * mean).toBeGreaterThan(4 * standardError);
  }
});
