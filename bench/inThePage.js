/**
 * Injected by page.ts before the page's own scripts; answers in `globalThis.measured`, in milliseconds: the first input, the
 * moment at which the first tokens of the new text are colored, and from the first input on the longest gap between two
 * animation frames and the longest task that the browser reports.
 */
const tokensWanted = 200;
const measured = (globalThis.measured = { first: 0, colored: 0, gap: 0, task: 0 });

addEventListener('beforeinput', ({ timeStamp }) => (measured.first ||= timeStamp), true);

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries())
    if (measured.first && startTime + duration > measured.first) measured.task = Math.max(measured.task, duration);
}).observe({ type: 'longtask' });

/** Whether the box holds what was pasted and its first tokens, in sight or not, have their numbers. */
function isColored() {
  const cells = [...document.querySelectorAll('[data-widget="read-my-text"] [role="listbox"] [data-token]')].slice(
    0,
    tokensWanted,
  );
  const letters = (text) => text.replace(/[\s↵·→]/g, '');
  const shown = letters(cells.map((cell) => cell.textContent).join(''));
  return (
    Number(cells.at(-1)?.dataset.token) >= tokensWanted - 1 &&
    letters(document.querySelector('[data-widget="read-my-text"] textarea').value).startsWith(shown) &&
    cells.every((cell) => cell.dataset.amount)
  );
}

let before = 0;
function look(now) {
  if (measured.first && before) measured.gap = Math.max(measured.gap, now - Math.max(before, measured.first));
  before = now;
  if (measured.first && !measured.colored && isColored()) measured.colored = performance.now();
  requestAnimationFrame(look);
}
requestAnimationFrame(look);
