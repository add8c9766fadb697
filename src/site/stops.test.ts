import { describe, expect, it } from 'vitest';
import type { NumberParameter, Parameter } from '#contract/parameter.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { trackOf } from '#kit/controls/slide.ts';
import { isChosen } from '../../fixtures/chosen.ts';
import { widgets } from './widgets.ts';

type Solution = Readonly<Record<string, unknown>>;

const isNumber = (parameter: Parameter): parameter is NumberParameter =>
  parameter.kind === 'number' || parameter.kind === 'integer';

/** The stops of its slider nearest to a value, three on either side; the value itself where it is one. */
function stopsNear(parameter: NumberParameter, value: number): number[] {
  const { min, max, step, positionOf, valueAt } = trackOf(parameter);
  const at = (positionOf(value) - min) / step;
  const isStop = Math.abs(at - Math.round(at)) < 1e-6 || value === max;
  if (isStop) return [value];
  const near = [0, 1, -1, 2, -2, 3].map((more) => min + step * (Math.floor(at) + more));
  return near.filter((position) => position >= min && position <= max).map(valueAt);
}

/** The solution with each number at a stop of its slider. */
const dragged = (spec: AnyWidget, solution: Solution): Solution[] =>
  Object.entries(solution).reduce<Solution[]>(
    (all, [key, value]) => {
      const parameter = spec.params[key] as Parameter;
      const stops = isNumber(parameter) ? stopsNear(parameter, value as number) : [value];
      return all.flatMap((one) => stops.map((stop) => ({ ...one, [key]: stop })));
    },
    [{}],
  );

const loaded = await Promise.all(
  widgets.filter(({ id }) => isChosen('WIDGETS', id)).map(async ({ spec }) => (await spec()).spec as AnyWidget),
);

describe('a challenge', () => {
  it.each(loaded)('of $id is solved by dragging and by keys, or a hint says that a number has to be typed', (spec) => {
    for (const { id, start, solution, score, hints } of spec.challenges as AnyWidget['challenges']) {
      const all = dragged(spec, solution as Solution);
      const isReached = all.length === 1 && Object.keys(solution).every((key) => all[0][key] === solution[key]);
      if (isReached || hints.some(({ say }) => /\b[Tt]ype\b/.test(say))) continue;
      // What is computed for longer than a frame, or by the network, is not computed here: there a stop has to be the solution.
      const isQuick = !spec.work && !spec.run;
      const solves = (change: Solution) => {
        const values = { ...defaultValues(spec.params), ...(start as Solution), ...change };
        return score(spec.compute(values), values) >= 1;
      };
      expect(isQuick && all.some(solves), `${spec.id}/${id}: ${JSON.stringify(solution)}`).toBe(true);
    }
  });
});
