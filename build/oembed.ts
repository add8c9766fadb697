import type { AnyWidget } from '#contract/spec.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const [width, height] = [720, 640];

/** The static answer to hosts that ask how to embed a widget (oembed.com). */
export function oembed({ id, title }: AnyWidget, address: string): string {
  const html = `<iframe src="${address}embed/${id}.html" title="${escape(title)}" width="${width}" height="${height}" style="border:0" allow="fullscreen; clipboard-write"></iframe>`;
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    provider_name: 'Bits per Token',
    provider_url: address,
    title,
    html,
    width,
    height,
  });
}
