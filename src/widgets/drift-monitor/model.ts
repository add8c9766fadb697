import { uniforms } from '#sim/random.ts';
import {
  checked as chanceByChecks,
  checkMonitor,
  divergenceMonitor,
  monitored,
  type CheckMonitor,
  type DivergenceMonitor,
} from '#theory/estimation/divergence-monitor.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { checkedOf, months, type Asked } from './parameters.ts';
import { worldOf, type World } from './world.ts';

/** One drawn month. */
export interface Month {
  readonly month: number;
  /** Answers of the program, by label. */
  readonly said: readonly number[];
  /** Notes on the new form. */
  readonly fresh: number;
  /** Of the checked notes, how many the program has right. */
  readonly right: number;
  /** D(shares of answers ‖ usual shares). */
  readonly divergence: number;
  readonly alarm: boolean;
  readonly alarmOfForms: boolean;
  readonly alarmOfChecks: boolean;
}

/** One way to watch, before and after: chance of an alarm in a month. */
interface Watch {
  readonly before: number;
  readonly after: number;
}

export interface Drift {
  readonly before: World;
  readonly after: World;
  /** D of the law of the answers after the shift from the usual one. */
  readonly truth: number;
  /** What the shares of n answers are expected to show of it, before and after. */
  readonly expectedBefore: number;
  readonly expectedAfter: number;
  readonly monitor: DivergenceMonitor;
  readonly checks: CheckMonitor;
  readonly checkedNotes: number;
  readonly outputs: Watch;
  readonly forms: Watch;
  readonly byHand: Watch;
  readonly months: readonly Month[];
  /** I(right answer; answer of the program). */
  readonly toldBefore: number;
  readonly toldAfter: number;
}

const usualWorld = worldOf({ shift: 'none', size: 0 });

/** Thresholds do not change while the reader moves the shift. */
const kept = new Map<string, DivergenceMonitor & { readonly expected: number }>();
function monitorOf(reference: readonly number[], notes: number, level: number) {
  const key = [...reference, notes, level].join();
  let found = kept.get(key);
  if (!found) {
    const monitor = divergenceMonitor(reference, notes, level);
    found = { ...monitor, expected: monitored(reference, notes, monitor.threshold, reference).expected };
    kept.clear();
    kept.set(key, found);
  }
  return found;
}

/** Cells of the law in one row: answers first, so that one number draws a note. */
function cellsOf({ joint }: World) {
  let below = 0;
  return [0, 1, 2].flatMap((said) =>
    ([0, 1] as const).flatMap((form) =>
      [0, 1, 2].map((right) => {
        below += joint[right][said][form];
        return { below, said, form, right };
      }),
    ),
  );
}

/** Each month has a stream of its own, and its notes stay where they are in it while the law changes. */
export function drawMonth(world: World, asked: Asked, month: number) {
  const next = uniforms(asked.seed, month);
  const cells = cellsOf(world);
  const said = [0, 0, 0];
  let [fresh, right] = [0, 0];
  for (let i = 0; i < asked.notes; i++) {
    const u = next();
    const cell = cells.find(({ below }) => u < below) ?? cells[cells.length - 1];
    said[cell.said]++;
    fresh += cell.form;
    if (i < checkedOf(asked) && cell.said === cell.right) right++;
  }
  return { said, fresh, right };
}

export function compute(asked: Asked): Drift {
  const { notes, begins } = asked;
  const level = Number(asked.level);
  const after = worldOf(asked);
  const monitor = monitorOf(usualWorld.said, notes, level);
  const formMonitor = divergenceMonitor(usualWorld.forms, notes, level);
  const checkedNotes = checkedOf(asked);
  const checks = checkMonitor(checkedNotes, usualWorld.accuracy, level);
  const outputs = monitored(usualWorld.said, notes, monitor.threshold, after.said);
  const watchForms = (world: World) => monitored(usualWorld.forms, notes, formMonitor.threshold, world.forms).alarm;
  const byHand = (world: World) => chanceByChecks(checkedNotes, checks.fewest, Math.min(1, world.accuracy));
  const drawn = Array.from({ length: months }, (_, i): Month => {
    const month = i + 1;
    const { said, fresh, right } = drawMonth(month < begins ? usualWorld : after, asked, month);
    const divergence = relativeEntropy(said.map((count) => count / notes), usualWorld.said); // prettier-ignore
    const ofForms = relativeEntropy([1 - fresh / notes, fresh / notes], usualWorld.forms);
    return {
      ...{ month, said, fresh, right, divergence },
      alarm: divergence > monitor.threshold + 1e-12,
      alarmOfForms: ofForms > formMonitor.threshold + 1e-12,
      alarmOfChecks: right < checks.fewest,
    };
  });
  return {
    ...{ before: usualWorld, after, monitor, checks, checkedNotes, months: drawn },
    truth: relativeEntropy(after.said, usualWorld.said),
    expectedBefore: monitor.expected,
    expectedAfter: outputs.expected,
    outputs: { before: monitor.falseAlarms, after: outputs.alarm },
    forms: { before: formMonitor.falseAlarms, after: watchForms(after) },
    byHand: { before: checks.falseAlarms, after: byHand(after) },
    toldBefore: mutualInformation(usualWorld.table),
    toldAfter: mutualInformation(after.table),
  };
}

/** The chance of an alarm within so many months, if each has this chance and months are independent. */
export const within = (chance: number, count: number) => -Math.expm1(count * Math.log1p(-chance));

/** Alarms of the monitor of outputs in the drawn months, before the shift and from it on. */
export const alarmsOf = ({ months: all }: Drift, { begins }: Asked) => ({
  before: all.filter(({ month, alarm }) => alarm && month < begins).length,
  after: all.filter(({ month, alarm }) => alarm && month >= begins).length,
});
