/** Whole stages at a glance: a strip of all columns by some rows, and a map of all stages in one row. */
import type { InsideBlock } from '#contract/inside.ts';
import { address, coordinate, type Address, type Kind } from './addresses.ts';
import type { Network } from './network.ts';

/** Shades on either side of zero. */
export const shades = 6;
const mostRows = 16;

export interface Strip {
  /** The kind of its numbers, and what of their address is the same for all. */
  readonly kind: Kind;
  readonly fixed: readonly number[];
  /** The first of its rows. */
  readonly first: number;
  /** A letter for each number, `g` for zero, six shades on either side by the square root of the size. */
  readonly levels: readonly string[];
  /** The largest size. */
  readonly most: number;
  readonly row: number;
  readonly column: number;
}

/** The stage in which a number stands, or which it was made from. */
function stageOf(step: Address): { kind: Kind; fixed: number[] } {
  const at = (name: Parameters<typeof coordinate>[1]) => coordinate(step, name) ?? 0;
  switch (step.kind) {
    case 'logit':
    case 'columns':
    case 'normal':
      return { kind: 'normal', fixed: [] };
    case 'start':
    case 'token':
    case 'position':
      return { kind: 'residual', fixed: [0] };
    case 'residual':
      return { kind: 'residual', fixed: [at('stage')] };
    case 'head':
    case 'score':
    case 'weight':
      return { kind: 'weight', fixed: [at('layer'), at('head')] };
    case 'from':
      return { kind: 'value', fixed: [at('layer')] };
    case 'neurons':
      return { kind: 'active', fixed: [at('layer')] };
    default:
      return { kind: step.kind, fixed: [at('layer')] };
  }
}

function numbersOf(
  { inside, sizes }: Network,
  kind: Kind,
  fixed: readonly number[],
): { x: Float32Array; width: number } {
  const { rows, width } = sizes;
  if (kind === 'normal') return { x: inside.normal, width };
  if (kind === 'residual') return { x: inside.residual[fixed[0]], width };
  const block = inside.blocks[fixed[0]];
  if (kind === 'weight')
    return { x: block.attention.subarray(fixed[1] * rows * rows, (fixed[1] + 1) * rows * rows), width: rows };
  const x = block[kind as keyof InsideBlock];
  return { x, width: x.length / rows };
}

export function stripOf(network: Network, step: Address): Strip {
  const { kind, fixed } = stageOf(step);
  const { x, width } = numbersOf(network, kind, fixed);
  const isSource = step.kind === 'from';
  const row = coordinate(step, isSource ? 'source' : 'row') ?? network.sizes.rows - 1;
  const first = Math.max(0, Math.min(row - mostRows + 1, network.sizes.rows - mostRows));
  const count = Math.min(mostRows, network.sizes.rows);
  const part = x.subarray(first * width, (first + count) * width);
  const most = part.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
  const level = (y: number) => Math.sign(y) * Math.ceil(shades * Math.sqrt(Math.abs(y) / (most || 1)) - 0.5);
  return {
    ...{ kind, fixed, first, row, most: Number(most.toPrecision(4)) },
    column: kind === 'weight' ? (coordinate(step, 'source') ?? -1) : isSource ? -1 : (coordinate(step, 'column') ?? coordinate(step, 'hidden') ?? -1), // prettier-ignore
    levels: Array.from({ length: count }, (_, t) =>
      Array.from(part.subarray(t * width, (t + 1) * width), (y) => String.fromCharCode(103 + level(y))).join(''),
    ),
  };
}

/** The number of a strip at a row and a column. */
export const addressIn = ({ kind, fixed }: Strip, row: number, column: number) => address(kind, ...fixed, row, column);

/** A stage of one row: how large its numbers are, and where the largest is. */
export interface MapCell {
  readonly kind: Kind;
  /** −1 for what is before or after all blocks. */
  readonly layer: number;
  /** Root mean square; the largest of weights. */
  readonly size: number;
  readonly to: string;
}

export const stagesOfBlock = [
  'normal1',
  'query',
  'key',
  'weight',
  'value',
  'mixed',
  'attended',
  'normal2',
  'up',
  'active',
  'fed',
  'residual',
] as const;

export function mapOf(network: Network, row: number): MapCell[] {
  const { layers, heads } = network.sizes;
  const cell = (kind: Kind, layer: number, fixed: readonly number[]): MapCell => {
    const { x, width } = numbersOf(network, kind, fixed);
    const own = x.subarray(row * width, (row + 1) * width);
    let largest = 0;
    own.forEach((y, k) => {
      if (Math.abs(y) > Math.abs(own[largest])) largest = k;
    });
    const size = kind === 'weight' ? own[largest] : Math.sqrt(own.reduce((sum, y) => sum + y * y, 0) / width);
    return { kind, layer, size: Number(size.toPrecision(3)), to: address(kind, ...fixed, row, largest) };
  };
  const sharpest = (layer: number) =>
    Array.from({ length: heads }, (_, h) => cell('weight', layer, [layer, h])).reduce((a, b) => (b.size > a.size ? b : a)); // prettier-ignore
  return [
    cell('residual', -1, [0]),
    ...Array.from({ length: layers }, (_, l) =>
      stagesOfBlock.map((kind) => (kind === 'weight' ? sharpest(l) : cell(kind, l, [kind === 'residual' ? l + 1 : l]))),
    ).flat(),
    cell('normal', -1, []),
  ];
}
