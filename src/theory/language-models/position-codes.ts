/**
 * Codes of places that are given by a formula. A vector of `width` numbers is width/2 pairs; pair k is the numbers k and k + width/2, and
 * has a hand of its own speed. Vaswani et al. 2017; Su et al. 2021.
 */
import { assertEach, assertFiniteNumber, assertIndex, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';

/** Far more than any network has. */
const MOST = 1e6;

function assertWidth(width: number, name = 'width'): void {
  assertWholeNumber(width, name, 2, MOST);
  if (width % 2) refuse(name, 'be even', width);
}

/** The angle in radians by which the hand of pair k, counted from 0, turns from one place to the next: 10000^(−2k/width). */
export function anglePerPlace(pair: number, width: number): number {
  assertWidth(width);
  assertIndex(pair, 'pair', width / 2);
  return 10_000 ** ((-2 * pair) / width);
}

/** The waves of a place, [width]: the sines of all hands, then their cosines. */
export function waveCode(place: number, width: number): Float64Array {
  assertWidth(width);
  assertFiniteNumber(place, 'place');
  const half = width / 2;
  return Float64Array.from({ length: width }, (_, i) => {
    const angle = place * anglePerPlace(i % half, width);
    return i < half ? Math.sin(angle) : Math.cos(angle);
  });
}

/** A vector each of whose pairs is turned by its hand as far as that has gone at this place, [width]. */
export function turned(vector: readonly number[], place: number): Float64Array {
  assertEach(vector, 'vector', assertFiniteNumber);
  assertWidth(vector.length, 'vector.length');
  assertFiniteNumber(place, 'place');
  const [width, half] = [vector.length, vector.length / 2];
  return Float64Array.from({ length: width }, (_, i) => {
    const k = i % half;
    const angle = place * anglePerPlace(k, width);
    const [a, b] = [vector[k], vector[k + half]];
    return i < half ? a * Math.cos(angle) - b * Math.sin(angle) : a * Math.sin(angle) + b * Math.cos(angle);
  });
}
