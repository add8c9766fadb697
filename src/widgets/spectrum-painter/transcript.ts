import { write, type Transcript } from '#contract/transcript.ts';

// One-hot letters of frequencies 1/2, 1/4, 1/4, doubled: the entropy stays 1.5 bits; 8·2 + 1 = 17: the rate is ½ log₂ (1 + 12·2)(1 + 12)².
export default {
  steps: [
    {
      role: 'slider',
      name: 'Eigenvalue 1, in the picture',
      press: ['Home', ...Array.from({ length: 45 }, () => 'ArrowUp')],
    },
    {
      role: 'slider',
      name: 'Eigenvalue 2, in the picture',
      press: ['Home', ...Array.from({ length: 25 }, () => 'ArrowUp')],
    },
    {
      role: 'slider',
      name: 'Eigenvalue 3, in the picture',
      press: ['Home', ...Array.from({ length: 25 }, () => 'ArrowUp')],
    },
    write('All vectors times, as a number', '2'),
  ],
  described:
    /^A cloud with eigenvalues 2\.00, 1\.00, 1\.00 has a von Neumann entropy of 1\.500 bits, of at most 1\.585, and at ε = 0\.50 a coding rate of 6\.022 bits, of at most 6\.131 with this total\. /,
} satisfies Transcript;
