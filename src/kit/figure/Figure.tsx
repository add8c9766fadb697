import type { Say } from '#contract/say.ts';
import { arrange, type PanelSpec } from './panel.ts';
import { Panel } from './Panel.tsx';

interface FigureProps {
  readonly width: number;
  readonly say: Say;
  /** Panels beside one another, row by row. */
  readonly rows: readonly (readonly PanelSpec[])[];
  /** From this width on panels stand beside one another. */
  readonly narrow?: number;
  readonly gap?: number;
  /** What it is called, if it is one of several pictures of a widget. */
  readonly label?: string;
}

/** Panels with their axes, marks and words, all placed before anything is drawn: the server draws what the browser draws. */
export function Figure({ width, say, rows, narrow = 560, gap = 36, label }: FigureProps) {
  const { laid, height } = arrange(rows, width, say, { narrow, gap });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role={label && 'group'} aria-label={label}>
      {laid.map((one, i) => (
        <Panel key={i} laid={one} say={say} />
      ))}
    </svg>
  );
}
