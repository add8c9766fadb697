import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, readValues, writeValues } from '#contract/values.ts';
import { measured } from '#sim/task-excess.ts';
import { chainLosses, type ChainLosses } from '#theory/learning/chain-losses.ts';
import { inContextLosses } from '#theory/learning/dirichlet-markov.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { createLearnerTrainer } from '../../../fixtures/learnerTrainer.ts';
import { drawn } from '../../../fixtures/drawn.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { expectLaws, runTunnel, type TunnelRun } from '../../../fixtures/windTunnel.ts';
import { freshly, inductionShares, stepsOf } from './amounts.ts';
import { freshSequence, freshSequences } from './fresh.ts';
import { learnersAlong } from './learners.ts';
import { params } from './parameters.ts';
import { spec } from './spec.ts';
import { liveOf, type WindTunnel } from './state.ts';
import { View } from './View.tsx';

const defaults = defaultValues(params);
const say = sayIn('nats');

const quick = { until: ({ fresh }: WindTunnel) => (fresh?.sequences ?? 0) >= 8 };

describe('with networks that are the learners', () => {
  let end: TunnelRun;
  let counting: TunnelRun;
  /** Predictions that the first run asked for. */
  let asked: number;
  beforeAll(async () => {
    const { trainer, calls } = createLearnerTrainer();
    end = await runTunnel({ length: 40 }, { trainer });
    asked = calls.predictions;
    counting = await runTunnel({ length: 40, checkpoint: 1 }, { trainer: end.trainer });
  }, 60_000);

  it('the exact one has no gap, no regret and the expected loss', () => {
    const { read, model, values } = end;
    expectLaws(model, values);
    expect(model.settled).toBe(true);
    expect(model.fresh!.sequences).toBe(freshSequences);
    expect(read('gapHere')).toBeLessThan(2e-6);
    expect(read('gap')).toBeLessThan(1e-12);
    expect(read('regret')).toBeCloseTo(0, 12);
    expect(read('toBigram')).toBeLessThan(1e-12);
    // The theory’s loss and what the predictor itself expects on the fresh sequences.
    const distance = Math.abs(read('expected') - read('entropy'));
    expect(distance).toBeLessThan(4 * read('entropyError'));
    expect(read('entropyError')).toBeGreaterThan(0);
    expect(Math.abs(read('loss') - read('expected'))).toBeLessThan(4 * read('lossError'));
  });

  it('has the exact expected losses of the theory', () => {
    const [few] = [...chainLosses(3, 1, 1, 20)].slice(-1) as ChainLosses[];
    closeAll(few.bayes, end.model.expected!.bayes.slice(0, 20), 1e-7);
    closeAll(few.irreducible, end.model.expected!.irreducible.slice(0, 20), 1e-7);
  });

  it('goes through the phases, and each checkpoint is nearest to the learner that it is', () => {
    const { points } = end.model.phases;
    expect(points).toHaveLength(3);
    const names = ['uniform', 'unigram', 'bigram'] as const;
    names.forEach((name, i) => {
      expect(points[i]![name]).toBeLessThan(1e-9);
      for (const other of names.filter((one) => one !== name)) expect(points[i]![other]).toBeGreaterThan(0.02);
    });
    // What the unigram learner loses is its divergence from the exact answer.
    close(counting.read('gap'), counting.model.fresh!.of.gap.sum / freshSequences);
    expect(Math.abs(counting.read('lossOfUnigram') - counting.read('loss'))).toBeLessThan(1e-6);
    expect(counting.read('gap')).toBeGreaterThan(0.05);
    expectLaws(counting.model, counting.values);
    expect(stepsOf(counting.model, counting.values)).toEqual({ shipped: 100, own: 0 });
  });

  it('sees which head looks at what followed earlier copies', () => {
    const { model, read } = end;
    const shares = inductionShares(model);
    close(shares[1][0], 1, 1e-4);
    close(shares[1][1], 0);
    expect(read('induction')).toBeCloseTo(1, 4);
    const { position } = model.shown!.attention;
    const last = model.sequence[position - 1];
    const followed = model.sequence.filter((_, t) => t > 0 && t < position && model.sequence[t - 1] === last).length;
    close(shares[0][0], followed / (position + 1), 1e-3);
  });

  it('keeps both Bayesians apart when another prior is on display', async () => {
    const { model, values, read } = await runTunnel({ alpha: 0.1, length: 60 }, { trainer: end.trainer });
    expectLaws(model, values);
    expect(read('gapSequence')).toBeLessThan(2e-6);
    expect(read('gapToShown')).toBeGreaterThan(0.03);
    expect(read('gapToShown')).toBeCloseTo(read('priceOfPrior'), 5);
    // Theory: the price of the prior is the believer’s loss less the best; measured: the gap of a network that is the believer.
    const price = read('expectedBeliever') - read('expected');
    expect(Math.abs(price - read('gapFreshToShown'))).toBeLessThan(0.15 * price);
    const { mean, error } = freshly(model, 'price');
    expect(Math.abs(mean - price)).toBeLessThan(4 * error);
    expect(read('price')).toBe(mean);
    // The stand-in is the believer, and pays nothing beyond that.
    expect(Math.abs(read('over'))).toBeLessThan(1e-9);
    expect(read('overError')).toBeLessThan(1e-9);
    expect(spec.describe(model, values, say)).toMatch(/α = 0\.1, it is 0\.\d+ nats away/);
  }, 60_000);

  it('says what 127 symbols tell of the prior, and what the chains themselves would', async () => {
    const { read, values } = await runTunnel({ alpha: 0.1 }, { trainer: end.trainer });
    const factors = Array.from({ length: 400 }, (_, i) => {
      const sequence = freshSequence({ ...values, seed: 99 }, 0.1, 1, i).slice(0, 127);
      const { shown, bigram } = learnersAlong(sequence, 3, values);
      return sequence.reduce((sum, x, t) => sum + Math.log(shown[t][x] / bigram[t][x]), 0);
    });
    const { mean, error } = measured(factors);
    expect(Math.abs(read('evidenceForPrior') - mean)).toBeLessThan(4 * error);
    expect(read('evidenceForPrior')).toBeCloseTo(5.9, 1);
    expect(read('divergenceOfPrior')).toBeCloseTo(37.0, 1);
    expect(end.read('evidenceForPrior')).toBeCloseTo(0, 12);
    expect(end.read('divergenceOfPrior')).toBe(0);
    // By definition, on average over positions 16 to 127, from the recursion over counts of transitions.
    const exact = inContextLosses(3, 1, 20).slice(16).map(({ bayes, irreducible }) => bayes - irreducible); // prettier-ignore
    const { bayes, irreducible } = end.model.expected!;
    closeAll(bayes.slice(16, 20).map((loss, t) => loss - irreducible[16 + t]), exact, 1e-6); // prettier-ignore
    expect(end.read('learnable')).toBeCloseTo(end.read('expected') - end.read('irreducible'), 12);
  }, 60_000);

  it('comes whole out of the page, without asking the network again', async () => {
    const again = createLearnerTrainer();
    const { model } = await runTunnel(
      { length: 40 },
      { trainer: again.trainer, previous: JSON.parse(JSON.stringify(end.model)) as WindTunnel },
    );
    expect(asked).toBeGreaterThan(freshSequences);
    expect(again.calls.predictions).toBe(0);
    expect(model.settled).toBe(true);
  });

  it('a moved position asks for the attention there once, and for nothing else', async () => {
    const { trainer, calls } = createLearnerTrainer();
    const first = await runTunnel({ length: 40, position: 5 }, { trainer, previous: end.model });
    expect(first.model.shown!.attention.position).toBe(5);
    const before = calls.predictions;
    const second = await runTunnel({ length: 40, position: 9 }, { trainer, previous: first.model });
    expect(second.model.shown!.attention.position).toBe(9);
    expect(calls.predictions).toBe(before);
  });
});

describe('sequences', () => {
  it.each(['drawn', 'second-order', 'cycle', 'constant', 'worst', 'typed'] as const)(
    '%s can be read and drawn',
    async (source) => {
      for (const network of ['markov-3', 'markov-2-8'] as const) {
        const { model, values } = await runTunnel({ source, network, symbols: 5, length: 30, alpha: 0.4 }, quick);
        expect(model.shown!.logs).toHaveLength(model.sequence.length + 1);
        expect(model.symbols).toBe(network === 'markov-3' ? 3 : 5);
        expectLaws(model, values);
        for (const width of [640, 328]) {
          const html = drawn(View, { values, model, width, say });
          expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
        }
      }
    },
  );

  it('made to fool the network is worse for it than any of those that the search began with', async () => {
    const begun = await runTunnel({ source: 'cycle', checkpoint: 1, length: 24 }, quick);
    const { read, model } = await runTunnel({ source: 'worst', checkpoint: 1, length: 24 }, quick);
    expect(model.sequence).toHaveLength(24);
    expect(read('gapSequence')).toBeGreaterThanOrEqual(begun.read('gapSequence') - 1e-6);
  });

  it.each(['', 'zzz', 'a', 'שלום 🦉', '<b>', 'abc'.repeat(60)])('takes %j as it is', async (typed) => {
    const { model, values } = await runTunnel({ source: 'typed', typed }, quick);
    expectLaws(model, values);
    expect(model.sequence.length).toBeLessThanOrEqual(127);
    const html = drawn(View, { values, model, width: 360, say });
    expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(html).toContain(typed.replace('<', '&lt;').replace('>', '&gt;'));
  });

  it('of the reader: what is no symbol is named, kept in the field, and left out of the address', () => {
    const values = { ...defaults, source: 'typed' as const, typed: 'ab c! hello' };
    const html = drawn(View, { values, model: spec.compute(values), width: 360, say });
    expect(html).toContain('Only a to c are symbols here: “!”, “h”, “e”, “l”, “o” passed over.');
    expect(html).toContain('ab c! hello');
    const query = writeValues(params, values);
    expect(query).toContainEqual(['typed', 'abche']);
    expect(readValues(params, [['typed', 'ab1']]).problems).toHaveLength(1);
  });
});

describe('training in the page', () => {
  it('the reader’s network takes the place of the checkpoint, and goes on where it was', async () => {
    const { trainer, asked } = createLearnerTrainer();
    const steps = ({ live }: WindTunnel) => live?.state.step ?? 0;
    const first = await runTunnel(
      { checkpoint: 0, playing: true, pace: 0.5, length: 20 },
      { trainer, until: (model) => steps(model) >= 2 },
    );
    const live = liveOf(first.model, first.values)!;
    expect(asked.trainings).toHaveLength(1);
    expect(asked.trainings[0].source).toEqual({ kind: 'chains', fewest: 3, most: 3, alpha: 1 });
    expect(asked.paces).toEqual([0.5]);
    expect(live.points.map(({ step }) => step)).toEqual([1, 2]);
    expect(live.points[0].unigram).toBeLessThan(1e-9);
    expect(live.points[1].bigram).toBeLessThan(1e-9);
    expect(first.read('gapSequence')).toBeLessThan(2e-6);
    expect(JSON.stringify(first.model)).not.toContain('tokensPerSecond');

    const paused = await runTunnel({ checkpoint: 0, length: 20 }, { trainer, previous: first.model, ...quick });
    expect(paused.read('ownSteps')).toBe(2);
    expect(paused.read('gap')).toBeLessThan(1e-9);
    expect(asked.trainings).toHaveLength(1);

    const single = await runTunnel(
      { checkpoint: 0, length: 20, stepped: 1, alpha: 0.3, onDisplay: true },
      { trainer, previous: paused.model, until: ({ shown, fresh }) => shown !== undefined && fresh !== undefined },
    );
    expect(single.read('ownSteps')).toBe(3);
    expect(asked.trainings[1].source).toMatchObject({ alpha: 0.3 });
    expect(asked.trainings[1].from).toMatchObject({ step: 2 });

    const elsewhere = await runTunnel({ checkpoint: 1, length: 20 }, { trainer, previous: single.model, ...quick });
    expect(elsewhere.read('ownSteps')).toBe(0);
    expect(elsewhere.model.live).toBeUndefined();
  });

  it('says what is missing when there is no network, and still shows the exact answer', async () => {
    const trainer = { ...createLearnerTrainer().trainer, trail: () => Promise.reject(new Error('Not here.')) };
    const seen: WindTunnel[] = [];
    const context = { engine: createByteEngine(), trainer, signal: new AbortController().signal };
    await expect(async () => {
      for await (const model of spec.run!(defaults, context)) seen.push(model);
    }).rejects.toThrow('Not here.');
    expect(seen[0].sequence).toHaveLength(defaults.length);
    expect(spec.describe(seen[0], defaults, say)).toMatch(/the exact answer is drawn/);
  });
});
