import { describe, expect, it } from 'vitest';
import type { Parameter } from '#contract/parameter.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { uniforms } from '#sim/random.ts';
import { isChosen } from '../../fixtures/chosen.ts';
import { presetsOf, problemsOf, widths, type State } from '../../fixtures/pictures/problems.ts';
import { createServices } from '../../fixtures/pictures/services.ts';
import { widgets } from './widgets.ts';

const randomStates = 10;
/** Snapshots of a run that are looked at, at most: the first ones and where it has got by then. */
const snapshots = 8;
const most = 4;

const services = createServices();
const loaded = await Promise.all(
  widgets
    .filter(({ id }) => isChosen('WIDGETS', id))
    .map(async (entry) => ({ id: entry.id, spec: (await entry.spec()).spec, View: (await entry.view()).View })),
);

const randomOf = (spec: AnyWidget): State[] =>
  Array.from({ length: randomStates }, (_, i) => {
    const next = uniforms(11, i);
    const params = Object.entries(spec.params) as [string, Parameter][];
    return { name: `random ${i}`, values: Object.fromEntries(params.map(([key, one]) => [key, one.sample(next)])) };
  });

describe.each(loaded)('the words of $id', (widget) => {
  const { spec } = widget;

  it('can be read in other legal states', () => {
    const found = randomOf(spec).flatMap((state, i) =>
      problemsOf(widget, state, spec.compute(state.values), [widths[i % 5]]),
    );
    expect(found).toEqual([]);
  });

  it.runIf(spec.run)('can be read while its model runs', async () => {
    const found: string[] = [];
    for (const [i, state] of presetsOf(spec).slice(0, most).entries()) {
      const models: unknown[] = [];
      const abort = new AbortController();
      const values = 'playing' in spec.params ? { ...state.values, playing: true } : state.values;
      for await (const model of spec.run!(values, { ...services, signal: abort.signal })) {
        models.push(model);
        if (models.length === snapshots) break;
      }
      abort.abort();
      for (const [k, model] of [...new Set([models[1], models[models.length - 1]])].entries())
        if (model)
          found.push(
            ...problemsOf(widget, state, model, [
              widths[(i + k) % 5],
              widths[(i + k + 2) % 5],
              widths[(i + k + 4) % 5],
            ]),
          );
    }
    expect(found).toEqual([]);
  });
});
