import type { Readout } from '#contract/spec.ts';
import { hasRuledOut, type Upload } from './model.ts';
import { addressBits, day, type Asked } from './parameters.ts';

const message = (name: string) => `theory/measures/message.${name}`;
type Of = Readout<Upload, Asked>['of'];
const information = (label: string, formula: string, source: string, of: Of): Readout<Upload, Asked> => ({
  ...{ kind: 'information', label, formula, source, of },
});
const days = (
  label: string,
  formula: string,
  source: string,
  of: (model: Upload) => number,
): Readout<Upload, Asked> => ({
  ...{ kind: 'number', label, formula, source, of: (model) => of(model) / day },
});

export const readouts = {
  address: information(
    'A whole address',
    String.raw`n \log 2`,
    message('entropyOfUniformWord'),
    () => addressBits * Math.LN2,
  ),
  known: information(
    'Known to the site',
    String.raw`k \log 2`,
    message('entropyOfUniformWord'),
    (_, { known }) => known * Math.LN2,
  ),
  left: information(
    'Left to send',
    String.raw`(n - k) \log 2`,
    'widgets/address-uploader/model.compute',
    ({ left }) => left * Math.LN2,
  ),
  days: days('The upload takes, in days', String.raw`(n - k)/r`, message('timeToSend'), ({ seconds }) => seconds),
  wholeDays: days('A whole address takes, in days', 'n/r', message('timeToSend'), ({ whole }) => whole),
  nanoseconds: {
    kind: 'count' as const,
    label: 'Saved by what the site knows, in nanoseconds',
    formula: 'k/r',
    source: message('timeToSend'),
    of: ({ saved }: Upload) => saved * 1e9,
  },
  mustBeKnown: information(
    'What the site must know for a day to be enough',
    String.raw`(n - r \cdot \text{one day}) \log 2`,
    message('mustBeKnown'),
    (model) => model.mustBeKnown * Math.LN2,
  ),
  chance: {
    kind: 'probability' as const,
    label: 'Chance that the address is one that the site has in mind',
    formula: String.raw`c + (1 - c)\, 2^{-k}`,
    source: message('hedgedMessage'),
    of: ({ hedged }: Upload) => hedged.probabilityRight,
  },
  average: information(
    'Left to send on average, if the site only thinks so',
    String.raw`\H(\text{address} \given \text{site})`,
    message('hedgedMessage'),
    ({ hedged }) => hedged.average,
  ),
  daysRight: days(
    'If the site is right the upload takes, in days',
    String.raw`-\log_2 P(\text{address})/r`,
    message('hedgedMessage'),
    ({ hedgedSeconds }) => hedgedSeconds.right,
  ),
  daysWrong: {
    ...days(
      'If the site is wrong, in days',
      String.raw`-\log_2 P(\text{address})/r`,
      message('hedgedMessage'),
      ({ hedgedSeconds }) => hedgedSeconds.wrong,
    ),
    infinite: true as const,
    none: (model: Upload) => !hasRuledOut(model),
  },
  daysAverage: days(
    'On average, in days',
    String.raw`\H(\text{address} \given \text{site})/r`,
    message('hedgedMessage'),
    ({ hedgedSeconds }) => hedgedSeconds.average,
  ),
};
