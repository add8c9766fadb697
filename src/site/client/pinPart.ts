import { PinPanel } from '#kit/host/PinPanel.tsx';
import { showTray } from './tray.tsx';

const part = { PinPanel, showTray };
export type PinPart = typeof part;

/** The part of embed pages that holds what buttons for pins open, and the tray. */
globalThis.bitsPerTokenProvide('pins', part);
