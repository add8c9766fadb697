import type { Readout } from '#contract/spec.ts';
import { signs } from '#sim/reduced-text.ts';
import { stand, type Known } from './model.ts';
import type { Asked } from './parameters.ts';

const source = 'widgets/steer-by-bits/window.suppliedBy';
const even = Math.log(signs.length);

const letters = (known: Known, asked: Asked) => stand(known, asked).window.written.length;
const isUnread = (known: Known, asked: Asked) => stand(known, asked).worth === undefined;
const isEmpty = (known: Known, asked: Asked) => isUnread(known, asked) || letters(known, asked) === 0;
const spentOn = (known: Known, asked: Asked) => {
  const { supplied = 0, lost } = stand(known, asked);
  return supplied + lost;
};

/** Those that were written since the clock ran. */
const steered = (known: Known, asked: Asked) => Math.max(0, letters(known, asked) - asked.given);

type Of = Readout<Known, Asked>;

export const readouts = {
  letters: { label: 'Letters and spaces that are certain', kind: 'count', formula: 'n', source: 'widgets/steer-by-bits/window.settled', of: letters }, // prettier-ignore
  worth: {
    ...{ label: 'Worth of these letters to the predictor', kind: 'information', quantity: 'surprisal' },
    ...{ formula: '-\\log P(x_1 \\dots x_n)', source: 'widgets/steer-by-bits/window.surprisalOf', none: isUnread },
    of: (known, asked) => stand(known, asked).worth ?? 0,
  },
  supplied: {
    ...{ label: 'Supplied by zooming in, and not taken back', kind: 'information' },
    ...{ formula: '-\\log(\\text{part of all texts in view})', source, none: isUnread },
    of: (known, asked) => stand(known, asked).supplied ?? 0,
  },
  ahead: {
    ...{ label: 'Of these, on the way to the next letter', kind: 'information' },
    ...{
      formula: '-\\log(\\text{part of the letters’ interval in view})',
      source: 'widgets/steer-by-bits/window.settled',
    },
    of: (known, asked) => -Math.log(stand(known, asked).window.size) + 0,
  },
  lost: { label: 'Taken back', kind: 'information', formula: 'b', source, of: (known, asked) => stand(known, asked).lost }, // prettier-ignore
  spent: {
    ...{ label: 'Steered in all', kind: 'information', source, none: isUnread },
    formula: '\\text{supplied} + \\text{taken back}',
    of: spentOn,
  },
  each: {
    ...{ label: 'Steered for each letter', kind: 'information', source, none: isEmpty },
    formula: '(\\text{supplied} + \\text{taken back})/n',
    of: (known, asked) => spentOn(known, asked) / Math.max(1, letters(known, asked)),
  },
  keys: {
    ...{ label: 'The same letters on 27 keys', kind: 'information' },
    ...{ formula: 'n \\log 27', source: 'theory/measures/entropy.entropy' },
    of: (known, asked) => letters(known, asked) * even,
  },
  saved: {
    ...{ label: 'Saved against 27 keys', kind: 'information', source, none: isUnread },
    formula: 'n \\log 27 - \\text{supplied} - \\text{taken back}',
    of: (known, asked) => letters(known, asked) * even - spentOn(known, asked),
  },
  minute: {
    ...{ label: 'Letters a minute', kind: 'number' },
    ...{ formula: '60\\,n/\\text{seconds}', source: 'widgets/steer-by-bits/window.settled' },
    of: (known, asked) => (60 * steered(known, asked)) / Math.max(1, asked.seconds),
    none: (known, asked) => asked.seconds < 1 || steered(known, asked) === 0,
  },
} satisfies Record<string, Of>;
