import type { ViewProps } from '#contract/spec.ts';
import type { spec } from './spec.ts';

/** What the parts of the view are given. */
export type EvidenceProps = ViewProps<typeof spec>;

/** Where a part of the picture is drawn. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
