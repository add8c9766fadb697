export const animals = ['dog', 'cat', 'hen', 'cow', 'fox', 'owl', 'elk', 'yak'] as const;

/** Answers of each animal: 0 for yes, 1 for no. */
export type Plan = readonly string[];

export const writePlan = (answers: Plan) => answers.join(',');
export const readPlan = (text: string): Plan => text.split(',');
export const empty = writePlan(animals.map(() => ''));

/** A plan that can be made by asking: each question about animals that are open, with a yes for some of them and a no for others. */
export function isPlan(text: string): boolean {
  const answers = readPlan(text);
  if (answers.length !== animals.length || !answers.every((row) => /^[01]{0,7}$/.test(row))) return false;
  const starts = new Set(answers.flatMap((row) => Array.from(row, (_, i) => row.slice(0, i))));
  return [...starts].every(
    (start) =>
      !answers.includes(start) && ['0', '1'].every((digit) => answers.some((row) => row.startsWith(start + digit))),
  );
}

/** Animals that have got the same answers, in the order of the picture: yes to the left. */
export function groupsOf(answers: Plan): readonly (readonly number[])[] {
  const rows = [...new Set(answers)].sort((a, b) => (a < b ? -1 : 1));
  return rows.map((row) => answers.flatMap((other, i) => (other === row ? [i] : [])));
}

/** The open group that comes up most often, the first of equals: the next question is about it. */
export function openGroup(answers: Plan, p: readonly number[]): readonly number[] | undefined {
  const mass = (group: readonly number[]) => group.reduce((sum, i) => sum + p[i], 0);
  return groupsOf(answers)
    .filter((group) => group.length > 1)
    .reduce<readonly number[] | undefined>(
      (best, group) => (!best || mass(group) > mass(best) + 1e-12 ? group : best),
      undefined,
    );
}

/** After one more question, about the animals of a group, with a yes for some. */
export const asked = (answers: Plan, group: readonly number[], yes: readonly number[]): Plan =>
  answers.map((row, i) => (group.includes(i) ? row + (yes.includes(i) ? '0' : '1') : row));
