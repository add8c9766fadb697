import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Parameter } from '#contract/parameter.ts';
import { sayIn } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { stylesheets } from '../../build/styles.ts';
import { drawn } from '../../fixtures/drawn.ts';
import { audit } from '../../fixtures/pictures/audit.ts';
import { createServices } from '../../fixtures/pictures/services.ts';
import { cascade } from '../../fixtures/pictures/styles.ts';
import { widgets } from './widgets.ts';

/** The narrowest picture, a phone, what stands between, the static page, a chapter on a wide screen. Each preset is drawn at both ends and one between. */
const widths = [280, 328, 480, 640, 924];
const randomStates = 10;
/** Snapshots of a run that are looked at, at most: the first ones and where it has got by then. */
const snapshots = 8;
const most = 4;

const styleOf = cascade(
  stylesheets()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n'),
);
const services = createServices();
const loaded = await Promise.all(
  widgets.map(async (entry) => ({ id: entry.id, spec: (await entry.spec()).spec, View: (await entry.view()).View })),
);

interface State {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}
const presetsOf = (spec: AnyWidget): State[] =>
  spec.presets.map(({ id, values }) => ({
    name: id,
    values: { ...defaultValues(spec.params), ...(values as object) },
  }));
const randomOf = (spec: AnyWidget): State[] =>
  Array.from({ length: randomStates }, (_, i) => {
    const next = uniforms(11, i);
    const params = Object.entries(spec.params) as [string, Parameter][];
    return { name: `random ${i}`, values: Object.fromEntries(params.map(([key, one]) => [key, one.sample(next)])) };
  });

describe.each(loaded)('the words of $id', ({ id, spec, View }) => {
  const problems = (state: State, model: unknown, at: readonly number[]) =>
    at.flatMap((width) => {
      // Of the two units one is longer to write, the other has the longer numbers.
      const view = { values: state.values, model, width, say: sayIn(width % 3 === 0 ? 'nats' : 'bits') };
      const html = drawn(View, view);
      return audit(html, id, styleOf).map(({ kind, says }) => `${kind}: ${says} (${state.name}, ${width} px)`);
    });

  it('can be read at every preset and at every width', () => {
    expect(
      presetsOf(spec).flatMap((state, i) =>
        problems(state, spec.compute(state.values), [widths[0], widths[1 + (i % 3)], widths[4]]),
      ),
    ).toEqual([]);
  });

  it('can be read in other legal states', () => {
    const found = randomOf(spec).flatMap((state, i) => problems(state, spec.compute(state.values), [widths[i % 5]]));
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
            ...problems(state, model, [widths[(i + k) % 5], widths[(i + k + 2) % 5], widths[(i + k + 4) % 5]]),
          );
    }
    expect(found).toEqual([]);
  });
});
