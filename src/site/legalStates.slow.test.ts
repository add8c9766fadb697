import { describe, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { isChosen } from '../../fixtures/chosen.ts';
import { expectLawful, legal } from '../../fixtures/legalStates.ts';
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
    if (spec.work)
      for (const { values } of spec.presets)
        expectLawful(spec, { ...defaultValues(spec.params), ...(values as object) });
    const until = performance.now() + workTime;
    for (const values of legal(spec.params)) {
      if (spec.work && performance.now() > until) break;
      expectLawful(spec, values);
    }
  });
});
