/** Definitions and references open where they are mentioned: a copy of the entry that stands at the end of the page. */
export function startCards() {
  const card = document.createElement('div');
  card.className = 'card';
  if (!('popover' in card)) return;
  card.popover = 'auto';
  card.id = 'card';
  document.body.append(card);
  let opener: HTMLElement | undefined;
  card.addEventListener('toggle', (event) => {
    opener?.setAttribute('aria-expanded', String(event.newState === 'open'));
  });

  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLElement>('a[data-card]');
    const entry = link && document.getElementById(link.dataset.card!);
    if (!link || !entry) return;
    event.preventDefault();
    card.replaceChildren(...[...entry.cloneNode(true).childNodes]);
    opener = link;
    link.setAttribute('aria-controls', 'card');
    // In the order of focus it comes right after the link.
    link.after(card);
    card.showPopover();
    place(card, link);
  });
}

/** Below the link, or above where there is more room. */
function place(card: HTMLElement, link: HTMLElement) {
  const box = (link.getClientRects()[0] ?? link.getBoundingClientRect()) as DOMRect;
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = box.bottom + 6;
  const top = below + height > innerHeight && box.top > innerHeight / 2 ? box.top - height - 6 : below;
  card.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8))}px`;
  card.style.top = `${top}px`;
}
