import { pinKey, pinsChanged, pinsKey } from '#contract/pinNames.ts';
import { remember } from '#kit/state/storage.ts';

export interface TrayPart {
  showTray(within: HTMLElement): void;
}

/** Loads the tray for a reader who has pinned something, or whose address offers a pin; for all others, with the first pin. */
export function startPins(within: HTMLElement, load: () => Promise<TrayPart>) {
  let shown = false;
  const show = () => {
    if (shown) return;
    shown = true;
    load().then(
      ({ showTray }) => showTray(within),
      () => (shown = false),
    );
  };
  const offers = () => new RegExp(`[?#&]${pinKey}=`).test(location.href);
  const has = () => (remember.get(pinsKey) ?? '[]') !== '[]';
  if (offers() || has()) return show();
  addEventListener('hashchange', () => offers() && show());
  // Of another tab, and of a figure on this page.
  addEventListener('storage', () => has() && show());
  document.addEventListener(pinsChanged, show);
}
