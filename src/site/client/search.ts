import { loadText } from './assets.ts';
import { createFinder, type Findable } from './find.ts';
import { root } from './page.ts';
import { part } from './part.ts';

type Find = ReturnType<typeof createFinder>;

function item({ address, title, place, around }: ReturnType<Find>[number]): HTMLLIElement {
  const [line, link, where, words] = ['li', 'a', 'span', 'p'].map((name) => document.createElement(name));
  (link as HTMLAnchorElement).href = root() + address;
  link.textContent = title;
  where.className = words.className = 'hint';
  where.textContent = place;
  words.append(
    ...around.map((piece, i) => {
      if (i % 2 === 0) return piece;
      const match = document.createElement('mark');
      match.textContent = piece;
      return match;
    }),
  );
  line.append(link, ' ', where, words);
  return line as HTMLLIElement;
}

/** The dialog in which the book is searched. What can be found is loaded when it is opened first, and never asks a server. */
export function startSearch(dialog: HTMLDialogElement) {
  const field = part<HTMLInputElement>(dialog, 'input');
  const list = part(dialog, 'ol');
  const status = part(dialog, '[role=status]');
  let finder: Promise<Find> | undefined;
  const load = () =>
    (finder ??= loadText('search').then(
      (text) => createFinder(JSON.parse(text) as Findable[]),
      (error: unknown) => {
        finder = undefined;
        throw error;
      },
    ));

  async function show() {
    const query = field.value.trim();
    try {
      const found = query ? (await load())(query) : [];
      if (query !== field.value.trim()) return;
      list.replaceChildren(...found.map(item));
      status.textContent = !query
        ? ''
        : found.length === 0
          ? `Nothing in the book has “${query}”.`
          : `${found.length} ${found.length === 1 ? 'place' : 'places'}, the nearest first`;
    } catch (error) {
      status.textContent = error instanceof Error ? error.message : String(error);
    }
  }
  field.addEventListener('input', () => void show());
  part<HTMLFormElement>(dialog, 'form').addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  // A place on the same page is gone to behind the dialog.
  list.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) dialog.close();
  });
  part(dialog, '[data-close]').addEventListener('click', () => dialog.close());
  void load().catch(() => {});
  return () => {
    if (!dialog.open) dialog.showModal();
    field.select();
  };
}
