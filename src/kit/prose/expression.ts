/** The right side of a derivation's step: `hx - (hxy - hy)` as readouts and signs. */
export type Part = { readonly readout: string } | { readonly sign: '+' | '-' | '(' | ')' };

/** Undefined unless it is readouts joined by + and −, with balanced parentheses. */
export function parseExpression(text: string): Part[] | undefined {
  const tokens = text.match(/[A-Za-z][\w]*|[-+()]|\S/g) ?? [];
  let depth = 0;
  let wantsTerm = true;
  for (const token of tokens) {
    if (/^[A-Za-z]/.test(token) && wantsTerm) wantsTerm = false;
    else if (token === '(' && wantsTerm) depth++;
    else if (token === ')' && !wantsTerm && depth > 0) depth--;
    else if ((token === '+' || token === '-') && !wantsTerm) wantsTerm = true;
    else return undefined;
  }
  if (wantsTerm || depth > 0) return undefined;
  return tokens.map((token) =>
    /^[A-Za-z]/.test(token) ? { readout: token } : { sign: token as '+' | '-' | '(' | ')' },
  );
}

/** How the two sides of a line of a derivation compare. */
export const relationOf = (tex: string): '=' | '≤' => (/\\leq?(?![a-z])/i.test(tex) ? '≤' : '=');
