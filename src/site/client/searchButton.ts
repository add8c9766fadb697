/** Opens the search by its button or by the slash key. Its code and what it searches come when it is first wanted. */
export function startSearchButton() {
  const button = document.querySelector<HTMLElement>('[data-search]');
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
  if (!button || !dialog?.showModal) return;
  let ready: Promise<() => void> | undefined;
  const open = async () => {
    ready ??= import('./search.ts').then(({ startSearch }) => startSearch(dialog));
    (await ready)();
  };
  button.addEventListener('click', () => void open());
  document.addEventListener('keydown', (event) => {
    const writes = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || writes || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void open();
  });
}
