import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    write('Budget, as a power of ten of operations, as a number', '18'),
    { role: 'slider', name: 'Tokens per parameter, as a power of ten, in the picture', press: ['Home'] },
  ],
  described:
    /^10¹⁸ operations for training, by Besiroglu et al\. 2024: 4\.08 billion parameters on 40\.8 million tokens, 0\.010 each, .* of the budget would do\. The best has 25\.7 tokens per parameter/,
} satisfies Transcript;
