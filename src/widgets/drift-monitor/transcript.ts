import { write, type Transcript } from '#contract/transcript.ts';

// From the default, a new form: by keys to a new rule, of full size.
export default {
  steps: [
    { role: 'radio', name: 'a new form, which the program cannot read', press: ['ArrowDown'] },
    write('Size of the shift: share of cases for soon that are now urgent, as a number', '1'),
    { role: 'slider', name: 'First month of the shift, in the picture', press: ['Home'] },
  ],
  described:
    /^100 notes a month\. From month 2 on: a new rule for what is urgent\. The program is right with chance 0\.82 before and 0\.64 after\. The law of its answers does not move/,
} satisfies Transcript;
