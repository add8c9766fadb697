/** The runs that the page shows untouched. `RECORD=1 npx vitest run src/widgets/forgetting/record` writes them, `RECORD=seeds` those of other seeds; without it some are run again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { defaultValues } from '#contract/values.ts';
import { readingsOf } from './evaluate.ts';
import { keyOf, networkNow, prepared, runOf, type Forgetting, type Run } from './model.ts';
import { methods, params, shares, type Asked } from './parameters.ts';
import { recorded } from './recorded.ts';
import { run as follow, sampleOf } from './run.ts';
import { member, textsOf } from './texts.ts';

/** What stands above the runs in their file. */
const heading = readFileSync('src/widgets/forgetting/recorded.ts', 'utf8').split('\nexport')[0];
const trainer = createPlainTrainer();
const signal = new AbortController().signal;
const full = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change, playing: true });

const done = new Map<string, Promise<{ model: Forgetting; run: Run }>>();

/** Runs to the end; a run that two tests look at runs once. */
function runTo(change: Partial<Asked>): Promise<{ model: Forgetting; run: Run }> {
  const key = keyOf(full(change));
  const known = done.get(key) ?? runAnew(change);
  done.set(key, known);
  return known;
}

async function runAnew(change: Partial<Asked>): Promise<{ model: Forgetting; run: Run }> {
  let model!: Forgetting;
  for await (const next of follow(full(change), { trainer, signal, engine: undefined as never })) model = next;
  if (model.problem) throw new Error(model.problem);
  return { model, run: runOf(model, full(change))! };
}

const held = methods.filter((method) => method !== 'none');
const halves = methods.map((method) => ({ method }));
/** The most important first: a recording goes on where it ended. */
const wanted: Partial<Asked>[] = [
  ...(['play', 'cipher'] as const).flatMap((data) => halves.map((one) => ({ data, ...one, share: '0.5' as const }))),
  // Other batches.
  ...[2, 3].flatMap((seed) => halves.map((one) => ({ data: 'play' as const, ...one, seed }))),
  ...(['play', 'cipher'] as const).flatMap((data) => held.flatMap((method) => shares.map((share) => ({ data, method, share })))), // prettier-ignore
  // Whether much replay forgets more again.
  ...[2, 3].map((seed) => ({ data: 'play' as const, method: 'replay' as const, share: '0.875' as const, seed })),
  // As far as the free run goes, another way.
  { data: 'cipher', method: 'leash', share: '0.75', steps: '200' },
  // A rate at which less is learned and less forgotten.
  ...halves.map((one) => ({ data: 'play' as const, ...one, rate: 0.0005 })),
];

/** The cipher with other batches: what the page says of seeds, and the figure need not carry. */
const seedsOfCipher = [2, 3].flatMap((seed) => halves.map((one) => ({ data: 'cipher' as const, ...one, seed })));

const written = ({ points }: Run) =>
  points
    .filter((_, i) => i % 2 === 0)
    .map(({ step, old, unseen, seen, oldError, unseenError, driftOld, driftNew, moved }) =>
      [step, old, unseen, seen, oldError, unseenError, driftOld, driftNew, moved]
        .map((x) => Number(x.toFixed(5)))
        .join(' '),
    )
    .join('|');

it.runIf(process.env.RECORD)('are written', { timeout: 3e6 }, async () => {
  const runs = [...recorded.runs];
  const known = new Set(prepared.map(({ key }) => key));
  for (const asked of wanted.filter((one) => process.env.RECORD === '1' || one.data === process.env.RECORD)) {
    if (known.has(keyOf(full(asked)))) continue;
    known.add(keyOf(full(asked)));
    const { run } = await runTo(asked);
    runs.push({ asked: asked as Record<string, string | number>, sample: run.sample!, points: written(run) });
    const sample = await sampleOf(trainer, await trainer.checkpoint(member.file, 0), { signal });
    writeFileSync(
      process.env.OUT ?? 'src/widgets/forgetting/recorded.ts',
      `${heading}
export const recorded: {
  readonly sample: string;
  readonly runs: readonly {
    readonly asked: Readonly<Record<string, string | number>>;
    readonly sample: string;
    readonly points: string;
  }[];
} = ${JSON.stringify({ sample, runs })};\n`,
    );
  }
});

it.runIf(process.env.RECORD === 'seeds')('are written of other seeds', { timeout: 3e6 }, async () => {
  const runs: { asked: Partial<Asked>; points: string }[] = [];
  for (const asked of seedsOfCipher) runs.push({ asked, points: written((await runTo(asked)).run) });
  writeFileSync('fixtures/forgettingSeeds.json', `${JSON.stringify(runs)}\n`);
});

it
  .skipIf(process.env.RECORD)
  .each([
    { method: 'none' },
    { method: 'leash', share: '0.5' },
    { data: 'cipher', method: 'oldLeash' },
  ] as Partial<Asked>[])('come again: %j', { timeout: 120_000 }, async (asked) => {
  const before = (await trainer.checkpoint(member.file, 0)).values.slice();
  const { model, run } = await runTo(asked);
  const known = prepared.find(({ key }) => key === keyOf(full(asked)))!;
  known.points.forEach((point, i) => {
    for (const [name, value] of Object.entries(point))
      expect(run.points[2 * i][name as keyof typeof point]).toBeCloseTo(value, 2);
  });
  // What learned is another network, and the book's is what it was, bit for bit.
  expect(networkNow(model, full(asked))!.values).not.toEqual(before);
  const undone = { ...full(asked), playing: false, round: 1 };
  for await (const next of follow(undone, { trainer, signal, previous: model, engine: undefined as never })) expect(networkNow(next, undone)).toBeUndefined(); // prettier-ignore
  expect((await trainer.checkpoint(member.file, 0)).values).toEqual(before);
  expect(recorded.sample).toBe(await sampleOf(trainer, await trainer.checkpoint(member.file, 0), { signal }));
});

it.skipIf(process.env.RECORD)(
  'the same windows after two runs are told apart as the page says',
  { timeout: 200_000 },
  async () => {
    const texts = textsOf(full({}), await trainer.words('passages'));
    const read = async (change: Partial<Asked>) =>
      readingsOf(trainer, networkNow((await runTo(change)).model, full(change))!, texts, signal);
    const [free, leashed] = [await read({ method: 'none' }), await read({ method: 'leash' })];
    const inBits = (which: 'old' | 'unseen') => {
      const { mean, standardError } = pairedDifference(free[which].losses, leashed[which].losses);
      return [mean, standardError].map((nats) => (nats / Math.LN2).toFixed(3));
    };
    const entropyOf = ({ predictions }: (typeof free)['old']) => {
      const each = predictions.map(({ logProbabilities }) => -logProbabilities.reduce((sum, log) => sum + Math.exp(log) * log, 0) / 128); // prettier-ignore
      return each;
    };
    const before = await readingsOf(trainer, await trainer.checkpoint(member.file, 0), texts, signal);
    const surer = pairedDifference(entropyOf(before.old), entropyOf(free.old));
    const start = pairedDifference(
      entropyOf(before.old).map(() => 0),
      entropyOf(before.old),
    );
    expect([inBits('old'), inBits('unseen')]).toEqual([
      ['-0.215', '0.014'],
      ['0.045', '0.016'],
    ]);
    const nats = [start.mean, start.mean + surer.mean, surer.mean, surer.standardError];
    expect(nats.map((x) => (x / Math.LN2).toFixed(3))).toEqual(['2.090', '2.354', '0.264', '0.010']);
  },
);
