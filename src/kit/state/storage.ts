/** The one door to what the browser remembers. Storage may be missing, full or refused (a frame, a private window): then memory serves until the page closes. */

const memory = new Map<string, string>();
/** What storage did not take: it may still hold what was there before. */
const refused = new Set<string>();
const prefix = 'bits-per-token/';

function storage(kind: 'localStorage' | 'sessionStorage' = 'localStorage'): Storage | undefined {
  try {
    return globalThis[kind];
  } catch {
    return undefined;
  }
}

export const remember = {
  get(key: string): string | undefined {
    if (refused.has(key)) return memory.get(key);
    try {
      return storage()?.getItem(prefix + key) ?? memory.get(key);
    } catch {
      return memory.get(key);
    }
  },
  /** Whether it will outlast the page: where storage is full or refused, memory has it. */
  set(key: string, value: string): boolean {
    memory.set(key, value);
    try {
      const store = storage();
      store?.setItem(prefix + key, value);
      refused.delete(key);
      return store !== undefined;
    } catch {
      refused.add(key);
      return false;
    }
  },
  forget(key: string): void {
    memory.delete(key);
    refused.delete(key);
    try {
      storage()?.removeItem(prefix + key);
    } catch {
      // Refused: nothing was stored.
    }
  },
  /** Everything this book has stored, by key: for export and erase. */
  entries(): [string, string][] {
    const all = new Map(memory);
    try {
      const store = storage();
      for (let i = 0; store && i < store.length; i++) {
        const key = store.key(i)!;
        const own = key.slice(prefix.length);
        if (key.startsWith(prefix) && !refused.has(own)) all.set(own, store.getItem(key) ?? '');
      }
    } catch {
      // Refused: memory is all there is.
    }
    return [...all].sort();
  },
  erase(): void {
    for (const [key] of remember.entries()) remember.forget(key);
    try {
      const passing = storage('sessionStorage');
      for (const key of Object.keys(passing ?? {})) if (key.startsWith(prefix)) passing!.removeItem(key);
    } catch {
      // Refused: nothing was stored.
    }
  },
};

/** What outlasts a reload and not the tab: a reader’s own numbers, which nobody should find here tomorrow. */
export const rememberInTab = {
  get(key: string): string | undefined {
    try {
      return storage('sessionStorage')?.getItem(prefix + key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(key: string, value: string): void {
    try {
      storage('sessionStorage')?.setItem(prefix + key, value);
    } catch {
      // Full or refused: a reload begins anew.
    }
  },
};
