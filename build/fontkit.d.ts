/** What is used of fontkit, which comes without types. */
declare module 'fontkit' {
  interface Glyph {
    readonly id: number;
  }
  interface Table {
    readonly metrics: { get(index: number): { readonly advance: number }; readonly length: number };
  }
  interface Font {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    readonly stream: { readonly constructor: new (bytes: Uint8Array) => object };
    readonly hmtx: Table;
    readonly HVAR: object;
    readonly _variationProcessor: { getAdvanceAdjustment(glyph: number, table: object): number };
    /** Also loads the tables of a compressed font. */
    layout(text: string, features?: readonly string[]): { readonly glyphs: readonly Glyph[] };
    constructor: new (stream: object, coordinates: readonly number[]) => Font;
  }
  export function create(bytes: Uint8Array): Font;
}
