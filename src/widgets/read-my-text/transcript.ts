import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [write('Your text', 'Call me Ishmael.'), { role: 'listbox', name: 'The tokens of the text', press: ['Home'] }],
  described:
    /^\d+ tokens, 16 characters: \d\.\d\d bits per character, .* (?:Selected:|the most surprising token is) “C” of “Call” at .* where the model expected/,
} satisfies Transcript;
