import { write, type Transcript } from '#contract/transcript.ts';

// The right floor, and points that lie on the law: the line is the law.
export default {
  steps: [
    write('The floor that you take for granted, as a number', '1.7'),
    { role: 'checkbox', name: 'Draw the errors', press: [' '] },
    {
      role: 'slider',
      name: 'Predict so many times beyond the largest size, in the picture',
      press: ['Home'],
    },
  ],
  described:
    /With a floor of 1\.70 the line on log paper has the exponent 0\.340 and R² 1\.000; .* At the largest size it predicts 1\.86 nats, and the law has 1\.86\./,
} satisfies Transcript;
