import { useEffect, type RefObject } from 'react';

/** Has the Escape key close what is open, from wherever the keyboard stands within. */
export function useEscape(within: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    const element = within.current;
    const listen = ({ key }: KeyboardEvent) => void (key === 'Escape' && close());
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  });
}
