import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'five',
    title: 'All five',
    values: {},
    why: 'A law with a floor passes near all five. The two other laws do not, and at ten times the size the three are far apart.',
  },
  {
    id: 'four',
    title: 'Without the largest',
    values: { fitted: 4 },
    why: 'The laws have not seen the network of a million parameters, which is drawn hollow. The law with a floor comes nearest, and misses it by little; the two others are far below.',
  },
  {
    id: 'three',
    title: 'Three points, three constants',
    values: { fitted: 3 },
    why: 'A law of three constants passes through three points exactly, whatever is true. It misses the two networks that it has not seen by more than the luck of the text explains.',
  },
  {
    id: 'without',
    title: 'Without a floor',
    values: { law: 'none' },
    why: 'The band of this law is narrow, and yet it misses most of the five, as the lower picture shows. A band says what the luck of the text may do, if the law is right.',
  },
  {
    id: 'line',
    title: 'A straight line',
    values: { law: 'line', counters: false },
    why: 'On an axis of log N alone a straight line has no floor either: far enough on it is below zero.',
  },
];
