import type { Law } from '#contract/spec.ts';
import { comparedWith, first, prepared, type Forgetting } from './model.ts';
import type { Asked } from './parameters.ts';
import { readouts } from './readouts.ts';

const of = (name: keyof typeof readouts, model: Forgetting, asked: Asked) => readouts[name].of(model, asked);

export const laws: readonly Law<Forgetting, Asked>[] = [
  {
    name: 'no drift is negative: D(q₀‖q) ≥ 0',
    tolerance: 1e-9,
    gap: (model, asked) =>
      Math.max(
        0,
        ...comparedWith(model, asked).flatMap(({ points }) => points.flatMap((p) => [-p.driftOld, -p.driftNew])),
      ),
  },
  {
    name: 'all runs on a text begin at one place',
    tolerance: 2e-5,
    gap(model, asked) {
      const starts = comparedWith(model, asked).flatMap((run) => first(run) ?? []);
      return Math.max(
        0,
        ...starts.map(({ old, unseen }) => Math.abs(old - starts[0].old) + Math.abs(unseen - starts[0].unseen)),
      );
    },
  },
  {
    name: 'what is forgotten is what the novels cost more: before + forgotten = now',
    tolerance: 1e-12,
    gap: (m, a) => Math.abs(of('startOld', m, a) + of('forgot', m, a) - of('old', m, a)),
  },
  {
    name: 'the novels cost the same before, whatever the new text',
    tolerance: 2e-5,
    gap: (model, asked) => {
      const start = first(comparedWith(model, asked)[0]);
      const book = first(prepared[0]);
      return start && book ? Math.abs(start.old - book.old) : 0;
    },
  },
];
