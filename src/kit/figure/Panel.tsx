import { useContext, useId } from 'react';
import type { Say } from '#contract/say.ts';
import { polyline, tenth } from '#kit/plot/path.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { Drag, standOf } from './Drag.tsx';
import { inkOf, type Frame, type Name } from './mark.ts';
import { small, widthOf } from './measure.ts';
import type { Laid, Tick } from './panel.ts';
import { rectOf, type Anchor } from './place.ts';
import { scaleOf } from './scale.ts';
import { wordsOf } from './words.ts';

/** A tick and where its number stands, in pixels along the axis. */
interface Placed {
  readonly px: number;
  readonly tick: Tick;
}

/** Ticks whose numbers have room, from the first on. */
function apart(all: readonly Placed[], room: (tick: Tick) => number): Placed[] {
  const kept: Placed[] = [];
  for (const one of all)
    if (kept.every(({ px, tick }) => Math.abs(px - one.px) >= (room(tick) + room(one.tick)) / 2)) kept.push(one);
  return kept;
}

const halfOf = (tick: Tick) => widthOf(tick.text, small) / 2;

/** One panel: axes and grid, marks, words, handles. */
export function Panel({ laid, say }: { readonly laid: Laid; readonly say: Say }) {
  const clip = useId();
  const { panel, box, left, right, texts, entries, note } = laid;
  const frame: Frame = {
    x: scaleOf(panel.x.scale ?? 'linear', panel.x.domain, [box.left, box.right]),
    y: scaleOf(panel.y.scale ?? 'linear', panel.y.domain, [box.bottom, box.top]),
    ...{ box, say },
  };
  // At the edges numbers move inward rather than out of the picture.
  const inward = (tick: Tick) => Math.max(left + halfOf(tick), Math.min(right - halfOf(tick), frame.x(tick.at)));
  const across = apart(laid.xTicks.map((tick) => ({ tick, px: inward(tick) })), (tick) => 2 * halfOf(tick) + 6); // prettier-ignore
  const up = apart(laid.yTicks.map((tick) => ({ tick, px: frame.y(tick.at) })), () => 15); // prettier-ignore
  const marks = panel.marks.flatMap((mark) => mark || []);
  const fixed = useContext(FixedContext);
  const drags = (panel.drags ?? []).flatMap((drag) => (drag && !fixed.has(drag.name) ? [drag] : []));
  // A handle on the axis hides what is beside it: there the number stands farther off.
  const standing = drags.map((drag) => standOf(drag, frame));
  const asideOf = (px: number) =>
    standing.some(([x, y]) => Math.abs(x - box.left) < 12 && Math.abs(y - px) < 14) ? 11 : 8;
  const { words, key } = wordsOf({
    ...{ marks, frame, isKeyed: panel.key !== undefined },
    taken: [
      ...across.map(({ tick, px }) => rectOf({ x: px, y: box.bottom + 20, anchor: 'middle' }, 2 * halfOf(tick), 12)),
      ...up.map(({ tick, px }) => rectOf({ x: box.left - 8, y: px + 4, anchor: 'end' }, 2 * halfOf(tick), 12)),
    ],
    handles: standing,
    within: { left, right, top: box.top - 6, bottom: box.bottom + (panel.x.bare ? 24 : 0) },
  });
  return (
    <g>
      <g className="axis">
        {texts.map(({ text, kind, x, y, anchor }) => (
          <text
            key={`${x} ${y}`}
            className={kind === 'title' ? 'fig-title' : 'axis-label'}
            x={tenth(x)}
            y={tenth(y)}
            textAnchor={anchor}
          >
            {text}
          </text>
        ))}
        {up.map(({ tick, px }) => (
          <g key={tick.text} transform={`translate(${tenth(box.left)},${tenth(px)})`}>
            <path className="grid" d={`M0,0H${tenth(box.right - box.left)}`} />
            <text x={-asideOf(px)} dy="0.34em" textAnchor="end">
              {tick.text}
            </text>
          </g>
        ))}
        {!panel.x.bare && <path d={`M${tenth(box.left)},${tenth(box.bottom)}H${tenth(box.right)}`} />}
        {across.map(({ tick, px }) => (
          <g key={tick.text} transform={`translate(0,${tenth(box.bottom)})`}>
            <path d={`M${tenth(frame.x(tick.at))},0v5`} />
            <text x={tenth(px)} y={20} textAnchor="middle">
              {tick.text}
            </text>
          </g>
        ))}
      </g>
      <clipPath id={clip}>
        <rect
          x={tenth(box.left)}
          y={tenth(box.top - 3)}
          width={tenth(box.right - box.left + 8)}
          height={tenth(box.bottom - box.top + 6)}
        />
      </clipPath>
      <g clipPath={`url(#${clip})`}>{marks.map((mark, i) => !mark.free && <g key={i}>{mark.draw?.(frame)}</g>)}</g>
      {marks.map((mark, i) => mark.free && <g key={i}>{mark.draw?.(frame)}</g>)}
      {words.map(
        ({ leader }, i) => leader && <path key={i} className="stroke-quiet fig-thin fig-solid" d={polyline(leader)} />,
      )}
      {words.map(({ name, x, y, anchor }, i) => (
        <NameText key={i} {...{ name, x, y, anchor }} />
      ))}
      {[...entries, ...key].map(({ mark, x, y, again }, i) => (
        <g key={i} transform={`translate(${tenth(x)},${tenth(y)})`}>
          <g transform="translate(12,-4.5)">{mark.sample!()}</g>
          {!again && <NameText name={mark.name!} x={30} y={0} />}
        </g>
      ))}
      {drags.map((drag) => (
        <Drag key={drag.parameter.label} {...{ drag, frame }} />
      ))}
      {note.map(({ y, pieces }) => (
        <text key={y} className="fig-small value" x={tenth(left)} y={tenth(y)}>
          {pieces.map(({ text, ink, q }, i) => (
            <tspan key={i} className={inkOf(ink)} data-q={q}>
              {text}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}

interface NameTextProps {
  readonly name: Pick<Name, 'text' | 'ink' | 'q' | 'size'>;
  readonly x: number;
  readonly y: number;
  readonly anchor?: Anchor;
}

function NameText({ name: { text, ink, q, size = 13 }, x, y, anchor = 'start' }: NameTextProps) {
  return (
    <text
      className={['fig-halo', 'value', inkOf(ink)].filter(Boolean).join(' ')}
      style={size === 13 ? undefined : { fontSize: size }}
      data-q={q}
      x={tenth(x)}
      y={tenth(y)}
      textAnchor={anchor === 'start' ? undefined : anchor}
    >
      {text}
    </text>
  );
}
