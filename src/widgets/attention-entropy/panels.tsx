import { drawn, dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { bars } from '#kit/figure/blocks.tsx';
import { allLabels } from '#kit/figure/labels.ts';
import type { Mark, Pair } from '#kit/figure/mark.ts';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { tenth } from '#kit/plot/path.ts';
import type { Values } from '#contract/values.ts';
import { evenness, indexOf, placeWords } from './head.ts';
import type { AttentionModel } from './model.ts';
import { headNames, heads as headsOfBlock, type params } from './parameters.ts';
import { mostDrawn, placeNames } from './scores.ts';

type V = Values<typeof params>;

const shapes = ['square', 'triangle', 'diamond', 'disk'] as const;
const model = { role: 'model' } as const;

/** Where the chosen head is, and where to press for another one. The control below does the same by keyboard. */
const pick = (places: readonly Pair[], chosen: number, choose: (head: number) => void): Mark =>
  drawn(({ x, y }) => (
    <>
      {places[chosen] && (
        <circle
          className="stroke-exact fig-solid"
          cx={tenth(x(places[chosen][0]))}
          cy={tenth(y(places[chosen][1]))}
          r={9}
        />
      )}
      {places.map(([a, b], i) => (
        <circle
          key={headNames[i]}
          className="attention-entropy-pick"
          role="button"
          tabIndex={-1}
          aria-label={`Head ${headNames[i]}`}
          {...{ cx: tenth(x(a)), cy: tenth(y(b)), r: 12 }}
          onClick={() => choose(i)}
          onKeyDown={({ key }) => key === 'Enter' && choose(i)}
        >
          <title>{headNames[i]}</title>
        </circle>
      ))}
    </>
  ));

/** All heads: how even their attention is, and what else was measured of them. */
export function mapPanel(found: AttentionModel, values: V, choose: (head: number) => void): PanelSpec {
  const { heads, lost } = found;
  const { measure } = values;
  const byLoss = measure === 'lost';
  const known = byLoss ? lost.length : heads.length;
  const height = (i: number) => (byLoss ? lost[i].mean : heads[i].shares[measure].share);
  const places = heads.slice(0, known).map((score, i): Pair => [evenness(score), height(i)]);
  const ends = byLoss
    ? lost.map(({ mean, standardError: e }) => [mean - e, mean + e])
    : places.map(([, share]) => [share, share]);
  const chance = !byLoss && heads.length > 0 ? heads[0].shares[measure].chance : undefined;
  const least = Math.min(0, ...ends.map(([from]) => from));
  const isRead = heads.length > 0 && (!byLoss || known === heads.length);
  // While heads are still being read the axis stays as long as it is likely to be in the end.
  const most = Math.max(byLoss ? (isRead ? 0.05 : 0.5) : 0.1, chance ?? 0, ...ends.map(([, to]) => to));
  return {
    height: 230,
    key: 'above',
    note: [
      {
        text: isRead
          ? byLoss
            ? `All ${heads.length} heads have been switched off, one at a time.`
            : `All ${heads.length} heads.`
          : heads.length > 0
            ? `Reading: ${known} of ${heads.length} heads have been switched off so far.`
            : found.text === ''
              ? 'There is no text.'
              : found.tokens > 0
                ? 'Nothing to draw: the text needs three tokens or more.'
                : 'The network is reading the text.',
      },
    ],
    x: {
      domain: [Math.min(0.4, ...places.map(([x]) => x - 0.04)), 1.04],
      label: 'Mean entropy of the attention, as a share of the most',
      format: (tick) => `${Math.round(100 * tick)}%`,
    },
    y: {
      domain: [least - 0.05 * most, 1.12 * most],
      ...(byLoss
        ? { label: values.by === 'even' ? 'Cost with even weights' : 'Cost without the head', information: 'per token' }
        : { label: `Weight on ${placeWords[measure]}`, format: (tick: number) => `${Math.round(100 * tick)}%` }),
    },
    marks: [
      guide(1),
      rule(chance ?? 0, {
        role: 'quiet',
        look: 'dashed',
        name: chance === undefined ? 'nothing lost' : 'even weights',
      }),
      byLoss &&
        whiskers(
          places.map(([x], i) => [x, ends[i][0], ends[i][1]]),
          { role: 'quiet' },
        ),
      ...shapes.map((shape, block) =>
        dots(
          places.filter((_, i) => Math.floor(i / headsOfBlock) === block),
          { ...model, shape, r: 4, name: `block ${block + 1}` },
        ),
      ),
      allLabels(
        places.map((at, i) => ({ at, text: headNames[i] })).sort((a, b) => b.at[1] - a.at[1]),
        'model',
      ),
      pick(places, indexOf(values.head), choose),
    ],
  };
}

/** What the chosen head looks at, beside what even weights would. */
export function sharesPanel({ heads }: AttentionModel, { head }: V): PanelSpec {
  const { shares } = heads[indexOf(head)];
  const words = { first: 'first', previous: 'before', own: 'itself', induction: 'after copy' };
  const there = placeNames.map((name, at) => ({ at, ...shares[name], called: words[name] }));
  const most = Math.max(0.2, ...there.map(({ share }) => share));
  return {
    height: 190,
    title: `Where head ${head} looks`,
    x: { domain: [-0.6, 3.6], bare: true },
    y: { domain: [0, 1.15 * most], label: 'Mean weight', format: (tick) => `${Math.round(100 * tick)}%` },
    marks: [
      bars(
        there.map(({ at, share, called }) => ({ at, value: share, called, says: `${Math.round(100 * share)}%` })),
        { ...model, wide: 0.6 },
      ),
      ...there.map(
        ({ at, chance }, i) =>
        line([[at - 0.42, chance], [at + 0.42, chance]], { role: 'exact', look: 'solid', ...(i === 1 && { name: 'even weights' }) }), // prettier-ignore
      ),
    ],
  };
}

/** Depths of a cell, for weights from so many times the even one on. */
export const depths = [0.5, 1.7, 4, 9, 18];

/** The weights of the first tokens over even ones: a row for each token that looks, the token it looks at from left to right. */
export function weightsPanel({ shown }: AttentionModel): PanelSpec {
  const { rows } = shown!;
  const n = Math.min(mostDrawn, rows.length);
  return {
    height: 190,
    title: 'Its weights over even ones',
    x: { domain: [0, n], label: `token that is looked at, of the first ${n}`, ticks: [] },
    y: { domain: [n, 0], label: 'token that looks', ticks: [] },
    marks: [
      drawn(
        ({ x, y }) => {
          const height = tenth(y(1) - y(0));
          return (
            <g>
              {depths.map((from, i) => (
                <path
                  key={from}
                  className="solid-model"
                  fillOpacity={(i + 1) / depths.length}
                  d={rows
                    .flatMap((row, t) =>
                      row.map((w, s) =>
                        w * (t + 1) >= from && w * (t + 1) < (depths[i + 1] ?? Infinity)
                          ? `M${tenth(x(s))},${tenth(y(t))}H${tenth(x(s + 1))}v${height}H${tenth(x(s))}z`
                          : '',
                      ),
                    )
                    .join('')}
                />
              ))}
            </g>
          );
        },
        { free: undefined },
      ),
      line([[0, 0], [n, n]], { role: 'quiet', look: 'dashed' }), // prettier-ignore
    ],
  };
}
