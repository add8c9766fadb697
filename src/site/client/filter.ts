import { part } from './part.ts';

/**
 * Leaves those entries of a list in sight that have what is typed and what is chosen, and the groups that have such entries. The form names
 * its entries by a selector; a choice `status` is met by what says so in `data-status`, on the entry or around it.
 */
export function startFilter() {
  const place = document.querySelector<HTMLElement>('[data-filter]')!;
  const field = part<HTMLInputElement>(place, 'input');
  const choices = [...place.querySelectorAll('select')];
  const status = part(place, '[role=status]');
  const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')];
  const [one, many] = place.dataset.nouns!.split(' ');
  place.hidden = false;
  function filter() {
    const wanted = field.value.trim().toLowerCase();
    const chosen = choices.filter(({ value }) => value !== '');
    const fits = (entry: HTMLElement) =>
      entry.textContent.toLowerCase().includes(wanted) &&
      chosen.every(({ name, value }) => entry.closest(`[data-${name}~="${value}"]`));
    let shown = 0;
    for (const group of groups) {
      const entries = [...group.querySelectorAll<HTMLElement>(place.dataset.filter!)];
      for (const entry of entries) entry.hidden = !fits(entry);
      const left = entries.filter(({ hidden }) => !hidden).length;
      group.hidden = left === 0;
      shown += left;
    }
    status.textContent = wanted || chosen.length > 0 ? `${shown} ${shown === 1 ? one : many}` : '';
  }
  for (const control of [field, ...choices]) control.addEventListener('input', filter);
}
