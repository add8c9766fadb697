import type { ViewProps } from '#contract/spec.ts';
import type { spec } from './spec.ts';
import type { Anatomy } from './state.ts';

export interface PartProps extends ViewProps<typeof spec> {
  readonly shown: NonNullable<Anatomy['shown']>;
  readonly alive: boolean;
}

export interface GoingProps extends PartProps {
  onGo(address: string): void;
}
