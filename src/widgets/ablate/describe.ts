import type { Say } from '#contract/say.ts';
import type { Values } from '#contract/values.ts';
import { unreadable, type Ablation } from './model.ts';
import type { params } from './parameters.ts';
import { offNamed } from './parts.ts';

/** `0.47 bits more (standard error 0.09)`. */
export const sayChange = ({ mean, standardError }: { mean: number; standardError: number }, say: Say) =>
  `${say.information(Math.abs(mean))} ${mean < 0 ? 'less' : 'more'} (standard error ${say.amount(standardError)})`;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function describe(
  { together, off, text, starts, tokens, paid, by }: Ablation,
  _: Values<typeof params>,
  say: Say,
): string {
  if (!together) return unreadable({ text, tokens, starts }) ?? 'The network has not read the text yet.';
  const read = `${starts.length} tokens${starts.length < tokens ? ' of the text' : ''}`;
  if (off.length === 0) return `With everything on, the network pays ${say.information(paid)} for each of ${read}.`;
  const put = by === 'mean' ? `always ${off.length > 1 ? 'their means' : 'its mean'} there` : 'nothing there';
  const first = `${capital(offNamed(off))} off, ${put}: each of ${read} costs ${sayChange(together, say)} than ${say.amount(paid)}.`;
  if (off.length === 1) return first;
  return `${first} One by one they add up to ${say.information(together.sum)}; together it is ${sayChange(together.beyond, say)}.`;
}
