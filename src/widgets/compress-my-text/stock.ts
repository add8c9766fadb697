/** The compressors that browsers and Node bring along. */
type Stock = 'gzip' | 'brotli';

/** Bytes that one of them needs, or null where there is none of this name. */
export async function stockSize(name: Stock, bytes: Uint8Array<ArrayBuffer>): Promise<number | null> {
  let stream: CompressionStream;
  try {
    stream = new CompressionStream(name as CompressionFormat);
  } catch {
    return null;
  }
  const body = new Response(bytes).body!.pipeThrough(stream);
  return (await new Response(body).arrayBuffer()).byteLength;
}
