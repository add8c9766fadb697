import { isComplete, per, totalsOf } from '#contract/reading.ts';
import type { Challenge } from '#contract/spec.ts';
import { mostSurprising, selectedToken, type ReadMyText } from './state.ts';

interface Asked {
  readonly text: string;
  readonly position: number;
}

const bit = Math.LN2;
const leastCharacters = 40;
const ready = ({ reading, file }: ReadMyText) => isComplete(reading) && !file && reading.ids.length > 0;
/** Also of a text beyond ASCII, for which the figure divides by bytes: three bytes of one dash would make it look three times as cheap. */
const perCharacter = ({ reading }: ReadMyText) => {
  const { surprisal, characters } = totalsOf(reading);
  return per(surprisal, characters) / bit;
};

/** Tokens whose surprisal is at least `surprise` bits where the entropy was below `entropy` bits. */
const count = ({ reading }: ReadMyText, surprise: number, entropy: number) =>
  reading.surprisal.filter((nats, t) => nats >= surprise * bit && reading.entropy[t] < entropy * bit).length;

/** How close the best token comes to a surprisal of 12 bits at an entropy below 2. */
const sureAndWrong = ({ reading }: ReadMyText) =>
  reading.surprisal.reduce((best, nats, t) => {
    const surprised = Math.min(1, nats / (12 * bit));
    const sure = reading.entropy[t] < 2 * bit ? 1 : (2 * bit) / reading.entropy[t];
    return Math.max(best, surprised * sure);
  }, 0);

/** The two amounts at the selected token, in bits. */
function selected({ reading }: ReadMyText, { position }: Asked) {
  const token = selectedToken(reading, position);
  return { surprise: (reading.surprisal[token] ?? 0) / bit, expected: (reading.entropy[token] ?? 0) / bit };
}

export const challenges: readonly Challenge<ReadMyText, Asked>[] = [
  {
    id: 'predictable',
    task: `Write at least ${leastCharacters} characters that the model reads below 1 bit per character.`,
    start: { text: 'The quick brown fox jumps over the lazy dog.' },
    score(model) {
      if (!ready(model)) return 0;
      const length = Math.min(1, totalsOf(model.reading).characters / leastCharacters);
      return length * Math.min(1, 1 / Math.max(1e-9, perCharacter(model)));
    },
    hints: [
      {
        when: ({ reading }) => totalsOf(reading).characters < leastCharacters,
        say: `It is shorter than ${leastCharacters} characters. The beginning is dear, because nothing leads up to it: go on.`,
      },
      {
        when: ({ reading }) => !totalsOf(reading).ascii,
        say: 'Beyond plain ASCII the figure divides by bytes, and the task asks for characters. Keep to plain letters and straight quotes, and both are the same.',
      },
      {
        when: (model) => perCharacter(model) > 2,
        say: 'Nouns and names are dear. Use the words that every novel is full of: he, did, not, know, what, to, say.',
      },
      {
        when: () => true,
        say: 'Close. Find the dearest token (it is selected) and write something else there; short common words cost least.',
      },
    ],
    solved:
      'Readers who guessed English letter by letter needed between 0.6 and 1.3 bits in Shannon’s experiment. Your sentence gets there by saying hardly anything.',
    solution: { text: 'He did not know what to say, and he did not know what to do.' },
  },
  {
    id: 'sure-and-wrong',
    task: 'Surprise the model where it was sure: a token of 12 bits or more where the entropy was below 2 bits.',
    start: { text: 'The girl looked at the zebra.', position: mostSurprising },
    score: (model) => (ready(model) ? sureAndWrong(model) : 0),
    hints: [
      {
        when: (model) => count(model, 12, 100) > 0,
        say: 'Surprised, yes, but it had not been sure: many things could have come there. First lead it to a place where only one thing can follow.',
      },
      {
        when: (model) => count(model, 6, 2) > 0,
        say: 'It was sure there, and surprised, though by less than 12 bits. Make what comes instead stranger still.',
      },
      {
        when: () => true,
        say: 'Color by entropy and look for pale tokens: there it knew what would come. What follows “Mr” in a novel, always? And what if it does not?',
      },
    ],
    solved:
      'The confidence was in the prediction, before anything came; the surprise is in what came. The surprisal of one token does not say how sure the model was.',
    solution: { text: 'The old man spoke to Mr Smith.', position: mostSurprising },
  },
  {
    id: 'improbable-yet-expected',
    task: 'Select a token that had a probability below 10 percent and yet surprised the model less than it expected to be.',
    score(model, values) {
      if (!ready(model)) return 0;
      const { surprise, expected } = selected(model, values);
      return (Math.min(1, surprise / Math.log2(10)) + Math.min(1, expected / Math.max(surprise, 1e-9))) / 2;
    },
    hints: [
      {
        when: (model, values) => selected(model, values).surprise <= Math.log2(10),
        say: 'This one had 10 percent or more. Below 10 percent is above 3.32 bits: look for a deeper color.',
      },
      {
        when: () => true,
        say: 'Improbable, but it surprised. Look at the curve below the text for a bar that is tall and still ends below the line.',
      },
    ],
    solved:
      'When many things may come, each of them is improbable, and that one of them comes is what the model expected. A low probability alone says nothing about how sure the model was.',
    solution: { text: 'The old man sat down by the fire.', position: 7 },
  },
];
