import type { PanelSpec } from './panel.ts';

/** Ticks at whole numbers only, from 0 to the last: some eight of them. */
export function wholeNumbers(last: number): Pick<PanelSpec['x'], 'ticks'> {
  const step = Math.max(1, Math.ceil(last / 8));
  const all = Array.from({ length: Math.floor(Math.max(1, last) / step) + 1 }, (_, i) => i * step);
  return { ticks: all.map((at) => ({ at, text: String(at) })) };
}
