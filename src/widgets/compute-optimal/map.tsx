import { inkOf, typeOf, type Mark, type Pair } from '#kit/figure/mark.ts';
import { widthOf } from '#kit/figure/measure.ts';
import { area, dots, drawn, line } from '#kit/figure/marks.tsx';
import { tenth } from '#kit/plot/path.ts';
import { lifetimeFlops, servedOptimum, valleyOf } from '#theory/scale/compute-optimal.ts';
import {
  adviceOf,
  hardly,
  kaplanAdvice,
  laws,
  mostServed,
  ratioOf,
  spreadOfRatio,
  type LawName,
  type Optimal,
} from './model.ts';
import type { Asked } from './parameters.ts';
import { systems } from './systems.ts';

/** Ends of the map: budgets, and tokens per parameter. */
export const budgetsShown = [1e18, 1e26] as const;
export const ratiosShown = [0.01, 1e4] as const;
export const refitsShown = [0.5, 1e3] as const;

const steps = 24;
const along = Array.from({ length: steps + 1 }, (_, i) => budgetsShown[0] * (budgetsShown[1] / budgetsShown[0]) ** (i / steps)); // prettier-ignore
/** Optima without use are straight lines here. */
const straight = (of: (flops: number) => number): Pair[] => budgetsShown.map((flops) => [flops, of(flops)]);

const looks: Record<LawName, { name: string; role: 'exact' | 'model'; look: 'solid' | 'dotted' }> = {
  corrected: { name: '2024', role: 'exact', look: 'solid' },
  published: { name: '2022, as printed', role: 'model', look: 'solid' },
  unrounded: { name: '2022, four digits', role: 'model', look: 'dotted' },
};

interface Strip {
  readonly key: string;
  readonly edges: readonly (readonly [flops: number, from: number, to: number])[];
  readonly best: readonly Pair[];
}
let kept: Strip | undefined;
/** Where a budget loses at most 0.01 nats more than it must, for every budget. Kept while the reader moves about. */
function stripOf({ law: name }: Asked, { law, served }: Optimal): Strip {
  const key = `${name} ${served}`;
  if (kept?.key !== key) {
    // Where the budget can serve so many.
    const budgets = along.filter((flops) => served === 0 || served <= 10 ** mostServed(Math.log10(flops)) * (1 + 1e-9));
    kept = {
      key,
      edges: budgets.map((flops) => [flops, ...valleyOf(law, flops, served, hardly)] as const),
      best: budgets.map((flops) => [flops, ratioOf(servedOptimum(law, flops, served))] as const),
    };
  }
  return kept;
}

const clamped = (ratio: number) => Math.min(2 * ratiosShown[1], Math.max(ratiosShown[0] / 2, ratio));

/** A network that was built. Its name stays where it is while a handle passes: beside it where there is room for all, else in the key. */
function built({ name, shape, parameters, tokens, at: [dx, dy] }: (typeof systems)[number], isWide: boolean): Mark {
  const [flops, ratio] = [lifetimeFlops(parameters, tokens), tokens / parameters];
  const dot = dots([[flops, ratio]], { role: 'quiet', shape, name });
  if (!isWide) return { ...dot, names: undefined };
  const width = widthOf(name, typeOf({ ink: 'quiet' }));
  return drawn(
    (frame) => (
      <>
        {dot.draw!(frame)}
        <text
          data-on-lines=""
          className={`fig-halo value ${inkOf('quiet')}`}
          x={tenth(frame.x(flops) + dx)}
          y={tenth(frame.y(ratio) + dy)}
          textAnchor={dx < 0 ? 'end' : undefined}
        >
          {name}
        </text>
      </>
    ),
    {
      rects(frame) {
        const [x, y] = [frame.x(flops) + dx, frame.y(ratio) + dy];
        const left = dx < 0 ? x - width : x;
        return [...dot.rects!(frame), { left, right: left + width, top: y - 11, bottom: y + 3 }];
      },
    },
  );
}

/** What each fit makes of every budget, the strip in which it hardly matters, and what was built. */
export function mapMarks(asked: Asked, model: Optimal, isWide: boolean): (Mark | false)[] {
  const { edges, best } = stripOf(asked, model);
  return [
    area(edges.map(([flops, from, to]) => [flops, clamped(from), clamped(to)] as const), { role: 'shared', name: 'hardly matters' }), // prettier-ignore
    line(straight(kaplanAdvice), { role: 'quiet', look: 'dashed', name: '2020', prefer: 'start' }),
    ...Object.entries(laws).map(([name, law]) =>
      line(
        straight((flops) => adviceOf(law, flops)),
        { ...looks[name as LawName], prefer: 'end' },
      ),
    ),
    model.served > 0 &&
      line(best.map(([flops, ratio]) => [flops, clamped(ratio)] as const), { role: 'y', look: 'long', name: 'with use' }), // prettier-ignore
    // An arrow at the edge, where the best is beyond it.
    model.served > 0 && dots([[model.flops, ratioOf(model.best)]], { role: 'y' }),
    ...systems.map((system) => built(system, isWide)),
  ];
}

/** The runs of the experiment, and what each of its fits makes of every budget. */
export function fanMarks({ law: name }: Asked, { law, repeated }: Optimal): (Mark | false)[] {
  if (!repeated) return [];
  const { fits, low, high, budgets } = repeated;
  const fan = (i: number) => straight((flops) => adviceOf(fits[i], flops));
  return [
    drawn(
      ({ x, y }) => (
        <path
          className="stroke-quiet fig-solid"
          d={budgets
            .map((flops) => {
              const best = adviceOf(law, flops);
              return `M${tenth(x(flops))},${tenth(y(best / spreadOfRatio))}V${tenth(y(best * spreadOfRatio))}`;
            })
            .join('')}
        />
      ),
      { name: { text: 'budgets of the runs' }, sample: () => <path className="stroke-quiet fig-solid" d="M0,-5V5" /> },
    ),
    ...fits.flatMap((_, i) => (i === low || i === high ? [] : [line(fan(i), { role: 'z', look: 'thin', ...(i === (low === 0 || high === 0 ? 1 : 0) && { name: 'refits' }) })])), // prettier-ignore
    line(fan(low), { role: 'x', look: 'long', name: 'the lowest' }),
    line(fan(high), { role: 'y', look: 'dashed', name: 'the highest' }),
    line(
      straight((flops) => adviceOf(law, flops)),
      { ...looks[name as LawName], name: 'the law of the runs' },
    ),
  ];
}
