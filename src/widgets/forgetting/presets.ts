import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

const preset = (id: string, title: string, values: Partial<Asked>, why: string): Preset<Asked> => ({
  ...{ id, title, values, why },
  // No case touches the text of the reader.
  keeps: ({ text, round, attempt }: Asked) => ({ text, round, attempt }),
});

export const presets: readonly Preset<Asked>[] = [
  preset('free', 'Nothing holds it', {}, 'The play gets cheaper, and the novels dearer: the path runs down and to the right. Nobody asked the network to forget.'), // prettier-ignore
  preset('leash', 'A leash on the new text', { method: 'leash' }, 'Half of each target is what the old network would have said, on the characters of the play itself. No old text is needed.'), // prettier-ignore
  preset('replay', 'Replay', { method: 'replay' }, 'Half of the sequences of a step are from the old novels.'),
  preset('cipher', 'A text in cipher', { data: 'cipher' }, 'The same play with each letter moved by 13. Hardly a word in it is known, and much of what was known of English is lost: look how far to the right it ends.'), // prettier-ignore
  preset('wrong-place', 'A leash in the wrong place', { data: 'cipher', method: 'leash' }, 'On the cipher a leash on the new text holds the network to what it would have guessed on gibberish. It learns less, and the novels are not what it is held to.'), // prettier-ignore
  preset('right-place', 'A leash in the right place', { data: 'cipher', method: 'oldLeash' }, 'The same divergence, on stretches of the novels. Now it is held where there is something to lose.'), // prettier-ignore
  preset('as-far', 'As far another way', { data: 'cipher', method: 'leash', share: '0.75', steps: '200' }, 'The weights end about as far from where they began as those of the free run of 100 steps on the cipher, and the network forgets about a ninth as much.'), // prettier-ignore
  preset('slow', 'Small steps', { rate: 0.0005 }, 'A quarter of the learning rate, and nothing else to hold it: less is forgotten, and less is learned.'), // prettier-ignore
];
