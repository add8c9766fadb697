import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./1-tokens.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/\{([^{}]*--paper[^{}]*)\}/g)].map(([, body]) =>
  Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex])),
);
const [light, dark, darkBySystem] = blocks;

const linear = (hex: string) =>
  [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });

/** WCAG 2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [l1, l2] = [a, b].map((hex) => linear(hex)).map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b);
  return (Math.max(l1, l2) + 0.05) / (Math.min(l1, l2) + 0.05);
}

/** OKLab of linear sRGB (Ottosson 2020). */
function oklab([r, g, b]: number[]): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Simulated dichromacy on linear sRGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const visions: Record<string, number[][]> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}; // prettier-ignore

function distance(a: string, b: string, vision: number[][]): number {
  const [p, q] = [a, b].map((hex) => {
    const rgb = linear(hex);
    return oklab(
      vision.map((row) =>
        Math.min(
          1,
          Math.max(
            0,
            row.reduce((sum, w, i) => sum + w * rgb[i], 0),
          ),
        ),
      ),
    );
  });
  return 100 * Math.hypot(...p.map((value, i) => value - q[i]));
}

const data = ['x', 'y', 'shared', 'model', 'exact', 'quiet'];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, theme) => {
  it.each(['paper', 'raised', 'wash'])('text on %s has a contrast of at least 4.5', (ground) => {
    for (const ink of ['ink', 'soft', ...data.map((name) => `${name}-ink`)])
      expect(contrast(theme[ink], theme[ground]), ink).toBeGreaterThanOrEqual(4.5);
  });
  it('marks and edges of controls have a contrast of at least 3', () => {
    for (const mark of [...data, 'edge', 'focus'])
      for (const ground of ['paper', 'raised'])
        expect(contrast(theme[mark], theme[ground]), mark).toBeGreaterThanOrEqual(3);
  });
  it.each(Object.keys(visions))('data colors can be told apart with %s', (vision) => {
    for (const a of data)
      for (const b of data)
        if (a < b) expect(distance(theme[a], theme[b], visions[vision]), `${a}/${b}`).toBeGreaterThan(11);
  });
});

describe('the tokens', () => {
  it('are the same whether the reader or the system chose dark', () => {
    expect(darkBySystem).toEqual(dark);
  });
});
