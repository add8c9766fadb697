import { pinKey, pinsChanged, pinsKey } from '#contract/pinNames.ts';
import { remember } from '#kit/state/storage.ts';

/** Loads the tray on the pages of a reader who has pinned something, or whose address offers a pin; on all others, with the first pin. */
export function startPins() {
  let shown = false;
  const show = () => {
    if (shown) return;
    shown = true;
    import('./tray.tsx').then(
      ({ showTray }) => showTray(document.body),
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
