/** Calls back, once, when the reader has come to an element or is beyond it. */
export function whenReached(place: Element, call: () => void) {
  const observer = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
    if (!isIntersecting && boundingClientRect.top > 0) return;
    observer.disconnect();
    call();
  });
  observer.observe(place);
}
