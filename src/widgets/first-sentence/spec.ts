import { integer, text } from '#contract/parameter.ts';
import { readOn } from '#contract/readOn.ts';
import { isComplete, per, rateOf, totalsOf, unknown, unread, type Reading } from '#contract/reading.ts';
import { defineWidget } from '#contract/spec.ts';
import { tokenNamed } from '#kit/reading/cells.ts';

export const longestSentence = 300;
const mostSurprising = -1;
const leastCharacters = 30;
const mostBits = 7;

/** The selected token of a reading; −1 if there is none. */
export const selectedToken = (reading: Reading, position: number) =>
  position === mostSurprising ? totalsOf(reading).mostSurprising : Math.min(position, reading.ids.length - 1);

export const spec = defineWidget({
  id: 'first-sentence',
  title: 'How surprising is your sentence?',
  summary: 'Change it. The bar under each token is its surprisal, in the eyes of a small language model in this page.',
  terms: ['token', 'surprisal', 'bits-per-character'],
  cites: ['shannon1951'],
  wordsInBits: true,
  params: {
    text: text({
      label: 'A sentence',
      default: 'The old man sat down by the fire, put his hand in his pocket, and took out a whale.',
      maximumLength: longestSentence,
      control: 'view',
      transient: true,
    }),
    position: integer({
      label: `Selected token (${mostSurprising}: the most surprising)`,
      default: mostSurprising,
      min: mostSurprising,
      max: 4 * longestSentence,
      control: 'view',
    }),
  },
  compute: ({ text }): { readonly reading: Reading } => ({ reading: unread(text) }),
  async *run({ text }, { engine, signal, previous }) {
    for await (const reading of readOn(text, { engine, signal, previous: previous?.reading })) yield { reading };
  },
  readouts: {
    total: {
      label: 'Surprisal of the sentence',
      kind: 'information',
      quantity: 'surprisal',
      formula: '-\\sum_t \\log q(x_t \\given x_{<t})',
      source: 'contract/reading.totalsOf',
      of: ({ reading }) => totalsOf(reading).surprisal,
    },
    rate: {
      label: 'Per character (per UTF-8 byte of a sentence that is not ASCII)',
      kind: 'information',
      quantity: 'bits-per-character',
      formula: '-\\tfrac{1}{C} \\sum_t \\log q(x_t \\given x_{<t})',
      source: 'contract/reading.rateOf',
      of: ({ reading }) => rateOf(reading)?.nats ?? 0,
      none: ({ reading }) => totalsOf(reading).tokens === 0,
    },
    perToken: {
      label: 'Mean surprisal of a token',
      kind: 'information',
      quantity: 'surprisal',
      formula: '-\\tfrac{1}{T} \\sum_t \\log q(x_t \\given x_{<t})',
      source: 'contract/reading.totalsOf',
      of: ({ reading }) => per(totalsOf(reading).surprisal, totalsOf(reading).tokens),
      none: ({ reading }) => totalsOf(reading).tokens === 0,
    },
    greatest: {
      label: 'The greatest surprisal of a token',
      kind: 'information',
      quantity: 'surprisal',
      formula: '\\max_t -\\log q(x_t \\given x_{<t})',
      source: 'contract/reading.totalsOf',
      of: ({ reading }) => Math.max(0, reading.surprisal[totalsOf(reading).mostSurprising] ?? 0),
      none: ({ reading }) => totalsOf(reading).tokens === 0,
    },
  },
  describe({ reading }, { position }, say) {
    const { mostSurprising: peak, tokens, characters } = totalsOf(reading);
    if (reading.text === '') return 'There is no sentence yet. Type one, and every token shows its surprisal.';
    const rate = rateOf(reading);
    if (!rate) return `“${reading.text.slice(0, 24).trim()}…” has not been read yet.`;
    const cost = (token: number) =>
      `${tokenNamed(reading, token)} costs ${say.information(reading.surprisal[token], 1)}`;
    const begun = isComplete(reading) ? '' : 'So far: ';
    const sentence = `${begun}${say.count(tokens)} token${tokens === 1 ? '' : 's'}, ${say.count(characters)} character${characters === 1 ? '' : 's'}, ${say.information(rate.nats, 2)} per ${rate.unit}, ${say.information(totalsOf(reading).surprisal, 1)} in all. The greatest surprise: ${cost(peak)}.`;
    const selected = selectedToken(reading, position);
    return selected === peak || reading.surprisal[selected] === unknown
      ? sentence
      : `${sentence} Selected: ${cost(selected)}.`;
  },
  table: ({ reading }, say) => ({
    verbatim: ['token'],
    columns: ['position', 'token', `surprisal (${say.unit})`, `entropy (${say.unit})`, 'rank'],
    rows: reading.ids.map((_, t) => [
      t,
      reading.text.slice(reading.starts[t], reading.ends[t]),
      reading.surprisal[t] === unknown ? '' : say.amount(reading.surprisal[t]),
      reading.entropy[t] === unknown ? '' : say.amount(reading.entropy[t]),
      reading.rank[t] || '',
    ]),
  }),
  laws: [
    {
      name: 'the surprisal of the sentence is the sum over its tokens',
      tolerance: 1e-9,
      gap: ({ reading }) =>
        Math.abs(
          reading.surprisal.reduce((sum, nats) => sum + (nats === unknown ? 0 : nats), 0) - totalsOf(reading).surprisal,
        ),
    },
    {
      name: 'the rate times the number of characters (or bytes) is the surprisal of the sentence',
      tolerance: 1e-9,
      gap: ({ reading }) => {
        const { ascii, characters, bytes, surprisal } = totalsOf(reading);
        return Math.abs((rateOf(reading)?.nats ?? 0) * (ascii ? characters : bytes) - surprisal);
      },
    },
    {
      name: 'no token costs more than the sentence, and the mean no more than the greatest',
      tolerance: 1e-9,
      gap: ({ reading }) => {
        const { surprisal, tokens, mostSurprising: peak } = totalsOf(reading);
        const greatest = Math.max(0, reading.surprisal[peak] ?? 0);
        return Math.max(greatest - surprisal, per(surprisal, tokens) - greatest);
      },
    },
  ],
  challenges: [
    {
      id: 'no-surprise',
      task: `Write a sentence of at least ${leastCharacters} characters in which no token costs more than ${mostBits} bits.`,
      score({ reading }) {
        const { characters, mostSurprising: peak } = totalsOf(reading);
        if (!isComplete(reading) || peak < 0) return 0;
        const calm = Math.min(1, (mostBits * Math.LN2) / Math.max(1e-9, reading.surprisal[peak]));
        return Math.min(1, characters / leastCharacters) * calm;
      },
      hints: [
        {
          when: ({ reading }) => totalsOf(reading).characters < leastCharacters,
          say: `It is shorter than ${leastCharacters} characters: go on.`,
        },
        {
          when: ({ reading }) => totalsOf(reading).mostSurprising === 0,
          say: 'The first token is the dearest, because nothing leads up to it. Begin as very many sentences begin.',
        },
        {
          when: () => true,
          say: 'The dearest token is selected. Write something there that the words before it call for.',
        },
      ],
      solved: 'A sentence without surprises. Did it tell anybody anything?',
      solution: { text: 'I do not know what to do, and I do not know what to say.', position: mostSurprising },
    },
  ],
  presets: [
    {
      id: 'whale',
      title: 'The whale',
      values: {},
      why: 'The model learned from old books. It has met whales in them, but not in pockets.',
    },
    {
      id: 'letter',
      title: 'The letter',
      values: { text: 'The old man sat down by the fire, put his hand in his pocket, and took out a letter.' },
      why: 'Only the last word differs, and it is over three bits cheaper than the whale.',
    },
    {
      id: 'today',
      title: 'Today',
      values: { text: 'She rebooted the router, but the video call still lagged.' },
      why: 'Words that it never met come in pieces, and many a piece is a great surprise: “ter” of “router” costs over twenty bits.',
    },
  ],
});
