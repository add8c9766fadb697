import { write, type Transcript } from '#contract/transcript.ts';

// The right floor: the line is near the law, as far as the errors let it; at the largest size both are 1.86.
export default {
  steps: [
    write('The floor that you take for granted, as a number', '1.7'),
    {
      role: 'slider',
      name: 'Predict so many times beyond the largest size, in the picture',
      press: ['Home'],
    },
  ],
  described:
    /With a floor of 1\.70 the line on log paper has the exponent 0\.338 and R² 0\.997; .* At the largest size it predicts 1\.86 nats, and the law has 1\.86\./,
} satisfies Transcript;
