import {
  assertNotNegative,
  assertNotNegativeOrInfinite,
  assertObject,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { expectedDistinct, expectedEntropy, publishedDistinct } from './dirichlet.ts';

/** Shape of an attention-only transformer with normally distributed weights. */
export interface TransformerShape {
  readonly vocabulary: number;
  /** Dimension r of keys, queries and values. */
  readonly dimension: number;
  /** Layers L. */
  readonly depth: number;
  /** Longest past K that it reads. */
  readonly context: number;
}

function assertShape(shape: TransformerShape): void {
  assertObject(shape, 'shape');
  const { vocabulary, dimension, depth, context } = shape;
  assertWholeNumber(vocabulary, 'vocabulary', 2);
  assertWholeNumber(dimension, 'dimension', 1);
  assertWholeNumber(depth, 'depth', 1);
  assertWholeNumber(context, 'context', 1);
}

/** Number of parameters 2r²(L − 1) + |V|r + r²: L attention matrices, L − 1 square value matrices and one that reads out. */
export function transformerParameters(shape: TransformerShape): number {
  assertShape(shape);
  const { vocabulary, dimension, depth } = shape;
  return 2 * dimension ** 2 * (depth - 1) + vocabulary * dimension + dimension ** 2;
}

/** The two costs, in nats, of one random transformer met in `tokens` tokens: p ln(136eK²), of which there are L, and p ln(2KT²/L). */
function costs(shape: TransformerShape, squaredTokens: number) {
  const parameters = transformerParameters(shape);
  return {
    perLayer: parameters * (Math.log(136 * shape.context ** 2) + 1),
    once: parameters * Math.log((2 * shape.context * squaredTokens) / shape.depth),
  };
}

/**
 * Bound [pL ln(136eK²) + p ln(2KT²/L)]/T on the estimation error of the optimal predictor of a random transformer after T
 * tokens, in nats per token, quoted and not proved again. It is a statement about this prior, no bound on trained networks,
 * and says nothing while it exceeds ln|V|. Jeon, Lee, Lei and Van Roy 2024, theorem 3.5.
 */
export function transformerBound(shape: TransformerShape, tokens: number): number {
  assertPositive(tokens, 'tokens');
  const { perLayer, once } = costs(shape, tokens ** 2);
  return (shape.depth * perLayer + once) / tokens;
}

/**
 * The number of tokens from which on transformerBound is below ln|V|, the loss of one who knows nothing, so that it begins to
 * inform. The larger root of an equation whose left side is concave: Newton's method from the right never overshoots.
 */
export function transformerBreakEven(shape: TransformerShape): number {
  const { perLayer, once } = costs(shape, 1);
  const [constant, parameters, trivial] = [
    shape.depth * perLayer + once,
    transformerParameters(shape),
    Math.log(shape.vocabulary),
  ];
  const excess = (tokens: number) => constant + 2 * parameters * Math.log(tokens) - tokens * trivial;
  let tokens = (2 * parameters) / trivial;
  while (excess(tokens) > 0) tokens *= 2;
  for (let step = 0; step < 100; step++) {
    const next = tokens - excess(tokens) / ((2 * parameters) / tokens - trivial);
    if (!(next < tokens)) break;
    tokens = next;
  }
  return tokens;
}

/** A corpus of documents, each written by one of N random transformers drawn with Dirichlet weights of scale R. */
export interface MixtureCorpus {
  readonly documents: number;
  /** Tokens per document. */
  readonly tokens: number;
  readonly scale: number;
  readonly components: number;
}

/** The bound on the estimation error of the mixture in its three readings, in nats per token. */
export interface MixtureBounds {
  /** As printed: the first term lacks a factor L. */
  readonly printed: number;
  /** With the factor L that theorem 3.5, applied to R ln(1 + M/R) transformers, gives. Not checked against the proof. */
  readonly withDepth: number;
  /** With the exact expected number of components for R ln(1 + M/R), and E H(α) for ln N. The first change is a conjecture. */
  readonly corrected: number;
  /** ln N/T, what it costs at most to tell which component wrote a document. */
  readonly whichComponent: number;
  /** E H(α)/T, a bound on the same that does not grow with N. */
  readonly whichComponentCorrected: number;
}

/**
 * Bounds for the sparse mixture of transformers: n [pL ln(136eK²) + p ln(2KMT²/L)]/(MT) + c/T with n = R ln(1 + M/R) and c =
 * ln N as printed. Jeon, Lee, Lei and Van Roy 2024, theorem 4.5.
 */
export function mixtureBounds(shape: TransformerShape, corpus: MixtureCorpus): MixtureBounds {
  assertObject(corpus, 'corpus');
  const { documents, tokens, scale, components } = corpus;
  assertWholeNumber(documents, 'documents', 1);
  assertPositive(tokens, 'tokens');
  assertPositive(scale, 'scale');
  assertWholeNumber(components, 'components', 1);
  const { perLayer, once } = costs(shape, documents * tokens ** 2);
  const perToken = (count: number, layers: number) => (count * (layers * perLayer + once)) / (documents * tokens);
  const published = publishedDistinct(scale, documents);
  const whichComponent = Math.log(components) / tokens;
  const whichComponentCorrected = expectedEntropy(scale, components) / tokens;
  return {
    printed: perToken(published, 1) + whichComponent,
    withDepth: perToken(published, shape.depth) + whichComponent,
    corrected: perToken(expectedDistinct(scale, components, documents), shape.depth) + whichComponentCorrected,
    whichComponent,
    whichComponentCorrected,
  };
}

/**
 * Bound min(ln |Θ|, H)/T on the estimation error per token if the parameter has finitely many values, in nats: no more can be
 * learned than there is to know. `entropy` is the entropy of all the data, if known.
 */
export function finiteClassBound(classSize: number, tokens: number, entropy = Infinity): number {
  assertWholeNumber(classSize, 'classSize', 1);
  assertPositive(tokens, 'tokens');
  assertNotNegativeOrInfinite(entropy, 'entropy');
  return Math.min(Math.log(classSize), entropy) / tokens;
}

/**
 * p b ln 2/T: the same if p weights are stored with b bits each, so that Θ has at most 2^(pb) values; in nats per token. It holds for
 * every prior on such weights, whatever the network does with them. Weights and bits may be 0.
 */
export function storedWeightsBound(weights: number, bitsEach: number, tokens: number): number {
  assertNotNegative(weights, 'weights');
  assertNotNegative(bitsEach, 'bitsEach');
  assertPositive(tokens, 'tokens');
  return (weights * bitsEach * Math.LN2) / tokens;
}

/**
 * (k/2) ln T/T: the scale, in nats per token, on which k regular parameters are learned from T tokens. The exact estimation
 * error differs from it by a constant over T. Clarke and Barron 1990.
 */
export function parametricScale(parameters: number, tokens: number): number {
  assertNotNegative(parameters, 'parameters');
  if (!(Number.isFinite(tokens) && tokens >= 1)) refuse('tokens', 'be at least 1 and finite', tokens);
  return ((parameters / 2) * Math.log(tokens)) / tokens;
}

/** Free numbers |V|^K (|V| − 1) in all the predictions of a context of K tokens, as their decimal logarithm: it overflows. */
export function log10ContextTable(vocabulary: number, context: number): number {
  assertWholeNumber(vocabulary, 'vocabulary', 2);
  assertWholeNumber(context, 'context');
  return context * Math.log10(vocabulary) + Math.log10(vocabulary - 1);
}
