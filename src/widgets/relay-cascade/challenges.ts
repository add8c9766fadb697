import type { Challenge } from '#contract/spec.ts';
import { accuracyLostByLast, last, lostByLast, meanChange, tiny, type Chain } from './chain.ts';
import { relaysOf, type RelayValues } from './parameters.ts';

const bit = Math.LN2;
const kept = (chain: Chain) => (chain.entropy > 0 ? Math.min(1, last(chain).information / chain.entropy) : 0);

export const challenges: readonly Challenge<Chain, RelayValues>[] = [
  {
    id: 'nothing-lost',
    task: 'Three relays, and every one of them always changes the symbol. Lose nothing.',
    start: { relays: 3 },
    score(chain, values) {
      const done = (kept(chain) + meanChange(chain)) / 2;
      if (done > 1 - tiny && values.relays === 3) return 1;
      return Math.min(0.95, done) * (values.relays === 3 ? 1 : 0.8);
    },
    hints: [
      {
        when: (chain) => chain.entropy === 0,
        say: 'If X is known beforehand there is nothing to lose. Leave it open.',
      },
      { when: (_, values) => values.relays !== 3, say: 'Three relays, please: the slider beside the picture.' },
      {
        when: (_, values) => relaysOf(values).some(({ kind }) => kind === 'erases'),
        say: 'A “?” in place of a letter is a change, but nobody can undo it.',
      },
      {
        when: (_, values) => relaysOf(values).some(({ kind }) => kind !== 'flips'),
        say: 'Fading and deciding send two letters to one. Which kind of relay gives each letter a name of its own?',
      },
      {
        when: (_, values) => relaysOf(values).some(({ rate }) => rate > 0.5),
        say: 'Past one half it gets better again: the more reliably a relay lies, the more you learn from it. Go on.',
      },
      {
        when: () => true,
        say: 'A relay that flips at random confuses you because you never know when. When would you know?',
      },
    ],
    solved:
      'A relay that always lies tells the truth in other words: renaming the symbols is free, in any number of steps.',
    solution: { relays: 3, noise1: 1, noise2: 1, noise3: 1 },
  },
  {
    id: 'all-lost',
    task: 'Lose everything with a single relay, though X is as open as a fair coin.',
    start: { relays: 1 },
    score(chain, values) {
      if (values.relays !== 1) return 0.4 * (1 - kept(chain));
      if (chain.entropy < bit - tiny) return 0.4 * (chain.entropy / bit);
      return last(chain).information < tiny ? 1 : 0.95 * (1 - kept(chain));
    },
    hints: [
      { when: (_, values) => values.relays !== 1, say: 'With a single relay: the slider beside the picture.' },
      {
        when: (chain) => chain.entropy < bit - tiny,
        say: 'X should be a fair coin: a chance of one half that it is 1.',
      },
      {
        when: (_, values) => values.kind1 === 'decides',
        say: 'This relay waits for a “?”, and X never is one. Choose another kind.',
      },
      {
        when: (_, values) => values.kind1 === 'flips' && values.noise1 > 0.5,
        say: 'Too much: a relay that flips more often than not can be read backwards.',
      },
      { when: () => true, say: 'Which relay says the same thing, equally often, whatever it hears?' },
    ],
    solved:
      'A flip at random half of the time, or an erasure every time, or a fading every time: then 0 and 1 sound alike, and the letters that arrive are the same mixture of both.',
    solution: { relays: 1, noise1: 0.5 },
  },
  {
    id: 'guess-unharmed',
    task: 'Make the last relay lose at least a tenth of a bit without harming the best guess of X at all.',
    start: { relays: 2, kind1: 'erases', noise1: 0.3 },
    score(chain) {
      const lost = Math.min(1, lostByLast(chain) / (0.1 * bit));
      const harm = accuracyLostByLast(chain);
      if (lost >= 1 && harm < tiny) return 1;
      return Math.min(0.95, 0.5 * Math.max(0, lost) + 0.5 * Math.max(0, 1 - harm / 0.1));
    },
    hints: [
      {
        when: (chain) => lostByLast(chain) < 0.1 * bit && accuracyLostByLast(chain) < tiny,
        say: 'The guess is unharmed, but less than a tenth of a bit was lost. What could the relay blur that a guess does not need?',
      },
      {
        when: (_, values) => values.relays === 2 && values.kind1 === 'erases',
        say: 'After a “?” you can only guess. A relay that names your own best guess for you leaves you no worse guess, but what does it hide?',
      },
      {
        when: () => true,
        say: 'A guess needs only the likelier letter; information is also how sure you may be of it. Lose the second alone.',
      },
    ],
    solved:
      'Accuracy counts right answers, information counts what you know. A sure answer and a lucky one are equally right, and only information tells them apart.',
    solution: { relays: 2, kind1: 'erases', noise1: 0.3, kind2: 'decides', noise2: 0 },
  },
];
