import { number } from '#contract/parameter.ts';
import type { NumberDrag } from '#kit/figure/Drag.tsx';
import type { ViewProps } from '#contract/spec.ts';
import { spread } from './flow.ts';
import type { spec } from './spec.ts';

export type TunerProps = ViewProps<typeof spec>;

/** Handles are not nearer to one another than so many pixels. */
const apart = 22;
/** Nor nearer to the right end, where the picture ends. */
const inward = 10;

interface Edges {
  readonly name: 'p' | 'channel';
  readonly law: readonly number[];
  readonly letters: readonly string[];
  /** What the law is of, in a label. */
  readonly of: string;
  readonly across: number;
  readonly width: number;
  set(law: readonly number[]): void;
}

/** Handles between neighbors of a law that is drawn as widths: what one loses the other gets. */
export function edgesOf({ name, law, letters, of, across, width, set }: Edges): NumberDrag[] {
  const edges = law.slice(1).map((_, i) => law.slice(0, i + 1).reduce((a, b) => a + b, 0));
  const stands = spread(edges, Math.min(apart / width, 1 / (law.length + 1)), 1 - inward / width);
  return edges.map((edge, i) => {
    const shift = stands[i] - edge;
    const before = i > 0 ? edges[i - 1] : 0;
    const pair = law[i] + law[i + 1];
    return {
      name,
      parameter: number({ label: `${of}, edge between ${letters[i]} and ${letters[i + 1]}`, default: 0, min: 0, max: 1, step: 0.01 }), // prettier-ignore
      value: Math.min(1, edge),
      set(to) {
        const own = Math.min(pair, Math.max(0, to - before));
        set(law.map((p, k) => (k === i ? own : k === i + 1 ? pair - own : p)));
      },
      along: 'x',
      across,
      at: (value) => value + shift,
      from: (place) => place - shift,
      says: () => `${letters[i]} ${law[i].toFixed(3)}, ${letters[i + 1]} ${law[i + 1].toFixed(3)}`,
    };
  });
}

/** Where edges are and their handles stand. */
export const standing = (drags: readonly NumberDrag[]) =>
  drags.map(({ value, at = (place) => place, across }) => ({
    edge: value,
    stand: at(value),
    across: Number(across ?? 0),
  }));

/** The edges between the letters that are sent. A law that was moved by hand begins its rounds anew. */
export const lawEdges = ({ model: { law, sent }, set, width }: TunerProps): NumberDrag[] =>
  edgesOf({ name: 'p', law, letters: sent, of: 'How often each is sent', across: 0, width, set: (p) => set({ p, rounds: 0 }) }); // prettier-ignore

/** The edges within each strip of the reader’s own line. */
export const rowEdges = ({ model: { channel, sent, received }, set }: TunerProps, width: number): NumberDrag[] =>
  channel.flatMap((row, x) =>
    edgesOf({
      name: 'channel',
      ...{ law: row, letters: received, of: `What arrives for ${sent[x]}`, across: channel.length - x - 0.68, width },
      set: (next) => set({ channel: channel.map((old, i) => (i === x ? next : old)) }),
    }),
  );
