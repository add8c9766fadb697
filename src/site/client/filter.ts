import { part } from './part.ts';

/** Leaves those entries of a list of definitions in sight that have what is typed in them, and the letters that have such entries. */
export function startFilter() {
  const place = document.querySelector<HTMLElement>('[data-filter]')!;
  const field = part<HTMLInputElement>(place, 'input');
  const status = part(place, '[role=status]');
  const letters = [...document.querySelectorAll<HTMLElement>('[data-letter]')];
  place.hidden = false;
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    let shown = 0;
    for (const letter of letters) {
      const entries = [...letter.querySelectorAll<HTMLElement>('.definitions > div')];
      for (const entry of entries) entry.hidden = !entry.textContent.toLowerCase().includes(wanted);
      const left = entries.filter(({ hidden }) => !hidden).length;
      letter.hidden = left === 0;
      shown += left;
    }
    status.textContent = wanted ? `${shown} ${shown === 1 ? 'term' : 'terms'}` : '';
  });
}
