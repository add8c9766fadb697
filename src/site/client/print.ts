/*
 * What paper needs and a screen does not: answers on a page of their own, room to write, and the addresses behind links. It is
 * added when the page is about to be printed and taken away afterwards. Without scripts answers are printed where they stand.
 */
const added: Element[] = [];

function make(name: string, className: string, ...content: (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  added.push(element);
  return element;
}

/** A copy of what an element holds. Its ids stay with the original. */
function copyOf(element: Element): Node[] {
  const copy = element.cloneNode(true) as Element;
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  for (const details of copy.querySelectorAll('details')) details.open = true;
  for (const summary of copy.querySelectorAll(':scope > summary')) summary.remove();
  return [...copy.childNodes];
}

/** Where a reader of the paper writes: a probability, an amount for each bar, or a curve between empty axes. */
function roomToWrite(question: HTMLElement): Node[] {
  const asks = [...question.querySelectorAll('form label > span:first-child')].map((label) => label.textContent);
  const lines = asks.map((ask) => make('p', 'blank on-paper', `${ask} ____________`));
  const sketch = question.querySelector('.reveal .sketch');
  if (!sketch) return lines;
  const empty = make('div', 'sketch on-paper', ...copyOf(sketch));
  empty.querySelector('path.truth')?.remove();
  return [empty, ...lines];
}

/** The answer of a bet, a prediction or an exercise, under its name. */
function answerOf(question: HTMLElement, name: string): HTMLElement | undefined {
  const choices = [...question.querySelectorAll('.choice')].map((choice) => {
    const answer = make('p', 'on-paper', ...copyOf(choice.querySelector('summary')!));
    return [answer, make('div', 'reply on-paper', ...copyOf(choice.querySelector('.reply')!))];
  });
  const parts = [...question.querySelectorAll('.reveal, .computed, .solution')].flatMap(copyOf);
  if (parts.length === 0) return undefined;
  return make('section', 'on-paper', make('h3', 'on-paper', name), ...choices.flat(), ...parts);
}

function answers(text: Element) {
  const found: HTMLElement[] = [];
  let bets = 0;
  for (const question of text.querySelectorAll<HTMLElement>('.bet:not(.settled), .exercise')) {
    const heading = question.querySelector('h3')!;
    const isBet = question.matches('.bet');
    if (isBet) heading.append(make('span', 'on-paper', ` (${++bets})`));
    const answer = answerOf(question, heading.textContent);
    if (answer) found.push(answer);
    if (isBet) question.querySelector('form')!.after(...roomToWrite(question));
    else question.querySelector('.numeric form')?.after(...roomToWrite(question));
  }
  if (found.length > 0)
    text.append(make('section', 'answers-on-paper on-paper', make('h2', 'on-paper', 'Answers'), ...found));
}

/** Terms and citations lead to the end of the page, and references give their own addresses. */
const ofThePage = '.widget *, .term, .cite, .references a, .definitions a, .contents a, .neighbors a, .gallery a';

/** Gives each link that leaves the page a number, and lists the addresses. */
function addresses(text: Element) {
  const here = location.href.replace(/[?#].*$/, '');
  const numbers = new Map<string, number>();
  for (const link of text.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.matches(ofThePage) || link.href.replace(/[?#].*$/, '') === here) continue;
    const number = numbers.get(link.href) ?? numbers.size + 1;
    numbers.set(link.href, number);
    link.after(make('sup', 'on-paper', `[${number}]`));
  }
  if (numbers.size === 0) return;
  const list = [...numbers].map(([href, number]) => make('p', 'on-paper', `[${number}] ${href}`));
  text.append(make('section', 'addresses on-paper', make('h2', 'on-paper', 'Addresses'), ...list));
}

function prepare() {
  if (added.length > 0) return;
  const text = document.querySelector('main > .chapter') ?? document.querySelector('main')!;
  answers(text);
  addresses(text);
  document.documentElement.dataset.printing = '';
}

function restore() {
  for (const element of added.splice(0)) element.remove();
  delete document.documentElement.dataset.printing;
}

export function startPrint() {
  addEventListener('beforeprint', prepare);
  addEventListener('afterprint', restore);
}
