/**
 * Reports of errors say where. The link to them takes along the address of the page, with the state of its figures; what follows
 * the #, where a text of the reader's may stand, is left out.
 */
export function startReport() {
  const here = location.href.replace(/#.*$/, '');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-report]'))
    link.search = `?of=${encodeURIComponent(here)}`;
  const form = document.querySelector<HTMLElement>('[data-report-form]');
  const of = new URLSearchParams(location.search).get('of');
  if (!form) return;
  const text = form.querySelector('textarea')!;
  // Only pages of the book are taken for one.
  const page = of?.startsWith(here.replace(/[^/]*$/, '')) ? of : '';
  text.value = text.value.replace('Page: ', `Page: ${page}`);
  form.hidden = false;
}
