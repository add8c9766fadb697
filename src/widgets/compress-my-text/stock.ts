/** Bytes that the browser's own brotli needs, or null where it has none. */
export async function brotliSize(bytes: Uint8Array<ArrayBuffer>): Promise<number | null> {
  let stream: CompressionStream;
  try {
    stream = new CompressionStream('brotli' as CompressionFormat);
  } catch {
    return null;
  }
  const body = new Response(bytes).body!.pipeThrough(stream);
  return (await new Response(body).arrayBuffer()).byteLength;
}
