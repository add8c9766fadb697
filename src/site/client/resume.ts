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

/** Remembers the section that was last at the top of the window, and marks it in the list of sections. */
function followReading(chapter: HTMLElement) {
  const headings = [...chapter.querySelectorAll<HTMLElement>('h2[id]')];
  const links = [...chapter.querySelectorAll<HTMLAnchorElement>('.toc ol a')];
  const current = () => headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
  let last: HTMLElement | undefined;
  addEventListener('scrollend', () => {
    const heading = current();
    if (heading === last) return;
    last = heading;
    for (const link of links)
      if (heading && decodeURIComponent(link.hash.slice(1)) === heading.id)
        link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    if (!heading) return;
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
  link.className = 'button go';
  link.textContent = 'Continue where you were';
  const where = document.createElement('span');
  where.className = 'hint';
  where.textContent = `${place.title}: ${place.section}`;
  offer.append(link, ' ', where);
  offer.hidden = false;
  // There is one first thing to do.
  for (const start of document.querySelectorAll('[data-start-here] .button')) start.classList.remove('go');
}
