/** Looking into JSON that somebody else has written. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** What lies at a path of keys and indices, undefined if nothing does. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let here = value;
  for (const key of path) {
    if (isList(here) && typeof key === 'number') here = here[key];
    else if (isObject(here) && typeof key === 'string' && Object.hasOwn(here, key)) here = here[key];
    else return undefined;
  }
  return here;
}

/** A text that is not empty, undefined if it is something else. */
export const wordsOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Servers write this, and nothing below, for “too unlikely to say”; nobody means a probability of e⁻⁹⁹⁹⁹. */
const tooUnlikely = -9999;
/** llama.cpp writes the lowest single-precision number for the logarithm of zero. */
const lowest = -1e30;
/** What rounding may add to a log-probability of 0. */
const rounding = 1e-5;

/** Servers cut log-probabilities off at −100 or −1000: what stands there is at most as likely as that, and maybe less. */
export const isFloor = (logProbability: number) => logProbability <= -100 && logProbability % 100 === 0;

/** Begins the sentence that is thrown: `Token 17, “the”`. */
export type Where = () => string;

const shown = (value: Json) => JSON.stringify(value).slice(0, 40);

/** A log-probability, undefined if the file does not say. */
export function logProbability(value: Json | undefined, where: Where): number | undefined {
  if (value === null || value === undefined || value === 'NaN' || value === 'nan') return undefined;
  if (value === '-Infinity' || value === '-inf') return -Infinity;
  if (typeof value !== 'number')
    throw new RangeError(`${where()}: its log-probability is no number but ${shown(value)}.`);
  if (value > rounding)
    throw new RangeError(
      `${where()}: its log-probability is ${value === Infinity ? '∞' : value}, and no log-probability is positive.`,
    );
  if (value <= lowest) return -Infinity;
  return value <= tooUnlikely ? undefined : Math.min(0, value);
}

/** The log of a probability, undefined if the file does not say. */
export function logOfProbability(value: Json | undefined, where: Where): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'number' || !(value >= 0 && value <= 1 + rounding))
    throw new RangeError(`${where()}: its probability is ${shown(value)}, not between 0 and 1.`);
  return Math.min(0, Math.log(value));
}

export const tokenNumbered =
  (index: number): Where =>
  () =>
    `Token ${index + 1}`;

export const tokenNamed =
  (index: number, text: string): Where =>
  () =>
    `Token ${index + 1}, “${text.slice(0, 20)}”`;

export const alternativeNamed =
  (token: Where, text: string): Where =>
  () =>
    `${token()}, alternative “${text.slice(0, 20)}”`;

export const textAt = (value: Json | undefined, where: Where): string => {
  if (typeof value === 'string') return value;
  throw new RangeError(`${where()} has no text.`);
};

/** Bytes given as a list, or as in OpenAI's completions: `bytes:\xe2\x80`. An empty list beside a text is a server's way to give none. */
export function bytesOf(list: Json | undefined, text: string): readonly number[] | undefined {
  if (
    isList(list) &&
    (list.length > 0 || text === '') &&
    list.every((byte) => Number.isInteger(byte) && (byte as number) >= 0 && (byte as number) < 256)
  )
    return list as readonly number[];
  if (!/^bytes:(?:\\x[0-9a-f]{2})+$/.test(text)) return undefined;
  return [...text.matchAll(/\\x([0-9a-f]{2})/g)].map(([, hex]) => parseInt(hex, 16));
}

/** Stands before keys that are whole numbers: JavaScript sorts such keys, and in vLLM's tables their order has a meaning. */
const mark = '\uE000';
export const markNumbers = (json: string) => json.replace(/(?<!\\)"(\d+)"(?=\s*:)/g, `"${mark}$1"`);
export const unmarked = (key: string) => (key.startsWith(mark) ? key.slice(mark.length) : key);
