/**
 * Tells whatever host this page is framed in how high it is. Nothing is needed on the host's side but what it has anyway.
 * Heights only: no message carries anything of the reader's.
 */
const oneFrame = () => new Promise(requestAnimationFrame);

/** The messages that hosts of different makes understand. */
function announcements(height: number): unknown[] {
  const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1];
  return [
    { type: 'bits-per-token:height', version: 1, height },
    JSON.stringify({ subject: 'lti.frameResize', height }), // Canvas
    JSON.stringify({ src: location.href.replace(/#.*/, ''), context: 'iframe.resize', height }), // Embedly, Medium
    { sentinel: 'amp', type: 'embed-size', height }, // AMP
    { type: 'plugin.resize', payload: { height } }, // Open edX
    ...(secret ? [{ message: 'height', value: height, secret }] : []), // WordPress
  ];
}

/**
 * H5P's resizer is asked first: hello, and after its hello prepareResize, which it answers with resizePrepared, then resize.
 * It may load after this page: then a hello is repeated when it says that it is ready, which it tells frames with h5p in their
 * address only, and whenever the height changes.
 */
function speakH5p(height: () => number) {
  const post = (action: string, more: object = {}) => parent.postMessage({ context: 'h5p', action, ...more }, '*');
  let greeted = false;
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (
      source !== parent ||
      typeof data !== 'object' ||
      data === null ||
      !('context' in data) ||
      data.context !== 'h5p'
    )
      return;
    const action = 'action' in data ? data.action : undefined;
    if (action === 'hello') {
      greeted = true;
      prepare();
    }
    if (action === 'ready') post('hello');
    if (action === 'resizePrepared') post('resize', { scrollHeight: height() });
  });
  const prepare = () =>
    post('prepareResize', { scrollHeight: height(), clientHeight: document.documentElement.clientHeight });
  post('hello');
  return () => (greeted ? prepare() : post('hello'));
}

export function startBridge(content: HTMLElement) {
  if (parent === window) return;
  const height = () => Math.ceil(content.getBoundingClientRect().bottom + scrollY);
  const h5p = speakH5p(height);
  let last = 0;
  const announce = async () => {
    await oneFrame();
    if (height() === last) return;
    last = height();
    for (const message of announcements(last)) parent.postMessage(message, '*');
    h5p();
  };
  new ResizeObserver(() => void announce()).observe(content);
  addEventListener('load', () => void announce());
}
