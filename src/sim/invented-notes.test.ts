import { describe, expect, it } from 'vitest';
import { weighEvidence } from '#theory/belief/bayes.ts';
import { close, closeAll } from '../../fixtures/oracle.ts';
import { drawPatient, kindsOfNotes, lawOfNotes, learnedFamilies } from './invented-notes.ts';
import { uniforms } from './random.ts';

const families = [
  { signs: 3, rates: [0.75, 0.08] },
  { signs: 1, rates: [0.6, 0.2] },
  { signs: 2, rates: [0.3, 0.5] },
];

describe('invented notes', () => {
  it('have the law of all rows of signs, summed over rows of one kind', () => {
    for (const echo of [0, 0.3, 1]) {
      const law = lawOfNotes({ families, echo });
      const kinds = kindsOfNotes(families);
      families[0].rates.forEach((_, c) => {
        const counted = kinds.map(() => 0);
        // Every row of the six signs, and for each family whether one coin falls for all its signs.
        for (let row = 0; row < 64; row++)
          for (let mode = 0; mode < 8; mode++) {
            let at = 0;
            let chance = 1;
            const counts = families.map(({ signs, rates }, f) => {
              const own = Array.from({ length: signs }, () => (row >> at++) & 1);
              const p = rates[c];
              const each = own.map((bit) => (bit ? p : 1 - p));
              if ((mode >> f) & 1) chance *= echo * (own.every((bit) => bit === own[0]) ? each[0] : 0);
              else chance *= (1 - echo) * each.reduce((a, b) => a * b, 1);
              return own.reduce((a, b) => a + b, 0);
            });
            counted[kinds.findIndex((kind) => kind.join() === counts.join())] += chance;
          }
        closeAll(law[c], counted);
      });
    }
  });

  it('write each sign as often whatever they repeat, and repeat what is the same', () => {
    const kinds = kindsOfNotes(families);
    for (const echo of [0, 0.4, 1]) {
      const law = lawOfNotes({ families, echo });
      families.forEach(({ signs, rates }, f) =>
        rates.forEach((rate, c) =>
          close(
            law[c].reduce((sum, p, k) => sum + (p * kinds[k][f]) / signs, 0),
            rate,
            1e-12,
          ),
        ),
      );
    }
    // Repeating one another, three signs tell what one does.
    const one = lawOfNotes({ families: [{ ...families[0], signs: 1 }], echo: 0 });
    const three = lawOfNotes({ families: [families[0]], echo: 1 });
    const tells = (law: number[][]) => weighEvidence([0.1, 0.9], law).mutualInformation;
    close(tells(three), tells(one), 1e-12);
    expect(tells(lawOfNotes({ families: [families[0]], echo: 0 }))).toBeGreaterThan(tells(one));
  });

  it('are drawn as often as their law says', () => {
    const law = lawOfNotes({ families, echo: 0.3 });
    const prior = [0.3, 0.7];
    const next = uniforms(5);
    const n = 20_000;
    const seen = law[0].map(() => 0);
    for (let i = 0; i < n; i++) seen[drawPatient(prior, law, next).kind]++;
    seen.forEach((count, k) => {
      const p = prior[0] * law[0][k] + prior[1] * law[1][k];
      expect(Math.abs(count / n - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n) + 1e-9);
    });
  });

  it('teach the rates with many, and nothing with none', () => {
    const law = { families, echo: 0.5 };
    const many = learnedFamilies([0.5, 0.5], law, 20_000, 3, uniforms(2));
    for (const learner of many)
      learner.forEach(({ rates }, f) =>
        rates.forEach((rate, c) => expect(Math.abs(rate - families[f].rates[c])).toBeLessThan(0.03)),
      );
    // Without notes each rate is uniform: mean 1/2, variance 1/12.
    const none = learnedFamilies([0.5, 0.5], law, 0, 2000, uniforms(3)).map((one) => one[0].rates[0]);
    const mean = none.reduce((a, b) => a + b) / none.length;
    const variance = none.reduce((a, b) => a + (b - mean) ** 2, 0) / none.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.01);
  });
});
