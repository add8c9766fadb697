import { createHash } from 'node:crypto';

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'int8' | 'float32';
  readonly offset: number;
  readonly scales?: number;
}

const prefix = 8;
const aligned = (count: number) => Math.ceil(count / 4) * 4;

/**
 * The file of a trail (`src/model/trail.ts`) with its last network alone, every byte of the weights as it was: what pages need that compare
 * finished networks, without the way there.
 */
export function lastOfTrail(file: Buffer): Buffer<ArrayBuffer> {
  const payloadAt = prefix + file.readUInt32LE(4);
  const header = JSON.parse(file.toString('utf8', prefix, payloadAt)) as {
    readonly checkpoints: readonly unknown[];
    readonly tensors: readonly Entry[];
  };
  const last = header.checkpoints.length - 1;
  const parts: Buffer[] = [];
  let length = 0;
  const keep = (from: number, count: number): number => {
    const at = length;
    parts.push(file.subarray(payloadAt + from, payloadAt + from + count), Buffer.alloc(aligned(count) - count));
    length += aligned(count);
    return at;
  };
  const tensors = header.tensors
    .filter(({ name }) => name.startsWith(`${last}/`))
    .map(({ name, shape, dtype, offset, scales }) => {
      const count = shape.reduce((product, n) => product * n, dtype === 'float32' ? 4 : 1);
      return {
        ...{ name: name.replace(/^\d+/, '0'), shape, dtype, offset: keep(offset, count) },
        ...(scales !== undefined && { scales: keep(scales, 4 * shape[0]) }),
      };
    });
  const payload = Buffer.concat(parts);
  const sha256 = createHash('sha256').update(payload).digest('hex');
  const own = { ...header, checkpoints: header.checkpoints.slice(last), tensors, bytes: payload.length, sha256 };
  const text = Buffer.from(JSON.stringify(own));
  const head = Buffer.alloc(prefix + aligned(text.length), ' ');
  file.copy(head, 0, 0, 4);
  head.writeUInt32LE(aligned(text.length), 4);
  text.copy(head, prefix);
  return Buffer.from(Uint8Array.from(Buffer.concat([head, payload])).buffer);
}
