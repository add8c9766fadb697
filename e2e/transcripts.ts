import { expect, type Frame, type Page } from '@playwright/test';
import { tabTo } from './test.ts';

/**
 * The main task of every widget, done with the keyboard alone: what to walk to with the Tab key, what to press and type
 * there, and what the description must say in the end (and did not say before). The numbers in it are worked out by hand.
 */
export interface Transcript {
  readonly steps: readonly {
    readonly role: Parameters<Page['getByRole']>[0];
    readonly name: string;
    readonly press?: readonly string[];
    readonly type?: string;
  }[];
  readonly described: RegExp;
}

/** Replaces what a field holds. */
const write = (name: string, type: string) => ({ role: 'textbox', name, press: ['Control+a'], type }) as const;

export const transcripts: Readonly<Record<string, Transcript>> = {
  // With p(x₁, y₁) = 0.5 the rows sum to 4/7, 8/35 and 1/5; full noise leaves nothing shared.
  'entropy-venn': {
    steps: [write('p(x₁, y₁)', '0.5'), { role: 'slider', name: 'Noise', press: ['End'] }],
    described: /^Knowing Y removes 0\.000 of the 1\.412 bits of uncertainty about X, 0 percent; 1\.412 remain\./,
  },
  'first-sentence': {
    steps: [write('A sentence of yours', 'Call me Ishmael.')],
    described: /^\d+ tokens, 16 characters, \d\.\d\d bits per character, .* The greatest surprise: “?[^ ]+/,
  },
  'read-my-text': {
    steps: [
      write('Your text', 'Call me Ishmael.'),
      { role: 'listbox', name: 'The tokens of the text', press: ['Home'] },
    ],
    described:
      /^\d+ tokens, 16 characters: \d\.\d\d bits per character, .* Selected: “C” of “Call” at .* where the model expected/,
  },
  // A relay that erases every second bit leaves half of it; the erased half is guessed right every second time.
  'relay-cascade': {
    steps: [
      { role: 'slider', name: 'Relays', press: ['Home'] },
      { role: 'combobox', name: 'What relay 1 does', press: ['ArrowDown'] },
      write('How often relay 1 does it', '0.5'),
    ],
    described:
      /^Of the 1\.000 bits? that X holds, 0\.500 are left after one relay, and the best guess of X is right with probability 0\.75\. /,
  },
  'slepian-wolf': {
    steps: [
      { role: 'button', name: 'Y, place 5', press: ['Space'] },
      { role: 'button', name: 'X, place 1', press: ['Enter'] },
      { role: 'button', name: 'Y, place 7', press: ['Space'] },
    ],
    described:
      /^X is 0011001, Y is 0011000: they differ in place 7\. .* sends \d\d\d: 3 digits instead of 7, .* and it is X\./,
  },
  // True and false alarms are equally many: 0.02 · 0.98 on both sides.
  'surprising-evidence': {
    steps: [
      write('Prevalence: share of people who are ill, as a number', '0.02'),
      write('Sensitivity: share of the ill who test positive, as a number', '0.98'),
      write('Specificity: share of the healthy who test negative, as a number', '0.98'),
    ],
    described: /Before the test the uncertainty is 0\.141 bits; a positive result raises it to 1\.000, /,
  },
  // Two fair coins and their AND: H(1/4) − 1/2 = 0.311, and I(X;Y) − I(X;Y|Z) = −0.189.
  'three-way': {
    steps: [{ role: 'radio', name: 'XOR', press: ['ArrowDown'] }],
    described: /^Z says whether X and Y are both 1\. X tells 0\.311 bits about Z, .* makes a center of −0\.189 bits\.$/,
  },
};

export const description = (frame: Frame) => frame.locator('.widget .say');

export async function perform(page: Page, frame: Frame, { steps, described }: Transcript): Promise<void> {
  await expect(description(frame)).not.toHaveText(described);
  for (const { role, name, press = [], type } of steps) {
    await tabTo(page, frame.getByRole(role, { name, exact: true }));
    for (const key of press) await page.keyboard.press(key);
    if (type) await page.keyboard.type(type);
  }
  await expect(description(frame)).toHaveText(described);
}
