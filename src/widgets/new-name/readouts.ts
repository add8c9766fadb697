import type { Readout } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { later, mean, savedOf, type Listed, type NewName } from './model.ts';
import type { params } from './parameters.ts';

type R = Readout<NewName, Values<typeof params>>;

const cost = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, formula, of },
  ...{ kind: 'information', quantity: 'surprisal', source: 'theory/softmax.readLogits' },
});
const cached = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, formula, of },
  ...{ kind: 'information', quantity: 'surprisal', source: 'theory/cache-predictor.cacheSurprisals' },
});
const saving = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, formula, of },
  ...{ kind: 'information', source: 'theory/paired-difference.pairedDifference' },
});

const average = (list: readonly Listed[], of: 'first' | 'own' | 'others' | 'lookingBack') =>
  mean(list.map((name) => name[of]));

const mention = String.raw`-\log q(\mathrm{name}_k \given \mathrm{text})`;
const laterMean = String.raw`-\tfrac14 \sum_{k=2}^{5} \log q(\mathrm{name}_k \given \mathrm{text})`;
const otherMean = String.raw`-\tfrac14 \sum_{k=2}^{5} \log q(\mathrm{name}_k \given \mathrm{text\ with\ others})`;
const cacheMean = String.raw`-\tfrac14 \sum_{k=2}^{5} \log \bigl(0.9\, q(\mathrm{name}_k \given \mathrm{text}) + 0.1\, \tfrac{n}{N}\bigr)`;
const listMean = String.raw`\bar d = \tfrac{1}{16} \sum_i d_i`;
const listError = String.raw`\sqrt{\tfrac{1}{16 \cdot 15} \sum_i (d_i - \bar d)^2}`;

export const readouts = {
  first: cost('The name at its first mention', mention.replaceAll('_k', '_1'), ({ reading }) => reading.own[0] ?? 0),
  last: cost('The name at its last mention', mention.replaceAll('_k', '_5'), ({ reading }) => reading.own.at(-1) ?? 0),
  later: cost('The name at later mentions, on average', laterMean, ({ reading }) => later(reading.own)),
  laterOthers: cost('The same after other names', otherMean, ({ reading }) => later(reading.others)),
  laterLookingBack: cached('The same to one who looks back', cacheMean, ({ reading }) => later(reading.lookingBack)),
  passage: cost('The whole passage', String.raw`-\sum_t \log q(x_t \given x_{<t})`, ({ reading }) => reading.passage),
  passageLookingBack: cached(
    'The whole passage to one who looks back',
    String.raw`-\sum_j \log \bigl(0.9\, q(w_j \given w_{<j}) + 0.1\, \tfrac{n_j}{j - 1}\bigr)`,
    ({ reading }) => reading.passageLookingBack,
  ),
  madeUpFirst: cost('Made-up names at the first mention', mention.replaceAll('_k', '_1'), ({ madeUp }) =>
    average(madeUp, 'first'),
  ),
  madeUpLater: cost('Made-up names at later mentions', laterMean, ({ madeUp }) => average(madeUp, 'own')),
  madeUpOthers: cost('The same after other names', otherMean, ({ madeUp }) => average(madeUp, 'others')),
  madeUpLookingBack: cached('The same to one who looks back', cacheMean, ({ madeUp }) =>
    average(madeUp, 'lookingBack'),
  ),
  madeUpSaved: saving(
    'What its own mentions save at a later one, over made-up names',
    listMean,
    ({ madeUp }) => savedOf(madeUp)?.mean ?? 0,
  ),
  madeUpError: saving('Standard error of that', listError, ({ madeUp }) => savedOf(madeUp)?.standardError ?? 0),
  knownFirst: cost('Names of its novels at the first mention', mention.replaceAll('_k', '_1'), ({ ofItsNovels }) =>
    average(ofItsNovels, 'first'),
  ),
  knownLater: cost('Names of its novels at later mentions', laterMean, ({ ofItsNovels }) =>
    average(ofItsNovels, 'own'),
  ),
  knownOthers: cost('The same after other names', otherMean, ({ ofItsNovels }) => average(ofItsNovels, 'others')),
  knownSaved: saving(
    'What its own mentions save at a later one, over names of its novels',
    listMean,
    ({ ofItsNovels }) => savedOf(ofItsNovels)?.mean ?? 0,
  ),
  knownError: saving(
    'Standard error of that',
    listError,
    ({ ofItsNovels }) => savedOf(ofItsNovels)?.standardError ?? 0,
  ),
  companionSaved: saving(
    'What mentions of another character of the same novel save instead',
    listMean,
    ({ ofItsNovels }) => savedOf(ofItsNovels, 'companion')?.mean ?? 0,
  ),
  companionError: saving(
    'Standard error of that',
    listError,
    ({ ofItsNovels }) => savedOf(ofItsNovels, 'companion')?.standardError ?? 0,
  ),
} satisfies Record<string, R>;
