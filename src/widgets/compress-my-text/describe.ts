import type { Say } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';
import { whos, type Packing, type Who } from './model.ts';
import type { Asked } from './parameters.ts';
import { breakEven } from './rates.ts';
import { rateOf, weightsOf } from './readouts.ts';

export const nameOf: Readonly<Record<Who, string>> = {
  gzip: 'gzip',
  brotli: 'brotli',
  ppm: 'PPM of order 5',
  counts: 'counts alone, mixed',
  network: 'the network alone',
  mixture: 'network and counts mixed',
};

const plural = (n: number, word: string, say: Say) => `${say.count(n)} ${word}${n === 1 ? '' : 's'}`;

const how = {
  network: 'by the mixture',
  counts: 'by counts alone, which do better here',
  stored: 'as it is, since nothing here makes it shorter',
} as const;

/** What came of it, or how far it is. */
function state(model: Packing, say: Say): string {
  const { bytes, done, file, opened, problem, characters, isText } = model;
  if (problem) return problem;
  if (opened) return `The file held ${plural(bytes, 'byte', say)}, and all are as they were.`;
  const what = isText ? plural(characters, 'character', say) : plural(bytes, 'byte', say);
  if (!file) return `${what}, of which ${done === 0 ? 'none is' : `${plural(done, 'byte', say)} are`} coded so far.`;
  return `${what} in a file of ${plural(file.bytes, 'byte', say)}, coded ${how[file.method]}.`;
}

/** How the others compare. */
function beside(model: Packing, say: Say): string {
  const said = whos.flatMap((who) => {
    const nats = rateOf(model, who);
    // Not every browser has brotli: whoever reads this in another finds the same.
    return nats === null || who === 'brotli' || (who === 'mixture' && !model.file)
      ? []
      : [`${nameOf[who]} ${say.amount(nats, 2)}${who === 'mixture' ? ' with the header of the file' : ''}`];
  });
  return said.length === 0 ? '' : ` In ${say.unit} per character: ${said.join(', ')}.`;
}

/** What the weights add, and from where on they pay. */
function weights(model: Packing, values: Asked, say: Say): string {
  const { file, bits } = model;
  if (!file || bits.gzip === null || !values.counted) return '';
  const from = breakEven(file.bytes, bits.gzip / 8);
  return (
    ` With the weights, shared among ${plural(values.sent, 'such text', say)}, a character bears ${say.information(weightsOf(model, values), 2)} more. ` +
    (from === Infinity
      ? 'gzip is shorter for any number of such texts.'
      : `From ${say.count(from)} such texts on the whole is shorter than with gzip.`)
  );
}

export const describe = (model: Packing, values: Asked, say: Say): string =>
  `${state(model, say)}${beside(model, say)}${weights(model, values, say)}`;

export const table = (model: Packing, say: Say, values: Asked): Table => ({
  columns: ['Compressor', `${say.unit} per character`, `with its share of the weights, ${say.unit}`],
  rows: whos.map((who) => {
    const nats = rateOf(model, who);
    if (nats === null) return [nameOf[who], '', ''];
    const own = who === 'network' || who === 'mixture' ? weightsOf(model, values) : 0;
    return [nameOf[who], say.amount(nats), say.amount(nats + own)];
  }),
});
