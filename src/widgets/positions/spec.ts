import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { toldPlaces } from '#sim/told-places.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { called, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { placeColumns, stageNames } from './series.ts';

export const spec = defineWidget({
  id: 'positions',
  title: 'Where a token stands',
  summary: 'Ask five networks how much of a token’s place is in its row.',
  terms: ['usable-information', 'probe', 'transformer'],
  cites: ['vaswani2017', 'su2021', 'haviv2022', 'xu2020'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(model, { reader }, say) {
    const { chosen, stage } = model;
    const at = stage === 0 ? 'At the embedding' : `Behind ${stageNames[stage]}`;
    const { mean, error } = chosen.place[stage];
    return `The network “${called[chosen.name]}” pays ${say.information(chosen.loss!.mean)} per character. ${at} ${reader === 'linear' ? 'a linear reader' : 'a reader with a hidden layer'} can use ${say.amount(mean)} ± ${say.amount(error)} of the ${say.information(Math.log(toldPlaces))} of a row’s place.${mean < 0 ? ' Less than nothing: it pays more than there is to know.' : ''}`;
  },

  table: (model, say) => tableOf(stageNames.map((_, i) => i), placeColumns(model), say), // prettier-ignore

  laws: [
    {
      name: 'No reader saves more than there is to know: log 128',
      tolerance: 0,
      gap: ({ curves }) =>
        Math.max(...curves.flatMap(({ place }) => place.map(({ mean }) => mean))) - Math.log(toldPlaces),
    },
  ],

  challenges,
  presets,
});
