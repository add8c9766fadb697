import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'without-an-a',
    title: 'Never an A',
    values: {},
    why: 'No lesson is about an A, for any student. What the teacher says of its wrong answers is all that they can learn of A.',
  },
  {
    id: 'all-kinds',
    title: 'All kinds',
    values: { withheld: false, judged: 'mistakes' },
    why: 'Now A comes like the others. With 32 or 64 lessons the teacher teaches as much as four to eight times as many labels do. The controls stop short of it.',
  },
  {
    id: 'far-apart',
    title: 'Kinds far apart',
    values: { scatter: 0.3, lessons: 16 },
    why: 'Here the teacher is nearly sure of most inputs, and its probabilities look much like labels. At T = 1 and with this penalty a student makes hardly anything of what it hears of A.',
  },
  {
    id: 'far-apart-warm',
    title: 'Far apart, T = 10',
    values: { scatter: 0.3, lessons: 16, temperature: 10 },
    why: 'The same teacher and the same inputs. A higher temperature makes the small probabilities count for more, against the penalty.',
  },
  {
    id: 'far-apart-light',
    title: 'Far apart, λ = 0.001',
    values: { scatter: 0.3, lessons: 16, penalty: 0.001 },
    why: 'The control for the temperature: T = 1 again, and a penalty that is a hundred times smaller. These students know about as many As as those at T = 4 with the larger penalty. So nothing was missing from what they were told.',
  },
  {
    id: 'poor-teacher',
    title: 'A poor teacher',
    values: { withheld: false, judged: 'mistakes', taught: 64, lessons: 512 },
    why: 'The teacher has learned 64 labels nearly by heart, and is sure where it should not be. Its student learns some of that as well, and 512 labels of its own would be better.',
  },
  {
    id: 'even',
    title: 'How sure, and no more',
    values: { withheld: false, judged: 'mistakes', control: 'evened' },
    why: 'This control keeps what the teacher says of the right answer for each input, and makes the wrong ones even. So it tells how sure the teacher is, and nothing of what resembles what.',
  },
  {
    id: 'too-simple',
    title: 'A student too simple',
    values: { withheld: false, judged: 'mistakes', width: 0.5, lessons: 512 },
    why: 'A scatters less than the others. The log-odds are curved now, and this student can only draw straight lines. More lessons of any sort do not take it below its floor.',
  },
];
