import { write, type Transcript } from '#contract/transcript.ts';

// Both humps at −2: the variance is 0.6 · 0.7² + 0.4 · 0.9² = 0.618, whose root is 0.79.
export default {
  steps: [
    write('Distance of the humps, as a number', '0'),
    { role: 'slider', name: 'Mean of the bump, in the picture', press: ['Home'] },
  ],
  described:
    /^For the bump at mean −4\.00 and width 2\.57 .* D\(p‖q\) is least at mean −2\.00 and width 0\.79: .* D\(q‖p\) has one valley, /,
} satisfies Transcript;
