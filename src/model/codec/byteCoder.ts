import { quantize, type Coder } from './rangeCoder.ts';
import { StepMixture } from './stepMixture.ts';

const BYTES = 256;

/** Bytes by the counts alone: for what is no text, or not of a kind that the network knows. */
export class ByteCoder {
  private readonly coder: Coder;
  private readonly mixture: StepMixture;
  private readonly symbols = Uint16Array.from({ length: BYTES }, (_, byte) => byte);
  private readonly nothing = new Float64Array(BYTES);
  private readonly p = new Float64Array(BYTES);
  private readonly places = new Uint32Array(BYTES);

  constructor(coder: Coder, length: number) {
    this.coder = coder;
    this.mixture = new StepMixture(BYTES, length, false);
  }

  code(byte = 0): number {
    const { symbols, nothing, p, places, mixture } = this;
    mixture.predict(symbols, BYTES, nothing, nothing, p);
    const total = quantize(p, BYTES, places);
    const came = this.coder.code(places, BYTES, total, byte);
    mixture.learn(symbols, BYTES, nothing, came);
    return came;
  }
}
