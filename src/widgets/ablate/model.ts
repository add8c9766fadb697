import type { Engine, Signal } from '#contract/engine.ts';
import type { RunContext } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { pairedDifference, type PairedDifference } from '#theory/estimation/paired-difference.ts';
import { params } from './parameters.ts';
import { cellNames, offOf, partsOf, silence } from './parts.ts';
import { profilesOf, type HeadProfile } from './profiles.ts';

type V = Values<typeof params>;

/** What the parts that are off cost together. */
export interface Together extends PairedDifference {
  /** The change of every token. */
  readonly changes: readonly number[];
  /** The parts one by one, added up, and by how much all together exceed that. */
  readonly sum: number;
  readonly beyond: PairedDifference;
}

/** What the parts are worth on one text. Plain data that survives JSON; nats a token, after − before. */
export interface Ablation {
  readonly text: string;
  readonly by: V['by'];
  readonly off: readonly string[];
  /** Where the tokens are that were read, which is as many as one window takes, and how many the text has. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly tokens: number;
  /** In the order of `headNames`. */
  readonly profiles: readonly HeadProfile[];
  readonly paid: number;
  /** By the names of cells; what is not known yet is not there. */
  readonly cells: Readonly<Record<string, PairedDifference>>;
  readonly together?: Together;
}

export const compute = ({ text, by, off }: V): Ablation => ({
  ...{ text, by, off: offOf(off), starts: [], ends: [], tokens: 0, profiles: [], paid: 0, cells: {} },
});

/** Why there is nothing to compare on; undefined if there is, or as long as nobody knows. */
export function unreadable({ text, tokens, starts }: Pick<Ablation, 'text' | 'tokens' | 'starts'>) {
  if (text === '') return 'There is no text.';
  return tokens > 0 && starts.length < 2
    ? 'The text is too short: there must be two tokens or more to compare on.'
    : undefined;
}

/** Surprisals that the network has paid, by what was off; the whole network under ''. */
type Paid = Map<string, readonly number[]>;
interface Known {
  readonly about: Pick<Ablation, 'starts' | 'ends' | 'tokens' | 'profiles'>;
  readonly paid: Record<V['by'], Paid>;
}
const known = new WeakMap<Engine, Map<string, Promise<Known>>>();
const mostKnown = 4;

/** It takes a fifth of a second, and others may wait for it: nobody stops it. */
const never: Signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

async function look(engine: Engine, text: string): Promise<Known> {
  const inside = await engine.inside(text, { signal: never });
  const n = inside.ids.length;
  const about = {
    starts: [...inside.starts.slice(0, n - 1)],
    ends: [...inside.ends.slice(0, n - 1)],
    tokens: inside.starts.length,
  };
  const profiles = n > 2 ? await profilesOf(inside, (name) => engine.tensor(name)) : [];
  return { about: { ...about, profiles }, paid: { mean: new Map(), zero: new Map() } };
}

function lookOnce(engine: Engine, text: string): Promise<Known> {
  const texts = known.get(engine) ?? new Map<string, Promise<Known>>();
  known.set(engine, texts);
  let found = texts.get(text);
  if (!found) {
    found = look(engine, text);
    found.catch(() => texts.delete(text));
    texts.set(text, found);
    if (texts.size > mostKnown) texts.delete(texts.keys().next().value!);
  }
  return found;
}

const five = (x: number) => Math.round(x * 1e5) / 1e5;
const rounded = ({ mean, standardError }: PairedDifference): PairedDifference => ({
  ...{ mean: five(mean), standardError: five(standardError) },
});

const keyOf = (parts: readonly string[]) => parts.join(' ');

/** What the chosen parts cost together, once they and each of them have been read. */
function togetherOf(paid: Paid, off: readonly string[]): Together | undefined {
  const whole = paid.get('');
  const without = paid.get(keyOf(off));
  const singles = off.map((name) => paid.get(name));
  if (!whole || !without || singles.some((one) => !one)) return undefined;
  const added = whole.map((nats, t) => singles.reduce((sum, one) => sum + one![t] - nats, nats));
  return {
    ...rounded(pairedDifference(whole, without)),
    changes: whole.map((nats, t) => Math.round((without[t] - nats) * 1e3) / 1e3),
    sum: five(pairedDifference(whole, added).mean),
    beyond: rounded(pairedDifference(added, without)),
  };
}

/** What the reader has switched off first, then the cells one by one. */
export async function* run(values: V, context: RunContext<Ablation>): AsyncGenerator<Ablation> {
  const { text, by } = values;
  const { engine, signal, previous } = context;
  const off = offOf(values.off);
  const same = previous?.text === text && previous.by === by ? previous : undefined;
  yield { ...(same ?? compute(values)), off, ...(same && keyOf(same.off) !== keyOf(off) && { together: undefined }) };
  const { about, paid: all } = await lookOnce(engine, text);
  if (signal.aborted) return;
  if (about.profiles.length === 0) return yield { ...compute(values), ...about };
  const paid = all[by];
  let cells = { ...same?.cells };
  const snapshot = (): Ablation => {
    const whole = paid.get('');
    for (const name of whole ? cellNames : []) {
      const without = paid.get(keyOf(partsOf(name)));
      if (without && !cells[name]) cells = { ...cells, [name]: rounded(pairedDifference(whole!, without)) };
    }
    const together = togetherOf(paid, off);
    const mean = whole ? five(whole.reduce((sum, nats) => sum + nats, 0) / whole.length) : (same?.paid ?? 0);
    return { text, by, off, ...about, paid: mean, cells, ...(together && { together }) };
  };
  const wanted = [[], off, ...off.map((name) => [name]), ...cellNames.filter((name) => !cells[name]).map(partsOf)];
  const lists = [...new Map(wanted.map((parts) => [keyOf(parts), parts])).values()].filter(
    (parts) => !paid.has(keyOf(parts)),
  );
  if (lists.length === 0) return yield snapshot();
  for await (const { index, surprisal } of engine.ablations(
    text,
    lists.map((parts) => silence(parts, by)),
    { signal },
  )) {
    if (signal.aborted) return;
    paid.set(keyOf(lists[index]), [...surprisal]);
    if (togetherOf(paid, off)) yield snapshot();
  }
}
