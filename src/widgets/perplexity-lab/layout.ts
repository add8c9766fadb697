import type { Group, Mark } from './report.ts';

/** What unites the marks of a group. */
export const groupTitles: Record<Group, string> = {
  right: 'Right',
  unit: 'Right, in another unit',
  average: 'Wrong average',
  base: 'Wrong base',
  question: 'Another question',
  context: 'Same model, less context',
  reader: 'Another model, another tokenizer',
};

/** A piece of text in the picture: from x to x + width around its baseline y. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly role: 'group' | 'name' | 'value' | 'times' | 'rate';
}

export interface Row {
  readonly mark: Mark;
  /** Of the mark on the axis. */
  readonly y: number;
  readonly labels: readonly Label[];
}

export interface Layout {
  readonly rows: readonly Row[];
  readonly groups: readonly Label[];
  /** Where marks lie on the axis. */
  readonly track: { readonly from: number; readonly to: number };
  readonly headings: readonly Label[];
  readonly top: number;
  readonly height: number;
}

/** The widest that a character of a label may be at 13 pixels, figures included; names are shorter on average. */
export const characterWidth = 7.2;
const roomyFrom = 540;
const headingHeight = 46;

/** What is said of a mark beside it. */
export interface Said {
  readonly value: string;
  readonly times: string;
  readonly rate: string;
}

/**
 * Where everything lies: one row for each mark, so that no label can meet another whatever the numbers are. On a wide picture
 * name, axis and numbers share a line; on a narrow one the axis runs below them.
 */
export function layoutOf(marks: readonly Mark[], said: (mark: Mark) => Said, unit: string, width: number): Layout {
  const roomy = width >= roomyFrom;
  const right = { rate: width - 2, times: width - 72, value: width - 138 };
  const narrow = { rate: width - 2, value: width - 46 };
  const track = roomy ? { from: 190, to: width - 224 } : { from: 8, to: width - 8 };
  const rows: Row[] = [];
  const groups: Label[] = [];
  let y = headingHeight;
  for (const [i, mark] of marks.entries()) {
    if (mark.group !== marks[i - 1]?.group) {
      y += i === 0 ? 18 : 26;
      groups.push({ text: groupTitles[mark.group], x: 0, y, anchor: 'start', role: 'group' });
    }
    y += roomy ? 22 : 20;
    const { value, times, rate } = said(mark);
    const at = roomy ? right : { ...narrow, times: undefined };
    const labels: Label[] = [
      { text: mark.name, x: 10, y, anchor: 'start', role: 'name' },
      { text: value, x: at.value, y, anchor: 'end', role: 'value' },
      { text: rate, x: at.rate, y, anchor: 'end', role: 'rate' },
    ];
    if (at.times !== undefined) labels.push({ text: times, x: at.times, y, anchor: 'end', role: 'times' });
    if (!roomy) y += 15;
    rows.push({ mark, y: roomy ? y - 4 : y - 2, labels });
  }
  const headings: Label[] = roomy
    ? [
        { text: 'perplexity', x: right.value, y: 14, anchor: 'end', role: 'value' },
        { text: '× right', x: right.times, y: 14, anchor: 'end', role: 'times' },
        { text: `${unit}/byte`, x: right.rate, y: 14, anchor: 'end', role: 'rate' },
      ]
    : [
        { text: 'perplexity', x: narrow.value - 30, y: 14, anchor: 'end', role: 'value' },
        { text: `${unit}/byte`, x: narrow.rate, y: 14, anchor: 'end', role: 'rate' },
      ];
  return { rows, groups, track, headings, top: headingHeight, height: y + 14 };
}

/** Ticks of an axis of logarithms from 1 up: 1, 2, 5, 10 … while there is room for their labels, else powers of ten. */
export function ticksOf(most: number, room: number): number[] {
  const decades = most / Math.LN10;
  const perDecade = room / Math.max(0.5, decades);
  const steps = perDecade > 130 ? [1, 2, 5] : perDecade > 80 ? [1, 3] : [1];
  const every = Math.max(1, Math.ceil(44 / perDecade));
  const ticks: number[] = [];
  for (let power = 0; power <= decades; power += every)
    for (const step of steps) {
      const nats = power * Math.LN10 + Math.log(step);
      if (nats <= most) ticks.push(nats);
    }
  return ticks;
}
