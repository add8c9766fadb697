import type { Inside, InsideEngine } from '#contract/inside.ts';
import { headSpread, relativeSize, rowsOfHead, throughHead } from '#theory/language-models/attention-heads.ts';

/** What may be read off a head without switching it off. */
export interface HeadProfile {
  /** Mean of the largest weight. */
  readonly largest: number;
  /** Entropy as a share of the most. */
  readonly evenness: number;
  /** Mean size of what it adds to a row of the residual stream, beside that row. */
  readonly written: number;
}

const five = (x: number) => Math.round(x * 1e5) / 1e5;

const rowsOf = (values: Float32Array, width: number) =>
  Array.from({ length: values.length / width }, (_, t) => Array.from(values.subarray(t * width, (t + 1) * width)));

export async function profilesOf(inside: Inside, tensor: InsideEngine['tensor']): Promise<HeadProfile[]> {
  const profiles: HeadProfile[] = [];
  for (const [l, { attention, mixed }] of inside.blocks.entries()) {
    const { values: out } = await tensor(`blocks.${l}.out.weight`);
    const stream = rowsOf(inside.residual[l], inside.width);
    for (let head = 0; head < inside.heads; head++) {
      const { entropy, most, largest } = headSpread(rowsOfHead(attention, inside.ids.length, head));
      const written = relativeSize(throughHead(mixed, out, head, inside.heads), stream);
      profiles.push({ largest: five(largest), evenness: five(entropy / most), written: five(written) });
    }
  }
  return profiles;
}
