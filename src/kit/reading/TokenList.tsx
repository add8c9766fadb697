import type { KeyboardEvent, MouseEvent, ReactNode, RefObject, UIEvent } from 'react';
import type { Reading } from '#contract/reading.ts';
import { cellStart } from './cells.ts';

interface TokenListProps {
  readonly id: string;
  readonly label: string;
  readonly reading: Reading;
  readonly selected: number;
  readonly list?: RefObject<HTMLDivElement | null>;
  readonly className?: string;
  onSelect(token: number): void;
  onScroll?(event: UIEvent): void;
  readonly children: ReactNode;
}

const tokenOf = (element: Element) => Number((element as HTMLElement).dataset.token);

/** The token above or below another, nearest to it sideways, among those that are drawn. */
function inNextLine(list: HTMLElement, current: number, down: boolean): number | undefined {
  const options = [...list.querySelectorAll('[data-token]')];
  const here = options.find((option) => tokenOf(option) === current)?.getClientRects()[0];
  if (!here) return undefined;
  const middle = (here.left + here.right) / 2;
  let best: { token: number; rows: number; aside: number } | undefined;
  for (const option of options) {
    for (const box of option.getClientRects()) {
      const rows = Math.round((down ? 1 : -1) * ((box.top - here.top) / here.height));
      if (rows < 1) continue;
      const aside = Math.max(0, box.left - middle, middle - box.right);
      if (!best || rows < best.rows || (rows === best.rows && aside < best.aside))
        best = { token: tokenOf(option), rows, aside };
    }
  }
  return best?.token;
}

/** A text as a list of its tokens, one of which is chosen: by pointer, or by the arrow keys as a caret would move. */
export function TokenList(props: TokenListProps) {
  const { id, label, reading, selected, list, className = '', onSelect, onScroll, children } = props;
  const last = reading.ids.length - 1;
  const choose = (token: number | undefined) => {
    if (token !== undefined && last >= 0) onSelect(Math.min(last, Math.max(0, token)));
  };
  const keyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const line = (down: boolean) => inNextLine(event.currentTarget, cellStart(reading, selected), down);
    const moves: Record<string, () => number | undefined> = {
      ArrowRight: () => selected + 1,
      ArrowLeft: () => selected - 1,
      ArrowDown: () => line(true),
      ArrowUp: () => line(false),
      PageDown: () => selected + 100,
      PageUp: () => selected - 100,
      Home: () => 0,
      End: () => last,
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    choose(moves[event.key]());
  };
  const click = (event: MouseEvent) => {
    const option = (event.target as Element).closest('[data-token]');
    if (option) choose(tokenOf(option));
  };
  return (
    <div
      id={id}
      ref={list}
      role="listbox"
      aria-label={label}
      aria-orientation="horizontal"
      aria-activedescendant={selected >= 0 && selected <= last ? `${id}-${cellStart(reading, selected)}` : undefined}
      tabIndex={0}
      dir="auto"
      className={`tokens ${className}`}
      onKeyDown={keyDown}
      onClick={click}
      onScroll={onScroll}
    >
      {children}
    </div>
  );
}
