import { column } from '#kit/figure/series.ts';
import type { Best, Policy } from './model.ts';

export const columns = {
  divergence: column<Policy>('Divergence spent, {unit}', 'information', ({ divergence }) => divergence),
  reward: column<Policy>('Expected reward', 'number', ({ reward }) => reward),
  worth: column<Policy>('Worth in truth, expected', 'number', ({ worth }) => worth),
  harm: column<Policy>('Harmful answer', 'probability', ({ harm }) => harm),
  most: column<Policy>('The most that it could have', 'probability', ({ most }) => most),
  entropy: column<Policy>('Entropy, {unit}', 'information', ({ entropy }) => entropy),
};
export const bestColumns = {
  n: column<Best>('n', 'count', ({ n }) => n),
  formula: column<Best>('Formula, {unit}', 'information', ({ formula }) => formula),
};
