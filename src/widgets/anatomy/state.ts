import type { RunContext } from '#contract/spec.ts';
import { directionThroughNorm } from '#theory/language-models/layer-norm.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { address, coordinate, readTrail, written, type Address, type Sizes } from './addresses.ts';
import { madeOf } from './explain.ts';
import { networkOn, type Network } from './network.ts';
import type { V } from './parameters.ts';
import { mapOf, stripOf, type MapCell, type Strip } from './stages.ts';
import type { Term } from './terms.ts';
import { titleOf } from './words.ts';

/** One step of the way. */
export interface Step {
  readonly address: string;
  readonly title: string;
  readonly value: number;
  /** The term of the step before that it is or belongs to. */
  readonly term?: number;
}

export interface Answer {
  readonly id: number;
  readonly name: string;
  /** Nats. */
  readonly logProbability: number;
}

/** What is seen at the end of a way. Plain numbers that survive JSON. */
export interface Anatomy {
  readonly text: string;
  /** The settings that all of it is of. */
  readonly asked: string;
  /** The rest is only there once the network has been asked. */
  readonly shown?: {
    readonly sizes: Sizes;
    readonly rows: readonly string[];
    /** Tokens of the text, with those that were cut off. */
    readonly tokens: number;
    /** The row whose prediction is asked about, what it predicts, and of which of them the logit is. */
    readonly row: number;
    readonly answers: readonly Answer[];
    readonly answer: Answer;
    readonly against?: Answer;
    /** What all heads, all feed-forward layers and the embeddings add to the logit. */
    readonly parts: { readonly attention: number; readonly feedForward: number; readonly embedding: number };
    readonly trail: readonly Step[];
    readonly by: 'sum' | 'formula' | 'learned';
    readonly formula?: string;
    /** The largest terms of a sum, all those of a formula; how many others there are, and their sum. */
    readonly terms: readonly Term[];
    readonly others: number;
    readonly rest: number;
    readonly strip: Strip;
    readonly map: readonly MapCell[];
  };
}

export const askedOf = ({ text, trail, against, terms }: V) => JSON.stringify([text, trail, against, terms]);
export const isSettled = (model: Anatomy, values: V) => model.shown !== undefined && model.asked === askedOf(values);

const mostAnswers = 5;
/** A step further would need more letters than an address has. */
const round = (x: number) => Number(x.toPrecision(7));

async function answersAt({ inside, sizes, tensor, tokenText }: Network, row: number): Promise<Answer[]> {
  const { width: d, vocabulary } = sizes;
  const tokens = await tensor('token');
  const logits = new Float64Array(vocabulary);
  for (let v = 0; v < vocabulary; v++)
    for (let k = 0; k < d; k++) logits[v] += inside.normal[row * d + k] * tokens[v * d + k];
  const logProbabilities = logSoftmax(logits);
  const order = Array.from(logits.keys()).sort((a, b) => logits[b] - logits[a] || a - b);
  return Promise.all(
    order.map(async (id) => ({ id, name: await tokenText(id), logProbability: logProbabilities[id] })),
  );
}

async function partsOf(network: Network, row: number, token: number, against: number) {
  const { inside, sizes } = network;
  const { width: d, layers } = sizes;
  const tokens = await network.tensor('token');
  const weights = Array.from({ length: d }, (_, k) => tokens[token * d + k] - (against < 0 ? 0 : tokens[against * d + k])); // prettier-ignore
  const stage = (l: number) => inside.residual[l].subarray(row * d, (row + 1) * d);
  const u = directionThroughNorm(stage(layers), await network.tensor('norm.gain'), weights);
  const along = (x: Float32Array) => x.subarray(row * d, (row + 1) * d).reduce((sum, y, k) => sum + y * u[k], 0);
  const over = (of: 'attended' | 'fed') => inside.blocks.reduce((sum, block) => sum + along(block[of]), 0);
  return {
    attention: round(over('attended')),
    feedForward: round(over('fed')),
    embedding: round(along(inside.residual[0])),
  };
}

/** The way that is asked for; it begins with a logit, of the last row and its likeliest token unless it says another. */
async function wayOf(network: Network, trail: string) {
  const asked = readTrail(trail, network.sizes);
  const first: Address | undefined = asked[0]?.kind === 'logit' ? asked[0] : undefined;
  // Of a row alone it is its likeliest token.
  const alone = Number(/^logit\.(\d{1,3})$/.exec(trail)?.[1] ?? NaN);
  const row = first ? first.at[0] : alone < network.sizes.rows ? alone : network.sizes.rows - 1;
  const answers = await answersAt(network, row);
  const answer = answers.find(({ id }) => id === first?.at[1]) ?? answers[0];
  const start: Address = { kind: 'logit', at: [row, answer.id] };
  return { row, answers, answer, way: first ? asked : [start, ...asked] };
}

export const compute = (values: V): Anatomy => ({ text: values.text, asked: '' });

export async function* run(values: V, { engine, signal, previous }: RunContext<Anatomy>): AsyncGenerator<Anatomy> {
  if (previous && isSettled(previous, values)) return;
  const network = await networkOn(values.text, engine, signal);
  const { row, answers, answer, way } = await wayOf(network, values.trail);
  const other = answers.find(({ id }) => id !== answer.id)!;
  const against = values.against === 'next' ? other : undefined;
  const names = { rows: network.names, answer: answer.name, against: against?.name };
  const made = await Promise.all(way.map((step) => madeOf(network, step, against?.id ?? -1)));
  if (signal.aborted) return;
  const last = made.length - 1;
  const { by, formula, terms } = made[last];
  const sorted = by === 'sum' ? terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)) : terms;
  const kept = sorted.slice(0, Math.max(values.terms, by === 'formula' ? 6 : 0));
  const left = sorted.slice(kept.length);
  const here = way[last];
  yield {
    text: values.text,
    asked: askedOf(values),
    shown: {
      sizes: network.sizes,
      rows: network.names,
      tokens: network.inside.starts.length,
      row,
      answers: answers.slice(0, mostAnswers),
      answer,
      ...(against && { against }),
      parts: await partsOf(network, row, answer.id, against?.id ?? -1),
      trail: way.map((step, i) => {
        const to = written(step);
        const term = i > 0 ? made[i - 1].terms.find((one) => [one.to, one.first, one.second].includes(to)) : undefined;
        return {
          address: to,
          title: titleOf(step, names),
          value: round(made[i].value),
          ...(term && { term: round(term.value) }),
        };
      }),
      ...{ by, ...(formula && { formula }) },
      terms: kept.map(({ value, factors, ...rest }) => ({
        ...rest,
        value: round(value),
        ...(factors && { factors: [round(factors[0]), round(factors[1])] as const }),
      })),
      others: left.length,
      rest: left.reduce((sum, { value }) => sum + value, 0),
      strip: stripOf(network, here),
      map: mapOf(network, coordinate(here, 'source') ?? coordinate(here, 'row') ?? row),
    },
  };
}

/** The column view of the logit that a way begins with. */
export const columnsOf = ({ row, answer }: NonNullable<Anatomy['shown']>) => address('columns', row, answer.id);
