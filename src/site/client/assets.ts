import { fromBase64 } from '#kit/state/ownNetwork.ts';
import { root } from './page.ts';

/**
 * Files that are loaded when they are needed: the weights and the workers. One mechanism works in every artefact: a classic
 * script, injected, that hands its content over. Pages on a disk or in a sandboxed frame can load nothing else.
 */
const waiting = new Map<string, (content: unknown) => void>();
const provided = new Map<string, Promise<unknown>>();

declare global {
  var bitsPerTokenProvide: (name: string, content: unknown) => void;
}
globalThis.bitsPerTokenProvide = (name, content) => waiting.get(name)?.(content);

const addressOf = (file: string) => `${root()}assets/${file}?${document.documentElement.dataset.build ?? ''}`;

/** What `assets/NAME.js` hands over. A failed load is forgotten, so that it can be tried again. */
export function inject<Content = string>(name: string): Promise<Content> {
  const found = provided.get(name);
  if (found) return found as Promise<Content>;
  const content = new Promise<unknown>((resolve, reject) => {
    waiting.set(name, resolve);
    const script = document.createElement('script');
    script.src = addressOf(`${name}.js`);
    script.onload = () => script.remove();
    script.onerror = () => {
      script.remove();
      provided.delete(name);
      reject(new Error(`A part of the book (${name}) could not be loaded. Are you offline? It will be tried again.`));
    };
    document.head.append(script);
  });
  provided.set(name, content);
  return content as Promise<Content>;
}

/** Only the site has the bytes as a file, and only a page with an origin of its own may fetch it. */
const canFetch = () => document.documentElement.dataset.variant === 'site' && globalThis.origin !== 'null';

export const loadText = (name: string) => inject(name);

export async function loadBytes(name: string): Promise<ArrayBuffer> {
  if (canFetch()) {
    const response = await fetch(addressOf(`${name}.bin`)).catch(() => undefined);
    if (response?.ok) return response.arrayBuffer();
  }
  return fromBase64(await inject(name));
}

/** A worker from a blob: the only kind that starts on a disk and in a sandbox as well. */
export async function spawnWorker(name: string): Promise<Worker> {
  const url = URL.createObjectURL(new Blob([await inject(name)], { type: 'text/javascript' }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}
