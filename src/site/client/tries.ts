import { readValues } from '#contract/values.ts';
import { lifeOf } from './islands.ts';

/** What stands in the prose of a state: a preset, and values as in an address. */
type Written = Readonly<Record<string, string>>;

async function put(explore: HTMLElement, { preset, ...written }: Written) {
  const { spec, ...store } = await lifeOf(explore);
  const chosen = spec.presets.find(({ id }) => id === preset);
  if (chosen) store.choose(chosen);
  const { values } = readValues(spec.params, Object.entries(written));
  const change = Object.fromEntries(Object.keys(written).map((key) => [key, values[key]]));
  store.beginGesture();
  store.change(change);
}

/** Words that name a state of a figure become buttons that put it there, and bring it into sight. */
export function startTries() {
  for (const words of document.querySelectorAll<HTMLElement>('[data-try]')) {
    const explore = document.querySelector<HTMLElement>(`[data-explore="${words.dataset.of}"]`)!;
    // A <button> is one box, whatever its style says, and long words would break the sentence. These break as the words around them do.
    words.setAttribute('role', 'button');
    words.tabIndex = 0;
    words.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      if (!event.repeat) words.click();
    });
    words.addEventListener('click', () => {
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const picture = explore.querySelector('.picture-frame')!;
      put(explore, JSON.parse(words.dataset.try!) as Written).then(
        () => picture.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' }),
        // A figure that cannot come to life stays as it was drawn; the console says why.
        (error: unknown) => console.error(error),
      );
    });
  }
}
