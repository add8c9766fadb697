import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'one-answer',
    title: 'One answer, ε = 1',
    values: {},
    why: 'A promise as textbooks have it. It allows one nat (1.44 bits), and a ninth of that leaks on average. An attacker who held yes and no for equally likely now bets nearly three to one.',
  },
  {
    id: 'strict',
    title: 'A strict promise',
    values: { epsilon: 0.1 },
    why: 'Hardly anything leaks, and a thousand patients do not suffice to tell the share: the answers are nearly all noise.',
  },
  {
    id: 'ten-answers',
    title: 'Asked ten times',
    values: { answers: 10 },
    why: 'Ten answers, each with ε = 1 and a coin of its own. Together they have ten times the ε, and most of the bit is out.',
  },
  {
    id: 'rare',
    title: 'A rare yes',
    values: { prior: 0.01, epsilon: 4 },
    why: 'The average leak is small, because nearly everybody has a no, and that was known. An answer of yes takes the attacker’s belief from 0.01 to 0.36: a no is still likelier, and of one who has a yes it has told 3.57 nats (5.15 bits).',
  },
  {
    id: 'by-name-only',
    title: 'Private by name only',
    values: { epsilon: 8 },
    why: 'A promise with ε = 8 is kept by telling nearly the truth. The bound is far above all that there is to leak.',
  },
];
