/** A number as people and programs write it, or that there is none. */
export type Written = { readonly value: number; readonly percent?: true } | 'missing' | undefined;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const fromSuperscripts = (text: string) =>
  [...text].map((digit) => (digit === '⁻' ? '-' : String(superscripts.indexOf(digit)))).join('');

const missing = /^(?:|nan|na|n\/a|null|none|-|–|—|\?)$/i;
const infinite = /^([+-]?)(?:inf|infinity|∞)$/i;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Thousands set apart by spaces or apostrophes, never by commas, which may be decimal. */
const grouped = /^[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:\.\d+)?$/;

/** One number with a wrong letter or out of range: `O.5`, `1/0`, `1e309`, `5O`; not a date, a range or a version. */
const almost = /^[+-]?(?:[\p{Nd}OolI]*[.,٫．/]+[\p{Nd}OolI]+|\p{Nd}[\p{Nd}OolI]*)(?:[eE][+-]?\p{Nd}+)?\s*[%‰]?$/u;
const visible = (text: string) =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/[−‒﹣－]/g, '-')
    .trim();

/** Whether what cannot be read as a number was surely meant as one. */
export const isAlmostNumber = (text: string) => /\p{Nd}/u.test(text) && almost.test(visible(text));
/** Whether a text begins like a number and is no range or date. */
export const beginsAsNumber = (text: string) => /^[+-]?[.,]?\p{Nd}(?!.*\d[-–]\d)/u.test(visible(text));

/** Whether rows of numbers are numbers with their thousands set apart: groups of three digits behind the first, one with a 0 ahead. */
export const areThousands = (rows: readonly (readonly string[])[]) =>
  rows.every(([first, ...groups]) => /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))) &&
  rows.some(([, ...groups]) => groups.some((group) => group.startsWith('0')));

/**
 * Reads `0.5`, `−3`, `1e-7`, `1.2 × 10⁻⁷`, `25 %`, `1/3`, `-inf`, and with decimal commas `0,5`. Undefined if it is no number;
 * a number too large for a double is none.
 */
export function readNumber(written: string, commas = false): Written {
  let text = written.trim().replace(/[−‒﹣－]/g, '-');
  if (missing.test(text)) return 'missing';
  const sign = infinite.exec(text);
  if (sign) return { value: sign[1] === '-' ? -Infinity : Infinity };
  if (commas) text = text.replace(/^([+-]?\d*),(\d+)/, '$1.$2');
  const percent = /^(.*?)\s*([%‰])$/.exec(text);
  if (percent) {
    const inner = readNumber(percent[1]);
    if (typeof inner !== 'object' || inner.percent) return undefined;
    return { value: inner.value / (percent[2] === '%' ? 100 : 1000), percent: true };
  }
  const parts = text.split('/');
  if (parts.length === 2) {
    const [above, below] = parts.map((part) => plain(part.trim()));
    return above === undefined || below === undefined || below === 0 ? undefined : { value: above / below };
  }
  const value = plain(text);
  return value === undefined ? undefined : { value };
}

function plain(text: string): number | undefined {
  const power = /^(.+?)\s*[×x*·]\s*10(?:\^|\*\*)?\s*([+-]?\d+|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(text);
  const flat = power
    ? `${power[1]}e${/\d$/.test(power[2]) ? power[2] : fromSuperscripts(power[2])}`
    : grouped.test(text)
      ? text.replace(/[ \u00a0\u2009\u202f'’]/g, '')
      : text;
  if (!decimal.test(flat)) return undefined;
  const value = Number(flat);
  return Number.isFinite(value) ? value : undefined;
}
