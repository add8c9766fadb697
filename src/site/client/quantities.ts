import { said } from './said.ts';

/*
 * A quantity has one identity in prose, formulas and figures: touching it lights it wherever it stands on the page. What is
 * lit is one attribute of the root; the stylesheet does the rest, so that figures may draw themselves anew.
 *
 * Keyboard: displayed formulas, derivations and pictures can be reached with the Tab key, as one stop each. There the arrow
 * keys go from quantity to quantity, and at the end of a stop on to the paragraph or formula that follows. So every mention
 * can be reached, and a page full of symbols is no obstacle. Escape puts the light out.
 */

const mark = '[data-q]';
const stop = '.display > [role="math"], .derivation, .proof ol, .picture-frame';
const paragraph = 'p, li, dt, dd, td, th, summary, h2, h3, small';

const root = document.documentElement;
const quantityOf = (target: EventTarget | null) => (target as Element | null)?.closest?.<HTMLElement>(mark)?.dataset.q;
/** One quantity, or all of the line of a proof: what stands at `data-lit`. */
const touchedAt = (target: EventTarget | null) => {
  const line = (target as Element | null)?.closest?.('[data-line]');
  return quantityOf(target) ?? (line ? quantitiesIn(line).join(' ') || undefined : undefined);
};
const isShown = (element: Element) => element.checkVisibility?.() ?? element.getClientRects().length > 0;

/** The quantities of a stop or paragraph, each once. */
const quantitiesIn = (block: Element) => [
  ...new Set([...block.querySelectorAll<HTMLElement>(mark)].filter(isShown).map((element) => element.dataset.q!)),
];

const blockOf = (element: Element) => element.closest<HTMLElement>(stop) ?? element.closest<HTMLElement>(paragraph);

/** Stops and paragraphs with quantities, as they follow each other on the page. */
function allBlocks(): HTMLElement[] {
  const shown = [...document.querySelectorAll(mark)].filter(isShown);
  return [...new Set(shown.flatMap((element) => blockOf(element) ?? []))];
}

function names(): Readonly<Record<string, string>> {
  return JSON.parse(document.querySelector('script[data-quantities]')?.textContent ?? '{}') as Record<string, string>;
}

/** Name and present value, as far as the figure beside the block knows it. */
function wordsOf(block: Element, quantity: string): string {
  const around = block.closest('[data-explore]') ?? document;
  const island = block.closest('[data-island]') ?? around.querySelector('[data-island]');
  const value = island && said.get(island)?.(quantity);
  return `${names()[quantity] ?? quantity}${value ? `, ${value}` : ''}`;
}

export function startQuantities() {
  let pointed: string | undefined;
  let tapped: string | undefined;
  let kept: string | undefined;
  let at: { readonly block: HTMLElement; readonly quantity: string } | undefined;
  const touched = document.createElement('p');
  touched.className = 'touched';
  touched.setAttribute('role', 'status');
  document.body.append(touched);

  function light() {
    const lit = pointed ?? kept ?? tapped;
    if (root.dataset.lit === lit) return;
    if (lit) root.dataset.lit = lit;
    else delete root.dataset.lit;
  }

  /** The keyboard stands on a quantity of a block. */
  function stand(block: HTMLElement, quantity: string) {
    at = { block, quantity };
    kept = quantity;
    tapped = undefined;
    light();
    const here = quantitiesIn(block);
    touched.textContent = `${wordsOf(block, quantity)} (${here.indexOf(quantity) + 1} of ${here.length}, ← →)`;
    const { left, top } = block.getBoundingClientRect();
    const room = root.clientWidth - touched.offsetWidth - 8;
    touched.style.left = `${scrollX + Math.max(8, Math.min(left, room))}px`;
    touched.style.top = `${scrollY + Math.max(8, top - touched.offsetHeight - 8)}px`;
  }

  function leave() {
    at = undefined;
    kept = undefined;
    touched.textContent = '';
    light();
  }

  function move(block: HTMLElement, step: 1 | -1) {
    const here = quantitiesIn(block);
    const next = here[(at ? here.indexOf(at.quantity) : -1) + step];
    if (next) return stand(block, next);
    const blocks = allBlocks();
    const neighbor = blocks[blocks.indexOf(block) + step];
    if (!neighbor) return;
    const quantity = quantitiesIn(neighbor).at(step === 1 ? 0 : -1)!;
    if (!neighbor.hasAttribute('tabindex')) neighbor.tabIndex = -1;
    at = { block: neighbor, quantity };
    neighbor.focus();
  }

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    pointed = touchedAt(target);
    light();
  });
  root.addEventListener('pointerleave', () => {
    pointed = undefined;
    light();
  });
  // A finger does not point before it touches: a tap lights, a second one or one elsewhere puts out. A scroll has no pointerup.
  document.addEventListener('pointerup', ({ target, pointerType }) => {
    if (pointerType !== 'touch') return;
    const here = quantityOf(target);
    tapped = here === tapped ? undefined : here;
    light();
  });
  document.addEventListener('focusin', ({ target }) => {
    const block = target as HTMLElement;
    if (at?.block === block) return stand(block, at.quantity);
    leave();
    if (block.matches(stop) && block.matches(':focus-visible')) {
      const [first] = quantitiesIn(block);
      if (first) stand(block, first);
    } else {
      kept = touchedAt(block);
      light();
    }
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (!relatedTarget) leave();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      pointed = tapped = undefined;
      return leave();
    }
    const block = event.target as HTMLElement;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (block !== at?.block && !block.matches(stop)) return;
    event.preventDefault();
    move(block, step);
  });

  // Formulas and derivations become stops here, pictures when they come alive. Without scripts there is nothing to stop for.
  const stops = [...document.querySelectorAll<HTMLElement>(stop)].filter((block) => block.querySelector(mark));
  const first = stops.length === 0 ? allBlocks().slice(0, 1) : [];
  for (const block of [...stops, ...first]) if (!block.matches('.picture-frame')) block.tabIndex = 0;
}
