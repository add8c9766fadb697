import { decode, encode, longestName, nameProblem, pinProblem, type Pin } from '#contract/pin.ts';
import { pinsChanged, pinsKey } from '#contract/pinNames.ts';
import { remember } from './storage.ts';

export const mostPins = 24;

/** What was kept, or a sentence that says why nothing was. */
export type Kept = { readonly pin: Pin; readonly lasts: boolean } | { readonly problem: string };

/** What is stored and can be read; the rest, which somebody else must have written, is passed over. */
function stored(): Pin[] {
  let list: unknown;
  try {
    list = JSON.parse(remember.get(pinsKey) ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  const found: Pin[] = [];
  for (const text of list.slice(0, mostPins)) {
    const decoded = typeof text === 'string' ? decode(text) : undefined;
    if (decoded && 'pin' in decoded) found.push({ ...decoded.pin, name: freeName(decoded.pin.name, found) });
  }
  return found;
}

/** The name itself, or the first of `name 2`, `name 3` … that no other pin has. */
export function freeName(name: string, others: readonly Pin[]): string {
  const taken = new Set(others.map((other) => other.name));
  let free = name.trim();
  for (let count = 2; taken.has(free); count++) {
    const end = ` ${count}`;
    // Never half of a character.
    const begin = name.trim().slice(0, longestName - end.length).replace(/\p{Surrogate}$/u, ''); // prettier-ignore
    free = begin.trimEnd() + end;
  }
  return free;
}

let list: readonly Pin[] | undefined;
const listeners = new Set<() => void>();

function announce() {
  for (const listener of listeners) listener();
  globalThis.document?.dispatchEvent(new Event(pinsChanged));
}

function write(next: readonly Pin[]): boolean {
  const lasts = remember.set(pinsKey, JSON.stringify(next.map(encode)));
  list = stored();
  announce();
  return lasts;
}

/** What the reader has pinned, in the order of pinning: the same in every page, tab and figure of this browser. */
export const pins = {
  /** The same list until it changes. */
  list: (): readonly Pin[] => (list ??= stored()),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Where the name is taken, the pin gets a number behind it. */
  add(pin: Pin): Kept {
    const problem = nameProblem(pin.name) ?? pinProblem(pin);
    if (problem) return { problem };
    const present = stored();
    if (present.length >= mostPins)
      return { problem: `There are ${mostPins} pins, and no room for more. Erase one first.` };
    const named = { ...pin, name: freeName(pin.name, present) };
    return { pin: named, lasts: write([...present, named]) };
  },
  rename(old: string, name: string): Kept {
    const problem = nameProblem(name);
    if (problem) return { problem };
    const present = stored();
    const at = present.findIndex((pin) => pin.name === old);
    if (at < 0) return { problem: `There is no pin “${old}” any more.` };
    const named = { ...present[at], name: freeName(name, present.toSpliced(at, 1)) };
    return { pin: named, lasts: write(present.with(at, named)) };
  },
  erase: (name: string): void => void write(stored().filter((pin) => pin.name !== name)),
  eraseAll: (): void => void write([]),
  /** Brings back what was erased, beside what has been pinned since. */
  restore(before: readonly Pin[]): void {
    const present = stored();
    const gone = before.filter(({ name }) => !present.some((pin) => pin.name === name));
    write([...gone, ...present].slice(0, mostPins));
  },
  /** Reads anew what another tab may have written. */
  reread(): void {
    list = stored();
    announce();
  },
};

/** Calls when another tab has changed the pins, or erased everything. */
export function onOtherTab(call: () => void): void {
  globalThis.addEventListener?.('storage', ({ key, newValue }: StorageEvent) => {
    if (key !== null && !key.endsWith(`/${pinsKey}`)) return;
    if (newValue === null) remember.forget(pinsKey);
    call();
  });
}
