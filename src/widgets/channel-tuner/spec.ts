import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { jointOfChannel } from '#theory/channels/channel.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { jointEntropy } from '#theory/measures/joint.ts';
import { challenges } from './challenges.ts';
import { cleanOf, closedForm, compute, work, type Tuned } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { places } from './places.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const list = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

function lineIn({ sent, received }: Tuned, { line, noise }: Asked, say: Say): string {
  const often = say.percent(noise);
  switch (line) {
    case 'flips':
      return `The line flips ${often} of the letters`;
    case 'erases':
      return `The line erases ${often} of the letters`;
    case 'fades':
      return `The line turns ${often} of the 1s into 0s`;
    case 'slips':
      return `A keyboard of four keys in a ring slips to the next key ${often} of the time`;
    default:
      return `A line takes ${sent.length} letters and gives ${received.length}`;
  }
}

/** I(X;Y) by entropies alone. */
const byEntropies = ({ law, output, channel }: Tuned) =>
  entropy(law) + entropy(output) - jointEntropy(jointOfChannel(law, channel));

export const spec = defineWidget({
  id: 'channel-tuner',
  title: 'Tune what is sent to the line',
  summary:
    'How much gets through a line that garbles? Send its letters so that the columns in use are level and no other is higher, and you have proved it.',
  terms: ['channel', 'capacity', 'mutual-information'],
  cites: ['shannon1948', 'arimoto1972', 'blahut1972'],
  wordsInBits: true,
  params,
  places,
  compute,
  work,
  readouts,

  describe(tuned, asked, say) {
    const { law, sent, now, best } = tuned;
    const isEven = law.every((p) => Math.abs(p - law[0]) < 1e-12);
    const { length } = asked.p;
    const isOther = length !== sent.length && asked.p.some((p) => Math.abs(p - 1 / length) > 1e-12);
    const often = isEven
      ? `${isOther || (asked.line !== 'own' && length > sent.length) ? `The law that was set has ${length} numbers, and the line ${sent.length} letters: all` : 'Its letters'} are sent alike`
      : `${list(sent)} are sent ${list(law.map((p) => say.percent(p)))} of the time`;
    const ceiling = now.upper === null ? 'has no end' : `ends at ${say.amount(now.upper)}`;
    return (
      `${lineIn(tuned, asked, say)}. ${often}; a letter tells ${say.information(now.lower)} on average, and the highest column ${ceiling}. ` +
      `The capacity is ${say.information(best.lower)}, ${say.percent(Math.min(1, best.lower / cleanOf(tuned)))} of what the best line with so many letters carries.`
    );
  },

  table: ({ sent, received, law, channel, divergences }, say) => ({
    columns: ['Sent', 'How often', ...received.map((name) => `${name} arrives`), `Tells, ${say.unit}`],
    rows: sent.map((name, x) => [
      name,
      say.probability(law[x]),
      ...channel[x].map((w) => say.probability(w)),
      say.amount(divergences[x] ?? Infinity),
    ]),
  }),

  laws: [
    {
      name: 'The area of the columns is the information: Σ p(x) D(W_x‖Q) = H(X) + H(Y) − H(X,Y)',
      tolerance: 1e-10,
      gap: (tuned) => Math.abs(tuned.now.lower - byEntropies(tuned)),
    },
    {
      name: 'Every law brackets the capacity: its mean column is at most, its highest column at least the capacity',
      tolerance: 1e-10,
      gap: ({ now, trail, best }) =>
        Math.max(
          ...[now, ...trail].map(({ lower, upper }) => Math.max(lower - best.upper, best.lower - (upper ?? Infinity))),
        ),
    },
    {
      name: 'No round lowers the mean column',
      tolerance: 1e-10,
      gap: ({ trail }) => Math.max(...trail.slice(1).map(({ lower }, i) => trail[i].lower - lower)),
    },
    {
      name: 'The closed form of the capacity lies between the two bounds of the search',
      tolerance: 1e-10,
      gap({ best }, asked) {
        const exact = closedForm(asked, asked.noise);
        return exact === undefined ? 0 : Math.max(exact - best.upper, best.lower - exact);
      },
    },
    {
      name: 'For every law r: Σ r(x) D(W_x‖Q) = I_r(X;Y) + D(Q_r‖Q)',
      tolerance: 1e-9,
      gap: ({ crossed, off, best }) => (crossed === null || off === null ? 0 : Math.abs(crossed - best.lower - off)),
    },
    {
      name: 'No line carries more than log min(|X|, |Y|)',
      tolerance: 1e-10,
      gap: (tuned) => tuned.best.lower - cleanOf(tuned),
    },
  ],

  challenges,
  presets,
});
