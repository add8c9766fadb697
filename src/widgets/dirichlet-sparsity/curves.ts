import type { Piece } from '#kit/figure/flow.ts';
import type { Say } from '#contract/say.ts';
import { bind } from '#kit/figure/bind.ts';
import type { Mark } from '#kit/figure/mark.ts';
import { dots, guide, line, steps, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { inPowers } from '#kit/figure/scale.ts';
import { boundOnDistinct, expectedEntropy, publishedDistinct } from '#theory/learning/dirichlet.ts';
import { mostDocuments, type Mixture } from './mixture.ts';
import { params, type MixtureValues } from './parameters.ts';
import { repetitions, type Estimate } from './simulation.ts';

type Bound = ReturnType<typeof bind<typeof params>>;

/** Numbers at equal ratios, as many as make a curve smooth. */
const spaced = (from: number, to: number, count: number) =>
  Array.from({ length: count + 1 }, (_, i) => from * (to / from) ** (i / count));
const sizes = spaced(params.sources.min, params.sources.max, 48);
const counts = [...new Set(spaced(1, mostDocuments, 60).map(Math.round))];

/** A mean of draws with one standard error, at the place on display. */
const simulatedAt = (at: number, { mean, error }: Estimate): Mark[] => [
  whiskers([[at, mean - error, mean + error]], { role: 'model' }),
  dots([[at, mean]], { role: 'model', shape: 'ring', r: 4.5 }),
];

const note = (
  exact: string,
  of: string,
  { mean, error }: Estimate,
  says: (x: number) => string,
  q?: string,
): Piece[] => [
  { text: `exact ${exact}`, ink: 'exact', q },
  { text: `, mean of ${repetitions} ${of} `, ink: 'soft' },
  { text: `${says(mean)} ± ${says(error)}`, ink: 'model' },
];

/** What naming a source costs, against how many there are: the logarithm climbs, and the mean entropy stays. */
export function costPanel({ exact, simulated }: Mixture, values: MixtureValues, say: Say, bound: Bound): PanelSpec {
  const { min, max } = params.sources;
  const q = 'entropy-of-shares';
  return {
    height: 190,
    x: { domain: [min, max], scale: 'log', label: 'N, number of sources', format: inPowers },
    y: { domain: [0, Math.log(max)], label: 'To say which source', information: true },
    marks: [
      guide(values.sources, exact.entropy, exact.logSources),
      line(sizes.map((size) => [size, Math.log(size)]), { role: 'quiet', name: 'equal shares: log N', prefer: 'middle' }), // prettier-ignore
      line(sizes.map((size) => [size, expectedEntropy(values.scale, Math.round(size))]), { role: 'exact', look: 'dotted', q, name: `E H(α), never above ${say.amount(exact.entropyLimit, 2)}` }), // prettier-ignore
      ...simulatedAt(values.sources, simulated.entropy),
    ],
    drags: [{ ...bound('sources'), along: 'x', says: (sources) => `${say.count(sources)} sources` }],
    note: note(say.amount(exact.entropy), 'draws', simulated.entropy, (nats) => say.amount(nats), q),
  };
}

/** Different sources among the first m documents, where their number changes. */
const soFar = (seen: Int32Array) =>
  Array.from(seen, (count, m) => [m, count] as const).filter(
    ([m, count]) => m === 1 || m === seen.length - 1 || (m > 1 && count > seen[m - 1]),
  );

/** How many different sources have written among M documents: both axes logarithmic, so that one document can be seen. */
export function distinctPanel(model: Mixture, values: MixtureValues, say: Say, bound: Bound): PanelSpec {
  const { exact, simulated, distinctSoFar } = model;
  const { scale: R, sources: N, documents: M } = values;
  const top = 1.3 * Math.max(10, boundOnDistinct(R, N, mostDocuments), publishedDistinct(R, mostDocuments));
  const { min, max } = params.documents;
  const curve = (of: (m: number) => number) => counts.map((m) => [m, of(m)] as const);
  return {
    height: 190,
    key: 'above',
    x: { domain: [min, max], scale: 'log', label: 'M, number of documents', format: inPowers },
    y: { domain: [0.2, top], scale: 'log', label: 'Different sources', format: inPowers },
    marks: [
      line(curve((m) => boundOnDistinct(R, N, m)), { role: 'quiet', name: 'bound that holds' }), // prettier-ignore
      line(curve((m) => publishedDistinct(R, m)), { role: 'y', name: 'R ln(1 + M/R)' }), // prettier-ignore
      line(curve((m) => exact.distinctAlong[m]), { role: 'exact', look: 'dotted', name: 'expected, exact' }), // prettier-ignore
      steps(soFar(distinctSoFar), { role: 'model', name: 'these documents' }),
      ...simulatedAt(M, simulated.distinct),
    ],
    drags: [{ ...bound('documents'), along: 'x', says: (documents) => `${say.count(documents)} documents` }],
    note: [
      ...note(say.number(exact.distinct, 2), 'urns', simulated.distinct, (x) => say.number(x, 2)),
      { text: ', ', ink: 'soft' },
      { text: `as quoted ${say.number(exact.published, 2)}`, ink: 'y' },
      { text: `, bound ${say.number(exact.bound, 2)}`, ink: 'soft' },
    ],
  };
}
