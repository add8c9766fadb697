import type { Readout } from '#contract/spec.ts';
import type { EvidenceBound } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<EvidenceBound, Asked>;
const information = (label: string, formula: string, source: string, of: One['of'], more: Partial<One> = {}): One => ({
  kind: 'information',
  ...{ label, formula, source, of },
  ...more,
});
const probability = (label: string, formula: string, source: string, of: One['of']): One => ({
  kind: 'probability',
  ...{ label, formula, source, of },
});

const elbo = 'theory/belief/evidence-bound.evidenceLowerBound';
const product = 'theory/belief/evidence-bound.bestProductFrom';
const weighted = 'theory/belief/evidence-bound.importanceWeightedBound';
const divergence = 'theory/measures/divergence.relativeEntropy';
const model = 'widgets/evidence-bound/model.compute';

export const readouts = {
  evidence: information('The level', String.raw`\log p(x) = \log \sum_z p(x, z)`, model, (m) => m.evidence),
  bound: information('The bound', String.raw`\E_q \log \frac{p(x, z)}{q(z)}`, elbo, (m) => m.bound),
  gap: information('The gap', String.raw`\D(q \,\|\, p(z \given x))`, divergence, (m) => m.gap),
  covering: information(
    'The divergence the other way',
    String.raw`\D(p(z \given x) \,\|\, q)`,
    divergence,
    (m) => m.covering,
    { infinite: true },
  ),
  fit: information('Expected log likelihood', String.raw`\E_q \log p(x \given z)`, model, (m) => m.fit),
  price: information('Divergence to the prior', String.raw`\D(q \,\|\, p(z))`, divergence, (m) => m.price),
  paid: information('What a sender pays', String.raw`\E_q \log \frac{q(z)}{p(x, z)}`, elbo, (m) => -m.bound),
  naming: information(
    'To name the reading',
    String.raw`\E_q[-\log p(z)]`,
    'theory/measures/entropy.crossEntropy',
    (m) => m.naming,
  ),
  sentence: information('To send the sentence, given the reading', String.raw`\E_q[-\log p(x \given z)]`, model, (m) => m.sentence), // prettier-ignore
  back: information('Bits back', String.raw`\H(q)`, 'theory/measures/entropy.entropy', (m) => m.back),
  tilted: information(
    'The most of expected reward less divergence, with log p(x | z) for the reward',
    String.raw`\max_q \E_q \log p(x \given z) - \D(q \,\|\, p(z))`,
    'theory/language-models/tilting.tilt',
    (m) => m.tilted,
  ),
  best: information('The highest bound of a product', String.raw`\max_{q = uv} \E_q \log \frac{p(x, z)}{q(z)}`, product, (m) => m.best), // prettier-ignore
  bestGap: information(
    'Its gap',
    String.raw`\min_{q = uv} \D(q \,\|\, p(z \given x))`,
    product,
    (m) => m.evidence - m.best,
  ),
  ofMarginals: information(
    'The bound of the product with the true chances of each word',
    String.raw`\E_q \log \frac{p(x, z)}{q(z)},\ q = p(a \given x)\,p(b \given x)`,
    elbo,
    (m) => m.ofMarginals,
  ),
  bestFish: probability('q(fish) of the best product', 'u(\\text{fish})', product, (m) => m.bestFish),
  posteriorFish: probability('p(fish | x)', String.raw`p(\text{fish} \given x)`, model, (m) => m.fish),
  now: information(
    'The bound with K samples',
    String.raw`\E \log \frac1K \sum_k \frac{p(x, z_k)}{q(z_k)}`,
    weighted,
    (m) => m.now.mean,
  ),
  spread: information('Standard deviation of one such estimate', String.raw`\sigma`, weighted, (m) => m.now.deviation),
  reach: information('What it tends to', String.raw`\log \sum_{z: q(z) > 0} p(x, z)`, model, (m) => m.reach),
};
