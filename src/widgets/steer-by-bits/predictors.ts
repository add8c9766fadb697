import { firstPage } from '#sim/first-page.ts';
import { LetterContexts } from '#sim/letter-contexts.ts';
import { signs, signsOf } from '#sim/reduced-text.ts';
import type { Asked } from './parameters.ts';
import type { LawAfter } from './window.ts';

/** How many letters each looks back over. Who has read nothing takes all letters for alike. */
const orders = { even: 0, letters: 0, pairs: 2 } as const;
type Counter = keyof typeof orders;

const counted: Partial<Record<Counter, LetterContexts>> = {};
const counter = (which: Counter) =>
  (counted[which] ??= new LetterContexts(
    signsOf(which === 'even' ? '' : `${firstPage} `),
    signs.length,
    orders[which],
  ));

/** Laws of the network that are known so far, by the text before. */
export type Laws = Readonly<Record<string, readonly number[]>>;

/** Who predicts. What was counted knows every law; the network is asked, and answers later. */
export function lawsOf(predictor: Asked['predictor'], laws: Laws): LawAfter {
  if (predictor === 'network') return (text) => (Object.hasOwn(laws, text) ? laws[text] : undefined);
  const contexts = counter(predictor);
  const looked = contexts.order;
  return (text) => contexts.lawAfter(signsOf(looked === 0 ? '' : text.slice(-looked)));
}
