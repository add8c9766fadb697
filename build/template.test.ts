import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { template, type Assets, type Document, type Variant } from '#site/template.ts';

const skeleton = readFileSync('index.html', 'utf8');
const page: Document = {
  title: 'A < B & "C"',
  description: 'What $& and $1 do.',
  kind: 'page',
  root: '..',
  unit: 'nats',
  oembed: 'embed/a.json',
  body: '<main>$& body</main>',
  parts: ['hat', 'glove'],
};
const assets: Assets = {
  styles: ['assets/a.css'],
  stylesOf: { hat: 'assets/hat.css', shoe: 'assets/shoe.css' },
  printStyles: ['assets/print.css'],
  scripts: [{ src: 'assets/m.js', module: true }, { src: 'assets/c.js' }],
  early: 'assets/early.js',
  modulePreloads: ['assets/n.js'],
  fontPreloads: ['assets/f.woff2'],
  build: '1234',
};
const html = (variant: Variant, more: Partial<Assets> = {}) =>
  template(skeleton, page, variant, { ...assets, ...more });

describe('the template', () => {
  it('fills the skeleton, escaped, and leaves no gap in it', () => {
    const text = html('site');
    expect(text).toContain('<title>A &lt; B &amp; &quot;C&quot;</title>');
    expect(text).toContain('content="What $&amp; and $1 do."');
    expect(text).toContain('<main>$& body</main>');
    expect(text).toContain(
      '<html lang="en" data-root=".." data-variant="site" data-unit="nats" data-kind="page" data-build="1234">',
    );
    expect(text).not.toMatch(/<!-- (head|body) -->/);
  });

  it('names every file relative to the root of the book', () => {
    for (const [, link] of html('site').matchAll(/(?:href|src)="([^"]*)"/g)) expect(link).toMatch(/^\.\.\/[a-z]/);
  });

  it('asks for the stylesheets of the figures that it draws, and for that of paper last and without waiting', () => {
    const links = Array.from(html('site').matchAll(/<link rel="stylesheet"([^>]*)>/g), ([, rest]) => rest.trim());
    expect(links).toEqual([
      'href="../assets/a.css"',
      'href="../assets/hat.css"',
      'media="print" href="../assets/print.css"',
    ]);
  });

  it('loads module scripts as such, and classic ones without crossorigin after the page', () => {
    expect(html('site')).toContain('<script src="../assets/m.js" type="module"></script>');
    expect(html('offline')).toContain('<script src="../assets/c.js" defer></script>');
    expect(html('offline')).toContain('data-variant="offline"');
  });

  it('allows nothing from elsewhere, save in development, where the server adds scripts of its own', () => {
    for (const variant of ['site', 'offline'] as const) {
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html(variant))![1];
      expect(policy).toContain("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';");
      expect(policy).not.toMatch(/https?:|\*/);
    }
    expect(html('dev')).not.toContain('Content-Security-Policy');
  });

  it('says full addresses only where it knows them', () => {
    expect(html('site')).not.toMatch(/oembed|og:image/);
    const text = html('site', { address: 'https://example.org/book/' });
    expect(text).toContain('type="application/json+oembed" href="https://example.org/book/embed/a.json"');
    expect(text).toContain('content="https://example.org/book/social.png"');
  });
});
