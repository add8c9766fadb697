import type { Readout } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { later, mean, overStranger, savedOf, type Listed, type NewName } from './model.ts';
import type { params } from './parameters.ts';
import { madeUp as listed, mentions, novels } from './passage.ts';
import { share } from './reading.ts';

type R = Readout<NewName, Values<typeof params>>;

const cost = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, formula, of },
  ...{ kind: 'information', quantity: 'surprisal', source: 'theory/language-models/softmax.readLogits' },
});
const cached = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, formula, of },
  ...{ kind: 'information', quantity: 'surprisal', source: 'theory/language-models/cache-predictor.cacheSurprisals' },
});
const saving = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, formula, of },
  ...{ kind: 'information', source: 'theory/estimation/paired-difference.pairedDifference' },
});

const average = (list: readonly Listed[], of: 'first' | 'own' | 'others' | 'lookingBack') =>
  mean(list.map((name) => name[of]));

const mention = (k: number | 'k', given = String.raw`\mathrm{text}`) =>
  String.raw`q(\mathrm{name}_${k} \given ${given})`;
const costOf = (q: string) => String.raw`-\log ${q}`;
const first = costOf(mention(1));
const laterSum = String.raw`-\tfrac{1}{${mentions - 1}} \sum_{k=2}^{${mentions}} \log `;
const laterMean = laterSum + mention('k');
const otherMean = laterSum + mention('k', String.raw`\mathrm{text\ with\ others}`);
const mixed = (q: string, counted: string) => String.raw`\bigl(${1 - share}\, ${q} + ${share}\, ${counted}\bigr)`;
const cacheMean = laterSum + mixed(mention('k'), String.raw`\tfrac{n}{N}`);
/** Over so many differences; that of a novel is the mean of its names’. */
const listMean = (n: number) => String.raw`\bar d = \tfrac{1}{${n}} \sum_i d_i`;
const listError = (n: number) => String.raw`\sqrt{\tfrac{1}{${n} \cdot ${n - 1}} \sum_i (d_i - \bar d)^2}`;

export const readouts = {
  first: cost('The name at its first mention', first, ({ reading }) => reading.own[0] ?? 0),
  last: cost('The name at its last mention', costOf(mention(mentions)), ({ reading }) => reading.own.at(-1) ?? 0),
  later: cost('The name at later mentions, on average', laterMean, ({ reading }) => later(reading.own)),
  laterOthers: cost('The same after other names', otherMean, ({ reading }) => later(reading.others)),
  laterLookingBack: cached('The same to one who looks back', cacheMean, ({ reading }) => later(reading.lookingBack)),
  passage: cost('The whole passage', String.raw`-\sum_t \log q(x_t \given x_{<t})`, ({ reading }) => reading.passage),
  passageLookingBack: cached(
    'The whole passage to one who looks back',
    String.raw`-\sum_j \log ` + mixed(String.raw`q(w_j \given w_{<j})`, String.raw`\tfrac{n_j}{j - 1}`),
    ({ reading }) => reading.passageLookingBack,
  ),
  madeUpFirst: cost('Made-up names at the first mention', first, ({ madeUp }) => average(madeUp, 'first')),
  madeUpLater: cost('Made-up names at later mentions', laterMean, ({ madeUp }) => average(madeUp, 'own')),
  madeUpOthers: cost('The same after other names', otherMean, ({ madeUp }) => average(madeUp, 'others')),
  madeUpLookingBack: cached('The same to one who looks back', cacheMean, ({ madeUp }) =>
    average(madeUp, 'lookingBack'),
  ),
  madeUpSaved: saving(
    'What its own mentions save at a later one, over made-up names',
    listMean(listed.length),
    ({ madeUp }) => savedOf(madeUp)?.mean ?? 0,
  ),
  madeUpError: saving(
    'Standard error of that',
    listError(listed.length),
    ({ madeUp }) => savedOf(madeUp)?.standardError ?? 0,
  ),
  knownFirst: cost('Names of its novels at the first mention', first, ({ ofItsNovels }) =>
    average(ofItsNovels, 'first'),
  ),
  knownLater: cost('Names of its novels at later mentions', laterMean, ({ ofItsNovels }) =>
    average(ofItsNovels, 'own'),
  ),
  knownOthers: cost('The same after other names', otherMean, ({ ofItsNovels }) => average(ofItsNovels, 'others')),
  knownSaved: saving(
    'What its own mentions save at a later one, over names of its novels',
    listMean(novels),
    ({ ofItsNovels }) => savedOf(ofItsNovels)?.mean ?? 0,
  ),
  knownError: saving(
    'Standard error of that',
    listError(novels),
    ({ ofItsNovels }) => savedOf(ofItsNovels)?.standardError ?? 0,
  ),
  companionSaved: saving(
    'What mentions of another character of the same novel save instead',
    listMean(novels),
    ({ ofItsNovels }) => savedOf(ofItsNovels, 'companion')?.mean ?? 0,
  ),
  companionError: saving(
    'Standard error of that',
    listError(novels),
    ({ ofItsNovels }) => savedOf(ofItsNovels, 'companion')?.standardError ?? 0,
  ),
  strangerSaved: saving(
    'What mentions of a character of another novel save instead',
    listMean(novels),
    ({ ofItsNovels }) => savedOf(ofItsNovels, 'stranger')?.mean ?? 0,
  ),
  strangerError: saving(
    'Standard error of that',
    listError(novels),
    ({ ofItsNovels }) => savedOf(ofItsNovels, 'stranger')?.standardError ?? 0,
  ),
  companionOverStranger: saving(
    'What mentions of another character of the same novel save against mentions of one of another novel',
    listMean(novels),
    ({ ofItsNovels }) => overStranger(ofItsNovels)?.mean ?? 0,
  ),
  companionOverStrangerError: saving(
    'Standard error of that',
    listError(novels),
    ({ ofItsNovels }) => overStranger(ofItsNovels)?.standardError ?? 0,
  ),
} satisfies Record<string, R>;
