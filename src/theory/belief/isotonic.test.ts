import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { brierScore, logScore, type Forecasts } from './calibration.ts';
import { isotonicBlocks, isotonicParts } from './isotonic.ts';

const record = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 19 }), fc.boolean()), { minLength: 1, maxLength: 7 })
  .map((made): Forecasts => ({ confidence: made.map(([c]) => c / 20), correct: made.map(([, came]) => came) }));

/** What the staircase says in the place of each forecast. */
const recalibrated = ({ confidence, correct }: Forecasts): Forecasts => {
  const blocks = isotonicBlocks({ confidence, correct });
  return { confidence: confidence.map((c) => blocks.find(({ from, to }) => c >= from && c <= to)!.share), correct };
};

/** Every rising assignment of multiples of 1/12 to the different forecasts. */
function* rising(levels: number, least = 0): Generator<number[]> {
  if (levels === 0) return yield [];
  for (let k = least; k <= 12; k++) for (const rest of rising(levels - 1, k)) yield [k / 12, ...rest];
}

describe('isotonic recalibration', () => {
  it('pools five forecasts as by hand', () => {
    const made = { confidence: [0.1, 0.3, 0.5, 0.5, 0.9], correct: [false, true, false, false, true] };
    // 0.3 came and neither 0.5 did: one of three.
    closeAll(
      isotonicBlocks(made).flatMap(({ from, to, count, said, share }) => [from, to, count, said, share]),
      [0.1, 0.1, 1, 0.1, 0, 0.3, 0.5, 3, 1.3 / 3, 1 / 3, 0.9, 0.9, 1, 0.9, 1],
    );
    const { score, miscalibration, discrimination, uncertainty } = isotonicParts(made);
    const h = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    close(uncertainty, h(2 / 5));
    close(discrimination, h(2 / 5) - (3 / 5) * h(1 / 3));
    close(score, -(Math.log(0.9) + Math.log(0.3) + 2 * Math.log(0.5) + Math.log(0.9)) / 5);
    close(miscalibration - discrimination + uncertainty, score);
  });

  it('is at least as good as every rising map of twelfths, by the log score and by the Brier score', () => {
    fc.assert(
      fc.property(record, (made) => {
        const levels = [...new Set(made.confidence)].sort((a, b) => a - b);
        if (levels.length > 4) return;
        const best = recalibrated(made);
        for (const values of rising(levels.length)) {
          const other = { confidence: made.confidence.map((c) => values[levels.indexOf(c)]), correct: made.correct };
          expect(brierScore(best)).toBeLessThanOrEqual(brierScore(other) + 1e-12);
          expect(logScore(best)).toBeLessThanOrEqual(logScore(other) + 1e-12);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('takes a score apart without a remainder, into parts that are not negative', () => {
    fc.assert(
      fc.property(record, (made) => {
        const { score, miscalibration, discrimination, uncertainty } = isotonicParts(made);
        close(score, logScore(made), 1e-9);
        close(miscalibration - discrimination + uncertainty, score, 1e-9);
        close(score - miscalibration, logScore(recalibrated(made)), 1e-9);
        const blocks = isotonicBlocks(made);
        expect(blocks.every(({ share }, i) => i === 0 || share > blocks[i - 1].share)).toBe(true);
      }),
    );
  });
});
