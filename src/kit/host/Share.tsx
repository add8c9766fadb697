import type { AnyWidget } from '#contract/spec.ts';
import { Copyable } from './Copyable.tsx';
import { Embed, type EmbedProps } from './Embed.tsx';

export interface ShareTargets {
  /** Where this state is restored on a page of its own. */
  link(): string;
  /** The same with the reader's own text in the fragment, for widgets that have one. */
  linkWithText?(): string;
  embed(): string;
  /** Where the book says how a number of this function is checked. */
  check(source: string): string;
  /** The notes for teachers. */
  readonly notes: string;
}

/** For figures that are drawn where no address is known yet: it is filled in by the browser. */
export const noAddresses: ShareTargets = { link: () => '', embed: () => '', check: () => '', notes: '' };

interface ShareProps {
  readonly targets: ShareTargets;
  readonly spec: AnyWidget;
  readonly heights: EmbedProps['heights'];
}

export function Share({ targets, spec, heights }: ShareProps) {
  return (
    <>
      <Copyable label="Link to this state" text={targets.link()} />
      {targets.linkWithText && (
        <Copyable
          label="Link with my text (it travels in the part after #, which no server sees)"
          text={targets.linkWithText()}
        />
      )}
      <Embed {...{ spec, heights }} address={targets.embed()} notes={targets.notes} />
    </>
  );
}
