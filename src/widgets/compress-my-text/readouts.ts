import type { Readout } from '#contract/spec.ts';
import type { Packing, Who } from './model.ts';
import type { Asked } from './parameters.ts';
import { breakEven, rate, shareOfWeights } from './rates.ts';

type Of = Readout<Packing, Asked>;

/** Characters that so many bytes are, in proportion. */
const charactersDone = ({ done, bytes, characters }: Packing) => (bytes === 0 ? 0 : (characters * done) / bytes);
/** gzip and brotli are of the whole text at once, the others of what is done. */
const charactersOf = (model: Packing, who: Who) =>
  who === 'gzip' || who === 'brotli' ? model.characters : charactersDone(model);

/** In nats per character, or null. */
export function rateOf(model: Packing, who: Who): number | null {
  const bits = who === 'mixture' && model.file ? 8 * model.file.bytes : model.bits[who];
  const characters = charactersOf(model, who);
  return bits === null || characters === 0 ? null : rate(bits, characters);
}

/** What a character bears of the weights, in nats. */
export const weightsOf = ({ characters }: Packing, { sent }: Pick<Asked, 'sent'>): number =>
  characters === 0 ? 0 : rate(shareOfWeights(sent), characters);

const rated = (who: Who, label: string, formula: string): Of => ({
  label,
  kind: 'information',
  quantity: 'bits-per-character',
  formula,
  source: 'widgets/compress-my-text/rates.rate',
  of: (model) => rateOf(model, who) ?? 0,
  none: (model) => rateOf(model, who) === null,
});

const gzipBytes = ({ bits }: Packing) => (bits.gzip ?? 0) / 8;

export const readouts = {
  bytes: {
    label: 'Bytes of the text',
    kind: 'count',
    formula: 'n',
    source: 'widgets/compress-my-text/model.compute',
    of: ({ bytes }) => bytes,
  },
  file: {
    label: 'Bytes of the .bpt file, its header with it',
    kind: 'count',
    formula: '\\lceil \\ell / 8 \\rceil',
    source: 'model/codec/container.writeFile',
    of: ({ file }) => file?.bytes ?? 0,
    none: ({ file }) => file === null,
  },
  mixture: rated('mixture', 'The .bpt file, per character', '\\ell / n'),
  network: rated('network', 'The network in it alone, per character', '-\\tfrac1n \\sum \\log q(x_t \\given x_{<t})'),
  counts: rated('counts', 'Counts alone, mixed, per character', '\\ell_{\\text{counts}} / n'),
  ppm: rated('ppm', 'Partial matching of order 5, per character', '\\ell_{\\text{PPM}} / n'),
  gzip: rated('gzip', 'gzip, per character', '\\ell_{\\text{gzip}} / n'),
  brotli: rated('brotli', 'brotli, per character', '\\ell_{\\text{brotli}} / n'),
  weights: {
    label: 'Share of the weights that a character bears, if they are counted',
    kind: 'information',
    formula: '8 W / (N n)',
    source: 'widgets/compress-my-text/rates.shareOfWeights',
    of: weightsOf,
    none: ({ characters }) => characters === 0,
  },
  breakEven: {
    label: 'Such texts from which on the .bpt files with the weights are shorter than those of gzip',
    kind: 'count',
    formula: '\\lceil W / (n_{\\text{gzip}} - n_{\\text{bpt}}) \\rceil',
    source: 'widgets/compress-my-text/rates.breakEven',
    infinite: true,
    of: (model) => breakEven(model.file?.bytes ?? 0, gzipBytes(model)),
    none: ({ file, bits }) => file === null || bits.gzip === null,
  },
} satisfies Record<string, Of>;
