import { useSyncExternalStore } from 'react';
import { sayIn, type Say, type Unit } from '#contract/say.ts';
import { settings } from './settings.ts';
import type { WidgetState, WidgetStore } from './store.ts';

export const useWidget = (store: WidgetStore): WidgetState =>
  useSyncExternalStore(store.subscribe, store.getState, store.getInitialState);

const inUnit: Record<Unit, Say> = { bits: sayIn('bits'), nats: sayIn('nats') };

/** How to say quantities: in the reader's unit, or the page's own until the reader has chosen (and while hydrating). */
export function useSay(pageUnit: Unit): Say {
  const unit = useSyncExternalStore(
    settings.subscribe,
    () => settings.getState().unit ?? pageUnit,
    () => pageUnit,
  );
  return inUnit[unit];
}
