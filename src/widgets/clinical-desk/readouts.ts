import type { Readout } from '#contract/spec.ts';
import type { Desk } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<Desk, Asked>;
const band = 'theory/belief/deferral.askingBand';
const curve = 'theory/belief/deferral.askingCurve';
const model = 'widgets/clinical-desk/model.compute';
const posterior = 'widgets/clinical-desk/beliefs.beliefsOf';

const cost = (label: string, formula: string, of: One['of'], source = model): One => ({ kind: 'number', ...{ label, formula, source, of } }); // prettier-ignore
const share = (label: string, formula: string, of: One['of'], source = model): One => ({ kind: 'probability', ...{ label, formula, source, of } }); // prettier-ignore
const information = (label: string, formula: string, of: One['of'], source: string): One => ({ kind: 'information', ...{ label, formula, source, of } }); // prettier-ignore
const least = (points: readonly { readonly cost: number }[]) => Math.min(...points.map((point) => point.cost));
const twin = (which: 'asked' | 'alone') => (m: Desk) => m.kinds[m.twins?.[which] ?? 0];
const noTwins = { none: (m: Desk) => m.twins === null };
const noBand = { none: (m: Desk) => m.band === null };

export const readouts = {
  nobody: cost(
    'Expected cost per patient if nobody is asked',
    String.raw`\E \min(c_m r,\, c_n(1-r))`,
    (m) => m.nobody.cost,
  ),
  everyone: cost('if the doctor is asked about everyone', 'c_d + e\\,(c_m f + c_n (1 - f))', (m) => m.everyone.cost), // prettier-ignore
  byEntropy: cost('by the rule of entropy', String.raw`\text{ask if } \H > h`, (m) => m.byEntropy.cost),
  byCost: cost('by the rule of expected cost, as the reader expects it', String.raw`\text{ask if cheaper}`, (m) => m.byCost.cost), // prettier-ignore
  floor: cost('The least that any rule can cost with these notes and this doctor', String.raw`\E \min(c_m r,\, c_n(1-r),\, c_a(r))`, (m) => m.floor), // prettier-ignore
  bestEntropy: cost('by entropy, with the best threshold', String.raw`\min_h`, (m) => least(m.entropyCurve), curve),
  bestDisagreement: cost(
    'asking first where the sixteen models disagree, as many as is best (for other readers, nobody)',
    String.raw`\min`,
    (m) => (m.disagreementCurve.length > 0 ? least(m.disagreementCurve) : m.nobody.cost),
    curve,
  ),
  shareEntropy: share('Asked about, by entropy', String.raw`P(\H > h)`, (m) => m.byEntropy.share),
  shareCost: share('Asked about, by expected cost', 'P(\\text{cheaper})', (m) => m.byCost.share),
  missedEntropy: cost('Of 1000 patients, fevers that the machine sends home by entropy', '1000\\,P', (m) => 1000 * m.byEntropy.missed), // prettier-ignore
  missedCost: cost('and by expected cost', '1000\\,P', (m) => 1000 * m.byCost.missed),
  low: { ...cost('From this chance of the fever on asking is cheapest', 'r_1', (m) => m.band?.low ?? 0, band), ...noBand }, // prettier-ignore
  high: { ...cost('up to this one', 'r_2', (m) => m.band?.high ?? 0, band), ...noBand },
  askedChance: { ...cost('A: chance of the fever, as the reader believes', 'r_A', (m) => twin('asked')(m).belief[0], posterior), ...noTwins }, // prettier-ignore
  aloneChance: { ...share('B: chance of the fever', 'r_B', (m) => twin('alone')(m).belief[0], posterior), ...noTwins },
  askedEntropy: { ...information('A: entropy', String.raw`\H_A`, (m) => twin('asked')(m).entropy, 'theory/measures/entropy.entropy'), ...noTwins }, // prettier-ignore
  aloneEntropy: { ...information('B: entropy', String.raw`\H_B`, (m) => twin('alone')(m).entropy, 'theory/measures/entropy.entropy'), ...noTwins }, // prettier-ignore
  before: information('Entropy of the condition before the note is read', String.raw`\H(Y)`, (m) => m.before, 'theory/belief/bayes.weighEvidence'), // prettier-ignore
  information: information('What a note tells of the condition', String.raw`\I(Y;X)`, (m) => m.information, 'theory/belief/bayes.weighEvidence'), // prettier-ignore
  unsure: information('Entropy of what the reader believes, on average', String.raw`\E\,\H(\bar b)`, (m) => m.unsure, 'theory/measures/entropy.entropy'), // prettier-ignore
  disagreement: information('of that, disagreement of his models', String.raw`\E\,\I(Y;W \given x)`, (m) => m.disagreement, posterior), // prettier-ignore
  greenTells: information('Green tells of the condition', String.raw`\I(Y;G)`, (m) => m.tells[0], 'theory/belief/bayes.weighEvidence'), // prettier-ignore
  humsTell: information('Humming tells of the condition', String.raw`\I(Y;S)`, (m) => m.tells[1], 'theory/belief/bayes.weighEvidence'), // prettier-ignore
  greenWorth: cost('Reading green alone takes off the least expected cost', 'V', (m) => m.worth[0]),
  humsWorth: cost('and humming alone', 'V', (m) => m.worth[1]),
  simulatedEntropy: cost('In the queue, by entropy, per patient', String.raw`\bar c`, (m) => m.byEntropy.mean),
  errorEntropy: cost('with a standard error of', String.raw`s/\sqrt n`, (m) => m.byEntropy.error),
  simulatedCost: cost('In the queue, by expected cost', String.raw`\bar c`, (m) => m.byCost.mean),
  errorCost: cost('with a standard error of', String.raw`s/\sqrt n`, (m) => m.byCost.error),
} satisfies Record<string, One>;
