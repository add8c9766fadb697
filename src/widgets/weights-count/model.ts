import {
  adjustedRate,
  crossingLength,
  prequentialCost,
  shortestCodes,
  type TwoPartCode,
} from '#theory/codes/two-part.ts';
import { beginnings, networks, published, publishedPlain, trails } from './measured.ts';
import {
  fewest,
  measuredTo,
  mostIn,
  type Asked,
  type NetworkId,
  type PublishedId,
  type TrailId,
} from './parameters.ts';

const nats = (bits: number) => Math.LN2 * bits;
/** A character is stored in a byte. */
export const plain = nats(8);

/** One coder of a set. Its weights are sent before the text, or it has none. */
export interface Coder extends TwoPartCode {
  readonly name: string;
  readonly parameters: number;
  /** Whether its rate was measured on beginnings of the books, and changes with their length. */
  readonly measured?: 'gzip' | 'counts' | 'online';
  /** Nats a character at any length; it ends where nothing was measured. */
  at(length: number): number | undefined;
}

/** Nats a character of a beginning: between two that were measured on a straight line in the logarithm of their length; 1 is gzip and 2 counts. */
export function between(length: number, column: 1 | 2, goesOn: boolean): number | undefined {
  const last = beginnings[beginnings.length - 1];
  if (length >= last[0]) return goesOn || length === last[0] ? nats(last[column]) : undefined;
  const i = Math.max(
    1,
    beginnings.findIndex(([characters]) => characters > length),
  );
  const [a, b] = [beginnings[i - 1], beginnings[i]];
  const share = Math.log(length / a[0]) / Math.log(b[0] / a[0]);
  return nats(a[column] + share * (b[column] - a[column]));
}

const last = beginnings[beginnings.length - 1];
/** Forgets what is further back than 32 kilobytes, so that it learns no more: beyond the eight books its last rate is taken for the rate. */
const gzip: Coder = { name: 'gzip', parameters: 0, model: 0, rate: nats(last[1]), measured: 'gzip', at: (length) => between(length, 1, true) }; // prettier-ignore
const counts: Coder = { name: 'counts', parameters: 0, model: 0, rate: nats(last[2]), measured: 'counts', at: (length) => between(length, 2, false) }; // prettier-ignore

function sent(name: string, parameters: number, bits: number, digits: number): Coder {
  const code = { rate: nats(bits), model: nats(digits * parameters) };
  return { name, parameters, ...code, at: (length) => adjustedRate(code, length) };
}

const own = (id: NetworkId, digits: number) =>
  sent(networks[id].name, networks[id].parameters, networks[id].bits, digits);
const large = (id: PublishedId, digits: number) => sent(published[id].name, published[id].parameters, (8 * published[id].percent) / 100, digits); // prettier-ignore

/** Learns while it codes and sends no weights: the area under its learning curve, for each character. */
function online(id: TrailId): Coder {
  const curve = trails[id].map(([seen, bits]) => ({ seen, nats: nats(bits) }));
  const at = (length: number) => (length > measuredTo ? undefined : prequentialCost(curve, length) / length);
  return {
    name: 'learned on the way',
    parameters: networks[id].parameters,
    model: 0,
    rate: at(measuredTo)!,
    measured: 'online',
    at,
  };
}

export interface Race {
  readonly coders: readonly Coder[];
  /** The network that the reader chose, and gzip. */
  readonly chosen: number;
  readonly against: number;
  /** Characters, where they have a meaning in the set. */
  readonly length: number;
  readonly most: number;
  readonly digits: number;
}

const fixedRate = (name: string, percent: number): Coder => {
  const code = { rate: nats((8 * percent) / 100), model: 0 };
  return { name, parameters: 0, ...code, at: () => code.rate };
};

export function compute(asked: Asked): Race {
  const digits = Number(asked.digits);
  const most = mostIn[asked.set];
  const rest = { digits, most, length: Math.min(most, Math.max(fewest, asked.corpus)) };
  if (asked.set === 'book') {
    const ids = Object.keys(networks) as NetworkId[];
    return { coders: [gzip, counts, ...ids.map((id) => own(id, digits))], chosen: 2 + ids.indexOf(asked.network), against: 0, ...rest }; // prettier-ignore
  }
  if (asked.set === 'online') {
    const net = own(asked.learner, digits);
    return {
      coders: [gzip, counts, { ...net, name: 'sent first' }, online(asked.learner)],
      chosen: 2,
      against: 0,
      ...rest,
    };
  }
  const ids = Object.keys(published) as PublishedId[];
  return { coders: [fixedRate('gzip', publishedPlain.gzip), fixedRate('LZMA', publishedPlain.lzma), ...ids.map((id) => large(id, digits))], chosen: 2 + ids.indexOf(asked.large), against: 0, ...rest }; // prettier-ignore
}

/** What the text is counted in. */
export const symbolOf = (set: Asked['set']) => (set === 'published' ? 'byte' : 'character');

/** Bits for each weight with which the rates of the set were measured. */
export const measuredWith = (set: Asked['set']): Asked['digits'] => (set === 'published' ? '16' : '8');

/** Which coder is the shortest for this text. */
export function bestOf({ coders, length }: Race): number {
  const rates = coders.map((coder) => coder.at(length) ?? Infinity);
  return rates.indexOf(Math.min(...rates));
}

/** From which length the chosen one is shorter than gzip, its weights included: the closed form, at gzip’s last rate. */
export const crossingOf = ({ coders, chosen, against }: Race): number =>
  coders[chosen].model >= coders[against].model ? crossingLength(coders[against], coders[chosen]) : Infinity;

/** From which length the chosen one is shorter than the text as it is stored. */
export const worthwhileFrom = ({ coders, chosen }: Race): number =>
  crossingLength({ rate: plain, model: 0 }, { ...coders[chosen], rate: Math.min(plain, coders[chosen].rate) });

/** The networks that are the shortest from some length on, gzip among them; counts are left out, since they end. */
export const ladder = ({ coders }: Race) => {
  const lasting = coders.filter(({ measured }) => measured !== 'counts' && measured !== 'online');
  return shortestCodes(lasting).map(({ from, code }) => ({ from, coder: lasting[code] }));
};

/** Weights of so many bits each, in megabytes. */
export const megabytes = (weights: number, bits: number) => (weights * bits) / 8e6;
