import type { Readout } from '#contract/spec.ts';
import type { Accounts } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<Accounts, Asked>;
const trivariate = 'theory/measures/trivariate.threeWayInformation';
const parts = 'theory/measures/kept-parts.tableOfParts';
const guess = 'theory/belief/guessing.accuracyOfBestGuess';
const model = 'widgets/modalities/model.compute';

const information = (label: string, formula: string, source: string, of: One['of']): One => ({ kind: 'information', label, formula, source, of }); // prettier-ignore
const wrong = (label: string, formula: string, of: One['of']): One => ({ kind: 'probability', label, formula, source: guess, of }); // prettier-ignore
const told = (label: string, formula: string, set: number) => information(label, formula, parts, ({ worth }) => worth[set].told); // prettier-ignore

/** Sets of two accounts are bit sums. */
const both = ({ chosen: [a, b] }: Accounts) => (1 << a) | (1 << b);

export const readouts = {
  first: information('The first of the two tells', String.raw`\I(A;Y)`, trivariate, ({ pair }) => pair.first),
  second: information('The second of the two tells', String.raw`\I(B;Y)`, trivariate, ({ pair }) => pair.second),
  between: information('The two share', String.raw`\I(A;B)`, trivariate, ({ pair }) => pair.between),
  given: information(
    'The two share, the condition being known',
    String.raw`\I(A;B \given Y)`,
    trivariate,
    ({ pair }) => pair.given,
  ),
  interaction: information(
    'Interaction: together, less each alone',
    String.raw`\I(A;B \given Y) - \I(A;B)`,
    trivariate,
    ({ pair }) => pair.together - pair.first - pair.second,
  ),
  together: information('The two together tell', String.raw`\I(A, B;Y)`, trivariate, ({ pair }) => pair.together),
  adds: information('The second adds to the first', String.raw`\I(B;Y \given A)`, trivariate, ({ pair }) => pair.adds),
  ofSecond: information('The first and the condition tell of the second', String.raw`\I(B;A, Y)`, 'theory/measures/mutual-information.mutualInformation', ({ pair }) => pair.ofSecond), // prettier-ignore
  note: told('The note tells', String.raw`\I(N;Y)`, 1),
  picture: told('The picture tells', String.raw`\I(P;Y)`, 2),
  lab: told('The lab value tells', String.raw`\I(L;Y)`, 4),
  all: told('All three tell', String.raw`\I(N, P, L;Y)`, 7),
  greedyTwo: information('The two that greed picks tell', String.raw`\I(S_{\text{greedy}};Y)`, parts, (m) => m.worth[m.greedy[2]].told), // prettier-ignore
  bestTwo: information('The best two tell', String.raw`\max_{|S| = 2} \I(S;Y)`, parts, (m) => m.worth[m.best[2]].told), // prettier-ignore
  wrongNone: wrong('Wrong without any account', String.raw`1 - \max_y p(y)`, ({ worth }) => worth[0].error),
  wrongNote: wrong('Wrong with the note', String.raw`1 - \E \max_y p(y \given N)`, ({ worth }) => worth[1].error),
  wrongPicture: wrong('Wrong with the picture', String.raw`1 - \E \max_y p(y \given P)`, ({ worth }) => worth[2].error), // prettier-ignore
  wrongLab: wrong('Wrong with the lab value', String.raw`1 - \E \max_y p(y \given L)`, ({ worth }) => worth[4].error),
  wrongBoth: wrong('Wrong with the two', String.raw`1 - \E \max_y p(y \given A, B)`, (m) => m.worth[both(m)].error),
  wrongAll: wrong('Wrong with all three', String.raw`1 - \E \max_y p(y \given N, P, L)`, ({ worth }) => worth[7].error),
  gain: {
    ...information('Most information for a unit of price', String.raw`\max_i \I(X_i;Y \given S)/c_i`, parts, (m) => m.byBits?.gain ?? 0), // prettier-ignore
  },
  saved: {
    kind: 'number' as const,
    label: 'Most wrong guesses saved for a unit of price, in 100 patients',
    formula: String.raw`100 \max_i (e_S - e_{S \cup i})/c_i`,
    source: model,
    of: (m: Accounts) => 100 * (m.byErrors?.saved ?? 0),
  },
};
