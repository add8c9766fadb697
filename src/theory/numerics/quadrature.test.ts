import { describe, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { expectationUnderNormal, integrateUnitInterval } from './quadrature.ts';

describe('integrateUnitInterval', () => {
  it('is exact for powers, also where their slope is infinite at an end', () => {
    for (const n of [0, 1, 2, 10, 200, 0.5, 0.01, -0.5])
      close(
        integrateUnitInterval((u) => u ** n),
        1 / (n + 1),
        1e-13,
      );
  });

  it('is exact at the far end if its distance is used', () => {
    close(
      integrateUnitInterval((_, left) => left ** -0.5),
      2,
      1e-13,
    );
  });

  it('takes logarithms at the ends', () => {
    close(
      integrateUnitInterval((u, left) => -u * Math.log(u) - left * Math.log(left)),
      0.5,
      1e-13,
    );
    close(
      integrateUnitInterval((u) => Math.log(u) ** 2),
      2,
      1e-13,
    );
  });
});

describe('expectationUnderNormal', () => {
  it('gives the moments (2n − 1)!! and the cosine e^(−k²/2)', () => {
    for (const [n, moment] of [
      [0, 1],
      [1, 0],
      [2, 1],
      [4, 3],
      [6, 15],
      [8, 105],
    ]) {
      close(
        expectationUnderNormal((z) => z ** n),
        moment,
        1e-13,
      );
    }
    for (const k of [1, 2, 5])
      close(
        expectationUnderNormal((z) => Math.cos(k * z)),
        Math.exp((-k * k) / 2),
        1e-12,
      );
  });
});
