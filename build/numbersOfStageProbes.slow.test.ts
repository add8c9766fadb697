import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Inside } from '#contract/inside.ts';
import { uniforms } from '#sim/random.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { bestProbe, probeLogProbabilities } from '#theory/estimation/usable-information.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';

/*
 * What a linear probe of single rows of the shipped network can use, stage by stage: the table on the page on layers. The network writes
 * the texts itself, so that probe and network meet the same law. Rows of every other text train the probe, those of the others judge it.
 */

const signal = new AbortController().signal;
const [texts, length] = [12, 240];
/** Times half the squared weights of standardized features, for the whole sample, in nats. */
const penalty = 10;

async function written() {
  const engine = createShippedEngine();
  const bytes = Array.from({ length: texts }, (): number[] => []);
  const settings = { count: texts, length, seed: 1, temperature: 1, topK: Infinity, topP: 1, minP: 0 };
  for await (const drawn of engine.continuations('It was', { signal, ...settings }))
    bytes[drawn.continuation].push(...drawn.bytes);
  const { vocabulary } = await engine.card();
  const names = await Promise.all(Array.from({ length: vocabulary }, (_, id) => engine.tokenText(id)));
  const windows: Inside[] = [];
  for (const text of bytes)
    windows.push(await engine.inside(`It was${new TextDecoder().decode(Uint8Array.from(text))}`, { signal }));
  return { names, windows };
}

type Label = (ids: Uint16Array, t: number) => 0 | 1;

/** What the probe saves on rows that it has not seen, in nats. */
function saved(windows: readonly Inside[], stage: number, label: Label) {
  const rows = windows.flatMap(({ ids, residual, width: d }, w) =>
    Array.from({ length: ids.length - 3 }, (_, i) => i + 2).map((t) => ({
      fresh: w % 2 === 1,
      y: label(ids, t),
      x: Array.from(residual[stage].subarray(t * d, (t + 1) * d)),
    })),
  );
  const [learnt, fresh] = [rows.filter((row) => !row.fresh), rows.filter((row) => row.fresh)];
  const n = learnt.length;
  const moments = learnt[0].x.map((_, k) => {
    const mean = learnt.reduce((sum, { x }) => sum + x[k], 0) / n;
    return { mean, deviation: Math.sqrt(learnt.reduce((sum, { x }) => sum + (x[k] - mean) ** 2, 0) / n) };
  });
  const standard = (x: number[]) => x.map((value, k) => (value - moments[k].mean) / moments[k].deviation);
  const share = learnt.filter(({ y }) => y === 1).length / n;
  const { weights } = bestProbe(
    learnt.map(({ x }) => standard(x)),
    learnt.map(({ y }) => (y === 1 ? [0, 1 / n] : [1 / n, 0])),
    penalty / n,
  );
  const probe = fresh.map(({ x, y }) => -probeLogProbabilities(weights, standard(x))[y]);
  const base = fresh.map(({ y }) => -Math.log(y === 1 ? share : 1 - share));
  return { ...pairedDifference(probe, base), each: base.map((nats, i) => nats - probe[i]), rows: [n, fresh.length] };
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
  };
  const stages: ReturnType<typeof saved>[][] = [];
  for (const [asks, label] of Object.entries(labels)) {
    const found = [0, 1, 2, 3, 4].map((stage) => saved(windows, stage, label));
    const cells = found.map((one) => (one.mean / Math.LN2).toFixed(2).replace('-', '−')).join(' | ');
    expect(prose).toContain(`| ${asks} | ${cells} |`);
    for (const { standardError } of found) expect(Math.abs(standardError / Math.LN2 - 0.03)).toBeLessThan(0.006);
    expect(prose).toContain(`${found[0].rows[0]} rows, and was judged on the ${found[0].rows[1]} rows of the others`);
    stages.push(found);
  }
  expect(Math.abs(stages[1][0].mean)).toBeLessThan(2 * stages[1][0].standardError);
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
