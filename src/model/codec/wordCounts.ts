/** The difference of a small letter and a capital one. */
const LETTERS = 32;

/** Contexts: the word so far; with the word before it; with the two before it. */
export const WORDS = 3;

/** Whether a byte is of a word: a Latin letter, or of a character beyond ASCII. */
const isLetter = (byte: number) => (byte >= 128 && byte < 256) || ((byte | LETTERS) >= 97 && (byte | LETTERS) <= 122);

/** Two numbers of 32 binary digits to one, in whole numbers alone. */
function joined(a: number, b: number): number {
  const mixed = Math.imul(a ^ Math.imul(b + 1, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/**
 * What has followed a word so far, also together with the words before it, in small or capital letters alike. A context is kept by a number
 * of 32 digits made of it, and two that make the same number count together, which is rare. When the room is full nothing new is kept.
 */
export class WordCounts {
  readonly symbol: Uint16Array;
  readonly count: Uint32Array;
  readonly sibling: Uint32Array;
  /** Of each place of a context: the first node of a symbol that followed, 0 for none, and how many different ones did. */
  readonly child: Uint32Array;
  readonly distinct: Uint32Array;
  /** Where the contexts of now are. The last place of all is that of contexts which are not kept. */
  readonly active = new Uint32Array(WORDS);
  private readonly keys: Uint32Array;
  private nodes = 1;
  private contexts = 0;
  private readonly room: number;
  private word = 0;
  private readonly before = [0, 0];

  /** As many contexts are kept, and as many symbols that followed them. */
  constructor(room: number) {
    this.room = room;
    this.symbol = new Uint16Array(room);
    this.count = new Uint32Array(room);
    this.sibling = new Uint32Array(room);
    this.keys = new Uint32Array(2 * room);
    this.child = new Uint32Array(2 * room + 1);
    this.distinct = new Uint32Array(2 * room + 1);
    this.find(0);
  }

  /** The symbol that came: a byte, or a higher number between tokens. */
  add(symbol: number): void {
    for (const at of this.active) if (at < this.keys.length) this.follow(at, symbol);
    if (isLetter(symbol)) this.word = joined(this.word, symbol | LETTERS);
    else if (symbol < 256 && this.word !== 0) {
      this.before[1] = this.before[0];
      this.before[0] = this.word;
      this.word = 0;
    }
    this.find(symbol < 256 ? 1 : 0);
  }

  /** Looks the contexts up, inside a token or where one begins. */
  private find(inside: number): void {
    let context = joined(inside, this.word);
    for (let k = 0; k < WORDS; k++) {
      if (k > 0) context = joined(context, this.before[k - 1]);
      const key = joined(context, k) >>> 0 || 1;
      const places = this.keys.length;
      let at = key % places;
      while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) % places;
      if (this.keys[at] === 0 && this.contexts < this.room) {
        this.keys[at] = key;
        this.contexts++;
      }
      this.active[k] = this.keys[at] === key ? at : places;
    }
  }

  private follow(at: number, symbol: number): void {
    let node = this.child[at];
    while (node !== 0 && this.symbol[node] !== symbol) node = this.sibling[node];
    if (node === 0) {
      if (this.nodes === this.room) return;
      node = this.nodes++;
      this.symbol[node] = symbol;
      this.sibling[node] = this.child[at];
      this.child[at] = node;
      this.distinct[at]++;
    }
    this.count[node]++;
  }
}
