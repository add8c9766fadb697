import {
  assertFunction,
  assertList,
  assertNotNegative,
  assertObject,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { assertCases } from './in-context-curve.ts';
import type { DocumentHierarchy } from './document-hierarchy.ts';

/** Where the information in M documents of T tosses is, in nats for all M T tosses unless said otherwise. */
export interface MetaSplit {
  /** H(H) of all tosses: the loss of the optimal predictor. */
  readonly entropy: number;
  /** H(H | Θ) = M T E h: what nobody can learn. */
  readonly irreducible: number;
  /** I(H; Θ) = I(H; ψ) + M I(D; Θ_m | ψ): what the optimal predictor loses by having to learn. */
  readonly estimation: number;
  /** I(H; ψ), shared by all documents. */
  readonly meta: number;
  /** I(D; Θ_m | ψ) of one document of T tosses: which coin it has. Each new document costs it again, but no toss after it. */
  readonly intra: number;
  /** I(D^τ; Θ_{M+1} | H) of the first τ tosses of a new document, read after the others: in-context learning. */
  readonly inContext: number;
  /** I(H; ψ)/M + I(D^τ; Θ | ψ) ≥ inContext, because what one more document tells about ψ never rises. */
  readonly inContextBound: number;
}

/** −p ln p. */
const surprise = (p: number) => (p > 0 ? -p * Math.log(p) : 0);

/** C(n, k) for k = 0 … n. */
function binomials(n: number): number[] {
  const row = [1];
  for (let k = 1; k <= n; k++) row.push((row[k - 1] * (n - k + 1)) / k);
  return row;
}

/**
 * The split of the estimation error into a part shared by all documents and a part of each, exactly: L − irreducible =
 * I(H; ψ)/(M T) + I(D; Θ | ψ)/T per toss. Documents are exchangeable and so are tosses within one, so that the multisets of numbers of
 * heads are enumerated, C(M + T, T) of them. Throws RangeError unless M ≥ 1, T ≥ 1 and 0 ≤ τ ≤ T are whole numbers. Jeon, Lee,
 * Lei and Van Roy 2024, theorems 4.2 and 4.7.
 */
export function splitMetaAndIntra(
  hierarchy: DocumentHierarchy,
  documents: number,
  tosses: number,
  newTosses = tosses,
): MetaSplit {
  assertObject(hierarchy, 'hierarchy');
  for (const name of ['extend', 'probability', 'entropyGivenPsi'] as const) assertFunction(hierarchy[name], name);
  assertList(hierarchy.start, 'start');
  assertNotNegative(hierarchy.entropyOfToss, 'entropyOfToss');
  assertWholeNumber(documents, 'documents', 1);
  assertWholeNumber(tosses, 'tosses', 1);
  assertCases(documents, tosses);
  assertWholeNumber(newTosses, 'newTosses');
  if (newTosses > tosses) throw new RangeError(`newTosses must be at most tosses, ${tosses}, got ${newTosses}`);
  const [orders, newOrders] = [binomials(tosses), binomials(newTosses)];
  let [entropy, entropyWithNew] = [0, 0];
  /** `count` sequences have the evidence; the last `repeats` of the documents have `least` heads each, none has more. */
  const visit = (evidence: readonly number[], left: number, least: number, repeats: number, count: number) => {
    if (left === 0) {
      entropy += count * surprise(hierarchy.probability(evidence));
      newOrders.forEach((ways, heads) => {
        const p = hierarchy.probability(hierarchy.extend(evidence, newTosses, heads));
        entropyWithNew += count * ways * surprise(p);
      });
      return;
    }
    for (let heads = least; heads <= tosses; heads++) {
      const same = heads === least ? repeats + 1 : 1;
      // The m-th document can stand in m places, but its likes are not told apart.
      const places = (documents - left + 1) / same;
      visit(hierarchy.extend(evidence, tosses, heads), left - 1, heads, same, count * orders[heads] * places);
    }
  };
  visit(hierarchy.start, documents, 0, 0, 1);
  const perDocument = hierarchy.entropyGivenPsi(tosses);
  const irreducible = documents * tosses * hierarchy.entropyOfToss;
  const meta = Math.max(0, entropy - documents * perDocument);
  const intraOf = (n: number) => Math.max(0, hierarchy.entropyGivenPsi(n) - n * hierarchy.entropyOfToss);
  return {
    entropy,
    irreducible,
    estimation: Math.max(0, entropy - irreducible),
    meta,
    intra: intraOf(tosses),
    inContext: Math.max(0, entropyWithNew - entropy - newTosses * hierarchy.entropyOfToss),
    inContextBound: meta / documents + intraOf(newTosses),
  };
}
