import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { toldNames } from '#sim/told-places.ts';
import { challenges } from './challenges.ts';
import { areAlike, pairOf, pairsIn, shown, unread } from './letters.ts';
import { backIn, changeOf, compute, measuredNear, readOf } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { run } from './reading.ts';
import { readouts } from './readouts.ts';
import { changeColumns } from './series.ts';

export const spec = defineWidget({
  id: 'letters-exchanged',
  title: 'Two letters exchanged',
  summary: 'Write a text, exchange two neighbors in it, and see which of five networks take note.',
  terms: ['divergence', 'transformer', 'position-code'],
  cites: ['vaswani2017', 'su2021', 'haviv2022'],
  wordsInBits: true,
  params,
  compute,
  run,
  trains: true,
  readouts,

  describe(model, asked, say) {
    if (model.problem !== undefined) return `The networks do not read: ${model.problem}`;
    if (pairsIn(model.window) === 0)
      return `Of the text too little can be read: there is no pair to exchange. ${unread(asked.text)}`.trim();
    const [back, read, change] = [backIn(model, asked), readOf(model, asked.network), changeOf(model, asked.network, asked)]; // prettier-ignore
    const name = toldNames[asked.network];
    const before = (places: number) => places === 1 ? 'right before the last letter' : `ending ${say.count(places)} places before the last letter`; // prettier-ignore
    const { distance, mean } = measuredNear(asked.network, back);
    const over = `Over many texts the exchange ${before(distance)} changes its prediction ${mean === 0 ? 'not at all' : `by ${say.information(mean)} on average`}.`; // prettier-ignore
    if (!read || !change) return `The network “${name}” is about to read the text. ${over}`;
    const [a, b] = shown(pairOf(model.window, back));
    const where = before(back);
    const guess = `the network “${name}” expects “${shown(read.letter)}” with probability ${say.probability(read.chance)}`;
    const then = change.letter === undefined ? '' : `, and “${shown(change.letter)}” with ${say.probability(change.chance!)} once “${a}” and “${b}”, ${where}, are exchanged`; // prettier-ignore
    const moved = areAlike(model.window, back) ? 'not at all, since the two are alike' : change.nats === 0 ? (asked.network === 'none-one-layer' ? 'not at all' : 'by less than can be computed here') : `by ${say.information(change.nats)}`; // prettier-ignore
    return `After the text ${guess}${then}. The exchange ${then ? '' : `of “${a}” and “${b}”, ${where}, `}changes its prediction ${moved}. ${over}`;
  },

  table: (model, say) =>
    tableOf(Array.from({ length: pairsIn(model.window) }, (_, i) => i + 1), changeColumns(model), say), // prettier-ignore

  laws: [
    {
      name: 'One layer without places: no exchange of earlier letters changes the last prediction',
      tolerance: 0,
      gap: (model) =>
        Math.max(0, ...(readOf(model, 'none-one-layer')?.changes ?? []).map((change) => change?.nats ?? 0)),
    },
    {
      name: 'To exchange two letters that are alike changes nothing',
      tolerance: 0,
      gap: ({ window, networks }) =>
        Math.max(0, ...networks.flatMap(({ changes }) => changes.map((change, i) => (change && areAlike(window, i + 1) ? change.nats : 0)))), // prettier-ignore
    },
    {
      name: 'A divergence is never negative',
      tolerance: 0,
      gap: ({ networks }) => -Math.min(0, ...networks.flatMap(({ changes }) => changes.map((change) => change?.nats ?? 0))), // prettier-ignore
    },
  ],

  challenges,
  presets,
});
