export type ScaleKind = 'linear' | 'log' | 'root';

/** From data to pixels and back. */
export interface Scale {
  (value: number): number;
  invert(at: number): number;
}

const forward = { linear: (v: number) => v, log: Math.log, root: Math.sqrt };
const backward = { linear: (v: number) => v, log: Math.exp, root: (v: number) => v * v };

/** A scale that lays `domain` onto `range`. A logarithmic one needs a positive domain. */
export function scaleOf(kind: ScaleKind, domain: readonly [number, number], range: readonly [number, number]): Scale {
  if (kind === 'log' && !(Math.min(...domain) > 0))
    throw new RangeError(`domain of a logarithmic scale: ${domain.join(' to ')}`);
  const [f, g] = [forward[kind], backward[kind]];
  const [a, b] = [f(domain[0]), f(domain[1])];
  const [from, to] = range;
  // A domain of one value lies at its beginning.
  const share = (value: number) => (a === b ? 0 : (f(value) - a) / (b - a));
  return Object.assign((value: number) => from + share(value) * (to - from), {
    invert: (at: number) => g(a + ((at - from) / (to - from)) * (b - a)),
  });
}

/** Free of the dust that multiples of a tenth collect. */
const clean = (x: number) => Number(x.toPrecision(12));

/** About `count` round numbers at equal distances: 1, 2 or 5 times a power of ten apart. */
function evenTicks([from, to]: readonly [number, number], count: number): number[] {
  const rough = (to - from) / Math.max(1, count);
  if (!(rough > 0)) return [from];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough / 1.3) ?? 10);
  const [first, last] = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step));
}

/** 1, 2 and 5 times each power of ten up to `to`, three powers deep, the largest first. */
function descending(to: number): number[] {
  const top = Math.floor(Math.log10(to));
  return [0, 1, 2, 3]
    .flatMap((down) => [5, 2, 1].map((digit) => clean(digit * 10 ** (top - down))))
    .filter((x) => x <= to * (1 + 1e-9));
}

/** Powers of the base; of ten also twice and five times them, if the powers alone are few. */
function powerTicks([from, to]: readonly [number, number], base: number, count: number): number[] {
  const power = (x: number) => Math.log(x) / Math.log(base);
  const [first, last] = [Math.ceil(power(from) - 1e-9), Math.floor(power(to) + 1e-9)];
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(2, count)));
  const powers: number[] = [];
  for (let exponent = first; exponent <= last; exponent += every) powers.push(clean(base ** exponent));
  if (base !== 10 || powers.length >= Math.min(count, 3)) return powers;
  return Array.from({ length: last - first + 2 }, (_, i) => first - 1 + i)
    .flatMap((exponent) => [1, 2, 5].map((digit) => clean(digit * 10 ** exponent)))
    .filter((tick) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9));
}

/** Round numbers within the domain, the more important ones first: where there is no room, later ones go. */
export function ticksOf(kind: ScaleKind, domain: readonly [number, number], count: number, base = 10): number[] {
  if (kind === 'log') return powerTicks(domain, base, count);
  if (kind === 'root' && domain[0] === 0 && domain[1] > 0) return [0, ...descending(domain[1])];
  return evenTicks(domain, count);
}

/** How a tick of a long logarithmic axis is written: 1, 10, 100, 10³ …, and 0.1, 0.01, 10⁻³ … */
export function inPowers(tick: number): string {
  const exponent = Math.round(Math.log10(tick));
  if (Math.abs(tick / 10 ** exponent - 1) > 1e-9 || (exponent > -3 && exponent < 3)) return String(tick);
  const digits = Array.from(String(Math.abs(exponent)), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}
