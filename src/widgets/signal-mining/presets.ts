import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

const careful = { rank: 'lower', strength: 0.5 } as const;

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'plain',
    title: 'The plain ratio',
    values: {},
    why: 'Observed over expected as it is. Five of the ten first have a single report: hardly anything was expected of them, and one report came.',
  },
  {
    id: 'shrunk',
    title: 'Drawn towards one',
    values: { strength: 2 },
    why: 'Two reports more on both sides change little where hundreds were counted, and nearly everything where one was.',
  },
  {
    id: 'lower-end',
    title: 'The lower end',
    values: careful,
    why: 'A pair is flagged if even the lower end of its interval says more often than expected. Of the pairs without a reason hardly any is left, and of the effects some are lost.',
  },
  {
    id: 'information',
    title: 'Mutual information',
    values: { rank: 'information', strength: 0.5 },
    why: 'The list is by mutual information. It begins with the most frequent pair, which everybody knows, and it takes in pairs that come less often than expected.',
  },
  {
    id: 'many-reports',
    title: 'Twenty times as many reports',
    values: { ...careful, reports: 20_000 },
    why: 'Intervals are narrow now. The pair that age explains and the one from the papers are above the line, and so are pairs that are distorted only a little.',
  },
  {
    id: 'taken-apart',
    title: 'By age, and without Coral',
    values: { ...careful, reports: 20_000, byAge: true, without: true, line: 1.15 },
    why: 'Compared within an age, Violet–H is no longer above the line. Without the reports of Coral, Teal–B is. Amber–E is still there: no table of these reports tells a rumor from an effect.',
  },
];
