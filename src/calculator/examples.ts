import type { Kind } from './subject.ts';

export interface Example {
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
}

/** One input of each kind; the page shows the first one worked out. */
export const examples: readonly Example[] = [
  { kind: 'distribution', title: 'A loaded die with four faces', text: 'one 1/2\ntwo 1/4\nthree 1/8\nfour 1/8\n' },
  { kind: 'two', title: 'Winter weather, and summer weather', text: 'weather,winter,summer\nsun,0.5,0.8\nclouds,0.25,0.1\nrain,0.125,0.1\nsnow,0.125,0\n' },
  { kind: 'joint', title: 'A dog barks, someone is at the door', text: ',quiet,barks\nnobody,0.6,0.15\nsomebody,0.05,0.2\n' },
  { kind: 'counts', title: 'Twenty draws from an urn', text: 'red 9\nblue 6\ngreen 3\nwhite 1\nblack 1\n' },
  { kind: 'logits', title: 'Logits of five next tokens', text: 'the 3.2\na 2.1\nthis 0.4\nmy -0.7\n∅ -4\n' },
  { kind: 'outcomes', title: 'Log-probabilities of four answers', text: 'A -0.105361\nB -2.995732\nC -3.506558\nD -3.912023\n' },
  { kind: 'tokens', title: 'Log-probabilities of the tokens of a sentence', text: 'The -2.1\n cat -5.3\n sat -1.9\n on -0.4\n the -0.3\n mat -2.6\n' },
  { kind: 'chain', title: 'Weather that likes to stay', text: ',sun,rain\nsun,0.9,0.1\nrain,0.5,0.5\n' },
  { kind: 'channel', title: 'A line that flips or loses a bit', text: ',0,1,lost\n0,0.8,0.1,0.1\n1,0.1,0.8,0.1\n' },
  { kind: 'text', title: 'A line of a nursery rhyme', text: 'row, row, row your boat, gently down the stream' },
  { kind: 'pairs', title: 'What was drunk, and when', text: 'time,drink\nmorning,coffee\nmorning,coffee\nmorning,tea\nevening,tea\nevening,wine\nevening,tea\nmorning,coffee\nevening,coffee\n' },
]; // prettier-ignore
