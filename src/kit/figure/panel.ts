import { natsPer, type Say } from '#contract/say.ts';
import type { DragSpec } from './Drag.tsx';
import type { Mark } from './mark.ts';
import { keyOf, wrapPieces, type Entry, type Piece } from './flow.ts';
import { small, widthOf, wrap } from './measure.ts';
import type { Rect } from './place.ts';
import { ticksOf, type ScaleKind } from './scale.ts';

export interface AxisSpec {
  /** In nats where the axis has information: ticks and label turn to the reader's unit. */
  readonly domain: readonly [number, number];
  readonly scale?: ScaleKind;
  /** Of a logarithmic axis: its powers have ticks. 10 unless told. */
  readonly base?: number;
  /** What is measured; to information the unit is added. */
  readonly label?: string;
  /** Amounts of information, and of what: `per example` makes the unit `bits per example`. */
  readonly information?: true | string;
  /** Other ticks than round numbers. */
  readonly ticks?: readonly { readonly at: number; readonly text: string }[];
  /** Only the frame: bars and cells say themselves what they are. */
  readonly bare?: true;
  format?(tick: number): string;
}

export interface PanelSpec {
  /** Of the plot alone; words around it come on top. */
  readonly height: number;
  readonly title?: string;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  /** In the order in which they are drawn; what is not there now may be false. */
  readonly marks: readonly (Mark | false | undefined)[];
  readonly drags?: readonly (DragSpec | false | undefined)[];
  /** Names stand in a key above, for lines that nearly coincide; or in that of another panel. */
  readonly key?: 'above' | 'elsewhere';
  /** How much of its row it takes. A row with shares stays together on a narrow page; any other becomes a stack. */
  readonly share?: number;
  readonly note?: readonly Piece[];
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}
/** A panel with its place in the figure. */
export interface Laid {
  readonly panel: PanelSpec;
  /** Where its words may stand. */
  readonly left: number;
  readonly right: number;
  readonly box: Rect;
  /** Title and labels of the axes. */
  readonly texts: readonly Fixed[];
  /** The key: where each entry begins, its baseline. */
  readonly entries: readonly Entry[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly note: readonly { readonly y: number; readonly pieces: readonly Piece[] }[];
}

/** Words whose place the arrangement knows. */
export interface Fixed {
  readonly text: string;
  readonly kind: 'title' | 'label';
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'middle';
}

const [titleLine, smallLine] = [18, 16];

const shown = (tick: number, say: Say) =>
  Number.isInteger(tick) && Math.abs(tick) >= 1000
    ? say.count(tick)
    : String(Number(tick.toPrecision(6))).replace('-', '−');

/** Ticks in the units of the domain, round in what the reader sees. */
function ticksFor(axis: AxisSpec, say: Say, count: number): Tick[] {
  if (axis.bare) return [];
  if (axis.ticks) return [...axis.ticks];
  const unit = axis.information ? natsPer(say.unit) : 1;
  const [from, to] = axis.domain;
  const { format = (tick: number) => shown(tick, say) } = axis;
  return ticksOf(axis.scale ?? 'linear', [from / unit, to / unit], count, axis.base).map((tick) => ({
    at: tick * unit,
    text: format(tick),
  }));
}

/** What is measured, with the unit. */
function labelOf({ label, information }: AxisSpec, say: Say): string {
  if (!information) return label ?? '';
  return `${label ? `${label}, ` : ''}${say.unit}${information === true ? '' : ` ${information}`}`;
}

const lines = (text: string | undefined, room: number, type: Parameters<typeof widthOf>[1]) =>
  text ? wrap(text, room, type) : [];

/** Rows of panels as a figure of this width shows them: one below the other where they have no room beside one another. */
const rowsAt = (rows: readonly (readonly PanelSpec[])[], width: number, narrow: number) =>
  width >= narrow
    ? rows
    : rows.flatMap((row) => (row.some(({ share }) => share !== undefined) ? [row] : row.map((panel) => [panel])));

export interface Arrangement {
  readonly narrow: number;
  readonly gap: number;
}

/** Where every panel stands. Panels below one another begin at one margin. */
export function arrange(
  rows: readonly (readonly PanelSpec[])[],
  width: number,
  say: Say,
  { narrow, gap }: Arrangement,
): { readonly laid: readonly Laid[]; readonly height: number } {
  const shownRows = rowsAt(rows, width, narrow);
  const yTicks = new Map(
    shownRows
      .flat()
      .map((panel) => [panel, ticksFor(panel.y, say, Math.min(6, Math.max(2, Math.round(panel.height / 45))))]),
  );
  const margin = (column: number) =>
    Math.max(
      0,
      ...shownRows.map((row) =>
        row[column] && !row[column].y.bare
          ? 10 + Math.max(...yTicks.get(row[column])!.map(({ text }) => widthOf(text, small)))
          : 0,
      ),
    );
  let y = 0;
  const laid = shownRows.flatMap((row) => {
    const shares = row.reduce((sum, { share = 1 }) => sum + share, 0);
    const room = width - gap * (row.length - 1);
    let x = 0;
    const parts = row.map((panel, column) => {
      const [left, right] = [x, x + (room * (panel.share ?? 1)) / shares];
      x = right + gap;
      const inner = {
        left: left + Math.ceil(panel.y.bare ? 0 : margin(column)),
        right: right - (panel.x.bare ? 0 : 8),
      };
      const marks = panel.marks.filter((mark) => mark !== false && mark !== undefined);
      return {
        ...{ panel, left, right, inner },
        title: lines(panel.title, right - left, { strong: true }),
        label: lines(labelOf(panel.y, say), right - left, small),
        key: panel.key === 'above' ? keyOf(marks, left, right) : { entries: [], height: 0 },
        xLabel: lines(labelOf(panel.x, say), inner.right - inner.left, small),
        xTicks: ticksFor(panel.x, say, Math.min(9, Math.max(2, Math.round((inner.right - inner.left) / 70)))),
        note: wrapPieces(panel.note, right - left),
      };
    });
    const above = Math.max(
      ...parts.map(({ title, key, label }) => titleLine * title.length + key.height + smallLine * label.length),
    );
    const height = Math.max(...row.map((panel) => panel.height));
    const top = y + above + (above > 0 ? 8 : 4);
    const bottom = top + height;
    // Ticks have 26 pixels under the plot.
    const under = bottom + 26;
    const below = Math.max(
      ...parts.map(({ xLabel, note }) => smallLine * (xLabel.length + note.length) + (note.length > 0 ? 8 : 0)),
    );
    const start = y;
    y = under + below + 18;
    return parts.map(({ panel, left, right, inner, title, label, xLabel, key, note, xTicks }): Laid => {
      const keyTop = start + titleLine * title.length;
      return {
        ...{ panel, left, right, xTicks, yTicks: yTicks.get(panel)! },
        box: { ...inner, top, bottom },
        texts: [
          ...title.map((text, i): Fixed => ({ text, kind: 'title', x: left, y: start + 13 + titleLine * i })),
          ...label.map((text, i): Fixed => ({
            text,
            kind: 'label',
            x: left,
            y: top - 12 - smallLine * (label.length - 1 - i),
          })),
          ...xLabel.map((text, i): Fixed => ({ text, kind: 'label', x: (inner.left + inner.right) / 2, y: under + 12 + smallLine * i, anchor: 'middle' })), // prettier-ignore
        ],
        entries: key.entries.map((entry) => ({ ...entry, y: keyTop + 13 + entry.y })),
        note: note.map((pieces, i) => ({ pieces, y: under + smallLine * (xLabel.length + i) + 20 })),
      };
    });
  });
  return { laid, height: Math.ceil(y - 18) };
}
