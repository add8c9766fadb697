import type { Challenge, Preset } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { ThreeWayModel, ThreeWayValues } from './model.ts';

const bit = Math.LN2;

export const presets: readonly Preset<ThreeWayValues>[] = [
  {
    id: 'xor',
    title: 'XOR',
    values: { story: 'xor' },
    why: 'Z says whether two fair coins differ. Each pair is independent, all three are not: the center is −1 bit.',
  },
  {
    id: 'and',
    title: 'AND',
    values: { story: 'and' },
    why: 'Each coin alone gives something away, the two together more than twice as much. The center is negative still.',
  },
  {
    id: 'or',
    title: 'OR',
    values: { story: 'or' },
    why: 'AND with zeros and ones exchanged. Information does not care what the values are called.',
  },
  {
    id: 'copy',
    title: 'Copy',
    values: { story: 'copy' },
    why: 'One bit under three names. Everything sits in the center, and all of it is redundant.',
  },
  {
    id: 'one-source',
    title: 'One source',
    values: { story: 'one-source' },
    why: 'Z repeats X and Y has no part in it: one bit, unique to X.',
  },
  {
    id: 'chain',
    title: 'Chain',
    values: { story: 'chain', noise: 0.1 },
    why: 'Z hears of X only by way of Y. Given Y the two have nothing in common: I(X;Z | Y) is zero.',
  },
  {
    id: 'common-cause',
    title: 'Common cause',
    values: { story: 'common-cause', noise: 0.1 },
    why: 'X and Y are two noisy readings of Z. What they share is explained by Z: I(X;Y | Z) is zero.',
  },
  {
    id: 'independent',
    title: 'Independent',
    values: { story: 'independent' },
    why: 'Three coins that know nothing of each other. No region but the three outer ones holds anything.',
  },
];

export const challenges: readonly Challenge<ThreeWayModel, ThreeWayValues>[] = [
  {
    id: 'only-together',
    task: 'Find a case in which neither X nor Y alone tells anything about Z, but together they tell at least 0.9 bits.',
    start: { story: 'and', bias: 0.3 },
    score: ({ all }) =>
      Math.min(
        within(Math.max(all.informationXZ, all.informationYZ), 1e-3 * bit, bit),
        atLeast(all.informationPairXYWithZ, 0.9 * bit),
      ),
    hints: [
      {
        when: ({ all }) => all.informationPairXYWithZ < 1e-3 * bit,
        say: 'Here nobody tells anything about Z, not even the two together. Let Z depend on both, with coins that are open and little noise.',
      },
      {
        when: (_, { story }) => story === 'and' || story === 'or',
        say: 'One coin can settle this gate by itself, and so it talks. Look for a gate that no single coin can settle.',
      },
      {
        when: (_, { story, bias }) => story === 'xor' && Math.abs(bias - 0.5) > 0.015,
        say: 'Right gate, wrong coins. If one coin mostly shows the same side, Z mostly follows the other.',
      },
      {
        when: (_, { story }) => story === 'xor',
        say: 'Right gate, coins that are fair or nearly so, but too much noise on the way to Z.',
      },
      { when: () => true, say: 'Here at least one of the two tells about Z by itself.' },
    ],
    solved:
      'Two variables, each worthless alone, are worth a bit together. Choosing features one by one would drop both.',
    solution: { story: 'xor', noise: 0, bias: 0.5 },
  },
  {
    id: 'explained-away',
    task: 'Let X and Y share at least 0.3 bits, all of it explained by Z, while Z does not settle X: H(X | Z) at least 0.2 bits.',
    score: ({ all }) =>
      Math.min(
        atLeast(all.informationXY, 0.3 * bit),
        within(all.informationXYGivenZ, 1e-3 * bit, bit),
        atLeast(all.entropyXZ - all.entropyZ, 0.2 * bit),
      ),
    hints: [
      {
        when: ({ all }, { story }) => story === 'chain' && all.informationXYGivenZ >= 1e-3 * bit,
        say: 'In this chain Y stands in the middle. Y explains all that X and Z share; Z explains only a part of what X and Y share.',
      },
      {
        when: ({ all }, { story }) => story !== 'common-cause' && all.informationXY < 1e-3 * bit,
        say: 'X and Y must share something before Z can explain it. Take a story in which they come from one place.',
      },
      {
        when: ({ all }, { story }) => story === 'common-cause' && all.entropyXZ - all.entropyZ < 0.2 * bit,
        say: 'Right story, but Z leaves too little of X open. Add a little noise to the arrows.',
      },
      {
        when: (_, { story }) => story === 'common-cause',
        say: 'Right story, but X and Y share too little now. Less noise, or a fairer coin.',
      },
      {
        when: ({ all }) => all.informationXYGivenZ < 1e-3 * bit && all.entropyXZ - all.entropyZ < 0.2 * bit,
        say: 'Z explains all that they share, but it settles X as well. Let both come from Z, with a little noise on the way.',
      },
      { when: () => true, say: 'Something of the bond between X and Y remains once Z is known. Let both come from Z.' },
    ],
    solved: 'X and Y go together only because both follow Z. Once Z is known, one tells nothing more about the other.',
    solution: { story: 'common-cause', noise: 0.08, bias: 0.5 },
  },
  {
    id: 'half-the-bit',
    task: 'In the XOR story with fair coins, find the noise that costs exactly half of what X and Y tell about Z (within 0.01 bits).',
    start: { story: 'xor' },
    score: ({ all }, { story, bias }) =>
      story === 'xor' && bias === 0.5 ? within(Math.abs(all.informationPairXYWithZ - bit / 2), 0.01 * bit, bit) : 0,
    hints: [
      {
        when: (_, { story, bias }) => story !== 'xor' || bias !== 0.5,
        say: 'Stay with XOR and fair coins; move the noise alone.',
      },
      {
        when: ({ all }, { noise }) => noise > 0.2 && all.informationPairXYWithZ < bit / 2,
        say: 'Flips at random, one time in five or more, cost far more than a half: you never know which ones were flipped.',
      },
      { when: ({ all }) => all.informationPairXYWithZ < bit / 2, say: 'A little less noise.' },
      { when: () => true, say: 'More noise, though less than you might think.' },
    ],
    solved: 'A flip with probability 0.11 costs half a bit: 1 − h(0.11) = 0.5, where h is the entropy of a coin.',
    solution: { story: 'xor', noise: 0.11, bias: 0.5 },
  },
];
