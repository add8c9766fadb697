import type { Table } from '#contract/spec.ts';

/** A value as a CSV field (RFC 4180). */
const field = (value: string | number) =>
  /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

export function toCsv(table: Table): string {
  return [table.columns, ...table.rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

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

/** A copy of the svg that needs no stylesheet: computed styles written in, variables resolved, the font embedded, paper behind. */
export async function standaloneSvg(svg: SVGSVGElement, title: string): Promise<string> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [svg.querySelectorAll<SVGElement>('*'), copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, i) => {
    const computed = getComputedStyle(original);
    copies[i].setAttribute('style', inlined.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';'));
    for (const name of ['class', 'tabindex', 'role']) copies[i].removeAttribute(name);
  });
  const { width, height } = svg.viewBox.baseVal;
  const make = (name: string, attributes: Record<string, string>, text = '') => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const paper = getComputedStyle(svg.closest('.widget') ?? document.body).backgroundColor;
  const family = getComputedStyle(svg).fontFamily.split(',')[0].replaceAll('"', '').trim();
  copy.prepend(
    make('title', {}, title),
    make('style', {}, await fontFaces(family)),
    make('rect', { width: String(width), height: String(height), fill: paper }),
  );
  for (const [key, value] of Object.entries({
    xmlns: 'http://www.w3.org/2000/svg',
    width: String(width),
    height: String(height),
  }))
    copy.setAttribute(key, value);
  for (const name of ['class', 'style']) copy.removeAttribute(name);
  return new XMLSerializer().serializeToString(copy);
}

/** The svg as PNG at twice its size. */
export async function toPng(svg: string, width: number, height: number): Promise<Blob> {
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

export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
