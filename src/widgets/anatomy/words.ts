import { coordinate, type Address, type Kind } from './addresses.ts';

/** A token as it is quoted: its space is part of it. */
export const quoted = (name: string) => `“${name.replaceAll('\n', '↵')}”`;

const stages: Partial<Record<Kind, string>> = {
  normal: 'last LayerNorm',
  normal1: 'LayerNorm before attention',
  query: 'query',
  key: 'key',
  value: 'value',
  mixed: 'mixed value',
  attended: 'attention adds',
  normal2: 'LayerNorm before feed-forward',
  up: 'hidden, before GELU',
  active: 'hidden, after GELU',
  fed: 'feed-forward adds',
};

interface Names {
  readonly rows: readonly string[];
  /** Of the token whose logit it is, and of the one that it is set against. */
  readonly answer: string;
  readonly against?: string;
}

/** What a number is called. */
export function titleOf(step: Address, { rows, answer, against }: Names): string {
  const { kind } = step;
  const at = (name: Parameters<typeof coordinate>[1]) => coordinate(step, name) ?? 0;
  const block = `block ${at('layer') + 1}`;
  const head = `head ${at('head') + 1} of ${block}`;
  const row = `row ${at('row') + 1} ${quoted(rows[at('row')] ?? '')}`;
  const source = `row ${at('source') + 1} ${quoted(rows[at('source')] ?? '')}`;
  const logit = `the logit of ${quoted(answer)}${against === undefined ? '' : ` over ${quoted(against)}`}`;
  const column = `column ${at('column') + 1}`;
  switch (kind) {
    case 'logit':
      return `${logit}, part by part`;
    case 'columns':
      return `${logit}, column by column`;
    case 'start':
      return at('which') ? 'what the place adds to it' : 'what the embedding adds to it';
    case 'head':
      return `what ${head} adds to it`;
    case 'from':
      return `what that head brings from ${source}`;
    case 'neurons':
      return `what the feed-forward layer of ${block} adds to it`;
    case 'residual':
      return `the stream ${at('stage') ? `after block ${at('stage')}` : 'at the start'}, ${row}, ${column}`;
    case 'score':
      return `the score of ${source} for ${row}, ${head}`;
    case 'weight':
      return `the weight of ${source} for ${row}, ${head}`;
    case 'token':
      return `a learned number: ${column} of a token’s embedding`;
    case 'position':
      return `a learned number: ${column} of the embedding of place ${at('row') + 1}`;
    case 'normal':
      return `${stages[kind]}, ${row}, ${column}`;
    case 'up':
    case 'active':
      return `${stages[kind]}, ${block}, ${row}, neuron ${at('hidden') + 1}`;
    default:
      return `${stages[kind]}, ${block}, ${row}, ${column}`;
  }
}

const layerNorm =
  'LayerNorm: less the mean of its row, times one over the standard deviation, times a learned gain. Mean and deviation are made of all columns, and are not taken apart here.';

/** How a number of a kind is made, in a sentence. */
export const howMade: Readonly<Record<Kind, string>> = {
  logit:
    'Every part of the network writes by addition. With the scale of the last LayerNorm held at what it is here, the logit is a sum over the parts.',
  columns:
    'A row of the last LayerNorm times the token’s own row of the embedding matrix, or the difference of two such rows, column by column.',
  start: 'A learned row times the direction of the residual stream that this logit reads.',
  head: 'The head’s weight on each row, times what that row’s value is worth for this logit.',
  from: 'The value of that row, column by column, times what a unit of it is worth for this logit.',
  neurons: 'Each neuron after GELU, times what a unit of it is worth for this logit.',
  normal: layerNorm,
  residual: 'The residual stream adds, and nothing else.',
  normal1: layerNorm,
  query: 'A normalized row times a row of the query matrix.',
  key: 'A normalized row times a row of the key matrix.',
  value: 'A normalized row times a row of the value matrix.',
  score: 'A query times a key, over the square root of their length.',
  weight: 'A softmax over the rows so far: the exponential of a score over the sum of all of them.',
  mixed: 'The mean of the values of the rows so far, by the weights of the head.',
  attended: 'What the heads mixed, side by side, times a row of the output matrix.',
  normal2: `Of the stream with what attention has just added. ${layerNorm}`,
  up: 'A normalized row times a row of the first feed-forward matrix.',
  active: 'GELU, a bent line: about zero for what is far below zero, about the number itself far above.',
  fed: 'The hidden layer times a row of the second feed-forward matrix.',
  token: 'Nothing on this page made it. Training did, and there the way ends.',
  position: 'Nothing on this page made it. Training did, and there the way ends.',
};
