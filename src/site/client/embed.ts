import { startBridge } from './bridge.ts';
import { mountIsland, type Widget } from './mount.tsx';
import { startQuantities } from './quantities.ts';
import { startSettings } from './settings.ts';

const list = (text: string | null) => text?.split(',').filter(Boolean) ?? [];

/** An embed page: one widget, which has the query to itself. */
export function startEmbed(widget: Widget) {
  const query = new URLSearchParams(location.search);
  startSettings(query);
  const island = document.querySelector<HTMLElement>('[data-island]')!;
  startBridge(document.querySelector<HTMLElement>('main')!);
  const ui = query.get('ui') === 'figure' ? 'figure' : 'full';
  mountIsland(island, widget, {
    ui,
    locked: list(query.get('lock')),
    hidden: list(query.get('hide')),
    headingLevel: 1,
    services: widget.services?.(island),
    work: widget.work,
    Pins: widget.Pins,
  });
  // Where a figure holds what can be pinned, its frame has the tray as well, below it.
  if (ui === 'full') widget.startPins?.(document.querySelector<HTMLElement>('main')!);
  startQuantities();
}
