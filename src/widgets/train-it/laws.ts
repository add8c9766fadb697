import type { Law } from '#contract/spec.ts';
import type { TrainIt } from './model.ts';
import type { Asked } from './parameters.ts';
import { readouts } from './readouts.ts';

const of = (name: keyof typeof readouts, model: TrainIt, asked: Asked) => readouts[name].of(model, asked);

export const laws: readonly Law<TrainIt, Asked>[] = [
  {
    name: 'cost = entropy rate + what each sequence reveals anew + divergence',
    tolerance: 1e-12,
    gap: (m, a) => Math.abs(of('heldOut', m, a) - of('rate', m, a) - of('anew', m, a) - of('divergence', m, a)),
  },
  {
    name: 'no network is better than the floor on what it has not seen: divergence ≥ 0',
    tolerance: 1e-12,
    gap: (m, a) => Math.max(-of('divergence', m, a), ...m.points.map(({ heldOut }) => (m.floor ?? 0) - heldOut)),
  },
  {
    name: 'the entropy rate is at most the floor, and that at most the cost of an even choice',
    tolerance: 1e-12,
    gap: (m, a) => Math.max(of('rate', m, a) - of('floor', m, a), of('floor', m, a) - m.even),
  },
  {
    name: 'by kind too, no cost is below its floor',
    tolerance: 1e-12,
    gap: ({ groups }) => Math.max(0, ...groups.map(({ loss, floor = 0 }) => floor - loss)),
  },
];
