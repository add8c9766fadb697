import { expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { shape, untouched } from '#theory/language-models/truncation.ts';
import { close } from '../../../fixtures/oracle.ts';
import { turnOfTemperature } from './amounts.ts';
import { params } from './parameters.ts';

const asked = defaultValues(params);
const law = [0.4, 0.25, 0.15, 0.1, 0.06, 0.04];
const logits = law.map(Math.log);
const shapedAt = (temperature: number) => shape(logits, { ...untouched, temperature });
const turnAt = (temperature: number) => turnOfTemperature(shapedAt(temperature), { ...asked, temperature });

it('a temperature below 1 raises what is likelier than the turn and nothing else, one above 1 lowers it', () => {
  for (const temperature of [0.2, 0.7, 0.99, 1.01, 1.4, 2]) {
    const [{ logTempered }, turn] = [shapedAt(temperature), turnAt(temperature)];
    for (const [i, q] of law.entries())
      expect(Math.exp(logTempered[i]) > q, `${q} at temperature ${temperature}, turn ${turn}`).toBe(
        temperature < 1 === q > turn,
      );
  }
});

it('the turn is the likeliest token at temperature 0, and e to the minus entropy next to 1', () => {
  close(turnAt(0), 0.4);
  close(turnAt(1), Math.exp(-entropy(law)));
  close(turnAt(1 + 1e-7), turnAt(1), 1e-6);
  // At temperature 1/2 it is the sum of squares, since H₂ = −ln Σ q².
  const squares = law.reduce((sum, q) => sum + q * q, 0);
  close(turnAt(0.5), squares);
});
