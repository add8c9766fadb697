import type { Readout } from '#contract/spec.ts';
import type { Curve, Positions } from './model.ts';
import type { ToldNetwork } from '#sim/told-places.ts';
import type { Asked } from './parameters.ts';

const source = 'widgets/positions/model.compute';
const information = (label: string, formula: string, of: (model: Positions) => number): Readout<Positions, Asked> => ({
  kind: 'information',
  ...{ label, formula, source, of },
});
const usable = String.raw`\log_2 128 - \tfrac1n \sum_i -\log_2 q(t_i \given x_i)`;
const of = ({ curves }: Positions, name: ToldNetwork): Curve => curves.find((curve) => curve.name === name)!;
const best = ({ place }: Curve) => Math.max(...place.map(({ mean }) => mean));

export const readouts = {
  place: information('What the reader can use of a row’s place', usable, (m) => m.chosen.place[m.stage].mean),
  placeError: information('Its standard error', String.raw`s/\sqrt n`, (m) => m.chosen.place[m.stage].error),
  best: information('The most at any stage of this network', usable, (m) => best(m.chosen)),
  loss: information('What a character costs this network', String.raw`-\log_2 q`, (m) => m.chosen.loss!.mean),
  lossError: information('Its standard error', String.raw`s/\sqrt n`, (m) => m.chosen.loss!.error),
  noneEmbedding: information('Usable at the embedding, told nothing', usable, (m) => of(m, 'none').place[0].mean),
  noneBest: information('The most at any stage, told nothing', usable, (m) => best(of(m, 'none'))),
  rotaryBest: information('The most at any stage, rotary', usable, (m) => best(of(m, 'rotary'))),
  learnedEmbedding: information(
    'Usable at the embedding, learned places',
    usable,
    (m) => of(m, 'learned').place[0].mean,
  ),
  wavesEmbedding: information('Usable at the embedding, waves', usable, (m) => of(m, 'sinusoidal').place[0].mean),
} satisfies Record<string, Readout<Positions, Asked>>;
