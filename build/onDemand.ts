/** Worker scripts by the name under which pages ask for them. */
export const workers = {
  'plain-worker': 'src/workers/plain.worker.ts',
  'tensorflow-worker': 'src/workers/tensorflow.worker.ts',
} as const;

/** A classic script that hands over text or base64 when it is asked for: it loads where nothing can be fetched. */
export const provide = (name: string, content: string) =>
  `bitsPerTokenProvide(${JSON.stringify(name)},${JSON.stringify(content)});`;
