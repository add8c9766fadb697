import { number } from '#contract/parameter.ts';
import type { ViewProps } from '#contract/spec.ts';
import { TableControl } from '#kit/controls/TableControl.tsx';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { changed, withChance } from './change.ts';
import { gainOf, rangeOfOnset, readable, wordsOf, type Kept } from './model.ts';
import { mostBeta, params } from './parameters.ts';
import type { spec } from './spec.ts';
import { ribbons, shade, tree } from './tree.tsx';

type Props = ViewProps<typeof spec>;

/** The β whose best note costs so much: the largest, where several cost the same. */
function betaAt({ points }: Kept, complexity: number): number {
  const after = points.findIndex((point) => point.complexity > complexity + 1e-9);
  if (after < 0) return mostBeta;
  if (after === 0) return points[0].beta;
  const [a, b] = [points[after - 1], points[after]];
  return a.beta + ((b.beta - a.beta) * Math.max(0, complexity - a.complexity)) / (b.complexity - a.complexity);
}

const gap = 20;
const shares = { tree: 1.9, ribbons: 1.1 };
/** Pixels for the longest name beside its handle. */
const forNames = 76;
const ticks = [1, 2, 5, 10, 20, 50].map((at) => ({ at, text: String(at) }));

/** The notes along β, from one value to one for all x that say the same; beside it, which x goes into which; below, what they cost and tell. */
export function View(props: Props) {
  const { values, model, width, say, set } = props;
  const { best, points, px, given, whole, entropyX, onset, hard, seen, rows } = model;
  const bound = bind(params, props);
  const names = wordsOf(model, values);
  const chances = { domain: [0, 1], label: `Chance of “${names.columns[seen]}”, once the note is read` } as const;
  const at = Math.max(0, best.complexity);
  const most = Math.max(1e-3, entropyX);
  const height = 1.12 * Math.max(1e-3, whole);
  const tangent = [0, most].map((x) => [x, (x - best.lowest) / values.beta] as const);
  const room = ((width - gap) * shares.ribbons) / (shares.tree + shares.ribbons);
  const isLost = onset.first >= mostBeta;
  // The curve begins at nothing: where β = 1 keeps something already, as much is told as is kept, and the line from there is straight.
  return (
    <div>
      <Figure
        {...{ width, say }}
        gap={gap}
        rows={[
          [
            {
              height: 230,
              share: shares.tree,
              title: 'The best notes',
              x: { domain: [1, mostBeta], scale: 'log', label: 'β, what a bit about Y is worth in bits of X', ticks }, // prettier-ignore
              y: chances,
              marks: [
                area(
                  [1, Math.min(mostBeta, onset.first)].map((beta) => [beta, 0, 1] as const),
                  { role: 'quiet' },
                ),
                guide(values.beta),
                tree(points, seen),
                shade(onset.first),
              ],
              drags: [{ ...bound('beta'), along: 'x' }],
            },
            {
              height: 230,
              share: shares.ribbons,
              title: 'Who gets which',
              x: { domain: [0, room / Math.max(1, room - forNames)], bare: true },
              y: { domain: [0, 1], bare: true },
              marks: [ribbons({ ...best, px, given, names: names.rows, y: seen })],
              drags:
                given.length > 0 && model.columns.length > 1
                  ? rows.map((row, x) => ({
                      name: 'joint',
                      parameter: number({ label: `Chance of ${names.columns[seen]} with ${names.rows[x]}`, default: 0.5, min: 0, max: 1, step: 0.01 }), // prettier-ignore
                      value: given[x][seen],
                      set: (chance: number) =>
                        set(changed(values, withChance(values.joint, row, model.columns[seen], chance))),
                      along: 'y' as const,
                      across: 1,
                    }))
                  : [],
            },
          ],
          [
            {
              height: 190,
              key: 'above',
              x: { domain: [0, most], label: `Kept of X, I(X;T)`, information: true },
              y: { domain: [0, height], label: `Told of Y, I(T;Y)`, information: true },
              marks: [
                line([[0, 0], ...(isLost ? [] : [[Math.min(most, whole * onset.first), Math.min(whole, most / onset.first)] as const]), [most, whole]], { role: 'quiet', look: 'dashed', name: 'nothing can be above' }), // prettier-ignore
                line(tangent, { role: 'exact', look: 'dotted', name: 'nor above this, for this β' }),
                dots(hard.map(({ complexity, relevance }) => [complexity, relevance] as const), { role: 'quiet', r: 2.4, name: 'each x into one box' }), // prettier-ignore
                line([[0, 0], ...points.map(({ complexity, relevance }) => [complexity, relevance] as const)], { role: 'model', look: 'thick', name: 'the best notes' }), // prettier-ignore
              ],
              drags: [
                {
                  ...bound('beta'),
                  parameter: { ...params.beta, label: 'β, by what is kept' },
                  along: 'x',
                  across: Math.max(0, best.relevance),
                  at: () => at,
                  from: (complexity) => betaAt(model, complexity),
                },
              ],
            },
          ],
        ]}
      />
      <Bill {...props} />
      <Settings {...props} params={params} show={['beta', model.columns.length > 2 && 'seen']} />
    </div>
  );
}

/** What the best note costs and is worth. */
function Bill({ model, values, say }: Props) {
  const { best, whole } = model;
  const parts = [
    { name: 'the note keeps, of X', nats: best.complexity, q: 'x' },
    { name: `it tells, of the ${say.amount(Math.max(0, whole))} that X tells of Y`, nats: best.relevance, q: 'mutual' },
    { name: `${say.number(values.beta, 2)} times what it tells, less what it costs`, nats: gainOf(model) },
    { name: 'no note whatever gains more than', nats: -best.lowest },
  ];
  return (
    <dl className="amounts ruled">
      {parts.map(({ name, nats, q }) => (
        <div key={name} data-q={q}>
          <dt>{name}</dt>
          <dd>{say.information(readable(nats), 4)}</dd>
        </div>
      ))}
    </dl>
  );
}

function More(props: Props) {
  const { values, model, width, say, set } = props;
  const { onset, points, boxes, seen, fromNothing } = model;
  const names = wordsOf(model, values);
  const [from, to] = rangeOfOnset(onset);
  const near = points.filter(({ beta }) => beta >= from && beta <= to);
  const places = near.flatMap(({ clusters }) => clusters.map(({ law }) => law[seen]));
  const [low, high] = [Math.max(0, Math.min(...places) - 0.02), Math.min(1, Math.max(...places) + 0.02)];
  const held = [...new Set(boxes.labels)].map((box) => names.rows.filter((_, x) => boxes.labels[x] === box).join(', '));
  return (
    <Folds>
      {onset.first < mostBeta && near.length > 3 && (
        <Fold question="Where exactly does it begin?">
          <Figure
            {...{ width: Math.min(width, 640), say }}
            rows={[
              [
                {
                  height: 170,
                  x: { domain: [from, to], label: 'β, much enlarged' },
                  y: { domain: [low, high], label: `Chance of “${names.columns[seen]}”, once the note is read` },
                  marks: [
                    tree(near, seen),
                    guide(onset.first),
                    onset.local <= to && guide(onset.local),
                    line([[onset.first, low], [onset.first, high]], { role: 'exact', look: 'dotted', name: '1/η' }), // prettier-ignore
                    onset.local <= to && line([[onset.local, low], [onset.local, high]], { role: 'x', look: 'dashed', name: '1/s₂²' }), // prettier-ignore
                  ],
                },
              ],
            ]}
          />
          <p>
            {onset.local > onset.first * (1 + 1e-6)
              ? `A note pays from β = 1/η = ${say.number(onset.first, 4)} on, and it begins away from the trunk, not as a split of it. Only from 1/s₂² = ${say.number(onset.local, 4)} on does a small change of an empty note grow.`
              : `Both values of β are ${say.number(onset.first, 4)} here: the trunk splits where the first note pays.`}{' '}
            At the present β, the best note gains {say.information(Math.max(0, gainOf(model)), 4)}, and 200 steps of the
            equations from nearly nothing come to {say.information(fromNothing, 4)}.
          </p>
        </Fold>
      )}
      <Fold question="And if every x must go into one box?">
        <p>
          Then the best at this β{' '}
          {held.length === 1 ? 'is one box for all' : `are ${held.length} boxes (${held.join(' | ')})`}. They keep{' '}
          {say.information(boxes.complexity)} and tell {say.information(Math.max(0, boxes.relevance))}, which gains{' '}
          {say.information(Math.max(0, values.beta * boxes.relevance - boxes.complexity), 4)}. All{' '}
          {say.count(model.hard.length)} ways to fill boxes were tried; they are the small rings in the picture.
        </p>
      </Fold>
      <Fold question="The table, as numbers" holds={[]}>
        <TableControl parameter={params.joint} value={values.joint} onChange={(joint) => set(changed(values, joint))} />
      </Fold>
    </Folds>
  );
}
View.More = More;
