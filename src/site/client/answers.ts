import { download } from '#kit/host/download.ts';
import { isBrokenPrediction } from '#kit/state/predictions.ts';
import { remember } from '#kit/state/storage.ts';
import { showScores } from './scores.ts';

/** The reader's own answers, on the page about the book: to take along, to bring back, to erase. */
export function startAnswers() {
  const place = document.querySelector<HTMLElement>('[data-answers]');
  if (!place) return;
  const find = <E extends HTMLElement>(selector: string) => place.querySelector<E>(selector)!;
  const say = (text: string) => (find('[role=status]').textContent = text);
  const text = find<HTMLTextAreaElement>('textarea');
  place.hidden = false;
  showScores(place);

  find('[data-export-answers]').addEventListener('click', () => {
    const entries = remember.entries();
    text.value = JSON.stringify(Object.fromEntries(entries), undefined, 1);
    text.hidden = false;
    download('bits-per-token-answers.json', new Blob([text.value], { type: 'application/json' }));
    say(`${entries.length} entries. If no download came, copy them from here.`);
  });
  find<HTMLInputElement>('[data-import-answers]').addEventListener('change', async (event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) say(await importFrom(file));
    showScores(place);
  });
  find('[data-erase-answers]').addEventListener('click', () => {
    remember.erase();
    showScores(place);
    text.hidden = true;
    say('Everything is erased. Reload pages that are still open.');
  });
}

/** Bytes: more than any browser lets the book store, so that whatever it exports can come back. */
const largestFile = 50_000_000;

async function importFrom(file: File): Promise<string> {
  const wrong = 'This file was not exported from the book; nothing was changed.';
  if (file.size > largestFile) return wrong;
  let content: unknown;
  try {
    content = JSON.parse(await file.text());
  } catch {
    return wrong;
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return wrong;
  const entries = Object.entries(content);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return wrong;
  if (entries.some(([key, value]) => isBrokenPrediction(key, value))) return wrong;
  for (const [key, value] of entries) remember.set(key, value);
  return `${entries.length} entries were taken over. Reload pages that are still open.`;
}
