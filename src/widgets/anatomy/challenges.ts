import type { Challenge } from '#contract/spec.ts';
import type { V } from './parameters.ts';
import { isSettled, type Anatomy } from './state.ts';

type Shown = NonNullable<Anatomy['shown']>;
const kindOf = (address: string) => address.split('.')[0];
const kindsOf = ({ trail }: Shown) => trail.map(({ address }) => kindOf(address));

/** The last of these kinds that the way came by counts. */
const furthest = (shown: Shown, kinds: readonly string[]) =>
  kinds.reduce((most, kind, i) => (kindsOf(shown).includes(kind) ? (i + 1) / kinds.length : most), 0);

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
      'Nine numbers, each made from the one before it and from nothing hidden. Any other way would have ended as well, at numbers that training chose.',
    solution: {
      trail:
        'logit.4.697~head.2.0.4.697~from.2.0.4.697.3~value.2.3.41~normal1.2.3.45~residual.2.3.45~residual.1.3.45~residual.0.3.45~token.442.45',
    },
  },
  {
    id: 'a-neuron-against',
    task: 'Find a neuron that votes against the answer.',
    score(model, values) {
      const { shown } = model;
      if (!shown || !isSettled(model, values)) return 0;
      const place = shown.trail.findLastIndex(({ address }) => kindOf(address) === 'active');
      if (place < 1 || kindOf(shown.trail[place - 1].address) !== 'neurons') return 0.3 * furthest(shown, ['neurons']);
      return (shown.trail[place].term ?? 0) < 0 ? 1 : 0.6;
    },
    hints: [
      {
        when: ({ shown }) => !!shown && kindsOf(shown).includes('active'),
        say: 'This neuron votes for the answer, or was not chosen as a term of the logit. Take one whose bar goes to the left.',
      },
      {
        when: ({ shown }) => !!shown && kindsOf(shown).includes('neurons'),
        say: 'These are the neurons of this layer. Take one whose bar goes to the left; write out more terms if none does.',
      },
      { when: () => true, say: 'Neurons are in the feed-forward layers. Take one of these first.' },
    ],
    solved:
      'The sum has terms of both signs, and the answer wins by what is left of them. A part that pulls the other way is not a mistake: on another text it may be the one that is right.',
    solution: { trail: 'logit.4.697~neurons.3.4.697~active.3.4.291' },
  },
];
