import { describe, expect, it } from 'vitest';
import { isChosen } from '../../fixtures/chosen.ts';
import { expectChallenges, expectDescribed, expectLawful, legal, presetStates } from '../../fixtures/legalStates.ts';
import { widgets } from './widgets.ts';

/** Milliseconds for a widget whose sums take longer than a frame; its presets are tested in any case. */
const workTime = 1500;

const loaded = await Promise.all(
  widgets
    .filter(({ id }) => isChosen('WIDGETS', id))
    .map(async (entry) => ({ id: entry.id, spec: (await entry.spec()).spec })),
);

describe.each(loaded)('$id', ({ spec }) => {
  it('obeys its laws wherever its parameters may be, and no readout is NaN', () => {
    if (spec.work) for (const values of presetStates(spec)) expectLawful(spec, values);
    const until = performance.now() + workTime;
    for (const values of legal(spec.params)) {
      if (spec.work && performance.now() > until) break;
      expectLawful(spec, values);
    }
  });

  it.runIf(spec.work)('describes every preset differently, in both units, with a table', () => {
    const described = presetStates(spec).map((values) => expectDescribed(spec, values));
    if (!spec.run) expect(new Set(described).size).toBe(spec.presets.length);
  });

  it.runIf(spec.work)('has challenges that begin unsolved, with a hint, and that their solutions solve', () => {
    expectChallenges(spec);
  });
});
