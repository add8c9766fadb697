import type { Readout } from '#contract/spec.ts';
import { perToss, type Worlds } from './model.ts';
import type { Asked } from './parameters.ts';

const split = 'theory/learning/meta-split.splitMetaAndIntra';
const information = (
  label: string,
  formula: string,
  of: Readout<Worlds, Asked>['of'],
  source = split,
): Readout<Worlds, Asked> => ({ kind: 'information', label, formula, source, of });

const own = 'widgets/worlds-and-coins/model.compute';

export const readouts = {
  excess: information(
    'Paid beyond one who knows all coins, expected, per toss',
    String.raw`\I(H;\Theta)/(MT)`,
    ({ here }) => perToss(here).excess,
  ),
  metaEach: information('of that, for the world', String.raw`\I(H;\Psi)/(MT)`, ({ here }) => perToss(here).meta),
  intraEach: information(
    'and for the coin of the document',
    String.raw`\I(D;\Theta_1 \given \Psi)/T`,
    ({ here }) => perToss(here).intra,
  ),
  printed: information(
    'The same with the second part divided by M, which is wrong',
    String.raw`\I(H;\Psi)/(MT) + \I(D;\Theta_1 \given \Psi)/M`,
    ({ here }) => perToss(here).printed,
  ),
  leftOut: information(
    'What that formula leaves out, per toss; negative where it asks too much',
    String.raw`\I(D;\Theta_1 \given \Psi)\,\big(\tfrac1T - \tfrac1M\big)`,
    ({ here }) => perToss(here).excess - perToss(here).printed,
  ),
  mean: information(
    'The simulated collections paid beyond one who knows all coins, on average, per toss',
    String.raw`\frac{1}{MT}\,\frac1n \sum_i \ln \frac{P(H_i \given \Theta_i)}{P(H_i)}`,
    ({ here }) => here.mean,
    own,
  ),
  error: information('Its standard error', String.raw`s/\sqrt n`, ({ here }) => here.error, own),
  irreducible: information(
    'A toss costs one who knows its coin, expected',
    String.raw`\E\,h(\Theta_1)`,
    ({ here }) => perToss(here).irreducible,
  ),
  all: information('All tosses cost the best predictor, expected', String.raw`\H(H)`, ({ here }) => here.split.entropy),
  known: information(
    'All tosses cost one who knows all coins, expected',
    String.raw`\H(H \given \Theta)`,
    ({ here }) => here.split.irreducible,
  ),
  estimation: information(
    'All tosses tell about the coins',
    String.raw`\I(H;\Theta)`,
    ({ here }) => here.split.estimation,
  ),
  meta: information('All tosses tell about the world', String.raw`\I(H;\Psi)`, ({ here }) => here.split.meta),
  intra: information(
    'A document tells about its coin, to one who knows the world',
    String.raw`\I(D;\Theta_1 \given \Psi)`,
    ({ here }) => here.split.intra,
  ),
  ownParts: information(
    'All documents tell about their coins, to one who knows the world',
    String.raw`\I(H;\Theta \given \Psi)`,
    ({ here }, { documents }) => documents * here.split.intra,
  ),
  firstDocument: information(
    'The first document costs beyond one who knows its coin, expected',
    String.raw`\I(D_1;\Theta_1)`,
    ({ byDocuments }) => byDocuments[0].split.estimation,
  ),
};
