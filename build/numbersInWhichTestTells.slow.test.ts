import { test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { lawOf } from '#widgets/stratify/law.ts';
import { params, real } from '#widgets/stratify/parameters.ts';
import { trialOf } from '#widgets/stratify/trial.ts';
import { quotesOf } from '../fixtures/prose.ts';

test('how often a coin wins among twelve markers and sixty patients, and what it promises', () => {
  const quotes = quotesOf('which-test-tells');
  const law = lawOf(defaultValues(params));
  const won = Array.from({ length: 100 }, (_, i) => trialOf(law, { patients: 60, seed: i + 1 })).filter(
    ({ winner }) => winner >= real,
  );
  const promised = won.reduce((sum, { seems }) => sum + 100 * seems, 0) / won.length;
  quotes(
    `Of the trials with seeds 1 to 100, ${won.length} are won by a coin, and on average over these it promises ${promised.toFixed(1)} good outcomes.`,
  );
});
