import { numberIn } from '#contract/numberIn.ts';
import { sayIn, type Say } from '#contract/say.ts';

const scales = [
  [1e15, 'quadrillion'],
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** Three digits. */
const short = (x: number) => (x < 9.995 ? x.toFixed(2) : x < 99.95 ? x.toFixed(1) : x.toFixed(0));

/** `72.2 billion`; beyond quadrillions a power of ten. */
export function large(x: number, say: Say): string {
  if (x < 1e6) return say.count(x);
  if (x >= 9.995e17) return say.count(x);
  const [scale, name] = scales.find(([from]) => x >= 0.9995 * from)!;
  return `${short(x / scale)} ${name}`;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What is typed: 69.3 billion, 5.8 × 10²³, 5.8*10^23, 5.8e23, 20. NaN for what is no amount. */
export function amountIn(text: string): number {
  const [, of, name] = /^(.*?) ?([a-z]{7,})?$/i.exec(text.trim())!;
  const scale = name === undefined ? 1 : scales.find(([, known]) => known === name.toLowerCase())?.[0];
  const withPower = of.replace(
    /^([\d.]+) ?[×*·x] ?10(?:\^(\d+)|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))$/,
    (_, factor: string, typed?: string, set = '') =>
      `${factor}e${typed ?? Array.from(set as string, (digit) => superscripts.indexOf(digit)).join('')}`,
  );
  return scale === undefined ? NaN : scale * numberIn(withPower);
}

/** A share of a budget: not a rounded 100 percent where some is wasted. */
export const share = (x: number, say: Say) => (x > 0.9995 && x < 1 - 1e-9 ? 'more than 99.9 percent' : x > 0.99 && x < 0.9995 ? `${(100 * x).toFixed(1)} percent` : say.percent(x)); // prettier-ignore

/** What is above the best: the book's bound is in nats, so that these stand beside other units. */
export function aboveBest(nats: number, say: Say) {
  const digits = nats < 1e-3 ? undefined : nats < 0.1 ? 4 : 3;
  const said = say.information(nats, digits);
  return say.unit === 'nats' ? said : `${said}, ${sayIn('nats').information(nats, digits)}`;
}

/** Tokens per parameter: `18.4`, `0.15`, `1,880`. */
export const perParameter = (ratio: number, say: Say): string =>
  ratio >= 999.5 ? say.count(Number(ratio.toPrecision(3))) : ratio >= 0.095 ? short(ratio) : say.number(ratio, 3);

/** Where a law has left what it can be about. */
export const beyond =
  'No network need lose so much: equal chances for 32,000 tokens lose 10.4 nats, 15 bits. The law is only a formula here.';
