import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and until the page is alive: nothing can be typed or pressed before, so that nothing is lost. */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
