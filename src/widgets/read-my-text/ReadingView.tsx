import { useCallback, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore, type UIEvent } from 'react';
import { unknown, type Reading } from '#contract/reading.ts';
import type { Say } from '#contract/say.ts';
import { cellStart, withSigns, type Shown } from '#kit/reading/cells.ts';
import { TokenList } from '#kit/reading/TokenList.tsx';
import { TokenText } from '#kit/reading/TokenText.tsx';
import { blocksOf, estimateHeight, indexAt, offsetsOf, piecesOf } from './blocks.ts';
import { Gradually } from './Gradually.tsx';

/** The most that is seen at once, in pixels (the stylesheet's max-height), and how much is drawn beyond it on either side. */
const viewport = 416;
const beyond = 120;
/** Scrolling has come to rest after this many milliseconds. */
const rest = 150;
/** A text of no more tokens is drawn whole at once. */
const short = 300;

interface ReadingViewProps {
  readonly reading: Reading;
  readonly shown: Shown;
  readonly selected: number;
  /** Whether the reader chose the selected token, so that it must be in sight. */
  readonly follow: boolean;
  readonly width: number;
  readonly say: Say;
  onSelect(token: number): void;
  /** What is in sight has not been read: the offset where it begins. */
  onUnread(offset: number): void;
}

const never = () => () => {};
const pairs = (bounds: readonly number[]) => bounds.slice(1).map((end, i) => [bounds[i], end] as const);

/** The text with its tokens, of which only those in sight are drawn, however long it is. */
export function ReadingView(props: ReadingViewProps) {
  const { reading, shown, selected, follow, width, say, onSelect, onUnread } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // After a leap only what is in sight is drawn, and its surroundings when the scrolling rests.
  const [margin, setMargin] = useState(beyond);
  const { text, starts, ends } = reading;
  const blocks = useMemo(() => blocksOf({ text, starts, ends }), [text, starts, ends]);
  const estimates = useMemo(
    () => blocks.slice(1).map((to, b) => estimateHeight({ text, starts, ends }, blocks[b], to, width)),
    [text, starts, ends, blocks, width],
  );
  const [measured, setMeasured] = useState<{ of: readonly number[]; heights: readonly number[] }>();
  const heights = measured?.of === estimates ? measured.heights : estimates;
  const offsets = useMemo(() => offsetsOf(heights), [heights]);
  const first = indexAt(offsets, Math.max(0, top - margin));
  const last = Math.min(heights.length - 1, indexAt(offsets, top + viewport + margin));

  // An observer is told heights after the browser's own layout; to ask for them would force one.
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const observer = new ResizeObserver((entries) => {
      const next = heights.slice();
      let above = 0;
      for (const { target, borderBoxSize } of entries) {
        const b = Number((target as HTMLElement).dataset.block);
        const height = borderBoxSize[0].blockSize;
        if (height === 0 || Math.abs(height - next[b]) < 1) continue;
        if (offsets[b + 1] <= box.scrollTop) above += height - next[b];
        next[b] = height;
      }
      if (next.every((height, b) => height === heights[b])) return;
      setMeasured({ of: estimates, heights: next });
      // What lies above came out higher or lower than thought: what is in sight stays where it is.
      if (above !== 0) box.scrollTop += above;
    });
    for (const block of box.querySelectorAll('[data-block]')) observer.observe(block);
    return () => observer.disconnect();
  }, [estimates, heights, offsets, first, last]);

  // What the server drew is taken over as it is.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const lazy = alive && starts.length > short;

  // A new choice of the reader's is brought into sight, if need be in two steps: first its block must be drawn.
  const sought = useRef(false);
  const [, setDrawn] = useState(0);
  const drawn = useCallback(() => {
    if (sought.current) setDrawn((count) => count + 1);
  }, []);
  useEffect(() => {
    sought.current = follow;
  }, [follow, selected]);
  useEffect(() => {
    const box = list.current;
    if (!sought.current || !box || selected < 0) return;
    const token = cellStart(reading, Math.min(selected, starts.length - 1));
    const element = document.getElementById(`${id}-${token}`);
    if (!element) {
      box.scrollTop = offsets[indexAt(blocks, token)];
      return;
    }
    sought.current = false;
    const { top: from, bottom: to } = element.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (from < frame.top + 8 || to > frame.bottom - 8)
      box.scrollTop += (from + to) / 2 - (frame.top + frame.bottom) / 2;
  });

  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const scroll = (event: UIEvent) => {
    const at = event.currentTarget.scrollTop;
    setTop(at);
    if (Math.abs(at - top) > viewport) setMargin(0);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      setMargin(beyond);
      const [from, to] = [blocks[indexAt(offsets, at)], blocks[indexAt(offsets, at + viewport) + 1] ?? starts.length];
      if (reading.surprisal.slice(from, to).includes(unknown)) onUnread(starts[from]);
    }, rest);
  };

  if (reading.ids.length === 0)
    return (
      <div className="tokens read-my-text-view" dir="auto">
        <span className="token open">{reading.text.slice(0, 2000)}</span>
      </div>
    );
  return (
    <TokenList
      id={id}
      list={list}
      label="The tokens of the text"
      className="read-my-text-view"
      {...{ reading, selected, onSelect }}
      onScroll={scroll}
    >
      <div role="presentation" style={{ height: offsets[first] }} />
      {blocks.slice(first, last + 1).map((from, i) => (
        <div role="presentation" key={first + i} data-block={first + i} dir="auto">
          {pairs(piecesOf(reading, from, blocks[first + i + 1])).map(([start, end], piece) => (
            <Gradually
              key={piece}
              lazy={lazy}
              rough={withSigns(text.slice(starts[start], ends[end - 1])).replaceAll('\n', '↵\n')}
              onDrawn={drawn}
            >
              <TokenText {...{ reading, shown, selected, say }} from={start} to={end} listId={id} />
            </Gradually>
          ))}
        </div>
      ))}
      <div role="presentation" style={{ height: Math.max(0, offsets[heights.length] - offsets[last + 1]) }} />
    </TokenList>
  );
}
