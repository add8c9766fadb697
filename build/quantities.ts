import type { Quantity } from '#kit/prose/book.ts';

/**
 * Finds the quantities of the notation in TeX, so that formulas need not name them one by one. The longest symbol wins:
 * in `\H(X) - \I(X;Y)` there are two quantities and no X by itself.
 */

interface Token {
  readonly text: string;
  /** White space that stood before it. */
  readonly space: string;
}

const tokens = (tex: string): Token[] =>
  Array.from(tex.matchAll(/(\s*)(\\[a-zA-Z]+|\\[^]|[^])/g), ([, space, text]) => ({ text, space }));

/** Their arguments are names, measures or invisible, or change what a letter means: `\hat X` is not X. */
const closed =
  /^\\(text|operatorname|math[a-z]+|[hv]?phantom|hat|bar|tilde|vec|dot|wide[a-z]+|overline|begin|end|html[A-Z][a-z]+|quantity)$/;

/** A letter by itself stands for something else as often as for its quantity, X, Y and Z apart: the others are marked by `\q` alone. */
const isAmbiguous = (symbol: readonly Token[]) => symbol.length === 1 && !/[XYZ]/.test(symbol[0].text);

/** The end of the argument that begins at `at`: a group in braces, or one token. */
function afterArgument(all: readonly Token[], at: number): number {
  if (all[at]?.text !== '{') return at + 1;
  let depth = 0;
  for (let i = at; i < all.length; i++) {
    if (all[i].text === '{') depth++;
    if (all[i].text === '}' && --depth === 0) return i + 1;
  }
  return all.length;
}

const follows = (all: readonly Token[], at: number, wanted: readonly Token[]) =>
  wanted.every(({ text }, i) => all[at + i]?.text === text);

/** Takes a TeX formula and returns it with each quantity wrapped in `\q{id}{…}`; what is in a `\q` already stays as it is. */
export function createMarker(notation: Iterable<Quantity>): (tex: string) => string {
  const symbols = [...notation]
    .map(({ id, symbol }) => ({ id, symbol: tokens(symbol) }))
    .filter(({ symbol }) => !isAmbiguous(symbol))
    .sort((a, b) => b.symbol.length - a.symbol.length);

  return (tex) => {
    const all = tokens(tex);
    let marked = '';
    const copy = (from: number, to: number) => {
      for (const { space, text } of all.slice(from, to)) marked += space + text;
    };
    for (let at = 0; at < all.length;) {
      const { text, space } = all[at];
      const before = all[at - 1]?.text ?? '';
      const found = symbols.find(({ symbol }) => follows(all, at, symbol));
      const end = at + (found?.symbol.length ?? 0);
      // With an index it is another variable, and as an index it only tells one: R_X, X_1. A power of it is one of it.
      const another = /^[_']$/.test(all[end]?.text ?? '') || (all[end]?.text === '^' && !/\d/.test(all[end + 1]?.text));
      const index =
        /[_^]/.test(before) || (before === '{' && /[_^]/.test(all[at - 2]?.text ?? '') && found?.symbol.length === 1);
      if (found && !another && !index) {
        marked += `${space}\\q{${found.id}}{${text}`;
        copy(at + 1, end);
        marked += '}';
        at = end;
        continue;
      }
      const next =
        text === '\\q'
          ? afterArgument(all, afterArgument(all, at + 1))
          : closed.test(text)
            ? afterArgument(all, at + 1)
            : at + 1;
      copy(at, next);
      at = next;
    }
    return marked;
  };
}
