import { blockCounts, blockEntropy } from '#theory/chains/block-entropy.ts';
import { plugInEntropy } from '#theory/estimation/entropy-estimators.ts';
import { lempelZivPhrases, lempelZivRate } from '#sim/lempel-ziv.ts';
import type { Subject } from '#calculator/subject.ts';
import { measuresOf, type Measure } from './measure.ts';
import { info, plain } from './steps.ts';

type Text = NonNullable<Subject['text']>;

/** Blocks of a long text are counted in its beginning. */
const longest = 200_000;
const beginning = ({ symbols }: Text) => (symbols.length > longest ? symbols.slice(0, longest) : symbols);
const ofBeginning = ({ symbols }: Text) =>
  symbols.length > longest ? [[`Of the first ${longest.toLocaleString('en')} characters.`]] : [];

const known = new WeakMap<Text, Map<number, number>>();
/** H_k in nats; H₀ is 0. */
function block(text: Text, k: number): number {
  if (k === 0) return 0;
  const found = known.get(text) ?? new Map<number, number>();
  known.set(text, found);
  if (!found.has(k)) found.set(k, blockEntropy(beginning(text), k));
  return found.get(k)!;
}

const ordinals = ['', '', 'one character', 'two characters', 'three characters'];

/** What the k-th character costs after the k − 1 before it. */
const afterContext = (k: number): Omit<Measure<'text'>, 'of'> => ({
  id: `after-${k - 1}`,
  label: `Entropy of a character after ${ordinals[k]} before it, plug-in`,
  formula: `H_{${k}} - H_{${k - 1}}`,
  amount: 'information',
  at: 'what-need-not-be-said.html#a-context-and-the-next-token',
  source: 'theory/chains/block-entropy.blockEntropy',
  none: (text) =>
    text.symbols.length < k
      ? 'The text is too short.'
      : block(text, k) - block(text, k - 1) < -1e-12
        ? `The text is too short: it has one block fewer of ${k} than of ${k - 1}, and the difference is below 0.`
        : undefined,
  value: (text) => Math.max(0, block(text, k) - block(text, k - 1)),
  steps: (text, _, value) => [
    [info(block(text, k)), ' − ', info(block(text, k - 1)), ' = ', info(value)],
    [
      `${plain(blockCounts(beginning(text), k).length)} different blocks of ${k} among ${plain(beginning(text).length - k + 1)}: where these are close, the number says only that the text is short.`,
    ],
    ...ofBeginning(text),
  ],
});

export const ofText = measuresOf(
  'text',
  {
    id: 'characters',
    label: 'Characters (code points)',
    formula: 'n',
    amount: 'count',
    at: 'a-model-reads.html#two-ways-to-say-it-for-a-whole-text',
    value: ({ symbols }) => symbols.length,
    steps: (_text, _, value) => [[`The text has ${plain(value)} of them, spaces and line ends included.`]],
  },
  {
    id: 'bytes',
    label: 'Bytes in UTF-8',
    formula: '\\text{bytes}',
    amount: 'count',
    at: 'petabit-birthday.html#seven-signs',
    value: ({ bytes }) => bytes,
    steps: ({ symbols }, _, value) => [[`${plain(value)} bytes for ${plain(symbols.length)} characters`]],
  },
  {
    id: 'by-shares',
    label: 'Whole text by the shares of its characters',
    formula: 'n H_1',
    amount: 'information',
    at: 'petabit-birthday.html#from-counting-to-chances',
    source: 'theory/chains/block-entropy.blockEntropy',
    value: (text) => text.symbols.length * block(text, 1),
    steps: (text, _, value) => [
      [`${plain(text.symbols.length)} × `, info(block(text, 1)), ' = ', info(value)],
      ['For somebody who knows the shares already; a code has to send them too.'],
      ...(text.symbols.length > longest
        ? [[`The shares are those of the first ${longest.toLocaleString('en')} characters.`]]
        : []),
    ],
  },
  afterContext(2),
  afterContext(3),
  afterContext(4),
  {
    id: 'lempel-ziv',
    label: 'Estimate of the entropy rate by phrases (LZ78)',
    formula: '\\frac{c \\log c}{n}',
    amount: 'information',
    source: 'sim/lempel-ziv.lempelZivRate',
    value: (text) => lempelZivRate(beginning(text)),
    steps: (text, _, value) => {
      const phrases = lempelZivPhrases(beginning(text)).length;
      return [
        [
          `${plain(phrases)} phrases of ${plain(beginning(text).length)} characters: ${plain(phrases)} × `,
          info(Math.log(phrases)),
          ` / ${plain(beginning(text).length)} = `,
          info(value),
        ],
        ['For short texts it says little: far too large where the text repeats itself, and never above log n.'],
        ...ofBeginning(text),
      ];
    },
  },
  {
    id: 'neighbors',
    label: 'Entropy of pairs of neighboring characters, plug-in',
    formula: 'H_2 = -\\sum_{x, y} \\hat p(x y) \\log \\hat p(x y)',
    amount: 'information',
    at: 'shared-information.html#a-table-for-two',
    source: 'theory/chains/block-entropy.blockCounts',
    none: ({ symbols }) => (symbols.length < 2 ? 'The text is too short.' : undefined),
    value: (text) => plugInEntropy(blockCounts(beginning(text), 2)),
    steps: (text, _, value) => [
      [`Of ${plain(blockCounts(beginning(text), 2).length)} different pairs: `, info(value)],
      [
        'In a long text whose neighbors told nothing of each other it would be near twice the entropy of one: ',
        info(2 * block(text, 1)),
      ],
      [`Of ${plain(beginning(text).length - 1)} pairs it cannot be above `, info(Math.log(beginning(text).length - 1))],
    ],
  },
);
