import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { expectLaws, runTunnel, type TunnelRun } from '../../../fixtures/windTunnel.ts';
import { freshSequences } from './fresh.ts';
import { spec } from './spec.ts';
import type { WindTunnel } from './state.ts';

const say = sayIn('nats');

describe('with the shipped networks', () => {
  const trainer = createPlainTrainer();
  let end: TunnelRun;
  beforeAll(async () => {
    end = await runTunnel({}, { trainer });
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
      const begin = await runTunnel({ ...challenge.start }, { trainer, previous: end.model, until });
      const solved = await runTunnel(
        { ...challenge.start, ...challenge.solution },
        { trainer, previous: end.model, until: ({ fresh }) => fresh !== undefined },
      );
      expectSolvable(challenge, begin, solved);
    },
    60_000,
  );

  it('presets differ in what they say, obey the laws, and are what their sentences promise', async () => {
    const enough = ({ fresh }: WindTunnel) => (fresh?.sequences ?? 0) >= 12;
    const runs: Record<string, TunnelRun> = {};
    for (const { id, values } of spec.presets) {
      runs[id] = await runTunnel(values, { trainer, until: enough });
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
