import { logScore, type Forecasts } from '#theory/belief/calibration.ts';
import { sum } from '#theory/measures/distribution.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';

/** Neighboring forecasts that the recalibration gives one probability. */
export interface Block {
  /** The lowest and the highest probability that was said in it. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was said, and the share that came true. */
  readonly said: number;
  readonly share: number;
}

interface Pool {
  from: number;
  to: number;
  count: number;
  said: number;
  came: number;
}

/**
 * The rising staircase from what was said to what came true that fits the outcomes best, by the logarithmic score and by every other proper
 * score at once: a reliability diagram without bins. Pool-adjacent-violators, Ayer et al. 1955; as a diagram (CORP) Dimitriadis, Gneiting
 * and Jordan 2021. Throws RangeError unless there are forecasts and as many outcomes.
 */
export function isotonicBlocks(forecasts: Forecasts): Block[] {
  logScore(forecasts); // its checks are ours
  const { confidence, correct } = forecasts;
  const order = confidence.map((_, i) => i).sort((i, j) => confidence[i] - confidence[j]);
  const pools: Pool[] = [];
  for (const i of order) {
    const c = confidence[i];
    const last = pools.at(-1);
    // Equal forecasts cannot be told apart.
    if (last && last.from === c) {
      last.count++;
      last.said += c;
      last.came += Number(correct[i]);
    } else pools.push({ from: c, to: c, count: 1, said: c, came: Number(correct[i]) });
  }
  const stack: Pool[] = [];
  for (const top of pools) {
    for (let low = stack.at(-1); low && low.came * top.count >= top.came * low.count; low = stack.at(-1)) {
      stack.pop();
      top.from = low.from;
      top.count += low.count;
      top.said += low.said;
      top.came += low.came;
    }
    stack.push(top);
  }
  return stack.map(({ from, to, count, said, came }) => ({
    ...{ from, to, count, said: said / count, share: came / count },
  }));
}

/** What a log score is made of without bins, in nats: score = miscalibration − discrimination + uncertainty. */
export interface IsotonicParts {
  readonly score: number;
  /** What the best rising recalibration would have saved, in hindsight: at least 0, and more than 0 by chance alone. */
  readonly miscalibration: number;
  /** What the recalibrated forecasts save beside one who says the share of all each time: at least 0. */
  readonly discrimination: number;
  readonly uncertainty: number;
}

/** The decomposition of Dimitriadis, Gneiting and Jordan 2021, for the logarithmic score. Throws as `isotonicBlocks`. */
export function isotonicParts(forecasts: Forecasts): IsotonicParts {
  const blocks = isotonicBlocks(forecasts);
  const n = forecasts.confidence.length;
  const unit = (p: number) => Math.min(1, Math.max(0, p));
  const score = logScore(forecasts);
  const recalibrated = sum(blocks.map(({ count, share }) => (count / n) * binaryEntropy(unit(share))));
  const uncertainty = binaryEntropy(forecasts.correct.filter(Boolean).length / n);
  return {
    ...{ score, uncertainty },
    miscalibration: Math.max(0, score - recalibrated),
    discrimination: Math.max(0, uncertainty - recalibrated),
  };
}
