import { write, type Transcript } from '#contract/transcript.ts';

// Half of 10¹⁵ bits at 10⁹ a second are 500,000 seconds, 5.79 days; at 10 times the rate a tenth of that.
export default {
  steps: [
    write('Bits of the address that the site knows already, as a number', '500,000,000,000,000'),
    write('Upload speed, as a number', '10'),
  ],
  described:
    /^The site knows 500,000,000,000,000 bits of the address, .* At 10 gigabits a second this takes 13\.9 hours: in time for a party in one day\.$/,
} satisfies Transcript;
