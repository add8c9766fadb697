import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { inContextLosses } from '#theory/learning/dirichlet-markov.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { countOf, rowOf, run, sideOf, type RetrieveOrLearn } from './model.ts';
import { tasksOf, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const say = sayIn('nats');
const shipped = createPlainTrainer();
const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(spec.params), ...change });
async function measure(change: Partial<Asked> = {}, previous?: RetrieveOrLearn, most = Infinity) {
  const models: RetrieveOrLearn[] = [];
  const context = { trainer: shipped, signal: new AbortController().signal, previous };
  for await (const model of run(valuesOf(change), context)) {
    models.push(model);
    if (models.length === most) break;
  }
  return models;
}
const row = (model: RetrieveOrLearn, tasks: Asked['tasks']) => rowOf(model, valuesOf({ tasks }))!;

describe('retrieve-or-learn with the shipped networks', () => {
  let models: RetrieveOrLearn[];
  let model: RetrieveOrLearn;
  beforeAll(async () => {
    models = await measure();
    model = models.at(-1)!;
  }, 60_000);

  it('measures the chosen number of tasks first, and all in the end', () => {
    expect(models.map(({ rows }) => rows.length)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(countOf(models[1].rows[0])).toBe(16);
    expect(model.rows.map(countOf)).toEqual([1, 4, 16, 64, 256, Infinity]);
  });

  it('knows its only chain, and takes new ones for it', () => {
    const { known, new: fresh } = row(model, '1');
    expect(known.retrieving!.mean).toBe(0);
    expect(known.network!.mean).toBeLessThan(0.002);
    expect(fresh.network!.mean).toBeGreaterThan(10 * fresh.learning!.mean);
  });

  it('retrieves after few tasks and learns after many', () => {
    expect(sideOf(row(model, '4'))).toBeGreaterThan(0.75);
    expect(sideOf(row(model, '16'))).toBeGreaterThan(0.5);
    expect(sideOf(row(model, '64'))).toBeLessThan(0.5);
    expect(sideOf(row(model, '256'))).toBeLessThan(0.25);
    expect(sideOf(row(model, 'all'))).toBe(0);
    const endless = row(model, 'all').new;
    expect(endless.network!.mean - endless.learning!.mean).toBeLessThan(0.002);
  });

  it('says whom each network is nearer to, on its own chains and on new ones', () => {
    for (const [tasks, origin, nearer] of [
      ['1', 'known', 'retrieving'],
      ['4', 'known', 'retrieving'],
      ['16', 'known', 'retrieving'],
      ['64', 'known', 'learning'],
      ['256', 'known', 'learning'],
      ['4', 'new', 'retrieving'],
      ['16', 'new', 'retrieving'],
      ['64', 'new', 'learning'],
      ['256', 'new', 'learning'],
    ] as const) {
      const { learning, retrieving } = row(model, tasks).apart![origin];
      expect(nearer === 'learning' ? learning.mean < retrieving.mean : retrieving.mean < learning.mean).toBe(true);
    }
    const { learning, retrieving } = row(model, '256').apart!.known;
    expect(Math.abs(learning.mean - 0.0018)).toBeLessThan(4 * learning.error);
    expect(Math.abs(retrieving.mean - 0.0156)).toBeLessThan(4 * retrieving.error);
    expect(spec.readouts.fromLearnerKnown.of(model, valuesOf({ tasks: '256' }))).toBe(learning.mean);
    expect(spec.readouts.fromRetrieverNew.of(model, valuesOf({ tasks: 'all' }))).toBe(
      row(model, 'all').apart!.new.learning.mean,
    );
  });

  it('has a learner that pays what the theory says, at the places where that is known', async () => {
    const [, many] = await measure({ tasks: 'all', sequences: 128 }, undefined, 2);
    const exact = inContextLosses(3, 1, 16).map(({ bayes, irreducible }) => bayes - irreducible);
    const of = (from: number, to: number) =>
      exact.slice(from - 1, to).reduce((sum, nats) => sum + nats, 0) / (to - from + 1);
    const { byPlace } = row(many, 'all').new.learning!;
    [of(2, 2), of(3, 4), of(5, 8), of(9, 16)].forEach((nats, i) =>
      expect(Math.abs(byPlace[i] / nats - 1)).toBeLessThan(0.2),
    );
  }, 60_000);

  it('obeys its laws, reads out what it has, and says so', () => {
    for (const tasks of ['1', '4', '16', '64', '256', 'all'] as const) {
      const values = valuesOf({ tasks });
      for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
      for (const [id, readout] of Object.entries(spec.readouts))
        expect(readout.of(model, values), id).toSatisfy(
          'infinite' in readout ? (value: number) => value > 0 : Number.isFinite,
        );
      close(spec.readouts.networkNew.of(model, values), row(model, tasks).new.network!.mean);
      expect(spec.describe(model, values, say)).toMatch(/nats? for the network, \d/);
      expect(spec.describe(model, values, say)).toMatch(
        / On these tasks the network is .* on new ones \d\.\d{4,} nats from one who learns and \d\.\d{4,} from/,
      );
    }
    const described = spec.presets.slice(0, 5).map(({ values }) => spec.describe(model, valuesOf(values), say));
    expect(new Set(described).size).toBe(5);
  });

  it('places the network between the two, by the part of the way', () => {
    const of = (mean: number) => ({ mean, error: 0, byPlace: [] });
    const between = (mean: number) => ({ retrieving: of(0.5), learning: of(0.25), network: of(mean) });
    expect(sideOf({ tasks: 4, known: {}, new: between(0.375) })).toBe(0.5);
    expect(sideOf({ tasks: 4, known: {}, new: between(0.5) })).toBe(1);
    expect(sideOf(undefined)).toBe(0);
    expect(tasksOf(valuesOf({ tasks: '64' }))).toBe(64);
    expect(tasksOf(valuesOf({ tasks: 'all' }))).toBe(Infinity);
  });

  it('is drawn at both widths, complete and half done', () => {
    for (const shown of [models[1], model])
      for (const width of [640, 328]) {
        const html = renderToString(
          createElement(View, { values: valuesOf(), model: shown, width, say, set: () => {} }),
        );
        expect(html).not.toMatch(/NaN|undefined|Infinity/);
      }
    for (const one of spec.table(model, say, valuesOf()).rows) expect(one).toHaveLength(12);
  });

  it('is plain data, and is not measured again when only N moves', async () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(await measure({ tasks: '256' }, model)).toEqual([]);
    const [again] = await measure({ tasks: '256', seed: 2 }, model, 1);
    expect(again.rows).toEqual([]);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (change: Partial<Asked> = {}) => ({ model, values: valuesOf(change) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(start), stateOf({ ...start, ...solution }));
    }
    const [threshold] = spec.challenges;
    expect(threshold.score(model, valuesOf({ tasks: '256' }))).toBeLessThan(1);
    expect(threshold.score(spec.compute(valuesOf()), valuesOf())).toBe(0);
  });
});

describe('retrieve-or-learn with regression', () => {
  it('has the two predictors, and neither beats the one that is right', async () => {
    const model = (await measure({ setting: 'regression' })).at(-1)!;
    const values = valuesOf({ setting: 'regression' });
    expect(model.rows).toHaveLength(6);
    expect(model.rows.every((one) => !one.new.network)).toBe(true);
    for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
    expect(row(model, '1').known.retrieving!.mean).toBe(0);
    expect(row(model, '1').new.retrieving!.mean).toBeGreaterThan(row(model, '256').new.retrieving!.mean);
    expect(row(model, '256').new.retrieving!.mean).toBeGreaterThan(row(model, '256').new.learning!.mean);
    expect(spec.describe(model, values, say)).toContain('per pair');
    const html = renderToString(createElement(View, { values, model, width: 640, say, set: () => {} }));
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});
