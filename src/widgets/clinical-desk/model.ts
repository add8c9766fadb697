import { askingBand, askingCurve, type Case } from '#theory/belief/deferral.ts';
import { afterFamily, beliefsOf, queueOf, type Beliefs, type Kind } from './beliefs.ts';
import { families, type Asked } from './parameters.ts';

type Act = 'home' | 'treat' | 'ask';

/** What a rule does with each kind of note, and what comes of it. */
export interface Outcome {
  readonly acts: readonly Act[];
  /** Share of patients about whom the doctor is asked. */
  readonly share: number;
  /** Expected cost per patient, over the law by which notes are written. */
  readonly cost: number;
  /** Probability that a patient has the fever and is sent home by the machine. */
  readonly missed: number;
  /** The same cost in the simulated queue, and its standard error. */
  readonly mean: number;
  readonly error: number;
}

/** Costs of the acts for a patient who has the fever with probability p, while the note says so with probability `exact`. */
export interface Costs {
  home(p: number): number;
  treat(p: number): number;
  ask(p: number): number;
}

export function costsOf({ miss, needless, look, error, doctor }: Asked): Costs {
  const home = (p: number) => miss * p;
  const treat = (p: number) => needless * (1 - p);
  return {
    ...{ home, treat },
    ask: (p) => look + (doctor === 'reads' ? Math.min(home(p), treat(p)) : error * (home(p) + treat(p))),
  };
}

/** The cheapest act at a probability, asking only where that is cheaper than both others. */
export function cheapest(costs: Costs, p: number, mayAsk: boolean): Act {
  const alone = costs.home(p) <= costs.treat(p) ? 'home' : 'treat';
  // Strictly, beyond rounding: who only reads the same note is worth nothing to one who has read it as well.
  return mayAsk && costs.ask(p) < costs[alone](p) - 1e-12 ? 'ask' : alone;
}

/** Two kinds of patients with nearly the same entropy: by expected cost, the doctor is asked about one, and the other is sent home. */
export interface Twins {
  readonly asked: number;
  readonly alone: number;
}

export interface Desk extends Beliefs {
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly nobody: Outcome;
  readonly everyone: Outcome;
  readonly byEntropy: Outcome;
  readonly byCost: Outcome;
  /** The least expected cost that notes and this doctor allow: the rule of cost in the mind of one who knows the law. */
  readonly floor: number;
  readonly entropyCurve: readonly { readonly share: number; readonly cost: number }[];
  readonly costCurve: readonly { readonly share: number; readonly cost: number }[];
  /** The same if those are asked about first on whom the sixteen models disagree most. Empty for other readers, who have one model. */
  readonly disagreementCurve: readonly { readonly share: number; readonly cost: number }[];
  readonly twins: Twins | null;
  /** Mean entropy of what the reader believes, and how much of it is disagreement of his models. */
  readonly unsure: number;
  readonly disagreement: number;
  /** What reading this family alone takes off the least expected cost. */
  readonly worth: readonly number[];
  /** How many patients of the queue have each kind of note. */
  readonly queue: readonly number[];
}

/** Amounts nearer to each other than this, in nats, count as nearly the same. */
const near = 0.05 * Math.LN2;
/** Kinds of notes rarer than this are not pointed at. */
const seldom = 0.003;

/** Of all such pairs the one whose chances of the fever are farthest apart. */
function twinsOf(kinds: readonly Kind[], acts: readonly Act[]): Twins | null {
  let best: (Twins & { readonly apart: number }) | null = null;
  const odds = ({ belief: [p] }: Kind) => Math.log(p / (1 - p));
  const seen = kinds.flatMap(({ weight }, i) => (weight >= seldom ? [i] : []));
  for (const asked of seen.filter((i) => acts[i] === 'ask'))
    for (const alone of seen.filter((i) => acts[i] === 'home')) {
      const [one, other] = [kinds[asked], kinds[alone]];
      if (Math.abs(one.entropy - other.entropy) > near) continue;
      const apart = odds(one) - odds(other);
      if (apart > (best?.apart ?? 0)) best = { asked, alone, apart };
    }
  return best && { asked: best.asked, alone: best.alone };
}

const sum = (of: readonly Kind[], value: (kind: Kind, i: number) => number) =>
  of.reduce((total, kind, i) => total + kind.weight * value(kind, i), 0);

export function compute(asked: Asked): Desk {
  const { threshold, miss, needless, look, doctor, error, reader, acts: deeds } = asked;
  const beliefs = beliefsOf(asked);
  const { kinds, prior } = beliefs;
  const costs = costsOf(asked);
  const queue = queueOf(asked, beliefs);

  /** What happens to one patient, for sure. */
  function paid(act: Act, kind: number, isFever: boolean, isMistaken: boolean): number {
    if (act === 'ask') {
      const treats = doctor === 'reads' ? cheapest(costs, kinds[kind].exact[0], false) === 'treat' : isFever !== isMistaken; // prettier-ignore
      return look + (treats ? (isFever ? 0 : needless) : isFever ? miss : 0);
    }
    return act === 'treat' ? (isFever ? 0 : needless) : isFever ? miss : 0;
  }
  function outcomeOf(rule: (kind: Kind) => Act): Outcome {
    const acts = kinds.map(rule);
    const amounts = queue.map(({ kind, isFever, isMistaken }) => paid(acts[kind], kind, isFever, isMistaken));
    const mean = amounts.reduce((a, b) => a + b, 0) / amounts.length;
    const variance = amounts.reduce((a, b) => a + (b - mean) ** 2, 0) / (amounts.length - 1);
    return {
      ...{ acts, mean, error: Math.sqrt(variance / amounts.length) },
      share: sum(kinds, (_, i) => Number(acts[i] === 'ask')),
      cost: sum(kinds, ({ exact }, i) => costs[acts[i]](exact[0])),
      missed: sum(kinds, ({ exact }, i) => (acts[i] === 'home' ? exact[0] : 0)),
    };
  }
  const alone = ({ belief }: Kind): Act =>
    deeds === 'cheapest' ? cheapest(costs, belief[0], false) : belief[0] >= Math.max(...belief) ? 'treat' : 'home';
  const careful = ({ belief }: Kind) => cheapest(costs, belief[0], false);
  const nobody = outcomeOf(careful);
  const byCost = outcomeOf(({ belief }) => cheapest(costs, belief[0], true));
  const curveOf = (deed: (kind: Kind) => Act, score: (kind: Kind) => number) =>
    askingCurve(
      kinds.map(({ weight }) => weight),
      kinds.map((kind): Case => ({ alone: costs[deed(kind)](kind.exact[0]), asked: costs.ask(kind.exact[0]), score: score(kind) })), // prettier-ignore
    );
  const best = (p: number) => costs[cheapest(costs, p, true)](p);
  return {
    ...beliefs,
    ...{ nobody, byCost },
    band: doctor === 'reads' ? null : askingBand({ miss, needless, look, error }),
    everyone: outcomeOf(() => 'ask'),
    byEntropy: outcomeOf((kind) => (kind.entropy > threshold * Math.LN2 ? 'ask' : alone(kind))),
    floor: sum(kinds, ({ exact }) => best(exact[0])),
    entropyCurve: curveOf(alone, (kind) => kind.entropy),
    costCurve: curveOf(careful, ({ belief: [p] }) => Math.min(costs.home(p), costs.treat(p)) - costs.ask(p)),
    disagreementCurve: reader === 'few' ? curveOf(careful, (kind) => kind.disagreement) : [],
    twins: twinsOf(kinds, byCost.acts),
    unsure: sum(kinds, (kind) => kind.entropy),
    disagreement: sum(kinds, (kind) => kind.disagreement),
    worth: families.map(
      (_, f) => best(prior[0]) - afterFamily(asked, f).reduce((total, { weight, p }) => total + weight * best(p[0]), 0),
    ),
    queue: kinds.map((_, k) => queue.filter(({ kind }) => kind === k).length),
  };
}
