/** Properties that a picture takes from the stylesheet, written into the copy so that it looks the same anywhere. */
const inlined = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family',
  'font-size', 'font-weight', 'font-style', 'font-variant-numeric', 'text-anchor', 'dominant-baseline', 'letter-spacing', 'visibility', 'display', 'paint-order',
]; // prettier-ignore

async function toDataUrl(url: string): Promise<string> {
  if (url.startsWith('data:')) return url;
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}

/** The @font-face rules of the page for one family, with the font inside. Empty where a stylesheet cannot be read. */
async function fontFaces(family: string): Promise<string> {
  const faces: string[] = [];
  for (const sheet of document.styleSheets) {
    try {
      for (const rule of sheet.cssRules) {
        if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue('font-family').includes(family))
          continue;
        if (rule.style.getPropertyValue('font-style') === 'italic') continue;
        const url = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
        if (!url) continue;
        const data = await toDataUrl(new URL(url, sheet.href ?? document.baseURI).href);
        faces.push(`@font-face{font-family:"${family}";font-weight:100 900;src:url(${data}) format("woff2")}`);
      }
    } catch {
      // A sheet or font that cannot be read: the copy falls back on the viewer's sans.
    }
  }
  return faces.join('');
}

const make = (name: string, attributes: Record<string, string | number>, text = '') => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
};

export interface StandalonePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const paperBehind = (element: Element) => getComputedStyle(element.closest('.widget') ?? document.body).backgroundColor;

/** Puts the font, the title and the paper into an svg and writes it out. */
async function finish(svg: Element, from: Element, title: string, width: number, height: number) {
  const family = getComputedStyle(from).fontFamily.split(',')[0].replaceAll('"', '').trim();
  svg.prepend(
    make('title', {}, title),
    make('style', {}, await fontFaces(family)),
    make('rect', { width, height, fill: paperBehind(from) }),
  );
  for (const [key, value] of Object.entries({ xmlns: 'http://www.w3.org/2000/svg', width, height }))
    svg.setAttribute(key, String(value));
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

/** A copy of the svg that needs no stylesheet: computed styles written in, variables resolved, the font embedded, paper behind. */
export async function standaloneSvg(svg: SVGSVGElement, title: string): Promise<StandalonePicture> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [svg.querySelectorAll<SVGElement>('*'), copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, i) => {
    const computed = getComputedStyle(original);
    copies[i].setAttribute('style', inlined.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';'));
    for (const name of ['class', 'tabindex', 'role']) copies[i].removeAttribute(name);
  });
  for (const name of ['class', 'style']) copy.removeAttribute(name);
  const { width, height } = svg.viewBox.baseVal;
  return finish(copy, svg, title, width, height);
}

/** What a color looks like on the paper, as every drawing program understands it. */
function onPaper(color: string, paper: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d')!;
  for (const fill of [paper, color]) {
    context.fillStyle = fill;
    context.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red},${green},${blue})`;
}

/** The pieces of a text node that stand on one line each. */
function* linesOf(node: Node): Generator<{ readonly text: string; readonly box: DOMRect }> {
  const text = node.textContent ?? '';
  const range = document.createRange();
  const boxOf = (from: number, to: number) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  for (let from = 0; from < text.length;) {
    const { top } = boxOf(from, from + 1);
    let to = from + 1;
    while (to < text.length && Math.abs(boxOf(to, to + 1).top - top) < 1) to++;
    const box = boxOf(from, to);
    if (box.width > 0) yield { text: text.slice(from, to), box };
    from = to;
  }
}

/** A text with its tokens (the stylesheet’s `.tokens`) as an svg: ground and bar of each token, and the words on them. */
export async function standaloneTokens(list: HTMLElement, title: string): Promise<StandalonePicture> {
  const frame = list.getBoundingClientRect();
  const margin = 16;
  const width = Math.ceil(frame.width) + 2 * margin;
  let bottom = frame.height + margin;
  const place = (box: DOMRect) => ({ x: box.left - frame.left + margin, y: box.top - frame.top + margin });
  const paper = paperBehind(list);
  const svg = make('svg', {});
  for (const token of list.querySelectorAll('.token')) {
    const { backgroundColor, borderBottomColor, borderBottomWidth } = getComputedStyle(token);
    const bar = parseFloat(borderBottomWidth);
    for (const box of token.getClientRects()) {
      const { x, y } = place(box);
      const rect = (y: number, height: number, color: string) => {
        svg.append(make('rect', { x, y, width: box.width, height, fill: onPaper(color, paper) }));
        bottom = Math.max(bottom, y + height);
      };
      rect(y, box.height - bar, backgroundColor);
      if (bar > 0) rect(y + box.height - bar, bar, borderBottomColor);
    }
  }
  const { fontFamily, fontSize, color } = getComputedStyle(list);
  const ink = onPaper(color, paper);
  const nodes = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    for (const { text, box } of linesOf(nodes.currentNode)) {
      const { x, y } = place(box);
      // The baseline of a line of text lies about a quarter of the type size above the foot of its box.
      const baseline = y + box.height - 0.27 * parseFloat(fontSize);
      const style = {
        'font-family': fontFamily,
        'font-size': fontSize,
        fill: ink,
        style: 'font-variant-ligatures:none;white-space:pre',
      };
      svg.append(make('text', { x, y: baseline, ...style }, text));
    }
  }
  const height = Math.ceil(bottom) + margin;
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return finish(svg, list, title, width, height);
}

/** The picture as PNG at twice its size. */
export async function toPng({ svg, width, height }: StandalonePicture): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('This browser could not draw the picture.'))),
      'image/png',
    ),
  );
}
