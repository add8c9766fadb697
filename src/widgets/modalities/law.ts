import type { JointTable } from '#theory/measures/joint.ts';
import type { Asked } from './parameters.ts';

/**
 * The chance of three errors, 1 or 0 each. With chance `shared` one uniform U decides all, and account i errs if U is below its rate;
 * else each account has a U of its own. So each errs at its rate whatever is shared.
 */
export function chanceOfErrors(errors: readonly number[], rates: readonly number[], shared: number): number {
  const apart = errors.reduce((product, error, i) => product * (error ? rates[i] : 1 - rates[i]), 1);
  const below = Math.min(1, ...rates.filter((_, i) => errors[i] === 1));
  const above = Math.max(0, ...rates.filter((_, i) => errors[i] === 0));
  return (1 - shared) * apart + shared * Math.max(0, below - above);
}

/** What is true: its chance, the condition's name, and what each account would say if it did not err. */
interface Truth {
  readonly chance: number;
  readonly condition: number;
  readonly says: readonly number[];
}

function truthsOf({ story, prevalence }: Pick<Asked, 'story' | 'prevalence'>): Truth[] {
  const bits = [0, 1];
  const common = (bit: number) => (bit ? prevalence : 1 - prevalence);
  if (story === 'key')
    return bits.flatMap((ill) =>
      bits.map((key) => ({ chance: common(ill) / 2, condition: ill, says: [ill, ill ^ key, key] })),
    );
  if (story === 'parts')
    return bits.flatMap((a) =>
      bits.map((b) => ({ chance: common(a) * common(b), condition: 2 * a + b, says: [a, b, a] })),
    );
  return bits.map((ill) => ({ chance: common(ill), condition: ill, says: [ill, ill, ill] }));
}

/** p(note, picture, lab, condition): eight rows, the lab changing fastest, and a column for each condition. */
export function lawOf(asked: Asked): JointTable {
  if (asked.story === 'own') return asked.own;
  const truths = truthsOf(asked);
  const conditions = 1 + Math.max(...truths.map(({ condition }) => condition));
  const misses = [asked.noteMiss, asked.pictureMiss, asked.labMiss];
  const alarms = [asked.noteAlarm, asked.pictureAlarm, asked.labAlarm];
  return Array.from({ length: 8 }, (_, row) => {
    const line = Array<number>(conditions).fill(0);
    for (const { chance, condition, says } of truths) {
      const errors = says.map((bit, i) => bit ^ ((row >> (2 - i)) & 1));
      const rates = says.map((bit, i) => (bit ? misses[i] : alarms[i]));
      line[condition] += chance * chanceOfErrors(errors, rates, asked.shared);
    }
    return line;
  });
}
