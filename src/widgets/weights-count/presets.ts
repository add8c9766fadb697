import type { Preset } from '#contract/spec.ts';
import { measuredTo, type Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  { id: 'novels', title: 'The eight novels', values: {}, why: 'The text that the five sizes learned from. The reader predicts best and is the longest; counts that send nothing are the shortest.' }, // prettier-ignore
  { id: 'one-page', title: 'A chapter', values: { corpus: 20000, network: 'n10k' }, why: 'Of so little text only the smallest network is shorter than the text itself, and gzip beats it.' }, // prettier-ignore
  {
    id: 'library',
    title: 'A library',
    values: { corpus: 1e9 },
    why: 'A thousand long books: the best predictor of those that were measured so far is the shortest, and its weights hardly count.',
  },
  { id: 'online', title: 'Learned on the way', values: { set: 'online', corpus: 100000 }, why: 'Who learns while coding sends no weights. The price is that the first characters are predicted badly.' }, // prettier-ignore
  { id: 'online-novels', title: 'Learned on the way, all novels', values: { set: 'online', corpus: measuredTo }, why: 'With more text the weights are cheap, and what was paid for learning is not forgotten.' }, // prettier-ignore
  { id: 'wikipedia', title: 'One gigabyte of Wikipedia', values: { set: 'published', corpus: 1e9, digits: '16' }, why: 'As in the table of Delétang and others: for this text only two of the tiny networks come out ahead.' }, // prettier-ignore
  { id: 'internet', title: 'Ten terabytes', values: { set: 'published', corpus: 1e13, digits: '16', large: 'llama' }, why: 'So much text pays for seven billion weights, and not yet for seventy.' }, // prettier-ignore
];
