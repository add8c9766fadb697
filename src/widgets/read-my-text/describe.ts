import { isComplete, per, rateOf, totalsOf, unknown } from '#contract/reading.ts';
import type { Say } from '#contract/say.ts';
import { namedText, tokenNamed } from '#kit/reading/cells.ts';
import { mostSurprising, selectedToken, type ReadMyText } from './state.ts';

const plural = (n: number, word: string, say: Say) => `${say.count(n)} ${word}${n === 1 ? '' : 's'}`;

/** A number that may be large: decimals say something only while it is small. */
export const sayLarge = (x: number, say: Say) => (x < 1000 || x === Infinity ? say.number(x, 1) : say.count(x));

/** How much of what, and at what price. */
function whole({ reading, file }: ReadMyText, say: Say): string {
  const totals = totalsOf(reading);
  const rate = rateOf(reading);
  const begun = isComplete(reading)
    ? ''
    : `So far ${say.count(reading.done)} of ${plural(reading.total, 'token', say)} are read. `;
  const mean = per(totals.surprisal, totals.tokens);
  const what = `${plural(totals.tokens, 'token', say)}${rate ? `, ${plural(totals.characters, 'character', say)}` : ''}`;
  const price = rate ? `${say.information(rate.nats, 2)} per ${rate.unit}` : `${say.information(mean, 2)} per token`;
  return `${begun}${file ? `${file.parsed.form}: ` : ''}${what}: ${price}, a perplexity of ${say.perplexity(mean)} per token`;
}

/** An amount between two bounds: `between 1.8 and 4.0 bits`, `at least 1.8 bits`, or the one amount that they are. */
export function sayBounds(least: number, most: number, digits: number, say: Say): string {
  if (least === most) return say.information(least, digits);
  if (most === Infinity) return `at least ${say.information(least, digits)}`;
  return `between ${say.amount(least, digits)} and ${say.information(most, digits)}`;
}

const entropySaid = ({ reading }: ReadMyText, token: number, say: Say): string => {
  const least = reading.entropy[token];
  if (least === unknown) return 'and its entropy is not known';
  return `where the model expected ${sayBounds(least, reading.entropyAtMost?.[token] ?? least, 1, say)}`;
};

/** The surprise of one token beside what was expected there. */
function one(model: ReadMyText, token: number, say: Say): string {
  const cost = model.reading.surprisal[token];
  if (cost === unknown) return `${tokenNamed(model.reading, token)}, which has no number`;
  return `${tokenNamed(model.reading, token)} at ${say.information(cost, 1)}, ${entropySaid(model, token, say)}`;
}

export function describe(model: ReadMyText, values: { position: number; text: string }, say: Say): string {
  const { reading, prediction } = model;
  if (model.file && totalsOf(reading).tokens === 0)
    return `${model.file.parsed.form}: ${plural(reading.ids.length, 'token', say)}, none of which has a log-probability.`;
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
