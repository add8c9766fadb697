/** What made a number: the terms of its sum, or the numbers of its formula. Everything in float64, from the network's own float32. */
import type { InsideBlock } from '#contract/inside.ts';
import { directionThroughNorm, gelu, layerNormOf } from '#theory/language-models/layer-norm.ts';
import { address, type Address, type Kind } from './addresses.ts';
import type { Network } from './network.ts';
import { along, column, dot, products, rowOf, show, type Made, type Term } from './terms.ts';

/** A logit, or the difference of two: the weights of the head that make it. */
async function headWeights({ tensor, sizes }: Network, token: number, against: number): Promise<Float64Array> {
  const tokens = await tensor('token');
  const other = against < 0 ? undefined : rowOf(tokens, against, sizes.width);
  return Float64Array.from(rowOf(tokens, token, sizes.width), (x, k) => x - (other?.[k] ?? 0));
}

async function directionOf(network: Network, row: number, token: number, against: number): Promise<Float64Array> {
  const { inside, sizes } = network;
  const last = rowOf(inside.residual[sizes.layers], row, sizes.width);
  return directionThroughNorm(last, await network.tensor('norm.gain'), await headWeights(network, token, against));
}

type Makers = { readonly [K in Kind]: (...at: number[]) => Promise<Made> | Made };

function makersOf(network: Network, against: number): Makers {
  const { inside, sizes, names } = network;
  const { width: d, heads, layers } = sizes;
  const size = d / heads;
  const { blocks, residual } = inside;
  const quoted = (row: number) => `“${names[row]}”`;
  const sum = (value: number, terms: readonly Term[]): Made => ({ value, by: 'sum', terms });
  const own = (of: keyof InsideBlock, layer: number, row: number, k: number) => blocks[layer][of][row * d + k];
  const weightsAt = (layer: number, head: number, row: number) =>
    blocks[layer].attention.subarray((head * sizes.rows + row) * sizes.rows, (head * sizes.rows + row) * sizes.rows + row + 1); // prettier-ignore

  /** LayerNorm of a stage, times its gain. */
  async function normal(value: number, x: Float32Array, row: number, k: number, gain: string, to: string) {
    const { mean, scale } = layerNormOf(rowOf(x, row, d));
    const [own, g] = [x[row * d + k], (await network.tensor(gain))[k]];
    const formula = `(${show(own)} − (${show(mean)})) × ${show(scale)} × ${show(g)} = ${show((own - mean) * scale * g)}`;
    return {
      ...({ value, by: 'formula', formula } as const),
      terms: [
        { name: `the stream, ${column(k)}`, value: own, to },
        { name: `mean of its ${d} columns`, value: mean },
        { name: 'one over their standard deviation', value: scale },
        { name: 'gain, learned', value: g },
      ],
    };
  }
  const projected = async (of: 'query' | 'key' | 'value', layer: number, row: number, k: number) => {
    const at = ['query', 'key', 'value'].indexOf(of) * d + k;
    const w = rowOf(await network.tensor(`blocks.${layer}.qkv.weight`), at, d);
    const to = (j: number) => address('normal1', layer, row, j);
    return sum(own(of, layer, row, k), products(rowOf(blocks[layer].normal1, row, d), w, column, to));
  };
  const scoreOf = (layer: number, head: number, row: number, source: number) =>
    dot(rowOf(blocks[layer].query, row, d, head * size, size), rowOf(blocks[layer].key, source, d, head * size, size)) /
    Math.sqrt(size);
  const learned = (value: number): Made => ({ value, by: 'learned', terms: [] });

  return {
    async logit(row, token) {
      const u = await directionOf(network, row, token, against);
      const [tokens, positions] = [await network.tensor('token'), await network.tensor('position')];
      const terms: Term[] = [
        { name: `embedding of ${quoted(row)}`, value: dot(rowOf(tokens, inside.ids[row], d), u), to: address('start', row, token, 0) }, // prettier-ignore
        { name: `embedding of place ${row + 1}`, value: dot(rowOf(positions, row, d), u), to: address('start', row, token, 1) }, // prettier-ignore
      ];
      for (let l = 0; l < layers; l++) {
        const w = along(await network.tensor(`blocks.${l}.out.weight`), u, 0, d);
        const mixed = rowOf(blocks[l].mixed, row, d);
        for (let h = 0; h < heads; h++)
          terms.push({
            name: `block ${l + 1}, head ${h + 1}`,
            value: dot(mixed.subarray(h * size, (h + 1) * size), w.subarray(h * size)),
            to: address('head', l, h, row, token),
          });
        const value = dot(rowOf(blocks[l].fed, row, d), u);
        terms.push({ name: `block ${l + 1}, feed-forward`, value, to: address('neurons', l, row, token) });
      }
      return sum(dot(rowOf(inside.normal, row, d), await headWeights(network, token, against)), terms);
    },
    async columns(row, token) {
      const normal = rowOf(inside.normal, row, d);
      const terms = products(normal, await headWeights(network, token, against), column, (k) => address('normal', row, k)); // prettier-ignore
      return sum(dot(normal, await headWeights(network, token, against)), terms);
    },
    async start(row, token, which) {
      const u = await directionOf(network, row, token, against);
      const x = rowOf(await network.tensor(which ? 'position' : 'token'), which ? row : inside.ids[row], d);
      const to = (k: number) => (which ? address('position', row, k) : address('token', inside.ids[row], k));
      return sum(dot(x, u), products(x, u, column, to));
    },
    async head(layer, head, row, token) {
      const u = await directionOf(network, row, token, against);
      const w = along(await network.tensor(`blocks.${layer}.out.weight`), u, head * size, (head + 1) * size);
      const value = dot(rowOf(blocks[layer].mixed, row, d, head * size, size), w);
      const carried = Float64Array.from({ length: row + 1 }, (_, s) =>
        dot(rowOf(blocks[layer].value, s, d, head * size, size), w),
      );
      const terms = products(
        weightsAt(layer, head, row),
        carried,
        (s) => `row ${s + 1}, ${quoted(s)}`,
        (s) => address('from', layer, head, row, token, s),
        { first: (s) => address('weight', layer, head, row, s) },
      );
      return sum(value, terms);
    },
    async from(layer, head, row, token, source) {
      const u = await directionOf(network, row, token, against);
      const w = along(await network.tensor(`blocks.${layer}.out.weight`), u, head * size, (head + 1) * size);
      const x = rowOf(blocks[layer].value, source, d, head * size, size);
      const at = (j: number) => head * size + j;
      return sum(dot(x, w), products(x, w, (j) => column(at(j)), (j) => address('value', layer, source, at(j)))); // prettier-ignore
    },
    async neurons(layer, row, token) {
      const u = await directionOf(network, row, token, against);
      const w = along(await network.tensor(`blocks.${layer}.down.weight`), u, 0, 4 * d);
      const terms = products(rowOf(blocks[layer].active, row, 4 * d), w, (j) => `neuron ${j + 1}`, (j) => address('active', layer, row, j)); // prettier-ignore
      return sum(dot(rowOf(blocks[layer].fed, row, d), u), terms);
    },
    normal: (row, k) =>
      normal(inside.normal[row * d + k], residual[layers], row, k, 'norm.gain', address('residual', layers, row, k)),
    async residual(stage, row, k) {
      const value = residual[stage][row * d + k];
      if (stage > 0) {
        const l = stage - 1;
        return sum(value, [
          {
            name: `the stream before block ${stage}`,
            value: residual[l][row * d + k],
            to: address('residual', l, row, k),
          },
          { name: 'what attention adds', value: own('attended', l, row, k), to: address('attended', l, row, k) },
          { name: 'what the feed-forward layer adds', value: own('fed', l, row, k), to: address('fed', l, row, k) },
        ]);
      }
      const id = inside.ids[row];
      const [tokens, positions] = [await network.tensor('token'), await network.tensor('position')];
      return sum(value, [
        { name: `embedding of ${quoted(row)}`, value: tokens[id * d + k], to: address('token', id, k) },
        { name: `embedding of place ${row + 1}`, value: positions[row * d + k], to: address('position', row, k) },
      ]);
    },
    normal1: (layer, row, k) =>
      normal(own('normal1', layer, row, k), residual[layer], row, k, `blocks.${layer}.norm1.gain`, address('residual', layer, row, k)), // prettier-ignore
    query: (layer, row, k) => projected('query', layer, row, k),
    key: (layer, row, k) => projected('key', layer, row, k),
    value: (layer, row, k) => projected('value', layer, row, k),
    score(layer, head, row, source) {
      const at = (j: number) => head * size + j;
      const terms = products(
        rowOf(blocks[layer].query, row, d, head * size, size),
        Array.from(rowOf(blocks[layer].key, source, d, head * size, size), (k) => k / Math.sqrt(size)),
        (j) => column(at(j)),
        (j) => address('query', layer, row, at(j)),
        { second: (j) => address('key', layer, source, at(j)) },
      );
      return sum(scoreOf(layer, head, row, source), terms);
    },
    weight(layer, head, row, source) {
      const weights = weightsAt(layer, head, row);
      const scores = Array.from(weights, (_, s) => scoreOf(layer, head, row, s));
      const most = Math.max(...scores);
      const total = scores.reduce((all, s) => all + Math.exp(s - most), 0);
      const of = scores[source];
      return {
        ...{ value: weights[source], by: 'formula' },
        formula: `e^(${show(of)}) / Σ e^score = ${show(Math.exp(of - most))} / ${show(total)} = ${show(Math.exp(of - most) / total)}, with e^(${show(most)}) divided out`,
        // The score of the row that is asked about comes first: of many only the first are written out.
        terms: [source, ...Array.from(scores.keys()).filter((s) => s !== source)].map((s) => ({
          name: `score of row ${s + 1}, ${quoted(s)}`,
          value: scores[s],
          to: address('score', layer, head, row, s),
        })),
      };
    },
    mixed(layer, row, k) {
      const head = Math.floor(k / size);
      const weights = weightsAt(layer, head, row);
      const values = Array.from(weights, (_, s) => own('value', layer, s, k));
      const terms = products(
        weights,
        values,
        (s) => `row ${s + 1}, ${quoted(s)}`,
        (s) => address('value', layer, s, k),
        { first: (s) => address('weight', layer, head, row, s) },
      );
      return sum(own('mixed', layer, row, k), terms);
    },
    async attended(layer, row, k) {
      const w = rowOf(await network.tensor(`blocks.${layer}.out.weight`), k, d);
      const to = (j: number) => address('mixed', layer, row, j);
      return sum(own('attended', layer, row, k), products(rowOf(blocks[layer].mixed, row, d), w, column, to));
    },
    async normal2(layer, row, k) {
      // The stream between attention and the feed-forward layer, which no stage keeps.
      const middle = residual[layer].map((x, i) => x + blocks[layer].attended[i]);
      const made = await normal(own('normal2', layer, row, k), middle, row, k, `blocks.${layer}.norm2.gain`, ''); // prettier-ignore
      const [, ...rest] = made.terms;
      return {
        ...made,
        terms: [
          { name: `the stream before block ${layer + 1}`, value: residual[layer][row * d + k], to: address('residual', layer, row, k) }, // prettier-ignore
          { name: 'and what attention has added to it', value: own('attended', layer, row, k), to: address('attended', layer, row, k) }, // prettier-ignore
          ...rest,
        ],
      };
    },
    async up(layer, row, j) {
      const w = rowOf(await network.tensor(`blocks.${layer}.up.weight`), j, d);
      const to = (k: number) => address('normal2', layer, row, k);
      return sum(blocks[layer].up[row * 4 * d + j], products(rowOf(blocks[layer].normal2, row, d), w, column, to));
    },
    active(layer, row, j) {
      const x = blocks[layer].up[row * 4 * d + j];
      return {
        ...{ value: blocks[layer].active[row * 4 * d + j], by: 'formula' },
        formula: `½ · ${show(x)} · (1 + tanh(0.798 · (${show(x)} + 0.0447 · (${show(x)})³))) = ${show(gelu(x))}`,
        terms: [{ name: `neuron ${j + 1} before GELU`, value: x, to: address('up', layer, row, j) }],
      };
    },
    async fed(layer, row, k) {
      const w = rowOf(await network.tensor(`blocks.${layer}.down.weight`), k, 4 * d);
      const to = (j: number) => address('active', layer, row, j);
      return sum(own('fed', layer, row, k), products(rowOf(blocks[layer].active, row, 4 * d), w, (j) => `neuron ${j + 1}`, to)); // prettier-ignore
    },
    token: async (id, k) => learned((await network.tensor('token'))[id * d + k]),
    position: async (row, k) => learned((await network.tensor('position'))[row * d + k]),
  };
}

/** What made the number at an address. A logit is that of its token, less that of the token `against`, unless that is negative. */
export async function madeOf(network: Network, { kind, at }: Address, against: number): Promise<Made> {
  return makersOf(network, against)[kind](...at);
}
