import { createReadStream, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Percent signs undone; an address that has them wrong names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * What a page that is isolated itself (COEP: require-corp) asks of whatever it frames. The book can promise it: nothing in it
 * is secret, and nothing comes from elsewhere.
 */
export const framedByIsolated = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Answers as any static host does: files by their path, index.html for folders, 404.html for the rest. */
export function staticFiles(folder: string, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (request, response) => {
    const path = decoded(new URL(request.url ?? '/', 'http://localhost').pathname);
    const wanted = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    const found = wanted.startsWith(normalize(folder)) && isFile(wanted);
    const file = found ? wanted : join(folder, '404.html');
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { ...headers, 'content-type': type });
    createReadStream(file).pipe(response);
  };
}

export const serve = (folder: string, port: number) => createServer(staticFiles(folder, framedByIsolated)).listen(port);

if (import.meta.filename === process.argv[1]) {
  const port = Number(process.env.PORT ?? 4173);
  const folder = process.argv[2] ?? 'dist/site';
  serve(folder, port).on('listening', () => console.log(`Bits per Token is at http://localhost:${port}/`));
}
