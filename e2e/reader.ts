import type { Frame } from '@playwright/test';
import type { AnyWidget } from '#contract/spec.ts';
import { withSigns } from '#kit/reading/cells.ts';
import { describedAs, specs } from './expected.ts';
import { expect } from './test.ts';
import { description } from './transcripts.ts';

const spec: AnyWidget = specs.find(({ id }) => id === 'read-my-text')!;

export const sentence = 'The whale dived, and nobody on the boat spoke of it again.';

/** What the widget must say of a text when it has been read. */
export const said = (text: string) => describedAs(spec, { text });

/** The widget read-my-text in a frame, as a reader sees it. */
export function reader(frame: Frame) {
  const text = frame.getByLabel('Your text', { exact: true });
  const tokens = frame.getByRole('listbox', { name: 'The tokens of the text' });
  return {
    text,
    tokens,
    /** Tokens that are drawn but have no number yet. */
    open: tokens.locator('[data-token].open'),
    colored: tokens.locator('[data-token]:not(.open)'),
    runsOn: frame.getByLabel('Runs on'),
    file: frame.getByLabel('Open a file'),
    notes: frame.locator('.read-my-text-note'),
    problems: frame.locator('.problems'),
    description: description(frame),
    /** Everything that is in the box has been read. */
    finished: async () => expect(frame.locator('.read-my-text-totals[aria-busy="false"]')).toBeVisible(),
    /** The tokens in sight spell the beginning of this text, and all have their numbers. */
    async shows(beginning: string) {
      const squeeze = (words: string | null) => words?.replace(/[\s↵·→]/g, '') ?? '';
      // What draws nothing by itself has a sign.
      const drawn = squeeze(Array.from(beginning, withSigns).join(''));
      await expect.poll(async () => squeeze(await tokens.textContent())).toContain(drawn);
      await expect(tokens.locator('[data-token].open')).toHaveCount(0);
    },
  };
}
