import type { Kind, Part } from '#calculator/subject.ts';
import { ofCounts } from './counts.ts';
import { ofDependence } from './dependence.ts';
import { ofDistances } from './distances.ts';
import { ofJoint } from './joint.ts';
import { ofLaw } from './law.ts';
import { ofLogits } from './logits.ts';
import { ofChain, ofChannel } from './matrices.ts';
import type { AnyMeasure } from './measure.ts';
import { ofPair } from './pair.ts';
import { ofNumbers, ofTally } from './samples.ts';
import { ofText } from './text.ts';
import { ofTokens } from './tokens.ts';

/** Parts in the order in which their measures are shown, with what heads them. */
export const parts: readonly { readonly part: Part; readonly title: string }[] = [
  { part: 'tokens', title: 'The text that the tokens make' },
  { part: 'text', title: 'The text' },
  { part: 'logits', title: 'The logits' },
  { part: 'law', title: 'The distribution' },
  { part: 'counts', title: 'The source behind the counts' },
  { part: 'pair', title: 'The two distributions' },
  { part: 'joint', title: 'The joint table' },
  { part: 'tally', title: 'The source behind the counted pairs' },
  { part: 'numbers', title: 'The measured pairs' },
  { part: 'chain', title: 'The chain' },
  { part: 'channel', title: 'The channel' },
];

/** Every measure of the calculator. */
export const measures: readonly AnyMeasure[] = [
  ...ofTokens,
  ...ofText,
  ...ofLogits,
  ...ofLaw,
  ...ofCounts,
  ...ofPair,
  ...ofDistances,
  ...ofJoint,
  ...ofDependence,
  ...ofTally,
  ...ofNumbers,
  ...ofChain,
  ...ofChannel,
];

/** What kinds of input have a part. */
export const kindsWith: Readonly<Record<Part, readonly Kind[]>> = {
  tokens: ['tokens'],
  text: ['text'],
  logits: ['logits'],
  law: ['distribution', 'counts', 'logits', 'outcomes', 'text'],
  counts: ['counts', 'text'],
  pair: ['two'],
  joint: ['joint', 'pairs'],
  tally: ['joint', 'pairs'],
  numbers: ['pairs'],
  chain: ['chain'],
  channel: ['channel'],
};
