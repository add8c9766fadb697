import type { ViewProps } from '#contract/spec.ts';
import type { spec } from './spec.ts';

/** What the parts of the view are given. */
export type FitProps = ViewProps<typeof spec>;
