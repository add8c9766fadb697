import { uniforms, type Uniform } from '#sim/random.ts';
import { drawZipf } from '#sim/zipf.ts';
import { unlearnedMass, unlearnedMassPowerLaw } from '#theory/scale/power-law.ts';
import { expectedUnseenMass, unseenMassPowerLaw } from '#theory/scale/unseen-mass.ts';
import { hurwitzZeta } from '#theory/numerics/special.ts';
import { equallyMany, most, params, ratio, type Asked } from './parameters.ts';

/** Texts that are drawn in the picture. */
export const textCount = 16;

export interface Point {
  /** Skills learned, or examples read. */
  readonly at: number;
  /** How much the skills weigh that are not learned: exact, or expected over all readings. */
  readonly unlearned: number;
  /** What it comes to for many, if skills have a power law. */
  readonly powerLaw?: number;
  /** The same in the one reading that is drawn. */
  readonly run?: number;
  /** Share of all texts of m skills that are answered: of the learned skills, or of those in the drawn reading. */
  readonly answered: number;
}

export interface Skills {
  readonly points: readonly Point[];
  readonly here: Point;
  /** ln(u/u′)/ln 2 from here to twice as many. */
  readonly slope: number;
  /** Ranks of the m skills of each drawn text. */
  readonly texts: readonly (readonly number[])[];
  /** From which n or D on a skill is learned. */
  readonly when: (skill: number) => number;
  /** From which n or D on each of them is answered; none if the drawn reading ends before. */
  readonly from: readonly (number | null)[];
  /** Skills that are learned, of the drawn reading their ranks in the order in which they came; of others none. */
  readonly seen: readonly number[];
}

/** How much skill k weighs. */
export function shareOf(k: number, { law, a }: Pick<Asked, 'law' | 'a'>): number {
  if (law === 'zipf') return k ** -(1 + a) / hurwitzZeta(1 + a, 1);
  if (law === 'geometric') return (1 - ratio) * ratio ** (k - 1);
  return k <= equallyMany ? 1 / equallyMany : 0;
}

function drawSkill({ law, a }: Asked, next: Uniform): number {
  if (law === 'zipf') return drawZipf(1 + a, next);
  if (law === 'geometric') return 1 + Math.floor(Math.log(1 - next()) / Math.log(ratio));
  return 1 + Math.floor(equallyMany * next());
}

/** Without the n most frequent skills. */
export function unlearned(n: number, { law, a }: Pick<Asked, 'law' | 'a'>): number {
  if (law === 'zipf') return unlearnedMass(1 + a, n);
  return law === 'geometric' ? ratio ** n : Math.max(0, 1 - n / equallyMany);
}

/** Σ p_k (1 − p_k)^D. */
export function expectedUnseen(D: number, { law, a }: Pick<Asked, 'law' | 'a'>): number {
  if (law === 'zipf') return expectedUnseenMass(1 + a, D);
  if (law === 'equal') return (1 - 1 / equallyMany) ** D;
  let [sum, p] = [0, 1 - ratio];
  // What is rarer than this no reading here has seen, to twelve digits.
  for (; p > 1e-17; p *= ratio) sum += p * Math.exp(D * Math.log1p(-p));
  return sum + p / (1 - ratio);
}

/** Eight to a tenfold, from 1 to the most. */
const places = [...new Set(Array.from({ length: 33 }, (_, i) => Math.round(most ** (i / 32))))];
/** Where there are finitely many skills, more of them before the last: what is left falls to nothing there. */
const beforeTheLast = [100, 50, 20, 10, 5, 2, 1, 0].map((k) => equallyMany - k);
const placesOf = ({ law, way }: Asked) =>
  law === 'equal' && way === 'order' ? [...new Set([...places, ...beforeTheLast])].sort((a, b) => a - b) : places;

/** The examples of the drawn reading: at which the first of each skill came, and what was left after each. */
function read(asked: Asked): { readonly first: ReadonlyMap<number, number>; readonly left: readonly number[] } {
  const next = uniforms(asked.seed, 1);
  const share = shares(asked);
  const first = new Map<number, number>();
  const left = [1];
  for (let D = 1; D <= most; D++) {
    const skill = drawSkill(asked, next);
    const known = first.has(skill);
    if (!known) first.set(skill, D);
    left.push(known ? left[D - 1] : Math.max(0, left[D - 1] - share(skill)));
  }
  return { first, left };
}

/** shareOf, without a zeta for each skill. */
function shares(asked: Asked): (k: number) => number {
  const one = shareOf(1, asked);
  return asked.law === 'zipf' ? (k) => one * k ** -(1 + asked.a) : (k) => shareOf(k, asked);
}

export function compute(asked: Asked): Skills {
  const { law, way, a, learned, samples, each, seed } = asked;
  const inOrder = way === 'order';
  const reading = inOrder ? undefined : read(asked);
  const pointAt = (at: number): Point => {
    const left = inOrder ? unlearned(at, asked) : expectedUnseen(at, asked);
    const run = reading?.left[at];
    return {
      at,
      unlearned: left,
      ...(law === 'zipf' && { powerLaw: (inOrder ? unlearnedMassPowerLaw : unseenMassPowerLaw)(1 + a, at) }),
      ...(run !== undefined && { run }),
      answered: (1 - (run ?? left)) ** each,
    };
  };
  const here = pointAt(inOrder ? learned : samples);
  const twice = inOrder ? unlearned(2 * here.at, asked) : expectedUnseen(2 * here.at, asked);
  // A text keeps its first skills when it needs more. Those whose rarest skill is frequent stand on the left.
  const texts = Array.from({ length: textCount }, (_, i) => {
    const next = uniforms(seed, 2, i);
    return Array.from({ length: params.each.max }, () => drawSkill(asked, next)).slice(0, each);
  }).sort((one, other) => Math.max(...one) - Math.max(...other));
  const when = (skill: number) => (reading ? (reading.first.get(skill) ?? Infinity) : skill);
  return {
    points: placesOf(asked).map(pointAt),
    here,
    slope: twice > 0 ? Math.log2(here.unlearned / twice) : Infinity,
    texts,
    when,
    from: texts.map((skills) => {
      const last = Math.max(...skills.map(when));
      return last <= most ? last : null;
    }),
    seen: reading ? [...reading.first].filter(([, D]) => D <= samples).map(([skill]) => skill) : [],
  };
}

/** How many skills of this law stand on the axis. */
export const skillsShown = ({ law }: Pick<Asked, 'law'>) => (law === 'equal' ? equallyMany : most);

export const isLearned = ({ seen }: Pick<Skills, 'seen'>, { way, learned }: Asked): ((skill: number) => boolean) => {
  const known = new Set(seen);
  return way === 'order' ? (skill) => skill <= learned : (skill) => known.has(skill);
};

/** How many of the drawn texts are answered after so many skills or examples. */
export const litAt = ({ from }: Pick<Skills, 'from'>, at: number) =>
  from.filter((one) => one !== null && one <= at).length;

/** The slope that the power law has in the end; none of other laws. */
export const exponentOf = ({ law, way, a }: Asked) => (law !== 'zipf' ? undefined : way === 'order' ? a : a / (1 + a));
