import type { Say } from '#contract/say.ts';
import { verdictOf, type Code } from './model.ts';
import { letters } from './parameters.ts';

/** A reading as letters. Symbols of a reading are counted among the words that there are. */
const spell = ({ words }: Code, symbols: readonly number[]) => {
  const there = letters.filter((_, i) => words[i]);
  return symbols.map((symbol) => there[symbol]).join('');
};

/** Whether a row of words can be read back, in a sentence. */
export function verdictSentence(code: Code, say: Say): string {
  const { readings, kraft } = code;
  const twice = readings && `${readings.digits} can be ${spell(code, readings.first)} or ${spell(code, readings.second)}: nobody can read this code back.`; // prettier-ignore
  switch (verdictOf(code)) {
    case 'incomplete':
      return twice ?? `${letters.filter((_, i) => code.words[i] === '').join(', ')} without a word yet.`;
    case 'ambiguous':
      return twice!;
    case 'waits':
      return 'This code can be read back, but not at once: some word is the beginning of another, so a reader has to look ahead.';
    case 'prefix':
      return kraft < 1
        ? `No word is the beginning of another, so each can be read as soon as it ends. ${say.percent(1 - kraft)} of the shelf is empty.`
        : 'No word is the beginning of another, so each can be read as soon as it ends. The shelf is full.';
  }
}
