/**
 * Conditions of `<Show when="…">`: `name op word`, where name is a readout or a parameter. Information is compared in bits,
 * whatever the reader's unit; `=` compares parameters as written in a URL.
 */
export interface Condition {
  readonly name: string;
  readonly op: '<' | '<=' | '>' | '>=' | '=';
  readonly right: string;
}

/** Undefined if the text is no condition. */
export function parseCondition(text: string): Condition | undefined {
  const match = /^\s*([\w-]+)\s*(<=|>=|<|>|=)\s*(\S+)\s*$/.exec(text);
  if (!match) return undefined;
  const [, name, op, right] = match;
  if (op !== '=' && !Number.isFinite(Number(right))) return undefined;
  return { name, op: op as Condition['op'], right };
}

/** Whether it holds, given what the name stands for now. */
export function holds({ op, right }: Condition, left: number | string): boolean {
  if (op === '=') return String(left) === right || (typeof left === 'number' && Math.abs(left - Number(right)) < 1e-9);
  const [a, b] = [Number(left), Number(right)];
  return op === '<' ? a < b : op === '<=' ? a <= b : op === '>' ? a > b : a >= b;
}
