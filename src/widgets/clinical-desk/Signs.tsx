import type { ViewProps } from '#contract/spec.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { families } from './parameters.ts';
import type { spec } from './spec.ts';

/** What each family of signs tells of the condition, and what reading it alone takes off the least cost. */
export function Signs({ model, width, say }: ViewProps<typeof spec>) {
  const of = (values: readonly number[], says: (value: number) => string) =>
    values.map((value, f) => ({ at: f + 1, value, says: says(value), called: families[f].name }));
  const highest = (values: readonly number[], floor: number) => 1.25 * Math.max(floor, ...values);
  return (
    <Figure
      {...{ width, say, label: 'What each kind of sign tells, and what it is worth' }}
      rows={[
        [
          {
            height: 120,
            title: 'What the signs of one kind tell',
            x: { domain: [0.4, 4.6], bare: true },
            y: { domain: [0, highest(model.tells, 0.01)], label: 'Information about the condition', information: true },
            marks: [
              bars(
                of(model.tells, (nats) => say.brief(nats)),
                { role: 'shared' },
              ),
            ],
          },
          {
            height: 120,
            title: 'What reading them alone is worth',
            x: { domain: [0.4, 4.6], bare: true },
            y: { domain: [0, highest(model.worth, 0.01)], label: 'Taken off the least expected cost' },
            marks: [
              bars(
                of(model.worth, (cost) => say.number(Math.max(0, cost), 2)),
                { role: 'exact' },
              ),
            ],
          },
        ],
      ]}
    />
  );
}
