import { column } from '#kit/figure/series.ts';
import { cheapestFor } from '#theory/scale/compute-optimal.ts';
import type { ParametricLoss } from '#theory/scale/scaling-law.ts';
import { lossAt, type Optimal, type Repeated } from './model.ts';

/** Ends of the axis of tokens per parameter in the valley, and places along it. */
export const reach = [0.01, 1e4] as const;
const places = 97;

export interface Row {
  readonly ratio: number;
  readonly parameters: number;
  readonly tokens: number;
  /** A N^(−α), B D^(−β), and the loss. */
  readonly parameterTerm: number;
  readonly dataTerm: number;
  readonly loss: number;
  /** The share of the budget with which the best split has this loss. */
  readonly needed: number;
}

/** The budget, split in many ways. */
export const rowsOf = ({ law, flops, served }: Optimal): Row[] =>
  Array.from({ length: places }, (_, i) => {
    const ratio = reach[0] * (reach[1] / reach[0]) ** (i / (places - 1));
    const at = lossAt(law, flops, ratio, served);
    return { ratio, ...at, needed: Math.min(1, cheapestFor(law, at.loss, served).flops / flops) };
  });

export const columns = {
  ratio: column<Row>('Tokens per parameter', 'number', ({ ratio }) => ratio),
  parameters: column<Row>('Parameters', 'count', ({ parameters }) => Number(parameters.toPrecision(4))),
  tokens: column<Row>('Tokens', 'count', ({ tokens }) => Number(tokens.toPrecision(4))),
  parameterTerm: column<Row>('A N^(−α), {unit}', 'information', ({ parameterTerm }) => parameterTerm),
  dataTerm: column<Row>('B D^(−β), {unit}', 'information', ({ dataTerm }) => dataTerm),
  needed: column<Row>('Share of the budget that this loss needs', 'probability', ({ needed }) => needed),
  loss: column<Row>('Loss, {unit} per token', 'information', ({ loss }) => loss),
};

interface RefitRow extends ParametricLoss {
  readonly time: number;
  readonly ratio: number;
}
export const refitRowsOf = ({ fits, found }: Repeated): RefitRow[] =>
  fits.map((fit, i) => ({ ...fit, time: i + 1, ratio: found[i] }));
export const refitColumns = [
  column<RefitRow>('Refit', 'count', ({ time }) => time),
  column<RefitRow>('Tokens per parameter', 'number', ({ ratio }) => ratio),
  column<RefitRow>('E, {unit}', 'information', ({ floor }) => floor),
  column<RefitRow>('A (for nats)', 'number', ({ parameterScale }) => parameterScale),
  column<RefitRow>('α', 'number', ({ parameterExponent }) => parameterExponent),
  column<RefitRow>('B (for nats)', 'number', ({ dataScale }) => dataScale),
  column<RefitRow>('β', 'number', ({ dataExponent }) => dataExponent),
];
