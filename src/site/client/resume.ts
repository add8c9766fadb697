import { remember } from '#kit/state/storage.ts';

interface Place {
  readonly page: string;
  readonly title: string;
  /** Anchor and words of the section. */
  readonly anchor: string;
  readonly section: string;
}

const key = 'place';

function savedPlace(): Place | undefined {
  try {
    const place = JSON.parse(remember.get(key) ?? 'null') as Partial<Place> | null;
    const words = [place?.page, place?.title, place?.anchor, place?.section];
    return words.every((word) => typeof word === 'string') && /^[\w-]+$/.test(place!.page!)
      ? (place as Place)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the section that was last at the top of the window. */
function followReading(chapter: HTMLElement) {
  const headings = [...chapter.querySelectorAll<HTMLElement>('h2[id]')];
  const current = () => headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
  let last: HTMLElement | undefined;
  addEventListener('scrollend', () => {
    const heading = current();
    if (!heading || heading === last) return;
    last = heading;
    const { chapter: page = '', title = '' } = chapter.dataset;
    const place: Place = { page, title, anchor: heading.id, section: heading.textContent };
    remember.set(key, JSON.stringify(place));
  });
}

/** Chapters remember where one stopped; the home page offers to go on there. */
export function startResume() {
  const chapter = document.querySelector<HTMLElement>('[data-chapter]');
  if (chapter) followReading(chapter);
  const offer = document.querySelector<HTMLElement>('[data-resume]');
  const place = offer && savedPlace();
  if (!place) return;
  const link = document.createElement('a');
  link.href = `./${place.page}.html#${encodeURIComponent(place.anchor)}`;
  link.textContent = `${place.title}, ${place.section}`;
  offer.append('You stopped at ', link, '.');
  offer.hidden = false;
}
