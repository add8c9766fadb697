/**
 * The transformer of `train/model.py` as an ONNX file, written by hand: the format is protocol buffers, of which a page is enough
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto; the numbers below are its field numbers).
 */
import type { Config } from '#contract/training.ts';
import type { Tensors } from '#model/parameters.ts';

type Message = readonly (readonly [field: number, value: number | string | Uint8Array | Message])[];

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}

/** Whole numbers as varints, text, bytes and messages with their length before them. */
function encode(message: Message): Uint8Array {
  const parts = message.map(([field, value]) => {
    if (typeof value === 'number') return Uint8Array.from([...varint(field * 8), ...varint(value)]);
    const content =
      typeof value === 'string' ? new TextEncoder().encode(value) : value instanceof Uint8Array ? value : encode(value);
    const head = [...varint(field * 8 + 2), ...varint(content.length)];
    const bytes = new Uint8Array(head.length + content.length);
    bytes.set(head);
    bytes.set(content, head.length);
    return bytes;
  });
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

type Attribute = number | string | readonly number[];

function attribute([name, value]: [string, Attribute]): Message {
  const head = [[1, name]] as const;
  if (typeof value === 'number') return [...head, [20, 2], [3, value]];
  if (typeof value === 'string') return [...head, [20, 3], [4, value]];
  return [...head, [20, 7], ...value.map((each) => [8, each] as const)];
}

const FLOAT = 1;
const INT64 = 7;

/** [rows, columns] to [columns, rows]. */
function turned(x: Float32Array, rows: number): Float32Array {
  const columns = x.length / rows;
  return x.map((_, i) => x[(i % rows) * columns + Math.floor(i / rows)]);
}

/** Collects the nodes of a graph; values are named by what makes them. */
class Graph {
  private readonly nodes: Message[] = [];
  private readonly constants: Message[] = [];
  private readonly inputs: Message[] = [];
  private readonly outputs: Message[] = [];

  node(type: string, inputs: readonly string[], attributes: Record<string, Attribute> = {}, count = 1): string[] {
    const name = `${type}${this.nodes.length}`;
    const outputs = Array.from({ length: count }, (_, i) => `${name}.${i}`);
    this.nodes.push([
      ...inputs.map((input) => [1, input] as const),
      ...outputs.map((output) => [2, output] as const),
      ...[[3, name] as const, [4, type] as const],
      ...Object.entries(attributes).map((each) => [5, attribute(each)] as const),
    ]);
    return outputs;
  }

  constant(values: Float32Array | BigInt64Array, dims: readonly number[]): string {
    const name = `constant${this.constants.length}`;
    const type = values instanceof Float32Array ? FLOAT : INT64;
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.constants.push([...dims.map((n) => [1, n] as const), [2, type], [8, name], [9, raw]]);
    return name;
  }

  /** Dimensions that may vary are named. */
  private value(name: string, type: number, dims: readonly (number | string)[]): Message {
    const shape: Message = dims.map((n) => [1, [typeof n === 'number' ? [1, n] : [2, n]]]);
    return [[1, name], [2, [[1, [[1, type], [2, shape]]]]]]; // prettier-ignore
  }

  input(name: string, type: number, dims: readonly (number | string)[]): string {
    this.inputs.push(this.value(name, type, dims));
    return name;
  }

  output(name: string, from: string, dims: readonly (number | string)[]): void {
    this.nodes.push([[1, from], [2, name], [4, 'Identity']]); // prettier-ignore
    this.outputs.push(this.value(name, FLOAT, dims));
  }

  file(): Uint8Array {
    const graph: Message = [
      ...this.nodes.map((each) => [1, each] as const),
      [2, 'transformer'],
      ...this.constants.map((each) => [5, each] as const),
      ...this.inputs.map((each) => [11, each] as const),
      ...this.outputs.map((each) => [12, each] as const),
    ];
    return encode([[1, 9], [7, graph], [8, [[1, ''], [2, 20]]]]); // prettier-ignore
  }
}

/**
 * Reading: `ids` [1, T] to `logits` [1, T, V]. Decoding: `ids` [1, 1], `at` [1], and the keys and values of the tokens before,
 * `k0`, `v0`, … [1, H, P, d/H], to `logits` [1, 1, V] and the same with one more, `newK0`, `newV0`, …
 */
export function onnxFile({ config, tensor }: Tensors, kind: 'read' | 'decode'): Uint8Array {
  const { vocabulary: V, context: T, width: d, layers, heads: H }: Config = config;
  const size = d / H;
  const n = kind === 'read' ? T : 1;
  const graph = new Graph();
  const shape = (...dims: number[]) => graph.constant(BigInt64Array.from(dims, BigInt), [dims.length]);
  const gain = (name: string) => graph.constant(tensor(name, [d]), [d]);
  const matrix = (w: Float32Array, outputs: number) =>
    graph.constant(turned(w, outputs), [w.length / outputs, outputs]);
  const normalize = (x: string, name: string) => graph.node('LayerNormalization', [x, gain(name)], { axis: 2 })[0];

  const token = tensor('token', [V, d]);
  const position = graph.constant(tensor('position', [T, d]), [T, d]);
  const ids = graph.input('ids', INT64, [1, n]);
  const at = kind === 'read' ? position : graph.node('Gather', [position, graph.input('at', INT64, [1])])[0];
  let [x] = graph.node('Add', [graph.node('Gather', [graph.constant(token, [V, d]), ids])[0], at]);
  const mask = Float32Array.from({ length: T * T }, (_, i) => (i % T > Math.floor(i / T) ? -1e4 : 0));
  const causal = graph.constant(mask, [T, T]);
  const [apart, together] = [shape(1, n, H, size), shape(1, n, d)];
  for (let l = 0; l < layers; l++) {
    const block = `blocks.${l}`;
    const qkv = tensor(`${block}.qkv.weight`, [3 * d, d]).slice();
    for (let i = 0; i < d * d; i++) qkv[i] /= Math.sqrt(size);
    const [projected] = graph.node('MatMul', [normalize(x, `${block}.norm1.gain`), matrix(qkv, 3 * d)]);
    const parts = graph.node('Split', [projected, shape(d, d, d)], { axis: 2 }, 3);
    const perHead = parts.map((part) => graph.node('Reshape', [part, apart])[0]);
    const [q] = graph.node('Transpose', [perHead[0]], { perm: [0, 2, 1, 3] });
    let [k] = graph.node('Transpose', [perHead[1]], { perm: [0, 2, 1, 3] });
    let [v] = graph.node('Transpose', [perHead[2]], { perm: [0, 2, 1, 3] });
    if (kind === 'decode') {
      [k] = graph.node('Concat', [graph.input(`k${l}`, FLOAT, [1, H, 'P', size]), k], { axis: 2 });
      [v] = graph.node('Concat', [graph.input(`v${l}`, FLOAT, [1, H, 'P', size]), v], { axis: 2 });
      graph.output(`newK${l}`, k, [1, H, 'Q', size]);
      graph.output(`newV${l}`, v, [1, H, 'Q', size]);
    }
    const [turnedK] = graph.node('Transpose', [k], { perm: [0, 1, 3, 2] });
    let [scores] = graph.node('MatMul', [q, turnedK]);
    if (kind === 'read') [scores] = graph.node('Add', [scores, causal]);
    const [weights] = graph.node('Softmax', [scores], { axis: 3 });
    const [mixed] = graph.node('Transpose', graph.node('MatMul', [weights, v]), { perm: [0, 2, 1, 3] });
    const [joined] = graph.node('Reshape', [mixed, together]);
    const out = matrix(tensor(`${block}.out.weight`, [d, d]), d);
    [x] = graph.node('Add', [x, graph.node('MatMul', [joined, out])[0]]);
    const up = matrix(tensor(`${block}.up.weight`, [4 * d, d]), 4 * d);
    const down = matrix(tensor(`${block}.down.weight`, [d, 4 * d]), d);
    const raised = graph.node('MatMul', [normalize(x, `${block}.norm2.gain`), up]);
    const hidden = graph.node('Gelu', raised, { approximate: 'tanh' });
    [x] = graph.node('Add', [x, graph.node('MatMul', [hidden[0], down])[0]]);
  }
  const [logits] = graph.node('MatMul', [normalize(x, 'norm.gain'), matrix(token, V)]);
  graph.output('logits', logits, [1, n, V]);
  return graph.file();
}
