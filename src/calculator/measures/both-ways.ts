import type { Subject } from '#calculator/subject.ts';
import type { Measure } from './measure.ts';
import { named, plain } from './steps.ts';

type Pair = NonNullable<Subject['pair']>;
type PairMeasure = Omit<Measure<'pair'>, 'of'>;

const turned = ({ p, q, labels }: Pair): Pair => ({ p: q, q: p, labels });

/** Why what divides by the law of this name is infinite. */
export const missing = (name: string) => (pair: Pair) => {
  const at = pair.p.findIndex((x, i) => x > 0 && pair.q[i] === 0);
  const [asks, gives] = name === 'q' ? ['p', 'q'] : ['q', 'p'];
  return at < 0
    ? 'It exceeds what a computer’s numbers hold.'
    : `${gives} gives probability 0 to “${named(pair.labels[at])}”, to which ${asks} gives ${plain(pair.p[at])}.`;
};

/** A measure in both directions. */
export function bothWays(
  measure: PairMeasure,
  names: readonly [string, string],
  formulas: readonly [string, string],
): PairMeasure[] {
  const make = (direction: 0 | 1): PairMeasure => {
    const of = direction === 0 ? (pair: Pair) => pair : turned;
    return {
      ...measure,
      id: direction === 0 ? measure.id : `${measure.id}-turned`,
      label: names[direction],
      formula: formulas[direction],
      value: (pair, settings) => measure.value(of(pair), settings),
      infinite: (pair) => missing(direction === 0 ? 'q' : 'p')(of(pair)),
      steps: (pair, settings, value) => measure.steps(of(pair), settings, value),
    };
  };
  return [make(0), make(1)];
}
