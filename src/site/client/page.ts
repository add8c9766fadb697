/** Where this page stands: attributes that the template writes on <html>. */

/** `.` or `..`: the way to the root of the book, since pages must work in any folder and from a disk. */
export const root = () =>
  new URL(`${document.documentElement.dataset.root ?? '.'}/`, document.baseURI).href.replace(/[?#].*$/, '');

export const pageUnit = () => (document.documentElement.dataset.unit === 'nats' ? 'nats' : 'bits');
