import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { called, params, places } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { placeColumns, stageNames, swapColumns } from './series.ts';

export const spec = defineWidget({
  id: 'positions',
  title: 'Where a token stands',
  summary: 'Ask five networks how much of a token’s place is in its row, and what they make of two letters exchanged.',
  terms: ['usable-information', 'probe', 'divergence', 'transformer'],
  cites: ['vaswani2017', 'su2021', 'haviv2022', 'xu2020'],
  params,
  compute,
  readouts,

  describe(model, { view, reader, back }, say) {
    const { chosen, stage, change } = model;
    const network = `The network “${called[chosen.name]}” pays ${say.information(chosen.loss!.mean)} per character. `;
    if (view === 'swap') {
      const [near] = chosen.swap;
      return (
        `${network}Two unlike neighbors right before the last letter, exchanged, change its prediction ${near.mean === 0 ? 'not at all' : `by ${say.information(near.mean)} on average`}. ` +
        `On the text, the pair ${back === 1 ? 'next to the last letter' : `${say.count(back)} places before the last letter`} changes it ${change === 0 ? 'not at all' : `by ${say.information(change)}`}.`
      );
    }
    const at = stage === 0 ? 'At the embedding' : `Behind ${stageNames[stage]}`;
    const { mean, error } = chosen.place[stage];
    return `${network}${at} ${reader === 'linear' ? 'a linear reader' : 'a reader with a hidden layer'} can use ${say.amount(mean)} ± ${say.amount(error)} of the ${say.information(Math.log(places))} of a row’s place.${mean < 0 ? ' Less than nothing: it pays more than there is to know.' : ''}`;
  },

  table: (model, say, { view }) =>
    view === 'swap'
      ? tableOf(model.curves[0].swap.map((_, i) => i), swapColumns(model), say)
      : tableOf(stageNames.map((_, i) => i), placeColumns(model), say), // prettier-ignore

  laws: [
    {
      name: 'No reader saves more than there is to know: log 128',
      tolerance: 0,
      gap: ({ curves }) => Math.max(...curves.flatMap(({ place }) => place.map(({ mean }) => mean))) - Math.log(places),
    },
    {
      name: 'One layer without places: no exchange of earlier letters changes the last prediction',
      tolerance: 0,
      gap: ({ curves }) =>
        Math.max(...curves.find(({ name }) => name === 'none-one-layer')!.swap.map(({ mean }) => Math.abs(mean))),
    },
    {
      name: 'A divergence is never negative',
      tolerance: 0,
      gap: ({ onText, curves }) => -Math.min(...onText, ...curves.flatMap(({ swap }) => swap.map(({ mean }) => mean))),
    },
  ],

  challenges,
  presets,
});
