import { type Transcript } from '#contract/transcript.ts';

// Without the way from b to a the first chain shares a → b alone: two letters can leave a doubt, three cannot.
export default {
  steps: [
    {
      role: 'button',
      name: 'The first chain from a to a: no arrow',
      press: ['ArrowRight', 'ArrowDown', 'ArrowRight', 'Space', 'Enter'],
    },
  ],
  described:
    /^The chains share one arrow and no cycle, so a window of 3 letters is enough\. No window of 4 letters leaves a doubt/,
} satisfies Transcript;
