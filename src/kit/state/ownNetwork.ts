import { remember } from './storage.ts';

/** The file of the one network that the reader keeps on this computer: for other figures, other pages and later. */
const key = 'network';

export function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

function toBase64(file: ArrayBuffer): string {
  let binary = '';
  for (const byte of new Uint8Array(file)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export const ownNetwork = {
  /** Undefined if there is none, or what is stored is no file. */
  get(): ArrayBuffer | undefined {
    try {
      const stored = remember.get(key);
      return stored === undefined ? undefined : fromBase64(stored);
    } catch {
      return undefined;
    }
  },
  /** Whether it will outlast the page. */
  set: (file: ArrayBuffer): boolean => remember.set(key, toBase64(file)),
  forget: (): void => remember.forget(key),
};
