import type { AnyWidget } from '#contract/spec.ts';
import type { WidgetHostProps } from '#kit/host/WidgetHost.tsx';

/** Every widget of the book, one line each; a test holds the list against the folders. */
export interface WidgetEntry {
  readonly id: string;
  spec(): Promise<{ spec: AnyWidget }>;
  view(): Promise<{ View: WidgetHostProps['View'] }>;
}

const entry = (id: string, spec: WidgetEntry['spec'], view: WidgetEntry['view']): WidgetEntry => ({ id, spec, view });

/* prettier-ignore */
export const widgets: readonly WidgetEntry[] = [
  entry('ablate', () => import('#widgets/ablate/spec.ts'), () => import('#widgets/ablate/View.tsx')),
  entry('address-uploader', () => import('#widgets/address-uploader/spec.ts'), () => import('#widgets/address-uploader/View.tsx')),
  entry('anatomy', () => import('#widgets/anatomy/spec.ts'), () => import('#widgets/anatomy/View.tsx')),
  entry('arithmetic-coder', () => import('#widgets/arithmetic-coder/spec.ts'), () => import('#widgets/arithmetic-coder/View.tsx')),
  entry('attention-entropy', () => import('#widgets/attention-entropy/spec.ts'), () => import('#widgets/attention-entropy/View.tsx')),
  entry('bottleneck', () => import('#widgets/bottleneck/spec.ts'), () => import('#widgets/bottleneck/View.tsx')),
  entry('bound-calculator', () => import('#widgets/bound-calculator/spec.ts'), () => import('#widgets/bound-calculator/View.tsx')),
  entry('channel-tuner', () => import('#widgets/channel-tuner/spec.ts'), () => import('#widgets/channel-tuner/View.tsx')),
  entry('code-builder', () => import('#widgets/code-builder/spec.ts'), () => import('#widgets/code-builder/View.tsx')),
  entry('codeword-cost', () => import('#widgets/codeword-cost/spec.ts'), () => import('#widgets/codeword-cost/View.tsx')),
  entry('compress-my-text', () => import('#widgets/compress-my-text/spec.ts'), () => import('#widgets/compress-my-text/View.tsx')),
  entry('context-length', () => import('#widgets/context-length/spec.ts'), () => import('#widgets/context-length/View.tsx')),
  entry('dirichlet-sparsity', () => import('#widgets/dirichlet-sparsity/spec.ts'), () => import('#widgets/dirichlet-sparsity/View.tsx')),
  entry('divergence-panel', () => import('#widgets/divergence-panel/spec.ts'), () => import('#widgets/divergence-panel/View.tsx')),
  entry('emoji-copy', () => import('#widgets/emoji-copy/spec.ts'), () => import('#widgets/emoji-copy/View.tsx')),
  entry('entropy-bars', () => import('#widgets/entropy-bars/spec.ts'), () => import('#widgets/entropy-bars/View.tsx')),
  entry('entropy-venn', () => import('#widgets/entropy-venn/spec.ts'), () => import('#widgets/entropy-venn/View.tsx')),
  entry('few-guesses', () => import('#widgets/few-guesses/spec.ts'), () => import('#widgets/few-guesses/View.tsx')),
  entry('few-shot-curve', () => import('#widgets/few-shot-curve/spec.ts'), () => import('#widgets/few-shot-curve/View.tsx')),
  entry('finer-ruler', () => import('#widgets/finer-ruler/spec.ts'), () => import('#widgets/finer-ruler/View.tsx')),
  entry('first-sentence', () => import('#widgets/first-sentence/spec.ts'), () => import('#widgets/first-sentence/View.tsx')),
  entry('guessing-game', () => import('#widgets/guessing-game/spec.ts'), () => import('#widgets/guessing-game/View.tsx')),
  entry('hypothesis-b', () => import('#widgets/hypothesis-b/spec.ts'), () => import('#widgets/hypothesis-b/View.tsx')),
  entry('information-plane', () => import('#widgets/information-plane/spec.ts'), () => import('#widgets/information-plane/View.tsx')),
  entry('kl-fit', () => import('#widgets/kl-fit/spec.ts'), () => import('#widgets/kl-fit/View.tsx')),
  entry('layer-information', () => import('#widgets/layer-information/spec.ts'), () => import('#widgets/layer-information/View.tsx')),
  entry('logit-lens', () => import('#widgets/logit-lens/spec.ts'), () => import('#widgets/logit-lens/View.tsx')),
  entry('loss-zoo', () => import('#widgets/loss-zoo/spec.ts'), () => import('#widgets/loss-zoo/View.tsx')),
  entry('mi-generalization', () => import('#widgets/mi-generalization/spec.ts'), () => import('#widgets/mi-generalization/View.tsx')),
  entry('n-sources', () => import('#widgets/n-sources/spec.ts'), () => import('#widgets/n-sources/View.tsx')),
  entry('neuron-capacity', () => import('#widgets/neuron-capacity/spec.ts'), () => import('#widgets/neuron-capacity/View.tsx')),
  entry('neuron-equalizer', () => import('#widgets/neuron-equalizer/spec.ts'), () => import('#widgets/neuron-equalizer/View.tsx')),
  entry('new-name', () => import('#widgets/new-name/spec.ts'), () => import('#widgets/new-name/View.tsx')),
  entry('perplexity-lab', () => import('#widgets/perplexity-lab/spec.ts'), () => import('#widgets/perplexity-lab/View.tsx')),
  entry('positions', () => import('#widgets/positions/spec.ts'), () => import('#widgets/positions/View.tsx')),
  entry('predictive-information', () => import('#widgets/predictive-information/spec.ts'), () => import('#widgets/predictive-information/View.tsx')),
  entry('quantized-coin', () => import('#widgets/quantized-coin/spec.ts'), () => import('#widgets/quantized-coin/View.tsx')),
  entry('read-my-text', () => import('#widgets/read-my-text/spec.ts'), () => import('#widgets/read-my-text/View.tsx')),
  entry('regret-meter', () => import('#widgets/regret-meter/spec.ts'), () => import('#widgets/regret-meter/View.tsx')),
  entry('relay-cascade', () => import('#widgets/relay-cascade/spec.ts'), () => import('#widgets/relay-cascade/View.tsx')),
  entry('retrieve-or-learn', () => import('#widgets/retrieve-or-learn/spec.ts'), () => import('#widgets/retrieve-or-learn/View.tsx')),
  entry('romeo-and-juliet', () => import('#widgets/romeo-and-juliet/spec.ts'), () => import('#widgets/romeo-and-juliet/View.tsx')),
  entry('sampling-lab', () => import('#widgets/sampling-lab/spec.ts'), () => import('#widgets/sampling-lab/View.tsx')),
  entry('slepian-wolf', () => import('#widgets/slepian-wolf/spec.ts'), () => import('#widgets/slepian-wolf/View.tsx')),
  entry('split-slider', () => import('#widgets/split-slider/spec.ts'), () => import('#widgets/split-slider/View.tsx')),
  entry('steer-by-bits', () => import('#widgets/steer-by-bits/spec.ts'), () => import('#widgets/steer-by-bits/View.tsx')),
  entry('support-graph', () => import('#widgets/support-graph/spec.ts'), () => import('#widgets/support-graph/View.tsx')),
  entry('surprisal-meter', () => import('#widgets/surprisal-meter/spec.ts'), () => import('#widgets/surprisal-meter/View.tsx')),
  entry('surprising-evidence', () => import('#widgets/surprising-evidence/spec.ts'), () => import('#widgets/surprising-evidence/View.tsx')),
  entry('three-way', () => import('#widgets/three-way/spec.ts'), () => import('#widgets/three-way/View.tsx')),
  entry('tied-or-free', () => import('#widgets/tied-or-free/spec.ts'), () => import('#widgets/tied-or-free/View.tsx')),
  entry('train-it', () => import('#widgets/train-it/spec.ts'), () => import('#widgets/train-it/View.tsx')),
  entry('twenty-questions', () => import('#widgets/twenty-questions/spec.ts'), () => import('#widgets/twenty-questions/View.tsx')),
  entry('two-coins', () => import('#widgets/two-coins/spec.ts'), () => import('#widgets/two-coins/View.tsx')),
  entry('two-styles', () => import('#widgets/two-styles/spec.ts'), () => import('#widgets/two-styles/View.tsx')),
  entry('typical-set', () => import('#widgets/typical-set/spec.ts'), () => import('#widgets/typical-set/View.tsx')),
  entry('weights-count', () => import('#widgets/weights-count/spec.ts'), () => import('#widgets/weights-count/View.tsx')),
  entry('wind-tunnel', () => import('#widgets/wind-tunnel/spec.ts'), () => import('#widgets/wind-tunnel/View.tsx')),
  entry('window-gap', () => import('#widgets/window-gap/spec.ts'), () => import('#widgets/window-gap/View.tsx')),
  entry('worlds-and-coins', () => import('#widgets/worlds-and-coins/spec.ts'), () => import('#widgets/worlds-and-coins/View.tsx')),
  entry('worst-prior', () => import('#widgets/worst-prior/spec.ts'), () => import('#widgets/worst-prior/View.tsx')),
];
