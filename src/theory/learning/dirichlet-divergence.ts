import { assertEach, assertList, assertPositive } from '#theory/numerics/assert.ts';
import { digamma, logGamma } from '#theory/numerics/special.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * D(Dir(a) ‖ Dir(b)) = ln B(b)/B(a) + Σ (aᵢ − bᵢ)(ψ(aᵢ) − ψ(A)) in nats, with A = Σ aᵢ and B(a) = Π Γ(aᵢ)/Γ(A). Throws RangeError unless
 * both have equally many parameters, at least two, and all are positive.
 */
export function dirichletDivergence(a: readonly number[], b: readonly number[]): number {
  assertList(a, 'a');
  assertList(b, 'b');
  if (a.length < 2) throw new RangeError(`a must have at least two parameters, got ${a.length}`);
  if (b.length !== a.length) throw new RangeError(`b must have ${a.length} parameters like a, got ${b.length}`);
  assertEach(a, 'a', assertPositive);
  assertEach(b, 'b', assertPositive);
  const logBeta = (of: readonly number[]) => total(of.map(logGamma)) - logGamma(total(of));
  const center = digamma(total(a));
  const drift = total(a.map((value, i) => (value - b[i]) * (digamma(value) - center)));
  return Math.max(0, logBeta(b) - logBeta(a) + drift);
}
