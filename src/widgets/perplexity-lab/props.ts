import type { Engine } from '#contract/engine.ts';
import type { ViewProps } from '#contract/spec.ts';
import type { spec } from './spec.ts';

/** What the parts of the view are given. */
export type Props = ViewProps<typeof spec> & { readonly engine?: Engine };
