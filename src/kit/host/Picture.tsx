import { useLayoutEffect, useRef, useState, useSyncExternalStore, type ComponentType } from 'react';

/** The widths at which every picture is drawn before any script runs; a container query shows the one that fits. */
export const staticWidths = { wide: 640, narrow: 328 } as const;
const narrowest = 280;
/** What a figure of a chapter has on a wide screen. */
const widest = 924;

interface PictureProps {
  readonly View: ComponentType<Record<string, unknown>>;
  readonly view: Record<string, unknown>;
}

// On the server there is no layout to measure, and React warns about layout effects there.
const useMeasure = typeof window === 'undefined' ? () => {} : useLayoutEffect;

let isPrinting = false;
function onPrint(tell: () => void) {
  const turn = ({ type }: Event) => {
    isPrinting = type === 'beforeprint';
    tell();
  };
  addEventListener('beforeprint', turn);
  addEventListener('afterprint', turn);
  return () => {
    removeEventListener('beforeprint', turn);
    removeEventListener('afterprint', turn);
  };
}

/** React answers a store before the browser goes on, and so before what is printed is laid out. */
const usePrinting = () =>
  useSyncExternalStore(
    onPrint,
    () => isPrinting,
    () => false,
  );

/** The view at the width of its place: measured in the browser, at two fixed widths in the HTML, the wide one of them on paper. */
export function Picture({ View, view }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  const printing = usePrinting();
  useMeasure(() => {
    const measure = () => {
      const room = Math.floor(place.current?.clientWidth ?? 0);
      if (room > 0) setWidth(Math.min(widest, Math.max(narrowest, room)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="picture" ref={place}>
      {width === undefined ? (
        <>
          <div className="at-wide">
            <View {...view} width={staticWidths.wide} />
          </div>
          <div className="at-narrow">
            <View {...view} width={staticWidths.narrow} />
          </div>
        </>
      ) : (
        <View {...view} width={printing ? staticWidths.wide : width} />
      )}
    </div>
  );
}
