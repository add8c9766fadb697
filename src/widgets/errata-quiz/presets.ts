import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** No case touches what the reader has answered. */
const keeps = ({ given, bets, said }: Asked) => ({ given, bets, said });
const preset = (id: string, title: string, values: Partial<Asked>, why: string): Preset<Asked> => ({
  id,
  title,
  values,
  why,
  keeps,
});

export const presets: readonly Preset<Asked>[] = [
  preset(
    'too-bold',
    'Too bold',
    {},
    'She knows a good deal: what she finds likelier is so three times in four. She is expected to pay more than one who knows nothing and says one half each time.',
  ),
  preset(
    'honest',
    'As she believes',
    { boldness: 1 },
    'The same hints, and she says what they are worth. Her dots lie about the diagonal, and no other boldness is expected to pay less.',
  ),
  preset(
    'timid',
    'Too timid',
    { boldness: 0.4 },
    'Here the dots that are far from the middle are on the other side of the diagonal: what she calls 0.76 comes true 19 times in 20, on average. It costs too, and less than the same exaggeration costs.',
  ),
  preset(
    'half',
    'Always one half',
    { boldness: 0 },
    'One bit for each statement, exactly. She is perfectly calibrated, on average, and tells nothing.',
  ),
  preset(
    'few',
    'Ten answers',
    { boldness: 1, asked: 10 },
    'Calibrated by construction, and it does not look so. The bars hold the share in the long run about 19 times in 20, and with so few answers they are wide.',
  ),
];
