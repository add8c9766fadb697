import type { Readout } from '#contract/spec.ts';
import { blockOf, phraseRate, slope, type Look } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<Look, Asked>;
const blocks = 'theory/chains/block-entropy.blockEntropies';
const information = (label: string, formula: string, source: string, of: One['of']): One => ({
  kind: 'information',
  ...{ label, formula, source, of },
});

export const readouts = {
  estimate: information('Blocks of k symbols seem to hold', String.raw`\hat H_k`, blocks, (m, asked) => m.estimates[blockOf(m, asked)]), // prettier-ignore
  exact: {
    ...information('They hold, exactly', 'H_k', 'theory/chains/word-frequencies.registerBlockEntropy', (m, asked) => m.exact?.[blockOf(m, asked)] ?? 0), // prettier-ignore
    // The line of the logistic map is that of real numbers, and these digits come from a grid.
    none: ({ exact }: Look, { source }: Asked) => exact === undefined || source === 'logistic',
  },
  ceiling: information('The most that n symbols can show', String.raw`\log(n-k+1)`, 'widgets/looks-random/model.compute', (m, asked) => Math.max(0, m.ceilings[blockOf(m, asked)])), // prettier-ignore
  coins: information('Fair coins hold', String.raw`k \log V`, 'widgets/looks-random/model.compute', (m, asked) => blockOf(m, asked) * Math.log(m.alphabet)), // prettier-ignore
  slope: information('The last symbol of a block seems to cost', String.raw`\hat H_k - \hat H_{k-1}`, blocks, slope),
  perSymbol: information('Per symbol of the block', String.raw`\hat H_k/k`, blocks, (m, asked) => m.estimates[blockOf(m, asked)] / Math.max(1, blockOf(m, asked))), // prettier-ignore
  phraseRate: information('Lempel and Ziv pay per symbol', String.raw`\tfrac1n \sum_{j \le c} \log (jV)`, 'sim/lempel-ziv.lempelZivCosts', phraseRate), // prettier-ignore
  symbols: {
    kind: 'count' as const,
    label: 'Symbols looked at',
    formula: 'n',
    source: 'widgets/looks-random/model.compute',
    of: ({ symbols }: Look) => symbols.length,
  },
  cells: {
    kind: 'count' as const,
    label: 'Cells of the shortest register for the first 1,024 digits',
    formula: String.raw`\ell`,
    source: 'theory/codes/linear-complexity.shortestRegister',
    of: ({ cells }: Look) => cells.at(-1) ?? 0,
    none: ({ cells }: Look) => cells.length === 0,
  },
  circle: {
    kind: 'count' as const,
    label: 'Steps of the circle that the map has come to',
    formula: 'p',
    source: 'sim/sequences.roundedLogistic',
    of: ({ circle }: Look) => (circle ? circle.again - circle.first : 0),
    none: ({ circle }: Look) => circle === undefined,
  },
};
