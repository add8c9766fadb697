import { sayIn } from '#contract/say.ts';
import { applyStoredSettings, chooseTheme, chooseUnit, settings } from '#kit/state/settings.ts';
import { pageUnit } from './page.ts';

/** Numbers outside of figures carry their nats, so that the unit can change without loading a widget. */
function sayNumbers() {
  const say = sayIn(settings.getState().unit ?? pageUnit());
  document.documentElement.dataset.said = say.unit;
  for (const element of document.querySelectorAll<HTMLElement>('[data-nats]')) {
    const nats = Number(element.dataset.nats);
    element.textContent = element.dataset.bare === undefined ? say.information(nats) : say.amount(nats);
  }
  for (const word of document.querySelectorAll('[data-unit-word]')) word.textContent = say.unit;
  for (const button of document.querySelectorAll<HTMLElement>('[data-choose-unit]'))
    button.setAttribute('aria-pressed', String(button.dataset.chooseUnit === say.unit));
}

const dark = () => matchMedia('(prefers-color-scheme: dark)').matches;

function showTheme() {
  const { theme, motion } = settings.getState();
  if (theme) document.documentElement.dataset.theme = theme;
  if (motion) document.documentElement.dataset.motion = motion;
  const isDark = (theme ?? (dark() ? 'dark' : 'light')) === 'dark';
  for (const button of document.querySelectorAll('[data-toggle-theme]'))
    button.setAttribute('aria-pressed', String(isDark));
}

/** The switches of unit and theme in the page's head, and what the reader chose before. */
export function startSettings(query: URLSearchParams) {
  for (const button of document.querySelectorAll<HTMLElement>('[data-choose-unit]'))
    button.addEventListener('click', () => chooseUnit(button.dataset.chooseUnit === 'nats' ? 'nats' : 'bits'));
  for (const button of document.querySelectorAll('[data-toggle-theme]'))
    button.addEventListener('click', () =>
      chooseTheme((settings.getState().theme ?? (dark() ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark'),
    );
  settings.subscribe(sayNumbers);
  settings.subscribe(showTheme);
  applyStoredSettings(query);
  sayNumbers();
  showTheme();
}
