import type { ViewProps } from '#contract/spec.ts';
import type { Trainer } from '#contract/training.ts';
import type { spec } from './spec.ts';

/** On the server there is no trainer, and until the page is alive. */
export type ForgettingProps = ViewProps<typeof spec> & { readonly trainer?: Trainer };
