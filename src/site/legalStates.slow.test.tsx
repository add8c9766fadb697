import { describe, expect, it } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { isChosen } from '../../fixtures/chosen.ts';
import { expectLoyal } from '../../fixtures/loyal.tsx';
import { expectChallenges, expectDescribed, expectLawful, legal, presetStates } from '../../fixtures/legalStates.ts';
import { widgets } from './widgets.ts';

/** Milliseconds for a widget whose sums take longer than a frame; its presets are tested in any case. */
const workTime = 1500;

const loaded = await Promise.all(
  widgets
    .filter(({ id }) => isChosen('WIDGETS', id))
    .map(async (entry) => ({ id: entry.id, spec: (await entry.spec()).spec, View: (await entry.view()).View })),
);

describe.each(loaded)('$id', ({ spec, View }) => {
  it('obeys its laws wherever its parameters may be, and no readout is NaN', () => {
    if (spec.work) for (const values of presetStates(spec)) expectLawful(spec, values);
    const until = performance.now() + workTime;
    for (const values of legal(spec.params)) {
      if (spec.work && performance.now() > until) break;
      expectLawful(spec, values);
    }
  });

  it.runIf(spec.work)('speaks of what its numbers were computed for, while others are computed', () => {
    expectLoyal(spec, View, wholeModel(spec, defaultValues(spec.params)), [...presetStates(spec), ...legal(spec.params).slice(0, 8)]); // prettier-ignore
  });

  it.runIf(spec.looks)('has nothing in its model that depends on what is only looked at', () => {
    const first = defaultValues(spec.params) as Readonly<Record<string, unknown>>;
    const model = wholeModel(spec, first);
    for (const key of spec.looks!)
      for (const values of (legal(spec.params) as Readonly<Record<string, unknown>>[]).slice(0, 2))
        expect(wholeModel(spec, { ...first, [key]: values[key] })).toEqual(model);
  });

  it.runIf(spec.work)('describes every preset differently, in both units, with a table', () => {
    const described = presetStates(spec).map((values) => expectDescribed(spec, values));
    if (!spec.run) expect(new Set(described).size).toBe(spec.presets.length);
  });

  it.runIf(spec.work)('has challenges that begin unsolved, with a hint, and that their solutions solve', () => {
    expectChallenges(spec);
  });
});
