import type { Say } from '#contract/say.ts';
import { shareOf, type Pair } from './model.ts';
import { letters, type Asked } from './parameters.ts';
import { worst } from './readouts.ts';

/** `a → b → a`. */
export const around = (cycle: readonly number[]) => [...cycle, cycle[0]].map((x) => letters[x]).join(' → ');

const count = (n: number, one: string, more: string) => (n === 1 ? `one ${one}` : `${n} ${more}`);

/** What decides, in a sentence. */
export function verdict({ problem, areSame, cycle, shared, enough }: Pair): string {
  if (problem) return problem;
  if (areSame) return 'The chains are the same, so there is nothing to find out.';
  if (cycle.length > 0) return `Both chains can go ${around(cycle)} as long as they like, so no window is enough.`;
  const arrows = shared.flat().filter(Boolean).length;
  return (
    (arrows === 0 ? 'The chains share no arrow' : `The chains share ${count(arrows, 'arrow', 'arrows')} and no cycle`) +
    `, so a window of ${count(enough, 'letter', 'letters')} is enough.`
  );
}

export function describe(model: Pair, values: Asked, say: Say): string {
  const { window } = values;
  const doubt = worst(model, values);
  const said = verdict(model);
  if (model.problem || model.areSame) return said;
  const length = count(window, 'letter', 'letters');
  return doubt === undefined
    ? `${said} No window of ${length} leaves a doubt that matters.`
    : `${said} Of windows of ${length} a share of ${say.probability(shareOf(model, window))} leaves a doubt that matters; ${doubt.word} gives the first chain ${say.probability(doubt.posterior)}.`;
}
