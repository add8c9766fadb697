import { column, type Column } from '#kit/figure/series.ts';
import { perToss, type Collection, type Worlds } from './model.ts';

const information = (label: string, of: Column<Collection>['of']) =>
  column(`${label}, {unit} per toss`, 'information', of);

export const columns = {
  documents: column<Collection>('Documents M', 'count', ({ documents }) => documents),
  tosses: column<Collection>('Tosses T of each', 'count', ({ tosses }) => tosses),
  irreducible: information('Coin known', (one) => perToss(one).irreducible),
  meta: information('For the world', (one) => perToss(one).meta),
  intra: information('For the document’s coin', (one) => perToss(one).intra),
  excess: information('Both', (one) => perToss(one).excess),
  mean: information('Simulated', ({ mean }) => mean),
  error: information('± standard error', ({ error }) => error),
  printed: information('Divided by M, wrong', (one) => perToss(one).printed),
};

/** What both panels show, once each. */
export const rowsOf = ({ byDocuments, byTosses, here }: Worlds) => [
  ...byDocuments,
  ...byTosses.filter(({ tosses }) => tosses !== here.tosses),
];
