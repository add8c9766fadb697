import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { BayesMixture } from '#sim/bayes-mixture.ts';
import { MarkovPredictor } from '#sim/markov-predictor.ts';
import { predictionsAlong } from '#sim/predictor.ts';
import { taskChains } from '#sim/task-chains.ts';
import { finiteWorlds } from '#theory/learning/document-hierarchy.ts';
import { splitMetaAndIntra } from '#theory/learning/meta-split.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { compute, paidAt, run, worldsOf, type FewShot } from './model.ts';
import type { Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const shipped = createPlainTrainer();
const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(spec.params), ...change });
const read =
  (change: Partial<Asked>, model: FewShot = spec.compute(valuesOf(change))) =>
  (id: keyof typeof spec.readouts) =>
    spec.readouts[id].of(model, valuesOf(change));

/** The three lines of the derivation on the page, in its readouts. */
function expectDerivation(readout: ReturnType<typeof read>) {
  close(readout('world') + readout('intra'), readout('total'), 1e-9);
  expect(readout('world')).toBeLessThanOrEqual(readout('share') + 1e-9);
  expect(readout('total')).toBeLessThanOrEqual(readout('share') + readout('intra') + 1e-9);
  close(Math.min(readout('bound'), 1e9), Math.min(readout('share') + readout('intra'), 1e9), 1e-9);
}

async function measure(change: Partial<Asked>, trainer: Parameters<typeof run>[1]['trainer'] = shipped) {
  const models: FewShot[] = [];
  const signal = new AbortController().signal;
  for await (const model of run(valuesOf({ source: 'chains', ...change }), { trainer, signal })) models.push(model);
  return models;
}

describe('few-shot-curve, exactly', () => {
  it('has four coins of which sixteen tosses tell four fifths', () => {
    const { values } = spec.presets.find(({ id }) => id === 'four-coins')!;
    const share = read(values)('total') / read(values)('ceiling');
    expect(share).toBeGreaterThan(0.79);
    expect(share).toBeLessThan(0.84);
  });

  it('is the split of theorem 4.7 at every number of examples', () => {
    for (const [documents, contrast] of [
      ['1', 4],
      ['2', 8],
      ['3', 1.5],
    ] as const) {
      const change = { tasks: '4', documents, contrast } as const;
      const { prior, worlds, coins } = worldsOf(4, contrast);
      for (const examples of [1, 5, 16]) {
        const split = splitMetaAndIntra(finiteWorlds(prior, worlds, coins), Number(documents), 16, examples);
        const readout = read({ ...change, examples });
        close(readout('total'), split.inContext, 1e-9);
        close(readout('bound'), split.inContextBound, 1e-9);
        close(readout('average'), split.inContext / examples, 1e-9);
        close(readout('meta'), split.meta, 1e-9);
      }
    }
  });

  it('obeys the derivation line by line, whatever was read', () => {
    for (const documents of ['0', '1', '3', 'all'] as const)
      for (const examples of [1, 9, 128]) expectDerivation(read({ documents, examples }));
  });

  it('has the ceiling of the reference: H(Θ) for tasks that are equally likely', () => {
    const [{ expected }] = oracleCases('08_meta_decomposition', 'dirichlet_mixture_N2_known_coins');
    close(read({ tasks: '4' })('ceiling'), 2 * expected.ln_N);
  });

  it('has worlds whose ends differ by the factor that it says', () => {
    for (const contrast of [0, 4, 8]) {
      const { worlds, coins } = worldsOf(16, contrast);
      close(worlds[0][15] / worlds[0][0], read({ contrast })('factor'), 1e-9);
      close(worlds[1][0] / worlds[1][15], read({ contrast })('factor'), 1e-9);
      closeAll([coins[0], coins[1], coins[15]], [0.05, 0.11, 0.95]);
    }
  });

  it('needs no pretraining where the worlds are alike', () => {
    const readout = read({ contrast: 0, documents: '3', examples: 16 });
    expect(readout('meta')).toBeLessThan(1e-12);
    close(readout('total'), readout('intra'), 1e-9);
    close(readout('bound'), readout('intra'), 1e-9);
    expect(read({ documents: '0' })('bound')).toBe(Infinity);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});

describe('few-shot-curve, measured', () => {
  it('finds nothing beyond the optimal predictor in a network that is one', async () => {
    const chains = taskChains(16);
    const trainer: Parameters<typeof run>[1]['trainer'] = {
      checkpoint: () => shipped.checkpoint('tasks', 2),
      predict: (network, sequences) =>
        Promise.resolve(
          sequences.map((tokens) => {
            const mixture = new BayesMixture(
              chains.map((chain) => new MarkovPredictor(chain, [1 / 3, 1 / 3, 1 / 3])),
              chains.map(() => 1 / 16),
            );
            const rows = predictionsAlong(mixture, tokens.subarray(1));
            expect(network.config.vocabulary).toBe(4);
            return { logProbabilities: Float64Array.from(rows.flatMap((row) => [...row, 0].map(Math.log))) };
          }),
        ),
    };
    const last = (await measure({ sequences: 20 }, trainer)).at(-1)!;
    expect(last.sequences).toBe(20);
    closeAll(
      last.network!.map(({ mean }) => mean),
      last.optimal.map(({ mean }) => mean),
    );
  });

  it('pays nearly ln N and little more, of 16 chains and of 256', async () => {
    for (const tasks of ['16', '256'] as const) {
      const models = await measure({ tasks, sequences: 48 });
      expect(models.map(({ sequences }) => sequences)).toEqual([0, 16, 32, 48]);
      const { optimal, network } = models.at(-1)!;
      const [paid, byNetwork] = [optimal.at(-1)!, network!.at(-1)!];
      expect(paid.mean).toBeLessThan(Math.log(Number(tasks)) + 3 * paid.error);
      expect(paid.mean).toBeGreaterThan(0.6 * Math.log(Number(tasks)));
      expect(byNetwork.mean).toBeGreaterThan(paid.mean);
      // One who learns every chain anew pays more than its name costs.
      expect(byNetwork.mean).toBeGreaterThan(Math.log(Number(tasks)));
      const values = valuesOf({ source: 'chains', tasks, examples: 128, sequences: 48 });
      for (const law of spec.laws) expect(law.gap(models.at(-1)!, values), law.name).toBeLessThanOrEqual(law.tolerance);
      close(read(values, models.at(-1))('network'), byNetwork.mean);
      // Chains are known: all that is paid is the task’s own.
      expectDerivation(read(values, models.at(-1)));
      close(read(values, models.at(-1))('intra'), paid.mean);
      expect(spec.describe(models.at(-1)!, values, sayIn('nats'))).toMatch(
        new RegExp(
          `^For 128 examples of one of ${tasks} tasks .* the network pays \\d\\.\\d\\d\\d, on average over 48 sequences\\.$`,
        ),
      );
      for (const width of [640, 328])
        expect(
          renderToString(
            createElement(View, { values, model: models.at(-1)!, width, say: sayIn('bits'), set: () => {} }),
          ),
        ).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('is not measured again when only τ moves', async () => {
    const [, model] = await measure({ sequences: 16 });
    const models: FewShot[] = [];
    const context = { trainer: shipped, signal: new AbortController().signal, previous: model };
    const values = valuesOf({ source: 'chains', sequences: 16, examples: 3 });
    for await (const next of run(values, context)) models.push(next);
    expect(models).toEqual([]);
    expect(paidAt(model, values).tau).toBe(3);
    // Nothing is kept between 16 and 20 symbols.
    expect([17, 18, 120].map((examples) => paidAt(model, { ...values, examples }).tau)).toEqual([16, 20, 128]);
    expect(compute(valuesOf({ tasks: '64' })).tasks).toBe(64);
  });
});
