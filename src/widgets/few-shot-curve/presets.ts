import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'two-documents',
    title: 'Two documents read',
    values: {},
    why: 'Two other documents have told something of which coins are frequent. The bound counts for this document as much about the world as each of the two told on average. The exact curve counts what eight tosses still tell after them, which is less.',
  },
  {
    id: 'nothing-read',
    title: 'Nothing read',
    values: { documents: '0' },
    why: 'Without a document the theorem promises nothing. The exact curve is there all the same, and far below log N.',
  },
  {
    id: 'everything-read',
    title: 'Everything read',
    values: { documents: 'all' },
    why: 'The world is known; what is left is which coin this document has. No reading takes that away, and it is bounded for all examples together.',
  },
  {
    id: 'four-coins',
    title: 'Four coins',
    values: { tasks: '4', documents: 'all', contrast: 0, examples: 16 },
    why: 'Four coins that are far apart: sixteen tosses mostly tell which one it is, and four fifths of log N are paid.',
  },
  {
    id: 'network-16',
    title: 'A network and 16 chains',
    values: { source: 'chains', examples: 16 },
    why: 'A transformer that learned from 16 chains, on new sequences of them. Most of log 16 is paid in the first 16 symbols, by it and by the optimal predictor.',
  },
  {
    id: 'network-256',
    title: '256 chains',
    values: { source: 'chains', tasks: '256', examples: 128 },
    why: 'After 128 symbols the optimal predictor has nearly told 256 chains apart, and on average it never pays more than log 256. This network has paid more already and goes on, as one who learns every chain anew does.',
  },
];
