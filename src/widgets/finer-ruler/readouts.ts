import type { Readout } from '#contract/spec.ts';
import type { Ruled } from './model.ts';
import { perMeter, type Asked } from './parameters.ts';

type One = Readout<Ruled, Asked>;

const information = (label: string, formula: string, source: string, of: One['of'], more = {}): One => ({
  ...{ kind: 'information' as const, label, formula, source, of },
  ...more,
});

const reading = 'theory/continuous/reading.entropyOfReading';
const limit = 'theory/continuous/reading.dimensionalEntropy';
const hasNoDensity = ({ dimension }: Ruled) => dimension < 1;

export const readouts = {
  reading: information('Entropy of the reading', String.raw`\H([X]_\Delta)`, reading, (m) => m.reading),
  gain: information('What marks half as far apart add', String.raw`\H([X]_{\Delta/2}) - \H([X]_\Delta)`, reading, (m) => m.finer - m.reading), // prettier-ignore
  gainBefore: information('What these marks add to those twice as far apart', String.raw`\H([X]_\Delta) - \H([X]_{2\Delta})`, reading, (m) => m.reading - m.coarser), // prettier-ignore
  // Without a density there is no such height: a dash is shown for each of the three.
  sum: information('Reading and ruler together', String.raw`\H([X]_\Delta) + \log \Delta`, reading, (m) => (hasNoDensity(m) ? m.limit : m.reading + Math.log(m.width)), { none: hasNoDensity }), // prettier-ignore
  h: information('Differential entropy, in the unit of length chosen', 'h(X)', limit, (m) => m.limit, {
    none: hasNoDensity,
  }),
  normal: information('Differential entropy of a normal law with this variance', String.raw`\tfrac12 \log 2\pi e \sigma^2`, 'theory/continuous/gaussian.differentialEntropyGaussian', (m) => m.normal), // prettier-ignore
  divergence: information('Divergence to that normal law', String.raw`\operatorname{D}(f \,\|\, \varphi) = h(\varphi) - h(f)`, limit, (m) => m.divergence, { infinite: true, none: hasNoDensity }), // prettier-ignore
  shift: information('What the unit adds to the differential entropy in meters', String.raw`\log a`, 'widgets/finer-ruler/model.compute', (_, asked) => Math.log(perMeter(asked))), // prettier-ignore
  dimension: {
    kind: 'number' as const,
    label: 'Bits that each halving of Δ adds in the end',
    formula: 'd',
    source: limit,
    of: (m: Ruled) => m.dimension,
  },
  width: {
    kind: 'number' as const,
    label: 'Δ, in the unit chosen',
    formula: String.raw`\Delta`,
    source: 'widgets/finer-ruler/model.compute',
    of: (m: Ruled) => m.width,
  },
  deviation: {
    kind: 'number' as const,
    label: 'Standard deviation, in the unit chosen',
    formula: String.raw`\sigma`,
    source: 'widgets/finer-ruler/model.compute',
    of: (m: Ruled) => m.deviation,
  },
};
