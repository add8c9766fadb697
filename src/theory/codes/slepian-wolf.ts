import { assertFiniteNumber, assertNotNegativeOrInfinite, assertObject } from '#theory/numerics/assert.ts';
import { entropy } from '#theory/measures/entropy.ts';
import {
  conditionalEntropyOfXGivenY,
  conditionalEntropyOfYGivenX,
  jointEntropy,
  marginalX,
  marginalY,
  type JointTable,
} from '#theory/measures/joint.ts';

/** A pair of rates, one for each of two encoders that do not see each other's word, in nats per pair of symbols. */
export interface RatePair {
  readonly rateX: number;
  readonly rateY: number;
}

/** The rates that let one decoder recover both, in nats: rateX ≥ leastX, rateY ≥ leastY, rateX + rateY ≥ leastSum. */
export interface SlepianWolfRegion {
  /** H(X|Y): enough for X, although its encoder never sees Y, if Y is sent in full. */
  readonly leastX: number;
  /** H(Y|X). */
  readonly leastY: number;
  /** H(X,Y): working together would need as much. */
  readonly leastSum: number;
  /** (H(X|Y), H(Y)) and (H(X), H(Y|X)): the ends of the edge on which no rate is wasted. */
  readonly corners: readonly [RatePair, RatePair];
}

/** The Slepian–Wolf region of a joint law. Throws RangeError unless the table is one. Slepian and Wolf 1973. */
export function slepianWolfRegion(joint: JointTable): SlepianWolfRegion {
  const leastX = conditionalEntropyOfXGivenY(joint);
  const leastY = conditionalEntropyOfYGivenX(joint);
  return {
    leastX,
    leastY,
    leastSum: jointEntropy(joint),
    corners: [
      { rateX: leastX, rateY: entropy(marginalY(joint)) },
      { rateX: entropy(marginalX(joint)), rateY: leastY },
    ],
  };
}

/** By how much a pair of rates misses each bound of the region, in nats; 0 where it keeps it. */
export interface RateShortfall {
  readonly x: number;
  readonly y: number;
  readonly sum: number;
}

/** Shortfalls of at most this many nats are rounding: the corners must count as inside. */
const ROUNDING = 1e-12;

/** How far the rates are from what each of the three bounds asks: max(0, least − rate), in nats. */
export function rateShortfall(rates: RatePair, region: SlepianWolfRegion): RateShortfall {
  assertObject(rates, 'rates');
  assertObject(region, 'region');
  const { rateX, rateY } = rates;
  assertFiniteNumber(region.leastX, 'region.leastX');
  assertFiniteNumber(region.leastY, 'region.leastY');
  assertFiniteNumber(region.leastSum, 'region.leastSum');
  assertNotNegativeOrInfinite(rateX, 'rateX');
  assertNotNegativeOrInfinite(rateY, 'rateY');
  const missing = (least: number, rate: number) => (least - rate > ROUNDING ? least - rate : 0);
  return {
    x: missing(region.leastX, rateX),
    y: missing(region.leastY, rateY),
    sum: missing(region.leastSum, rateX + rateY),
  };
}

/** Whether the rates suffice: all three bounds are kept. */
export function inRegion(rates: RatePair, region: SlepianWolfRegion): boolean {
  const { x, y, sum } = rateShortfall(rates, region);
  return x === 0 && y === 0 && sum === 0;
}
