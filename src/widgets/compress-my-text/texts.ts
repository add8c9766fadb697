import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** Written for this figure. */
export const story = `The old man had kept the lighthouse for thirty years, and in all that time he had not once been late with the lamp. He lived on tea and bread, and on the letters of his sister, which came with the boat on the first day of every month. When the wind was from the north the boat did not come, and then he read the old letters again.

One evening in November he saw a small light on the water where no light should be. He took his coat and went down to the rocks. The sea was quiet, and the light came slowly nearer, and at last he could see that it was a lantern, and that a girl of perhaps ten years was holding it. "Are you the keeper?" she asked. "My mother says that you must come at once." He looked up at the tower. The lamp was burning as it should. For the first time in thirty years he was afraid to leave it.`;

const german = `Der alte Mann hatte den Leuchtturm dreißig Jahre lang gehütet, und in all der Zeit war er mit der Lampe nicht ein einziges Mal zu spät gewesen. Er lebte von Tee und Brot und von den Briefen seiner Schwester, die am ersten Tag jedes Monats mit dem Boot kamen. Wenn der Wind von Norden wehte, kam das Boot nicht, und dann las er noch einmal die alten Briefe.`;

/** 200 rows of a table that a formula fills: 7 i² modulo 1000. */
const table = Array.from({ length: 200 }, (_, i) => `${i},${(7 * i * i) % 1000},${i % 3 === 0 ? 'yes' : 'no'}`).join(
  '\n',
);

/** No compressor here knows where they come from. */
const digits = (13n ** 800n).toString().slice(0, 800);

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'story',
    title: 'A page of a story',
    values: {},
    why: 'The network has read thousands of such pages, and gzip none. A short text has too few repetitions to learn from.',
  },
  {
    id: 'twice',
    title: 'The same page, three times',
    values: { text: `${story}\n\n${story}\n\n${story}` },
    why: 'Now there is something to find in the text itself. The network forgets what is more than its context ago; the counts do not, and the mixture believes them from the second time on.',
  },
  {
    id: 'german',
    title: 'Another language',
    values: { text: german },
    why: 'The network was trained on English. To expect the wrong things costs more than to expect nothing.',
  },
  {
    id: 'table',
    title: 'A table of numbers',
    values: { text: table },
    why: 'No prose at all. Here counts do most of the work.',
  },
  {
    id: 'digits',
    title: 'The digits of a power of 13',
    values: { text: digits },
    why: 'A program of one line writes this text, but to all who compress it here it looks like chance: nobody gets below log₂ 10 = 3.32 bits for a digit.',
  },
  {
    id: 'counted',
    title: 'With the weights, for one text',
    values: { counted: true },
    why: 'The other side needs the network as well. For a single page that is two thousand times as much as the page.',
  },
  {
    id: 'library',
    title: 'With the weights, for ten thousand texts',
    values: { counted: true, sent: 10_000 },
    why: 'The weights are sent once. Shared among ten thousand pages they cost each of them 1.72 bits for a character, and the network is ahead of gzip.',
  },
];
