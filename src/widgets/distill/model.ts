import type { Progress } from '#contract/spec.ts';
import { uniforms } from '#sim/random.ts';
import { drawCategorical } from '#sim/samplers.ts';
import { networkLogits, trainSoftmaxNetwork } from '#sim/softmax-network.ts';
import { excessLoss, fitSoftmaxRegression, linearLogits } from '#theory/learning/softmax-regression.ts';
import { classes, fewest, most, type Asked } from './parameters.ts';
import { controlled, heated, oneHot, sorts, type Sort } from './targets.ts';
import { firstGuess, inputs, kinds, mistakesOf, recallOfA, worldOf, type World } from './world.ts';

/** The mean over the students of a sort and its standard error. */
export interface Mean {
  readonly mean: number;
  readonly error: number;
}
/** Exact for each student, averaged over students. */
export interface Judged {
  /** D(truth‖student), in nats, averaged over inputs. */
  readonly excess: Mean;
  /** D(teacher‖student), the same. */
  readonly mismatch: Mean;
  /** The share of A known as A. */
  readonly recall: Mean;
  /** The share of wrong first guesses beyond what is unavoidable. */
  readonly mistakes: Mean;
}
export interface Point {
  readonly lessons: number;
  readonly of: Readonly<Record<Sort, Judged>>;
}
/** The first student of each sort. */
export interface Shown {
  /** Of its first four lessons the one that the teacher is least sure of. */
  readonly input: number;
  readonly label: number;
  readonly told: Readonly<Record<Sort, readonly number[]>>;
  /** P(A), input by input, in percent, and half of one more where A is the first guess. */
  readonly maps: Readonly<Record<Sort, readonly number[]>>;
  /** Mean surprisal of test labels under the teacher’s student, in nats, beside what is expected. */
  readonly test: Mean & { readonly expected: number };
}
export interface Distilled {
  readonly unavoidable: number;
  readonly bestRecall: number;
  readonly unavoidableMistakes: number;
  readonly trueMap: readonly number[];
  /** What the teacher costs beyond the unavoidable, its share of A known as A, and of wrong first guesses. */
  readonly teacher?: { readonly excess: number; readonly recall: number; readonly mistakes: number };
  /** What the best of all students that there could be would cost, in nats. */
  readonly floor?: number;
  readonly shown?: Shown;
  readonly points: readonly Point[];
}

const hidden = 16;
const [teacherSteps, teacherRate] = [300, 0.03];
/** Labels on which the first student is tested. */
const tested = 500;
const sizes = Array.from({ length: Math.log2(most / fewest) + 1 }, (_, i) => fewest * 2 ** i);

/** P(A) in percent, and half of one more where A is the first guess. */
const mapOf = (laws: readonly (readonly number[])[]) =>
  laws.map((law) => Math.round(100 * law[0]) + (firstGuess(law) === 0 ? 0.5 : 0));
const softmax = (logits: readonly number[]) => {
  const top = Math.max(...logits);
  return heated(
    logits.map((z) => Math.exp(z - top)),
    1,
  );
};

const pick = <T>(of: (sort: Sort) => T): Record<Sort, T> => ({ labels: of('labels'), teacher: of('teacher'), control: of('control'), truth: of('truth') }); // prettier-ignore

/** A page is shorter without the digits that nobody sees. */
const brief = (value: number) => Number(value.toPrecision(6));

export function meanOf(values: readonly number[]): Mean {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean: brief(mean), error: brief(Math.sqrt(square / (values.length - 1) / values.length)) };
}

export function compute(asked: Asked): Distilled {
  const { unavoidable, recall, mistakes, laws } = worldOf(asked);
  return { unavoidable, bestRecall: recall, unavoidableMistakes: mistakes, trueMap: mapOf(laws), points: [] };
}

interface Lesson {
  readonly input: number;
  readonly label: number;
}
/** Lessons of one student, the same ones for every sort of student. */
function drawLessons(world: World, withheld: boolean, count: number, seed: number, student: number): Lesson[] {
  const next = uniforms(seed, 121, student);
  const lessons: Lesson[] = [];
  while (lessons.length < count) {
    const label = Math.floor(next() * kinds.length);
    const input = drawCategorical(world.likelihoods[label], next);
    if (!withheld || label > 0) lessons.push({ input, label });
  }
  return lessons;
}

/** As many lessons as anybody hears, student by student: whoever hears fewer hears the first of them. */
type School = (student: number) => readonly Lesson[];
function schoolOf(world: World, { withheld, seed }: Asked): School {
  const drawn: Lesson[][] = [];
  return (student) => (drawn[student] ??= drawLessons(world, withheld, most, seed, student));
}

/** The teacher’s probabilities, at T = 1. */
function* teach(world: World, { taught, seed }: Asked): Generator<number, number[][]> {
  const lessons = drawLessons(world, false, taught, seed, classes);
  const examples = { inputs: lessons.map(({ input }) => inputs[input]), labels: lessons.map(({ label }) => label) };
  const training = { hidden, classes: kinds.length, rate: teacherRate, steps: teacherSteps };
  let logits: number[][] = [];
  let step = 0;
  for (const network of trainSoftmaxNetwork(examples, training, uniforms(seed, 122))) {
    if (step === teacherSteps) logits = inputs.map((x) => networkLogits(network, x));
    yield step++ / teacherSteps;
  }
  return logits;
}

interface Class {
  readonly world: World;
  /** What the teacher says of each input. */
  readonly teacher: readonly (readonly number[])[];
  readonly school: School;
}

/** Students of every sort with the same n lessons. */
function learn({ world, teacher, school }: Class, asked: Asked, count: number, student: number) {
  const { temperature, penalty, control, seed } = asked;
  const lessons = school(student).slice(0, count);
  const labels = lessons.map(({ label }) => label);
  const warm = lessons.map(({ input }) => heated(teacher[input], temperature));
  const told: Record<Sort, number[][]> = {
    labels: labels.map(oneHot),
    teacher: warm,
    control: controlled(warm, labels, control, uniforms(seed, 123, student)),
    truth: lessons.map(({ input }) => heated(world.laws[input], temperature)),
  };
  const logits = (sort: Sort) => {
    const { weights } = fitSoftmaxRegression(
      { inputs: lessons.map(({ input }) => inputs[input]), targets: told[sort] },
      // A label is the same at every temperature.
      { penalty, temperature: sort === 'labels' ? 1 : temperature },
    );
    return linearLogits(weights, inputs);
  };
  return { lessons, told, logits };
}

function* pointOf(of: Class, asked: Asked, count: number) {
  const { world, teacher } = of;
  const rows: Record<Sort, Record<keyof Judged, number>[]> = { labels: [], teacher: [], control: [], truth: [] }; // prettier-ignore
  for (let student = 0; student < classes; student++) {
    const { logits } = learn(of, asked, count, student);
    for (const sort of sorts) {
      const says = logits(sort);
      const { masses, laws } = world;
      rows[sort].push({
        excess: excessLoss(masses, laws, says),
        mismatch: excessLoss(masses, teacher, says),
        recall: recallOfA(world, says),
        mistakes: mistakesOf(world, says) - world.mistakes,
      });
    }
    yield (student + 1) / classes;
  }
  const judged = (sort: Sort): Judged => {
    const mean = (of: keyof Judged) => meanOf(rows[sort].map((row) => row[of]));
    return { excess: mean('excess'), mismatch: mean('mismatch'), recall: mean('recall'), mistakes: mean('mistakes') };
  };
  return { lessons: count, of: pick(judged) };
}

function showFirst(of: Class, asked: Asked): Shown {
  const { world, teacher } = of;
  const { lessons, told, logits } = learn(of, asked, asked.lessons, 0);
  const sure = lessons.slice(0, fewest).map(({ input }) => Math.max(...teacher[input]));
  const at = sure.indexOf(Math.min(...sure));
  const rows = logits('teacher');
  const costs = drawLessons(world, false, tested, asked.seed, classes + 1).map(({ input, label }) => -Math.log(softmax(rows[input])[label])); // prettier-ignore
  return {
    ...lessons[at],
    told: pick((sort) => told[sort][at].map(brief)),
    maps: pick((sort) => mapOf((sort === 'teacher' ? rows : logits(sort)).map(softmax))),
    test: { ...meanOf(costs), expected: world.unavoidable + excessLoss(world.masses, world.laws, rows) },
  };
}

/** Teachers and points of curves that are known: another n asks for little that is new. */
function memory<T>(room: number) {
  const known = new Map<string, T>();
  function* get(key: string, make: () => Generator<number, T>): Generator<number, T> {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = yield* make();
    if (known.size >= room) known.delete([...known.keys()][0]);
    known.set(key, made);
    return made;
  }
  return Object.assign(get, { has: (key: string) => known.has(key) });
}
const teachers = memory<number[][]>(20);
const curves = memory<Point>(400);

/** The same with every share told as one between two others. */
function* within<T>(from: number, to: number, making: Generator<number, T>): Generator<Progress<Distilled>, T> {
  let next = making.next();
  for (; !next.done; next = making.next()) yield { share: from + (to - from) * next.value };
  return next.value;
}

/** The teacher, then the first students, then all students for every number of lessons: first what is known, then what is asked about. */
export function* work(asked: Asked): Generator<Progress<Distilled>> {
  const { scatter, width, taught, seed } = asked;
  const world = worldOf(asked);
  const key = [scatter, width, taught, seed].join();
  const logits = yield* within(
    0,
    0.3,
    teachers(key, () => teach(world, asked)),
  );
  const teacher = logits.map(softmax);
  const of: Class = { world, teacher, school: schoolOf(world, asked) };
  let model: Distilled = {
    ...compute(asked),
    teacher: {
      excess: excessLoss(world.masses, world.laws, logits),
      recall: recallOfA(world, logits),
      mistakes: mistakesOf(world, logits) - world.mistakes,
    },
    floor: floorOf(world),
    shown: showFirst(of, asked),
  };
  yield { share: 0.3, model };
  const keyOf = (count: number) => JSON.stringify({ ...asked, judged: '', lessons: count });
  const [known, isAsked] = [(count: number) => curves.has(keyOf(count)), (count: number) => count === asked.lessons];
  const all = [...new Set([...sizes, asked.lessons])].sort(
    (a, b) => Number(known(b)) - Number(known(a)) || Number(isAsked(b)) - Number(isAsked(a)) || a - b,
  );
  // More lessons take longer.
  const total = all.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const count of all) {
    const before = 0.3 + (0.69 * done) / total;
    done += count;
    const point = yield* within(
      before,
      0.3 + (0.69 * done) / total,
      curves(keyOf(count), () => pointOf(of, asked, count)),
    );
    model = { ...model, points: [...model.points, point].sort((a, b) => a.lessons - b.lessons) };
    yield { share: done === total ? 1 : 0.3 + (0.69 * done) / total, model };
  }
}

/** D(truth‖student) of the best student that there could be, in nats: one with a lesson for every input, weighted as it comes, and hardly a penalty. */
function floorOf({ masses, laws }: World): number {
  const { weights } = fitSoftmaxRegression(
    { inputs, targets: laws, counts: masses },
    { penalty: 1e-7, temperature: 1 },
  );
  return Math.max(0, excessLoss(masses, laws, linearLogits(weights, inputs))); // prettier-ignore
}
