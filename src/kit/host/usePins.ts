import { useSyncExternalStore } from 'react';
import type { Pin } from '#contract/pin.ts';
import { pins } from '#kit/state/pins.ts';

const none: readonly Pin[] = [];

/** What is pinned, in the order of pinning. */
export const usePins = () => useSyncExternalStore(pins.subscribe, pins.list, () => none);
