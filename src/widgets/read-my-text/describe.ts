import { isComplete, per, rateOf, totalsOf, unknown } from '#contract/reading.ts';
import type { Say } from '#contract/say.ts';
import { namedText, tokenNamed } from '#kit/reading/cells.ts';
import { perplexity } from '#theory/entropy.ts';
import { mostSurprising, selectedToken, type ReadMyText } from './state.ts';

const plural = (n: number, word: string, say: Say) => `${say.count(n)} ${word}${n === 1 ? '' : 's'}`;

/** A number of choices: with a decimal as long as there are few. */
export const sayPerplexity = (choices: number, say: Say) =>
  choices < 1000 || choices === Infinity ? say.number(choices, 1) : say.count(choices);

/** How much of what, and at what price. */
function whole({ reading, file }: ReadMyText, say: Say): string {
  const totals = totalsOf(reading);
  const { nats, unit } = rateOf(reading);
  const begun = isComplete(reading)
    ? ''
    : `So far ${say.count(reading.done)} of ${plural(reading.total, 'token', say)} are read. `;
  const what = `${plural(totals.tokens, 'token', say)}, ${plural(totals.characters, 'character', say)}`;
  const perToken = perplexity(per(totals.surprisal, totals.tokens));
  return `${begun}${file ? `${file.parsed.form}: ` : ''}${what}: ${say.information(nats, 2)} per ${unit}, a perplexity of ${sayPerplexity(perToken, say)} per token`;
}

const entropySaid = ({ reading }: ReadMyText, token: number, say: Say): string => {
  const [least, most] = [reading.entropy[token], reading.entropyAtMost?.[token]];
  if (least === unknown) return 'and its entropy is not known';
  const amount = say.information(least, 1);
  return most === undefined || most === least
    ? `where the model expected ${amount}`
    : `where the model expected between ${say.amount(least, 1)} and ${say.information(most, 1)}`;
};

/** The surprise of one token beside what was expected there. */
function one(model: ReadMyText, token: number, say: Say): string {
  const cost = model.reading.surprisal[token];
  if (cost === unknown) return `${tokenNamed(model.reading, token)}, which has no number`;
  return `${tokenNamed(model.reading, token)} at ${say.information(cost, 1)}, ${entropySaid(model, token, say)}`;
}

export function describe(model: ReadMyText, values: { position: number; text: string }, say: Say): string {
  const { reading, prediction } = model;
  if (reading.text === '') return 'There is no text yet. Type or paste one, and every token shows its surprisal.';
  if (totalsOf(reading).tokens === 0)
    return `“${reading.text.slice(0, 24).trim()}…”, ${plural(reading.text.length, 'character', say)}, has not been read yet.`;
  const sentence = `${whole(model, say)}; the most surprising token is ${one(model, totalsOf(reading).mostSurprising, say)}.`;
  const selected = selectedToken(reading, values.position);
  if (values.position === mostSurprising || selected === totalsOf(reading).mostSurprising) return sentence;
  if (selected < reading.ids.length) return `${sentence} Selected: ${one(model, selected, say)}.`;
  const likeliest = model.settled && prediction ? prediction : undefined;
  if (!likeliest) return sentence;
  return `${sentence} What comes next: most likely ${namedText(likeliest.tokens[0])}, with probability ${say.probability(Math.exp(likeliest.logProbabilities[0]))}.`;
}
