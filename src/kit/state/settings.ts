import { createStore } from 'zustand/vanilla';
import type { Unit } from '#contract/say.ts';
import { remember } from './storage.ts';

/** What the reader chose for the whole book. Undefined: the page's own unit, the system's theme. */
export interface Settings {
  readonly unit?: Unit;
  readonly theme?: 'light' | 'dark';
  readonly motion?: 'reduced';
}

export const settings = createStore<Settings>(() => ({}));

const isUnit = (text: string | null | undefined): text is Unit => text === 'bits' || text === 'nats';
const isTheme = (text: string | null | undefined): text is 'light' | 'dark' => text === 'light' || text === 'dark';

/** From the query (an embed page's host) or else from what was remembered. Called once hydration can no longer differ. */
export function applyStoredSettings(query: URLSearchParams): void {
  const [unit, theme] = [query.get('unit') ?? remember.get('unit'), query.get('theme') ?? remember.get('theme')];
  settings.setState({
    ...(isUnit(unit) && { unit }),
    ...(isTheme(theme) && { theme }),
    ...(query.get('motion') === 'reduced' && { motion: 'reduced' }),
  });
}

export function chooseUnit(unit: Unit): void {
  remember.set('unit', unit);
  settings.setState({ unit });
}

export function chooseTheme(theme: 'light' | 'dark'): void {
  remember.set('theme', theme);
  settings.setState({ theme });
}
