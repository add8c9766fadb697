import type { Challenge } from '#contract/spec.ts';
import { story, type V } from './parameters.ts';
import { isSettled, type Anatomy } from './state.ts';

type Shown = NonNullable<Anatomy['shown']>;
const kindOf = (address: string) => address.split('.')[0];
const kindsOf = ({ trail }: Shown) => trail.map(({ address }) => kindOf(address));

/** How many of these kinds the way came by, in their order. */
const furthest = (shown: Shown, kinds: readonly string[]) =>
  kindsOf(shown).reduce((come, kind) => (kind === kinds[come] ? come + 1 : come), 0) / kinds.length;

const isHeadOverShould = ({ answer, against }: Shown) => answer.name === ' head' && against?.name === ' should';
const wayThroughAHead = ['head', 'from', 'value', 'normal1', 'residual', 'token'];

export const challenges: readonly Challenge<Anatomy, V>[] = [
  {
    id: 'to-the-end',
    task: 'Follow the logit through a head, to the row that the head read, and on to a number that was learned.',
    score: (model, values) => (model.shown && isSettled(model, values) ? furthest(model.shown, wayThroughAHead) : 0),
    hints: [
      {
        when: ({ shown }) => !!shown && kindsOf(shown).includes('token') && !kindsOf(shown).includes('head'),
        say: 'This is a learned number, but no head was on the way. Go back to the logit and take a head.',
      },
      {
        when: ({ shown }) => !!shown && kindsOf(shown).includes('weight'),
        say: 'You follow how much the head looked at a row. What it brought from there is the other number of the product.',
      },
      {
        when: ({ shown }) => !!shown && kindsOf(shown).includes('value'),
        say: 'From the value go back through the normalized row and the residual stream, block by block, to the embedding.',
      },
      { when: () => true, say: 'Choose one of the bars that is called a head, and then what it brings from a row.' },
    ],
    solved:
      'Each of these numbers went into the one before it. Every number of the stream has such a way back, to numbers that training chose and to the text that chose among them.',
    solution: {
      trail:
        'logit.4.697~head.2.0.4.697~from.2.0.4.697.3~value.2.3.41~normal1.2.3.45~residual.2.3.45~residual.1.3.45~residual.0.3.45~token.442.45',
    },
  },
  {
    id: 'a-neuron-against',
    task: 'Find a neuron that speaks more for “ should” than for “ head”.',
    start: { text: story, trail: '', against: 'next' },
    score(model, values) {
      const { shown } = model;
      if (!shown || !isSettled(model, values) || !isHeadOverShould(shown)) return 0;
      const place = shown.trail.findLastIndex(({ address }) => kindOf(address) === 'active');
      if (place < 1 || kindOf(shown.trail[place - 1].address) !== 'neurons') return 0.3 * furthest(shown, ['neurons']);
      return (shown.trail[place].term ?? 0) < 0 ? 1 : 0.6;
    },
    hints: [
      {
        when: ({ shown }) => !!shown && !isHeadOverShould(shown),
        say: 'This is another logit. Ask about “ head” after “He shook his”, over the likeliest other token.',
      },
      {
        when: ({ shown }) => !!shown && kindsOf(shown).includes('active'),
        say: 'This neuron speaks more for “ head”, or was not chosen as a term of the logit. Take one whose bar goes to the left.',
      },
      {
        when: ({ shown }) => !!shown && kindsOf(shown).includes('neurons'),
        say: 'These are the neurons of this layer. Take one whose bar goes to the left; write out more terms if none does.',
      },
      { when: () => true, say: 'Neurons are in the feed-forward layers. Take one of these first.' },
    ],
    solved:
      'The sum has terms of both signs, and the log odds are what is left of them. Such a neuron need not write against “ head”: it may write for both, and more for “ should”.',
    solution: { trail: 'logit.4.697~neurons.3.4.697~active.3.4.291' },
  },
];
