interface Step {
  readonly role: 'button' | 'combobox' | 'listbox' | 'radio' | 'slider' | 'textbox';
  readonly name: string;
  readonly press?: readonly string[];
  readonly type?: string;
}

/**
 * The main task of a widget, done with the keyboard alone (`transcript.ts` in its folder, done by the browser tests): what to walk
 * to with the Tab key, what to press and type there, which folds to open on the way, and what the description must say in the end
 * (and did not say before). The numbers in it are worked out by hand.
 */
export interface Transcript {
  readonly steps: readonly (Step | { readonly open: string })[];
  readonly described: RegExp;
}

/** Replaces what a field holds. */
export const write = (name: string, type: string) => ({ role: 'textbox', name, press: ['Control+a'], type }) as const;
