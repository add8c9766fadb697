import type { ViewProps } from '#contract/spec.ts';
import type { spec } from './spec.ts';

export type RaceProps = ViewProps<typeof spec>;
