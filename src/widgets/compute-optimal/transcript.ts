import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    write('Budget, in operations, as a number', '1e18'),
    { role: 'slider', name: 'Tokens per parameter, in the picture', press: ['Home'] },
  ],
  described:
    /^1\.0 × 10¹⁸ operations for training, by Besiroglu et al\. 2024: 4\.08 billion parameters on 40\.8 million tokens, 0\.010 each, .* of the budget would do\. The best has 25\.7 tokens per parameter/,
} satisfies Transcript;
