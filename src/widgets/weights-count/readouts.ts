import type { Readout } from '#contract/spec.ts';
import { adjustedRate } from '#theory/codes/two-part.ts';
import { held } from './measured.ts';
import { bestOf, crossingOf, megabytes, plain, worthwhileFrom, type Coder, type Race } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Race, Asked>;

const chosen = ({ coders, chosen: i }: Race): Coder => coders[i];
const gzipAt = ({ coders, against, length }: Race) => coders[against].at(length)!;
const learned = ({ coders }: Race) => coders.find(({ measured }) => measured === 'online');
const counted = ({ coders }: Race) => coders.find(({ measured }) => measured === 'counts');
const twoPart = 'theory/codes/two-part.adjustedRate';
const crossing = 'theory/codes/two-part.crossingLength';
export const readouts = {
  rate: {
    ...{ label: 'The chosen network, weights included, a character', kind: 'information', source: twoPart },
    formula: 'r + W/n',
    of: (race) => adjustedRate(chosen(race), race.length),
  },
  text: {
    label: 'Of this, the text',
    kind: 'information',
    formula: 'r',
    source: twoPart,
    of: (race) => chosen(race).rate,
  },
  weights: {
    ...{ label: 'Of this, the weights', kind: 'information', formula: 'W/n', source: twoPart },
    of: (race) => chosen(race).model / race.length,
  },
  gzip: { label: 'gzip, a character', kind: 'information', formula: 'r_{\\text{gzip}}', source: 'widgets/weights-count/model.between', of: gzipAt }, // prettier-ignore
  counts: {
    ...{ label: 'Counts that begin with nothing, a character', kind: 'information' },
    ...{ formula: '\\tfrac1n \\sum_t -\\log p_t', source: 'sim/adaptive-bytes.adaptiveSurprisals' },
    of: (race) => counted(race)?.at(race.length) ?? 0,
    none: (race) => counted(race)?.at(race.length) === undefined,
  },
  online: {
    ...{ label: 'The network, learned on the way and not sent, a character', kind: 'information' },
    ...{ formula: '\\tfrac1n \\sum_t -\\log p_t', source: 'theory/codes/two-part.prequentialCost' },
    of: (race) => learned(race)?.at(race.length) ?? 0,
    none: (race) => learned(race) === undefined,
  },
  best: {
    ...{ label: 'The shortest of all, a character', kind: 'information', formula: '\\min_i r_i + W_i/n' },
    ...{ source: 'theory/codes/two-part.shortestCodes' },
    of: (race) => race.coders[bestOf(race)].at(race.length)!,
  },
  plain: { label: 'As it is stored, a character', kind: 'information', formula: '8', source: twoPart, of: () => plain },
  beats: {
    ...{
      label: 'If gzip keeps its last rate, the chosen network is shorter from this length on',
      kind: 'number',
      infinite: true,
    },
    ...{ formula: '(W - 0)/(r_{\\text{gzip}} - r)', source: crossing },
    of: crossingOf,
  },
  worthwhile: {
    ...{ label: 'And shorter than the text itself from this length on', kind: 'number', infinite: true },
    ...{ formula: 'W/(8 - r)', source: crossing },
    of: worthwhileFrom,
  },
  sent: {
    ...{
      label: 'Its weights, in megabytes',
      kind: 'number',
      formula: 'W',
      source: 'widgets/weights-count/model.megabytes',
    },
    of: (race) => megabytes(chosen(race).parameters, race.digits),
  },
  facts: {
    ...{ label: 'At two bits a weight they would hold, in megabytes', kind: 'number', formula: '2k' },
    ...{ source: 'widgets/weights-count/model.megabytes' },
    of: (race) => megabytes(chosen(race).parameters, held.facts),
  },
  noise: {
    ...{
      label: 'At 3.6 bits a weight, in megabytes',
      kind: 'number',
      formula: '3.6k',
      source: 'widgets/weights-count/model.megabytes',
    },
    of: (race) => megabytes(chosen(race).parameters, held.noise),
  },
} satisfies Record<string, Of>;
