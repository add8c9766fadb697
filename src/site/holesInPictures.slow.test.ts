import { describe, expect, it } from 'vitest';
import type { Parameter } from '#contract/parameter.ts';
import { sayIn } from '#contract/say.ts';
import { wholeModel, type AnyWidget } from '#contract/spec.ts';
import { defaultValues, writeValues } from '#contract/values.ts';
import { isChosen } from '../../fixtures/chosen.ts';
import { drawn } from '../../fixtures/drawn.ts';
import { legal } from '../../fixtures/legalStates.ts';
import { holesIn } from '../../fixtures/pictures/problems.ts';
import { widgets } from './widgets.ts';

const loaded = await Promise.all(
  widgets
    .filter(({ id }) => isChosen('WIDGETS', id))
    .map(async (entry) => ({ id: entry.id, spec: (await entry.spec()).spec, View: (await entry.view()).View })),
);

const steps = 8;
/** Milliseconds for one widget: those with long sums get fewer states. */
const time = 400;

/** The default with one number at a time moved through its range, ends included; then states from all over. */
function* statesOf({ params }: AnyWidget): Generator<Readonly<Record<string, unknown>>> {
  const first = defaultValues(params);
  for (const [key, one] of Object.entries(params) as [string, Parameter][])
    if (one.kind === 'number' || one.kind === 'integer')
      for (let i = 0; i <= steps; i++)
        // As a generator of random numbers, it never gives 1 itself.
        yield { ...first, [key]: one.sample(() => Math.min(i / steps, 1 - 1e-9)) };
  yield* legal(params);
}

describe.each(loaded)('the picture of $id', ({ spec, View }) => {
  it('has numbers wherever it needs them, whatever its parameters', () => {
    const until = performance.now() + time;
    const found: string[] = [];
    for (const values of statesOf(spec)) {
      const html = drawn(View, { values, model: wholeModel(spec, values), width: 480, say: sayIn('bits') });
      found.push(
        ...holesIn(html).map(
          (hole) => `${hole} at ${String(new URLSearchParams(writeValues(spec.params, values as never)))}`,
        ),
      );
      if (performance.now() > until) break;
    }
    expect(found).toEqual([]);
  });
});
