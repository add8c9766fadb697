import * as react from 'react';
import * as dom from 'react-dom/client';
import * as jsx from 'react/jsx-runtime';
import { pinsFrom } from '#kit/host/Pins.tsx';
import { inject } from './assets.ts';
import { startPins as start } from './pins.ts';
import type { PinPart } from './pinPart.ts';

/* Pins in an embed page: its one script has their buttons, and all else comes as a part when a reader wants it. */

/** What such a part shares with the page: two copies of React in one tree would not know each other. */
declare global {
  var bitsPerTokenShared: unknown;
}
globalThis.bitsPerTokenShared = { react, dom, jsx };

const load = () => inject<PinPart>('pins');

export const Pins = pinsFrom(load);
export const startPins = (within: HTMLElement) => start(within, load);
