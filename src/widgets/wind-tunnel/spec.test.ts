import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import type { Trainer } from '#contract/training.ts';
import { defaultValues } from '#contract/values.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { freshSequences } from './fresh.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import type { WindTunnel } from './state.ts';

const defaults = defaultValues(params);
const say = sayIn('nats');

interface Options {
  readonly trainer: Trainer;
  readonly previous?: WindTunnel;
  /** Snapshots after which the run is aborted. */
  readonly most?: number;
  readonly until?: (model: WindTunnel) => boolean;
}

async function run(change: Partial<Asked>, options: Options) {
  const { trainer, previous, most = Infinity, until } = options;
  const values: Asked = { ...defaults, ...change };
  let model = previous ?? spec.compute(values);
  const abort = new AbortController();
  const context = { engine: createByteEngine(), trainer, signal: abort.signal, previous };
  let shown = 0;
  for await (const next of spec.run!(values, context)) {
    model = next;
    if (++shown >= most || until?.(next)) abort.abort();
  }
  const read = (id: keyof typeof spec.readouts) => spec.readouts[id].of(model, values);
  return { values, model, read, trainer, shown };
}

function expectLaws(model: WindTunnel, values: Asked) {
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  for (const [id, readout] of Object.entries(spec.readouts))
    expect(readout.of(model, values), id).toSatisfy(Number.isFinite);
}

describe('with the shipped networks', () => {
  const trainer = createPlainTrainer();
  let end: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    end = await run({}, { trainer });
  }, 200_000);

  it('the last checkpoint is within 0.001 nats per token of the exact optimum', () => {
    expectLaws(end.model, end.values);
    expect(end.model.fresh!.sequences).toBe(freshSequences);
    expect(end.read('gap') + 3 * end.read('gapError')).toBeLessThan(0.001);
    expect(end.read('toBigram')).toBeLessThan(0.001);
    expect(Math.abs(end.read('regret'))).toBeLessThan(4 * end.read('regretError') + 0.001);
    expect(end.read('induction')).toBeGreaterThan(0.5);
  });

  it('the trail has twelve checkpoints or more and goes from uniform to unigram to bigram', () => {
    const { points } = end.model.phases;
    expect(points.length).toBeGreaterThanOrEqual(12);
    const nearestTo = points.map((point) => {
      const { uniform, unigram, bigram } = point!;
      const least = Math.min(uniform, unigram, bigram);
      return least === uniform ? 'uniform' : least === unigram ? 'unigram' : 'bigram';
    });
    const phases = nearestTo.filter((name, i) => name !== nearestTo[i - 1]);
    expect(phases).toEqual(['uniform', 'unigram', 'bigram']);
  });

  it.each(spec.challenges)(
    '$id begins unsolved, with a hint, and its solution solves it',
    async (challenge) => {
      const until = ({ shown, phases }: WindTunnel) => shown !== undefined && phases.points.some(Boolean);
      const begin = await run({ ...challenge.start }, { trainer, previous: end.model, until });
      expect(challenge.score(begin.model, begin.values)).toBeLessThan(1);
      expect(challenge.hints.some((hint) => hint.when(begin.model, begin.values))).toBe(true);
      const solved = await run(
        { ...challenge.start, ...challenge.solution },
        { trainer, previous: end.model, until: ({ fresh }) => fresh !== undefined },
      );
      expect(challenge.score(solved.model, solved.values)).toBe(1);
    },
    60_000,
  );

  it('presets differ in what they say, obey the laws, and are what their sentences promise', async () => {
    const enough = ({ fresh }: WindTunnel) => (fresh?.sequences ?? 0) >= 12;
    const runs: Record<string, Awaited<ReturnType<typeof run>>> = {};
    for (const { id, values } of spec.presets) {
      runs[id] = await run(values, { trainer, until: enough });
      expectLaws(runs[id].model, runs[id].values);
    }
    const said = Object.values(runs).map(({ model, values }) => spec.describe(model, values, say));
    expect(new Set(said).size).toBe(spec.presets.length);
    expect(runs.untrained.read('gap')).toBeGreaterThan(0.2);
    expect(runs.counting.read('toUnigram')).toBeLessThan(0.04);
    expect(runs['another-prior'].read('gapToShown')).toBeGreaterThan(10 * runs['another-prior'].read('gapSequence'));
    expect(runs['second-order'].read('gapFreshToShown')).toBeGreaterThan(10 * runs['second-order'].read('gap'));
    expect(runs.fooled.read('gapSequence')).toBeGreaterThan(runs.cycle.read('gapSequence'));
    expect(runs.eight.model.symbols).toBe(8);
  }, 200_000);
});
