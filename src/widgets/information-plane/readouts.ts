import type { Readout } from '#contract/spec.ts';
import { bottleneckOfFlippedBit } from '#theory/channels/layer-reading.ts';
import { allRuns, lastOf, marksOf, meanOf, type Plane } from './model.ts';
import { lastStep, type Activated, type Asked } from './parameters.ts';

type Of = (marks: ReturnType<typeof marksOf>, model: Plane, asked: Asked) => number;
/** Nothing is said of a training that has not ended, nor of runs of which some are still to come. */
const none = ({ snapshots }: Plane) => (snapshots.at(-1)?.step ?? 0) < lastStep;
const noRuns = ({ runs }: Plane) => runs.length < allRuns;
const cells = 'theory/channels/layer-reading.informationOfCells';
const network = 'sim/small-network.layersOf';

const information = (label: string, formula: string, of: Of, source = cells): Readout<Plane, Asked> => ({
  ...{ kind: 'information', label, formula, source, none },
  of: (model, asked) => of(marksOf(model, asked), model, asked),
});
const wrong = (label: string, formula: string, of: Of): Readout<Plane, Asked> => ({
  ...{ kind: 'probability', label, formula, source: network, none },
  of: (model, asked) => of(marksOf(model, asked), model, asked),
});
const step = (label: string, formula: string, of: Of): Readout<Plane, Asked> => ({
  ...{ kind: 'count', label, formula, source: 'sim/small-network.descend', none },
  of: (model, asked) => of(marksOf(model, asked), model, asked),
});
const lost = (activation: Activated, name: string): Readout<Plane, Asked> => ({
  ...{ kind: 'information', label: `${name}: bits of the input lost since the peak, mean of six seeds`, formula: String.raw`\max_s \I(X;T_s) - \I(X;T_{600})`, source: cells, none: noRuns }, // prettier-ignore
  of: (model) => meanOf(model, activation).lost,
});
const meanWrong = (activation: Activated, name: string): Readout<Plane, Asked> => ({
  ...{ kind: 'probability', label: `${name}: wrong on new cases at the end, mean of six seeds`, formula: String.raw`\Pr(\hat Y \ne Y)`, source: network, none: noRuns }, // prettier-ignore
  of: (model) => meanOf(model, activation).wrong,
});

export const readouts = {
  input: information('All there is to tell of the input', String.raw`\H(X)`, (_, model) => model.input, 'theory/measures/entropy.entropy'), // prettier-ignore
  label: information('All that the input tells of the label', String.raw`\I(X;Y)`, (_, model) => model.label, 'theory/measures/entropy.binaryEntropy'), // prettier-ignore
  now: information(
    'The last layer tells of the input at this step',
    String.raw`\I(X;T)`,
    ({ now }) => lastOf(now).input,
  ),
  nowLabel: information('and of the label', String.raw`\I(T;Y)`, ({ now }) => lastOf(now).label),
  most: information(
    'The most that a layer which tells so much of the input could tell of the label',
    String.raw`\max \I(T;Y)`,
    ({ now }, _, { flips }) => bottleneckOfFlippedBit(lastOf(now).input, flips),
    'theory/channels/layer-reading.bottleneckOfFlippedBit',
  ),
  exact: information(
    'The last layer tells of the input if it is read exactly',
    String.raw`\I(X;T)`,
    ({ now }) => now.exact,
  ),
  peak: information('The most that it tells of the input at any step', String.raw`\max_s \I(X;T_s)`, ({ peak }) => lastOf(peak).input), // prettier-ignore
  peakStep: step('The step where it tells most', 's', ({ peak }) => peak.step),
  atBest: information('It tells of the input where fewest new cases are wrong', String.raw`\I(X;T_s)`, ({ best }) => lastOf(best).input), // prettier-ignore
  end: information('It tells of the input at the end', String.raw`\I(X;T_{600})`, ({ end }) => lastOf(end).input),
  exactEnd: information('It tells of the input at the end if it is read exactly', String.raw`\I(X;T_{600})`, ({ end }) => end.exact), // prettier-ignore
  lost: information('Of the input lost from the peak to the end', String.raw`\max_s \I(X;T_s) - \I(X;T_{600})`, ({ peak, end }) => lastOf(peak).input - lastOf(end).input), // prettier-ignore
  lostSinceBest: information('Of the input lost since fewest new cases were wrong', String.raw`\I(X;T_s) - \I(X;T_{600})`, ({ best, end }) => lastOf(best).input - lastOf(end).input), // prettier-ignore
  bestStep: step('The step where fewest new cases are wrong', 's', ({ best }) => best.step),
  wrongNow: wrong(
    'Wrong on new cases at this step, expected',
    String.raw`\Pr(\hat Y \ne Y)`,
    ({ now }) => now.wrong.fresh,
  ),
  wrongBest: wrong('The fewest that are wrong at any step', String.raw`\min_s \Pr(\hat Y_s \ne Y)`, ({ best }) => best.wrong.fresh), // prettier-ignore
  wrongEnd: wrong('Wrong on new cases at the end, expected', String.raw`\Pr(\hat Y_{600} \ne Y)`, ({ end }) => end.wrong.fresh), // prettier-ignore
  shownEnd: wrong('Wrong on its own examples at the end', String.raw`\tfrac1n \#\{\hat y_i \ne y_i\}`, ({ end }) => end.wrong.shown), // prettier-ignore
  lostTanh: lost('tanh', 'tanh'),
  lostRelu: lost('relu', 'ReLU'),
  lostLinear: lost('linear', 'linear'),
  wrongTanh: meanWrong('tanh', 'tanh'),
  wrongRelu: meanWrong('relu', 'ReLU'),
  wrongLinear: meanWrong('linear', 'linear'),
};
