import { numberFor } from '#contract/numberIn.ts';
import { createRoot, type Root } from 'react-dom/client';
import type { Progress } from '#contract/spec.ts';
import { examples } from '#calculator/examples.ts';
import { reportOn, type Answered, type Report } from '#calculator/report.ts';
import { isKind, kindNames } from '#calculator/subject.ts';
import { createWork, type WorkPort } from '#workers/work.ts';
import { spawnWorker } from './assets.ts';
import { decode, isBinary } from './decode.ts';
import { fromFragment, toFragment, type Asked } from './calculatorLink.ts';
import { Live } from './CalculatorResults.tsx';
import { encode, kindWords, type Pin } from '#contract/pin.ts';
import { onOtherTab, pins } from '#kit/state/pins.ts';
import { rememberInTab } from '#kit/state/storage.ts';
import { root } from './page.ts';
import { part } from './part.ts';

/** Longer inputs wait for the button. */
const atOnce = 20_000;
/** A text field with more than this is slow; a file stays beside it. */
const inField = 100_000;
const largestFile = 10_000_000;
const pause = 400;

/** Where the input is kept for a reload. */
const kept = 'calculator';

/** What is pinned as an input: numbers below each other, a table as its rows. */
const inputOf = (pin: Pin) => {
  const content = encode(pin).split('~').slice(2).join('~');
  return pin.kind === 'text' ? content : content.replaceAll(pin.kind === 'distribution' ? ',' : ';', '\n');
};

/** A sentence on what was found, for those who do not see it. */
function summary({ kind, because, size, rows, warnings }: Answered): string {
  const values = rows.filter(({ value }) => value !== null).length;
  const warned = warnings.length === 0 ? '' : `, ${warnings.length} ${warnings.length === 1 ? 'note' : 'notes'}`;
  const why = because ? `, because ${because}` : '';
  return `Read as ${kindNames[kind].replace(/^A/, 'a').replace(/^([CLPT])/, (first) => first.toLowerCase())}${why}: ${size}. ${values} measures${warned}.`;
}

export function startCalculator() {
  const form = document.querySelector<HTMLFormElement>('[data-calculator]')!;
  const find = <E extends HTMLElement = HTMLElement>(selector: string) => part<E>(form, selector);
  const input = find<HTMLTextAreaElement>('textarea');
  const kind = find<HTMLSelectElement>('[data-kind]');
  const status = find('[role=status]');
  const working = find('[data-working]');
  const place = document.querySelector<HTMLElement>('[data-results]')!;
  const title = document.querySelector<HTMLElement>('[data-results-title]')!;
  const work = createWork(async () => (await spawnWorker('calculator-worker')) as WorkPort, reportOn);
  let drawing: Root | undefined;
  let file: { readonly name: string; readonly text: string } | undefined;
  let running = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const say = (text: string, isWrong = false) => {
    status.textContent = text;
    status.classList.toggle('wrong', isWrong);
    if (isWrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };

  /** What is asked, or undefined if a setting is wrong; says so. */
  function asked(): Asked | undefined {
    const value = (name: string) => find<HTMLInputElement>(`[data-setting=${name}]`);
    const base = value('base').value as Asked['settings']['base'];
    const numbers: Record<string, number> = {};
    for (const name of ['order', 'temperature', 'beta', 'prompt']) {
      const field = value(name);
      const limit = name === 'prompt' ? 1e9 : 1e4;
      const fits = (value: number) => value >= 0 && value <= limit && (name !== 'prompt' || Number.isInteger(value));
      const number = numberFor(field.value, fits);
      const isRight = fits(number);
      if (isRight) field.removeAttribute('aria-invalid');
      else field.setAttribute('aria-invalid', 'true');
      if (!isRight) {
        find<HTMLDetailsElement>('details.settings').open = true;
        const label = field.closest('label')!.textContent.trim();
        say(`“${label}” has to be a ${name === 'prompt' ? 'whole ' : ''}number from 0 to ${limit}.`);
        return undefined;
      }
      numbers[name] = number;
    }
    return {
      text: file?.text ?? input.value,
      kind: chosenKind(),
      settings: { ...numbers, base } as Asked['settings'],
    };
  }

  function show(report: Report) {
    if ('refused' in report) {
      say(`${report.refused} Below is still what could be read last.`, true);
      return;
    }
    say(summary(report));
    title.textContent = report.size;
    if (!drawing) {
      place.replaceChildren();
      drawing = createRoot(place);
    }
    drawing.render(<Live report={report} />);
  }

  async function calculate() {
    clearTimeout(waiting);
    running.abort();
    const question = asked();
    if (!question) return;
    const own = (running = new AbortController());
    const bar = part<HTMLProgressElement>(working, 'progress');
    const slow = setTimeout(() => (working.hidden = own.signal.aborted), pause);
    try {
      for await (const { share, model } of work({ ...question }, own.signal) as AsyncIterable<Progress<Report>>) {
        if (own.signal.aborted) return;
        bar.value = share;
        if (model) show(model);
      }
    } catch (error) {
      if (!own.signal.aborted)
        say(`This could not be computed: ${error instanceof Error ? error.message : String(error)}`, true);
    } finally {
      clearTimeout(slow);
      if (running === own) working.hidden = true;
    }
  }

  function keep(next: typeof file) {
    file = next;
    const line = find('[data-file]');
    line.hidden = !next;
    if (next) part(line, 'span').textContent = `What is computed is the file “${next.name}”, not the field above.`;
  }

  async function open(chosen: File) {
    if (chosen.size > largestFile)
      return say(`“${chosen.name}” has ${(chosen.size / 1e6).toFixed(1)} MB; the calculator takes up to 10 MB.`, true);
    const { text, note } = decode(await chosen.arrayBuffer());
    if (isBinary(text)) return say(`“${chosen.name}” is not a text: it has bytes that no text has.`, true);
    keepOwn();
    if (text.length > inField) keep({ name: chosen.name, text });
    else {
      keep(undefined);
      input.value = text;
    }
    if (note) say(note);
    await calculate();
    if (note) say(`${status.textContent} ${note}`);
  }

  /** What was typed last and is no example, with its kind; the list of examples leads back to it. */
  let own: Pick<Asked, 'text' | 'kind'> | undefined;
  const chosenKind = () => (isKind(kind.value) ? kind.value : 'guess');
  function keepOwn() {
    if (input.value.trim() === '' || examples.some(({ text }) => text === input.value)) return;
    own = { text: input.value, kind: chosenKind() };
    find('[data-own]').hidden = false;
  }

  function fill(next: Asked) {
    keepOwn();
    keep(undefined);
    input.value = next.text;
    kind.value = next.kind;
    for (const [name, value] of Object.entries(next.settings))
      find<HTMLInputElement>(`[data-setting=${name}]`).value = String(value);
    return calculate();
  }

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void calculate();
  });
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    if (!file && input.value.length < atOnce) waiting = setTimeout(() => void calculate(), pause);
  });
  kind.addEventListener('change', () => void calculate());
  for (const field of form.querySelectorAll('[data-setting]')) field.addEventListener('change', () => void calculate());
  find<HTMLSelectElement>('[data-example]').addEventListener('change', ({ target }) => {
    const { value } = target as HTMLSelectElement;
    const pin = pins.list().find(({ name }) => value === `pin ${name}`);
    const example =
      value === 'own' ? own : pin ? { text: inputOf(pin), kind: pin.kind } : examples[Number(value || NaN)];
    const now = asked();
    if (example && now) void fill({ ...now, text: example.text, kind: example.kind });
  });
  const listPins = () => {
    const group = find('[data-pins]');
    group.hidden = pins.list().length === 0;
    group.replaceChildren(
      ...pins.list().map(({ name, kind }) => new Option(`${name} (${kindWords[kind]})`, `pin ${name}`)),
    );
  };
  listPins();
  pins.subscribe(listPins);
  onOtherTab(() => pins.reread());
  find<HTMLInputElement>('[data-open]').addEventListener('change', ({ target }) => {
    const chooser = target as HTMLInputElement;
    const [chosen] = chooser.files ?? [];
    if (chosen) void open(chosen).catch(() => say(`“${chosen.name}” could not be read.`, true));
    // The same file may be chosen again, after a change.
    chooser.value = '';
  });
  find('[data-drop-file]').addEventListener('click', () => {
    keep(undefined);
    input.focus();
    void calculate();
  });
  find('[data-stop]').addEventListener('click', () => {
    running.abort();
    work.halt();
    working.hidden = true;
    say('Stopped. The input is as it was.');
    input.focus();
  });
  find('[data-link]').addEventListener('click', async () => {
    const question = asked();
    if (!question) return;
    const fragment = toFragment(question);
    if (!fragment) return say('The input is too long for a link. Save it as a file and send that.', true);
    const link = `${root()}calculator.html#${fragment}`;
    try {
      await navigator.clipboard.writeText(link);
      say('The link is copied. It holds the input itself, behind a # that no server is sent.');
    } catch {
      history.replaceState(null, '', `#${fragment}`);
      say('The browser refuses the clipboard here. The link is in the address bar now: copy it from there.');
    }
  });
  addEventListener('pagehide', () => {
    const question = input.value.length <= inField && input.value !== examples[0].text && asked();
    rememberInTab.set(kept, (question && toFragment({ ...question, text: input.value }, Infinity)) || '');
  });
  const restore = () => {
    const linked = fromFragment(location.hash) ?? fromFragment(rememberInTab.get(kept) ?? '');
    if (!linked) return;
    const { ignored, ...question } = linked;
    void fill(question).then(() => {
      if (ignored.length > 0)
        say(
          `${status.textContent} In the address ${ignored.join(', ')} means nothing here, and is left at what is usual.`,
        );
    });
  };
  addEventListener('hashchange', restore);
  restore();
}
