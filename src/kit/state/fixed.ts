import { createContext } from 'react';

/** Parameters that the host of an embed page has fixed or hidden: a picture draws no handle that moves one of them. */
export const FixedContext = createContext<ReadonlySet<string>>(new Set());

/** Those of them that are not even shown. */
export const HiddenContext = createContext<readonly string[]>([]);
