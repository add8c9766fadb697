import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, type LayerInformation, type StageInformation } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

const reader = { linear: 'a linear probe', cubic: 'a probe with cubes and products', any: 'a table of all places' };

/** The largest rise from one stage to the next. */
const rise = ({ stages }: LayerInformation, of: (one: StageInformation) => number) =>
  Math.max(...stages.slice(1).map((one, l) => of(one) - of(stages[l])));

export const spec = defineWidget({
  id: 'layer-information',
  title: 'What is there and what can be used',
  summary: 'Send points through layers that only move them, and compare what they tell with what a probe can use.',
  terms: ['mutual-information', 'data-processing-inequality', 'cross-entropy', 'usable-information'],
  cites: ['xu2020', 'alain-bengio2016', 'cover-thomas2006'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(model, { probe, samples, problem }, say) {
    const { stages, stage, network } = model;
    const [first, last, here] = [stages[0], stages[stages.length - 1], stages[stage]];
    const of = ({ usable, mutual }: StageInformation) => `${say.amount(usable)} of ${say.information(mutual)}`;
    const at = stage === 0 ? 'At the input' : problem === 'xor' ? `At ${network.stages[stage].name}` : `After layer ${stage}`; // prettier-ignore
    return (
      `About the label ${reader[probe]} can use ${of(first)} at the input, and ${of(last)} after the last layer. ` +
      `${at} it can use ${of(here)}; trained on ${say.count(samples)} points it saves ${say.amount(here.held.mean)} ± ${say.amount(here.held.standardError)} on points drawn afresh.`
    );
  },

  table: (model, say) => tableOf(rowsOf(model), Object.values(columns), say),

  laws: [
    {
      name: 'Data processing: no layer adds information about the label',
      tolerance: 1e-9,
      gap: (model) => rise(model, ({ mutual }) => mutual),
    },
    {
      name: 'nor about the input',
      tolerance: 1e-9,
      gap: (model) => rise(model, ({ about }) => about),
    },
    {
      name: 'A stage tells no more about the label than about the input, which determines it',
      tolerance: 1e-9,
      gap: ({ stages }) => Math.max(...stages.map(({ mutual, about }) => mutual - about)),
    },
    {
      name: 'What a probe can use is at least 0 and at most what is there',
      tolerance: 1e-8,
      gap: ({ stages }) => Math.max(...stages.map(({ usable, mutual }) => Math.max(-usable, usable - mutual))),
    },
    {
      name: 'A trained probe saves at most what there is to know: H(Y)',
      tolerance: 1e-9,
      gap: ({ stages }) => Math.max(...stages.map(({ held }) => held.mean - Math.LN2)),
    },
    {
      name: 'Each label has half of all points, at every stage',
      tolerance: 1e-9,
      gap: ({ stages }) => Math.max(...stages.map(({ law }) => Math.abs(law.reduce((sum, row) => sum + row[0], 0) - 0.5))), // prettier-ignore
    },
  ],

  challenges,
  presets,
});
