import {
  log10ContextTable,
  mixtureBounds,
  parametricScale,
  storedWeightsBound,
  transformerBound,
  transformerBreakEven,
  transformerParameters,
  type MixtureBounds,
} from '#theory/learning/transformer-bounds.ts';
import { tokensFrom, tokensTo, type Asked } from './parameters.ts';

/** What is said of the text after so many tokens, of a mixture in whole documents; in nats per token. */
export interface Said {
  readonly tokens: number;
  /** Theorem 3.5, or 4.5 with the factor L. */
  readonly bound: number;
  /** 4.5 as printed, and with its two replacements; for one transformer there is neither. */
  readonly printed?: number;
  readonly corrected?: number;
  /** Weights of so many bits each; for one transformer. */
  readonly stored?: number;
  /** (W/2T) log T, from T = W on; for one transformer. */
  readonly scale?: number;
}

export interface Calculated {
  readonly weights: number;
  /** log |V|. */
  readonly trivial: number;
  /** For one transformer. */
  readonly breakEven?: number;
  readonly mixture?: MixtureBounds;
  readonly documents: number;
  readonly now: Said;
  readonly along: readonly Said[];
  /** log₁₀ of the numbers in a table of all predictions of 0, 1, … tokens of context. */
  readonly tables: readonly number[];
  /** The same for the whole context. */
  readonly wholeTable: number;
  /** Least context whose table has more numbers than the network has weights; Infinity if the whole context has not. */
  readonly outgrown: number;
}

/** Whole documents, of which there is at least one. */
const documentsOf = ({ length }: Asked, tokens: number) => Math.max(1, Math.round(tokens / length));

const mixtureOf = (asked: Asked, documents: number) =>
  mixtureBounds(asked, { documents, tokens: asked.length, scale: asked.scale, components: asked.components });

function sayAfter(asked: Asked, weights: number, tokens: number): Said {
  if (asked.source === 'mixture') {
    const documents = documentsOf(asked, tokens);
    const { printed, withDepth, corrected } = mixtureOf(asked, documents);
    return { tokens: documents * asked.length, bound: withDepth, printed, corrected };
  }
  return {
    ...{ tokens, bound: transformerBound(asked, tokens), stored: storedWeightsBound(weights, asked.stored, tokens) },
    ...(tokens >= weights && { scale: parametricScale(weights, tokens) }),
  };
}

const points = 66;
const tablesDrawn = 4;

export function compute(asked: Asked): Calculated {
  const weights = transformerParameters(asked);
  const { vocabulary, context, tokens, source, length } = asked;
  const documents = documentsOf(asked, tokens);
  const table = (k: number) => log10ContextTable(vocabulary, k);
  // |V|^k (|V| − 1) > W, by logarithms; the nearest whole numbers are tried, since logarithms round.
  const enough = (k: number) => table(k) > Math.log10(weights) + 1e-12;
  let outgrown = Math.max(0, Math.floor(Math.log10(weights) / Math.log10(vocabulary)) - 1);
  while (outgrown <= context && !enough(outgrown)) outgrown++;
  const from = source === 'mixture' ? Math.max(tokensFrom, length) : tokensFrom;
  return {
    ...{ weights, trivial: Math.log(vocabulary), documents },
    ...(source === 'one' ? { breakEven: transformerBreakEven(asked) } : { mixture: mixtureOf(asked, documents) }),
    now: sayAfter(asked, weights, tokens),
    along: Array.from({ length: points + 1 }, (_, i) => sayAfter(asked, weights, from * (tokensTo / from) ** (i / points))), // prettier-ignore
    tables: Array.from({ length: Math.min(tablesDrawn, context) + 1 }, (_, k) => table(k)),
    wholeTable: table(context),
    outgrown: outgrown <= context ? outgrown : Infinity,
  };
}
