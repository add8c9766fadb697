import type { Backend } from '#contract/engine.ts';

/** What the reader wants models to run on. The engine knows, in pages that have one. */
export const readersChoice = { of: (): Backend | 'auto' => 'auto' };
