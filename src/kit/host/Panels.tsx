import { useState, type RefObject } from 'react';
import type { Say } from '#contract/say.ts';
import type { WidgetState, WidgetStore } from '#kit/state/store.ts';
import { DataTable } from './DataTable.tsx';
import { heightsOf } from './Embed.tsx';
import { Export } from './Export.tsx';
import { Readouts } from './Readouts.tsx';
import { Share, type ShareTargets } from './Share.tsx';

export type Panel = 'data' | 'share' | 'export';

export interface PanelProps {
  readonly panel: Panel;
  readonly store: WidgetStore;
  readonly state: WidgetState;
  readonly say: Say;
  readonly share: ShareTargets;
  readonly figure: RefObject<HTMLElement | null>;
}

/** What a button of the toolbar opens. It comes when it is asked for: most readers open none. */
export function Panels({ panel, store, state, say, share, figure }: PanelProps) {
  const { spec } = store;
  /** As it stands when the panel is opened. */
  const [heights] = useState(() => heightsOf(figure.current!));
  if (panel === 'share') return <Share {...{ spec, heights }} targets={share} />;
  if (panel === 'export') return <Export {...{ store, state, say, figure }} />;
  return (
    <>
      <DataTable title={spec.title} table={spec.table(state.model, say, state.values)} />
      <Readouts {...{ spec, state, say }} check={share.check} />
    </>
  );
}
