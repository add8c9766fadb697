import { expect, type Frame, type Page } from '@playwright/test';
import { tabTo } from './test.ts';

interface Step {
  readonly role: Parameters<Page['getByRole']>[0];
  readonly name: string;
  readonly press?: readonly string[];
  readonly type?: string;
}

/**
 * The main task of every widget, done with the keyboard alone: what to walk to with the Tab key, what to press and type
 * there, which folds to open on the way, and what the description must say in the end (and did not say before). The numbers in it are worked out by hand.
 */
export interface Transcript {
  readonly steps: readonly (Step | { readonly open: string })[];
  readonly described: RegExp;
}

/** Replaces what a field holds. */
const write = (name: string, type: string) => ({ role: 'textbox', name, press: ['Control+a'], type }) as const;

export const transcripts: Readonly<Record<string, Transcript>> = {
  // Head 1.1 is switched on again, which leaves 1.4: 0.472 bits by the second implementation.
  ablate: {
    steps: [{ role: 'button', name: 'head 1.1: 0.612 bits, standard error 0.140', press: ['Enter'] }],
    described:
      /^Head 1\.4 off, always its mean there: each of 118 tokens costs 0\.47\d bits more \(standard error 0\.08\d\) than 4\.309\.$/,
  },
  // Half of 10¹⁵ bits at 10⁹ a second are 500,000 seconds, 5.79 days; at 10 times the rate a tenth of that.
  'address-uploader': {
    steps: [
      write('Bits of the address that the site knows already, as a number', '500,000,000,000,000'),
      write('Upload speed, as a number', '10'),
    ],
    described:
      /^The site knows 500\u202f000\u202f000\u202f000\u202f000 bits of the address, .* At 10 gigabits a second this takes 13\.9 hours: in time for a party in one day\.$/,
  },
  // Of the answers of the shipped network: what head 1 of block 3 brings from “ook”, its largest term, and the step after that.
  anatomy: {
    steps: [
      { role: 'button', name: 'block 3, head 1', press: ['Enter'] },
      { role: 'button', name: 'row 4, “ook”', press: ['Enter'] },
    ],
    described:
      /^After “He shook his” the network gives “ head” a probability of 0\.80\. Step 3 of the way, what that head brings from row 4 “ook”: 2\.20\d, the sum of 44 terms; the largest is column 42, /,
  },
  // Seven a’s and a b by Laplace’s rule: 7! 1!/9! = 1/72, from 7/72 … of the last eighth: [1/8 − 1/72, 1/8), the box 000111 and less.
  'arithmetic-coder': {
    steps: [write('Text', 'aaaaaaab'), { role: 'radio', name: 'always the same shares', press: ['ArrowDown'] }],
    described:
      /^The text aaaaaaab has the probability 1\/72 \(counts plus 1\), worth 6\.170 bits; its code is 0001111, 7 digits\. After 8 symbols the interval is \[1\/9, 1\/8\), and the digits that are certain: 000111\.$/,
  },
  // Σ ln(t + 1) of 118 rows are 5.539 bits each on average; the rest is held to the second implementation by its unit test.
  'attention-entropy': {
    steps: [{ role: 'radio', name: '1.4', press: ['ArrowRight'] }],
    described:
      /^Head 2\.1 on 118 tokens: entropy 2\.\d+ bits of at most 5\.539, or 5\d\.\d percent; .* place \d+ of 16\.$/,
  },
  // 69 heads at log₂ 1.75 and 31 tails at −1: 24.71 bits. Expected 100 D(0.7 ‖ 0.4), with a deviation of 10 · 1.807 · √0.21.
  'bayes-race': {
    steps: [{ role: 'slider', name: 'Tokens read so far', press: ['End'] }],
    described:
      /^After 100 tokens drawn from coin 0\.7, coin 0\.7 has probability 1 − 3\.\d × 10⁻⁸; the log-odds of coin 0\.7 against coin 0\.4 are 24\.71 bits, where 26\.51 ± 8\.28 were to be expected\.$/,
  },
  // At β = 2 a note would have to tell a bit for every two that it keeps, and none tells more than 0.3506 bits for each: the oracle's 1/2.8525.
  bottleneck: {
    steps: [write('β, what a bit about Y is worth, as a number', '2')],
    described:
      /^Where a bit about tomorrow is worth 2\.00 bits of the sky, the best note is an empty one: .* Notes begin to pay above β = 2\.8525\.$/,
  },
  // The oracle’s GPT-2-like shape after 3·10¹¹ tokens: 0.0741 bits of theorem 3.5; 8 · 52163328 bits over as many tokens are 0.0014.
  'bound-calculator': {
    steps: [write('Tokens read in all, as a number', '300000000000')],
    described:
      /^After 300\u202f000\u202f000\u202f000 tokens of a random transformer of 52\u202f163\u202f328 weights theorem 3\.5 allows 0\.074 bits .* costs 15\.617, so it says something; it does from 1\u202f371\u202f074\u202f451 tokens on\. With 8 bits for each weight it is 0\.001 bits /,
  },
  // Every second 1 fades: six zeros for four ones, log₂ 5/4 = 0.322 bits, and both columns level.
  'channel-tuner': {
    steps: [
      { role: 'radio', name: 'flips', press: ['ArrowDown', 'ArrowDown'] },
      write('How often it does so, as a number', '0.5'),
      {
        role: 'slider',
        name: 'How often each is sent, edge between 0 and 1, in the picture',
        press: ['PageUp'],
      },
    ],
    described:
      /^The line turns 50 percent of the 1s into 0s\. 0 and 1 are sent 60 percent and 40 percent of the time; a letter tells 0\.322 bits on average, and the highest column ends at 0\.322\. The capacity is 0\.322 bits, 32 percent of what the best line with so many letters carries\.$/,
  },
  // 0.4 · 1 + 0.3 · 2 + 0.15 · 3 + 0.15 · 4 = 2.05.
  'code-builder': {
    steps: [
      write('Word of A', '0'),
      write('Word of B', '10'),
      write('Word of C', '110'),
      write('Word of D', '1110'),
      write('Word of E', '1111'),
    ],
    described:
      /^This code has 2\.050 digits for a symbol, expected\. No word is the beginning of another, .* The shelf is full\. The best code has 2\.050 digits, /,
  },
  // 1/2 · 1 + 1/4 · 2 + 2/8 · 3 = 1.75, the entropy.
  'codeword-cost': {
    steps: [
      { role: 'slider', name: 'Word for sun, in the picture', press: Array<string>(4).fill('PageDown') },
      { role: 'slider', name: 'Word for cloud, in the picture', press: ['PageDown', 'PageDown'] },
      { role: 'slider', name: 'Word for rain, in the picture', press: ['PageUp', 'PageUp'] },
      { role: 'slider', name: 'Word for frost, in the picture', press: Array<string>(4).fill('PageUp') },
    ],
    described:
      /^A report costs 1\.750 bits on average: 1\.750 that no code can avoid, 0\.000 for expecting other weather; the shelf is full\.$/,
  },
  // Before any toss the guess is a guess: wrong half of the time.
  'coin-trial': {
    steps: [{ role: 'slider', name: 'n, tosses of the fixed trial', press: ['Home'] }],
    described:
      /^Before any toss the best guess is wrong with probability 0\.500 \(the first coin is picked with chance 0\.50\)\. For at most 0\.010 it takes 57\. A trial that stops when sure enough takes 25\.6, expected, and is wrong with probability 0\.0076; a fixed one as good takes 62\.$/,
  },
  // Three letters, a byte of version and method, one of the length, four of the checksum, and the byte itself: nothing is shorter.
  'compress-my-text': {
    steps: [write('Your text', 'a')],
    described: /^1 character in a file of 10 bytes, coded as it is, since nothing here makes it shorter\. /,
  },
  // A chain that repeats itself nine times in ten has h(0.1) = 0.469; to one who believes in a fair coin all is one bit.
  'context-length': {
    steps: [
      { open: 'Which source, and what does the believer believe?' },
      { role: 'radio', name: 'spells of six to ten alike', press: ['ArrowDown'] },
      write('Believer’s first coin: chance of a 1, as a number', '0.5'),
      write('Believer’s second coin: chance of a 1, as a number', '0.5'),
      {
        role: 'slider',
        name: 'Tokens of context to compare with the longest, in the picture',
        press: ['Home', 'ArrowRight'],
      },
    ],
    described:
      /falls from 1\.000 to 0\.469 bits; to a believer in a coin of 0\.5 it goes from 1\.000 to 1\.000 bit\. On 32 tokens .* after 2 tokens of context and \d\.\d+ after 256: /,
  },
  // ψ(6) + γ is the harmonic number 1 + 1/2 + 1/3 + 1/4 + 1/5 = 2.28333 nats, less π²R/6N = 0.00001; ln 10⁶ is 13.816 nats.
  'dirichlet-sparsity': {
    steps: [{ role: 'slider', name: 'N, how many sources there are', press: ['End'] }],
    described:
      /^With R = 5 and N = 1\u202f000\u202f000, .* takes 3\.294 bits on average .*; for equal shares it would be 19\.932\. /,
  },
  // q of 4 minutes set to 0: p has 0.02 there. Of 2, 3 and 4 minutes p has 0.3.
  'divergence-panel': {
    steps: [
      { role: 'slider', name: 'q of 4, in the picture', press: ['Home'] },
      { role: 'button', name: '3', press: ['Enter'] },
      { role: 'button', name: '2', press: ['Enter'] },
    ],
    described: /^D\(p‖q\) is ∞ bits and .*About the event 2, 3, 4 p and q differ by 0\.144: 0\.30 and 0\.44\.$/,
  },
  // 7 log₂ 64 = 42 bits, which a window as long as any document here no longer loses.
  'emoji-copy': {
    steps: [{ role: 'slider', name: 'w, tokens in the window, in the picture', press: ['End'] }],
    described:
      /the end tells 42\.00 bits of the beginning\. .* and with a window of 131\u202f072 0\.000 bits\. A window of 10\u202f007 is enough\.$/,
  },
  // What is certain has no entropy, however many outcomes there are; log₂ 9 = 3.170.
  'entropy-bars': {
    steps: [
      { role: 'slider', name: 'Probability of A, in the picture', press: ['End'] },
      { role: 'button', name: 'One outcome more', press: ['Enter'] },
    ],
    described:
      /^9 outcomes, the likeliest with probability 1\.00: an entropy of 0\.000 bits, as much as 1\.00 equally likely outcomes have\. The most that 9 can have is 3\.170\.$/,
  },
  // With p(x₁, y₁) = 0.5 the rows sum to 4/7, 8/35 and 1/5; full noise leaves nothing shared.
  'entropy-venn': {
    steps: [write('p(x₁, y₁)', '0.5'), { role: 'slider', name: 'Noise', press: ['End'] }],
    described:
      /^On average, knowing Y removes 0\.000 of the 1\.412 bits of uncertainty about X, 0 percent; 1\.412 remain\./,
  },
  // Of two dice with 20 sides 100 rolls say 1.948 bits on average, by the sum over counts; forty samples scatter by 0.06.
  'estimator-lab': {
    steps: [write('Sides of each die, as a number', '20'), write('n, size of a sample, as a number', '100')],
    described:
      /^The information between two columns of names, from samples of 100\. The exact value is 0\.000 bits\. On average over the samples drawn: plug-in 1\.9\d\d, /,
  },
  // Worlds alike and M = 2: one toss of four even coins from 0.05 to 0.95 tells 1 − (h(0.05) + h(0.35))/2 = 0.390 bits, and the bound is exact.
  // 27 equally likely signs: log 27, and to first order (27 − 1)/2n nats too low, 0.0188 bits for n = 1000.
  'few-guesses': {
    steps: [
      {
        role: 'radio',
        name: 'letter pairs of this book, guessed by one who knows them',
        press: ['ArrowDown', 'ArrowDown'],
      },
      write('n, letters guessed, as a number', '1000'),
    ],
    described:
      /^In a text of 27 equally likely signs a letter carries 4\.755 bits; an ideal guesser’s bounds are 4\.755 and 4\.755\. From 1\u202f000 letters the upper one is expected at 4\.736, 0\.019 too low; /,
  },
  'few-shot-curve': {
    steps: [
      { role: 'radio', name: '16', press: ['ArrowUp'] },
      write('How much the two worlds differ, as a number', '0'),
      { role: 'slider', name: 'τ, examples in the context, in the picture', press: ['Home'] },
    ],
    described:
      /^For one example of one of 4 tasks the optimal predictor pays 0\.390 bits .*, 0\.390 per example; telling all tasks apart would take 2\.000, and theorem 4\.7 allows 0\.390\.$/,
  },
  // A normal law in centimeters with Δ = σ/2 = 10: the oracle’s 2.122395 nats are 3.062 bits, and h is log₂ 100 more than in meters.
  'finer-ruler': {
    steps: [{ role: 'radio', name: 'meters', press: ['ArrowDown'] }],
    described:
      /standard deviation 20\.00 centimeters is read on a ruler with 10 marks in a meter, 10\.0 centimeters apart\. The reading has 3\.062 bits of entropy; .* The differential entropy is 6\.369 bits in centimeters, and the divergence from a normal law with this variance 0\.000\.$/,
  },
  'first-sentence': {
    steps: [write('A sentence of yours', 'Call me Ishmael.')],
    described: /^\d+ tokens, 16 characters, \d\.\d\d bits per character, .* The greatest surprise: “?[^ ]+/,
  },
  // One wrong guess in twenty letters: h(1/20) = 0.286 bits above, 2 · 1 bit / 20 below.
  'guessing-game': {
    steps: [{ role: 'textbox', name: 'Your next letter', type: 'qthe forecast said ra' }],
    described:
      /^You found 20 letters of “The forecast”, 20 in all, 19 of them at the first guess\. The guess numbers give 0\.10 and 0\.29 bits as bounds on a letter, /,
  },
  // Heads ¾ or ¼ and one toss: it leaves ¾ for one coin, so ⅝ for heads, and loses h(⅝) − h(¾) = 0.9544 − 0.8113 bits.
  'hypothesis-b': {
    steps: [
      { role: 'slider', name: 'w, symbols in the window, in the picture', press: ['Home'] },
      write('First source: chance of a 1 after a 0, as a number', '0.75'),
      write('First source: chance of a 1 after a 1, as a number', '0.75'),
      write('Second source: chance of a 1 after a 0, as a number', '0.25'),
      write('Second source: chance of a 1 after a 1, as a number', '0.25'),
    ],
    described: /^A window of one symbol loses 0\.143 bits per symbol .* at most 1\.000, which is H\(J\)\/w, /,
  },
  // Two bins a unit leave four cells: at most two bits.
  'information-plane': {
    steps: [write('Bins from −1 to 1, as a number', '2')],
    described:
      /^A network of tanh units, read in 2 bins a unit: its last layer tells [01]\.\d{3} bits of the input after 46 steps, at most 1\.\d{3}, and [01]\.\d{3} in the end\. /,
  },
  // Both humps at −2: the variance is 0.6 · 0.7² + 0.4 · 0.9² = 0.618, whose root is 0.79.
  'kl-fit': {
    steps: [
      write('Distance of the humps, as a number', '0'),
      { role: 'slider', name: 'Mean of the bump, in the picture', press: ['Home'] },
    ],
    described:
      /^For the bump at mean −4\.00 and width 2\.57 .* D\(p‖q\) is least at mean −2\.00 and width 0\.79: .* D\(q‖p\) has one valley, /,
  },
  // With a tenth of noise in either layer the label arrives flipped with 0.9 · 0.1 + 0.1 · 0.9: 1 − h(0.18) = 0.320 bits.
  'layer-information': {
    steps: [
      write('Chance that a layer knocks a point to a neighboring place, as a number', '0.1'),
      { open: 'Which network, and which points does the probe learn from?' },
      { role: 'radio', name: 'unwinds a spiral in four layers', press: ['ArrowDown'] },
    ],
    described:
      /^About the label a linear probe can use 0\.000 of 1\.000 bit at the input, and 0\.320 of 0\.320 bits after the last layer\. At XOR it can use 0\.320 of 0\.320 bits; /,
  },
  // The embedding reads off the present token, which comes again only once in the story.
  'logit-lens': {
    steps: [
      {
        role: 'slider',
        name: 'Block after which the network is stopped (0: before the first), in the picture',
        press: ['ArrowLeft', 'ArrowLeft'],
      },
    ],
    described:
      /^Stopped after the embedding, the network pays 31\.\d+ bits .* for each of 59 tokens, against 3\.7\d+ for all 4 blocks; the entropy of its predictions is 0\.14\d\. For 1 of them /,
  },
  // A block of two digits: 01 and 10 one third each, 00 and 11 one sixth, which is log₂ 3 · 2/3 + log₂ 6 · 1/3.
  'looks-random': {
    steps: [
      { role: 'radio', name: 'a shift register', press: ['ArrowDown'] },
      write('Block length, k, as a number', '2'),
    ],
    described: /^4\u202f096 digits of Thue–Morse: blocks of 2 seem to hold 1\.92 bits, .*; exactly they hold 1\.92\. /,
  },
  // 0.9 × 0.98 + 0.1/2 = 0.932; without focus the truth; odds of 98 to 2 divided by 10 are 98 to 20, 0.831.
  'loss-zoo': {
    steps: [
      { role: 'slider', name: 'γ, focal loss', press: ['Home'] },
      write('Probability of the first outcome, as a number', '0.98'),
    ],
    described:
      /^The probability of A is 0\.98, .* With smoothed labels it says 0\.93, with focal loss 0\.98, with weight 10 on B 0\.83;/,
  },
  // I = ½ log₂ 1.1 = 0.069 bits, the gap 2/10, and √(2I/10) = 0.098.
  'mi-generalization': {
    steps: [
      { role: 'radio', name: 'picks among guessers', press: ['ArrowDown', 'ArrowDown'] },
      write('s, deviation of the noise, as a number', '1'),
      write('n, samples, as a number', '10'),
    ],
    described:
      /^A learner that says the mean of 10 samples with noise 1\.000 tells 0\.069 bits of them by its choice\. Its test loss exceeds its training loss by 0\.200, expected; the expression √\(2I\/n\) is 0\.098, and no bound/,
  },
  // Three coins, and two tosses of the fair one: they are balanced half of the time.
  'n-sources': {
    steps: [write('w, symbols in the window, as a number', '2')],
    described:
      /^The first of 3 coins is tossed, with heads 0\.50; it lies within .* sees 2 tosses\. .* probability 0\.50\.$/,
  },
  // Three outputs: below zero, zero, above. Zero has chance 0.399, so that they tell 1.571 bits; the largest divergence is −log₂ 0.3005.
  'neuron-capacity': {
    steps: [
      write('w, weight of the neuron, as a number', '10'),
      write('σ, deviation of the noise, as a number', '0.05'),
    ],
    described:
      /^A neuron with weight 10\.0 and noise 0\.05 tells 1\.571 bits of data with spread 0\.5\. After 0 rounds its capacity is known to be between 1\.571 and 1\.734\.$/,
  },
  // A step at 0, which half of the stimuli exceed: one bit, since with noise of a twentieth the two answers are never mistaken.
  'neuron-equalizer': {
    steps: [
      { open: 'The curve, as numbers' },
      write('The answer starts at, as a number', '0'),
      write('The full answer from, as a number', '0'),
    ],
    described:
      /^Stimuli like contrasts in a scene \(synthetic\), with a steady noise of 0\.050: the answer is 50 percent of a full one on average and tells 1\.000 bits? of the stimulus\. Every answer equally often tells 2\.403 bits, and no curve more than 2\.534 bits\.$/,
  },
  'new-name': {
    steps: [write('A name', 'Mowgli')],
    described:
      /^“Mowgli” costs \d+\.\d bits at its first mention and \d+\.\d on average at the next 4; .* one who looks back pays \d+\.\d\. Its own earlier mentions save a made-up name \d\.\d bits \(standard error 0\.\d\) on average over 16 of them, /,
  },
  // h(0.11) is half a bit to four digits. Thirteen blocks of 1920 bits are sent below capacity and four above; rate ½ is below by 0.00008.
  'noisy-coding': {
    steps: [
      write('Chance that the line flips a bit, as a number', '0.11'),
      { role: 'slider', name: 'Steps of belief propagation, in the picture', press: ['Home'] },
    ],
    described:
      /^The line flips 11 percent of the bits and can carry 0\.500 bits for each bit sent\. Of 4\u202f096 pixels 4\d\d are wrong without a code, .* and 4\d\d with the LDPC code of 1920 bits and rate 0\.50 after 0 steps; of 7 blocks .* 7 came out wrong\.$/,
  },
  // 300 tokens of 2 nats and 100 of 4 in two batches: e^2.5, (e² + e⁴)/2 and e³.
  'perplexity-lab': {
    steps: [
      { open: 'Which text, and which of its tokens are hard?' },
      { role: 'radio', name: 'of the text', press: ['ArrowDown'] },
      { role: 'slider', name: 'Batches', press: ['Home', 'ArrowRight'] },
      write('Cut 1 lies before token', '300'),
    ],
    described:
      /a perplexity of 12\.18 per token\. Over 2 batches the mean of perplexities reports 30\.99, the mean of means 20\.09\.$/,
  },
  // From block 2 to the embedding, where a letter stands and nothing of its place.
  positions: {
    steps: [
      {
        role: 'slider',
        name: 'Blocks behind which it is read (0 is the embedding), in the picture',
        press: ['ArrowLeft', 'ArrowLeft'],
      },
    ],
    described:
      /^The network “none” pays 2\.3\d\d bits per character\. At the embedding a reader with a hidden layer can use −0\.03\d ± 0\.00\d of the 7\.000 bits of a row’s place\. Less than nothing: it pays more than there is to know\.$/,
  },
  // One toss of a chain that is heads two times in three: h(1/3) less the rate, (2/3) h(0.1) + (1/3) h(0.2) = 0.553 bits, is 0.365.
  'predictive-information': {
    steps: [
      write('How often the first chain is picked, as a number', '1'),
      { role: 'slider', name: 'T, tosses seen, in the picture', press: ['Home'] },
    ],
    described:
      /^The first of two chains is picked with probability 1\.00\. One toss tells 0\.365 bits about all that follow: 0\.000 about which chain it is, of 0\.000 .* and 0\.365 that the chains remember\./,
  },
  // Seven bits told, log₂ 128; a hundred tosses tell log₂ 101 + E log₂ C − 100/(2 ln 2) = 2.742 bits of the bias.
  'quantized-coin': {
    steps: [{ role: 'slider', name: 'k, cells into which the bias is told, in the picture', press: ['End'] }],
    described:
      /^The bias of a coin is told to one of 128 cells, 7\.000 bits\. 100 tosses show 2\.736 of it, and 2\.742 bits of the bias in all\. .* least at 8 cells, 3\.821\.$/,
  },
  // Of the 128 blocks of seven, sixteen are words of the code and the others differ from one in one toss: 4/7 of a bit, 7/8 · 1/7 wrong.
  'rate-distortion': {
    steps: [{ role: 'radio', name: 'majority of three', press: ['ArrowRight', 'ArrowRight', 'ArrowRight'] }],
    described:
      /^If 25 percent of the tosses may come back wrong, no code tells less than 0\.189 bits a toss\. The code “Hamming’s words of seven” tells 0\.571 and gets 1[23] percent wrong; the curve at that loss is 0\.456\.$/,
  },
  'read-my-text': {
    steps: [
      write('Your text', 'Call me Ishmael.'),
      { role: 'listbox', name: 'The tokens of the text', press: ['Home'] },
    ],
    described:
      /^\d+ tokens, 16 characters: \d\.\d\d bits per character, .* (?:Selected:|the most surprising token is) “C” of “Call” at .* where the model expected/,
  },
  // A relay that erases every second bit leaves half of it; the erased half is guessed right every second time.
  'regret-meter': {
    steps: [
      { role: 'radio', name: 'nothing: every bias from 0 to 1 alike', press: ['ArrowDown'] },
      { role: 'slider', name: 'T, tosses so far, in the picture', press: ['Home'] },
    ],
    described:
      /^In one toss of a coin that is one of two the best predictor pays 0\.067 bits more .* the tosses tell 0\.067 bits /,
  },
  'relay-cascade': {
    steps: [
      { role: 'slider', name: 'Relays', press: ['Home'] },
      { role: 'combobox', name: 'What relay 1 does', press: ['ArrowDown'] },
      write('How often relay 1 does it', '0.5'),
    ],
    described:
      /^Of the 1\.000 bits? that X holds, 0\.500 are left after one relay, and the best guess of X is right with probability 0\.75\. /,
  },
  // One who knows the only task there is has nothing to find out.
  'retrieve-or-learn': {
    steps: [{ role: 'slider', name: 'M, how many tasks pretraining had, in the picture', press: ['Home'] }],
    described:
      /^After 1 task, .* 0\.0\d+ bits for the network, 0\.000 bits for one who retrieves .*; of new tasks \d\.\d\d\d bits for/,
  },
  // A window that holds all of a text believes the same as the whole past, and predicts the same.
  'romeo-and-juliet': {
    steps: [
      write('w, letters in the window, as a number', '20'),
      { role: 'textbox', name: 'Or a text of yours', type: 'See the whale!' },
    ],
    described: /^After 14 letters of your text .* differ by 0\.00 in total variation\. /,
  },
  // With one token kept all continuations are the same, and what is drawn from is certain.
  'sampling-lab': {
    steps: [
      { open: 'What do cuts do: top-p, top-k, min-p?' },
      write('Top-k: keep so many tokens, as a number', '1'),
      { open: 'What else does it write, and how surprising is it?' },
      write('Tokens in each, as a number', '4'),
      { role: 'slider', name: 'Temperature, by the probability of the likeliest token', press: ['ArrowUp', 'ArrowUp'] },
      { role: 'slider', name: 'Top-p, the probability to keep', press: ['ArrowDown'] },
    ],
    described:
      /^After “.*” the entropy of the next token is 6\.\d\d\d bits\. With temperature 1\.02, top-k 1, top-p 0\.99, 1 of 1.024 are kept, .* has 0\.000 bits of entropy .* 6 equal continuations of 4 tokens: /,
  },
  'slepian-wolf': {
    steps: [
      { role: 'button', name: 'Y, place 5', press: ['Space'] },
      { role: 'button', name: 'X, place 1', press: ['Enter'] },
      { role: 'button', name: 'Y, place 7', press: ['Space'] },
    ],
    described:
      /^X is 0011001, Y is 0011000: they differ in place 7\. .* sends \d\d\d: 3 digits instead of 7, .* and it is X\./,
  },
  // Fair tosses: Θ holds the first toss, one bit of two.
  'split-slider': {
    steps: [
      { open: 'What of other coins, and fewer tosses?' },
      write('First coin: chance of heads, as a number', '0.5'),
      write('Second coin: chance of heads, as a number', '0.5'),
      write('T, tosses, as a number', '2'),
      {
        role: 'slider',
        name: 'Estimation error, as a share of the whole, in the picture',
        press: ['Home', ...Array.from({ length: 5 }, () => 'PageUp')],
      },
    ],
    described:
      /^2 tosses of a coin with heads 0\.50 or 0\.50 cost the best predictor 2\.000 bits, .* Θ holds the first, so 1\.000 are estimation error and 1\.000 irreducible\. /,
  },
  // With the whole of “the ” in view the supplied bits are its surprisal; three presses supply three bits more.
  'steer-by-bits': {
    steps: [
      { role: 'button', name: 'Start over', press: ['Enter'] },
      { role: 'button', name: '↓ Lower half', press: ['Enter', 'Enter', 'Enter'] },
    ],
    described:
      /took 3\.0 bits of steering|^Nothing is certain yet, after 3\.0 bits of steering; letters after two others were counted\./,
  },
  // Without the way from b to a the first chain shares a → b alone: two letters can leave a doubt, three cannot.
  'support-graph': {
    steps: [
      {
        role: 'button',
        name: 'The first chain from a to a: no arrow',
        press: ['ArrowRight', 'ArrowDown', 'ArrowRight', 'Space', 'Enter'],
      },
    ],
    described:
      /^The chains share one arrow and no cycle, so a window of 3 letters is enough\. No window of 4 letters leaves a doubt/,
  },
  // One in 8 is three bits, and the die as before: log₂ 48.
  'surprisal-meter': {
    steps: [
      write('First event: one chance in, as a number', '8'),
      { role: 'slider', name: 'Second event: one chance in, in the picture', press: ['Home'] },
      write('Second event: one chance in, as a number', '6'),
    ],
    described:
      /^The first event, 1 in 8, has a surprisal of 3\.000 bits, and the second, 1 in 6, of 2\.585\. .* are 1 in 48, and tell 5\.585 bits\. /,
  },
  // True and false alarms are equally many: 0.02 · 0.98 on both sides.
  'surprising-evidence': {
    steps: [
      write('Prevalence: share of people who are ill, as a number', '0.02'),
      write('Sensitivity: share of the ill who test positive, as a number', '0.98'),
      write('Specificity: share of the healthy who test negative, as a number', '0.98'),
    ],
    described: /Before the test the uncertainty is 0\.141 bits; a positive result raises it to 1\.000, /,
  },
  // 0110111 with place 1 turned has the odd circles C alone: three ones in A become four.
  'three-circles': {
    steps: [{ role: 'button', name: 'place 1', press: ['Enter'] }],
    described:
      /^1110111: circle A holds 4 ones, circle B holds 4 ones, circle C holds 3 ones\. C odd: place 4 is turned\. The word becomes 1111111, and the message is 1111\.$/,
  },
  // Eight cells of a seed, and one bit for the doubt.
  'three-observers': {
    steps: [
      { role: 'radio', name: 'nothing of this register', press: ['ArrowDown', 'ArrowDown'] },
      write('Cells of the register, as a number', '8'),
    ],
    described:
      /^256 digits of a register of 8 cells cost one who expects a fair coin 256\.0 bits, .* one who knows its taps 9\.0\. The shortest register that writes them has 8 cells\.$/,
  },
  // Two fair coins and their AND: H(1/4) − 1/2 = 0.311, and I(X;Y) − I(X;Y|Z) = −0.189.
  'three-way': {
    steps: [{ role: 'radio', name: 'XOR', press: ['ArrowDown'] }],
    described: /^Z says whether X and Y are both 1\. X tells 0\.311 bits about Z, .* makes a center of −0\.189 bits\.$/,
  },
  // One fair bit used twice: a whole bit is tied and a whole one told, where free bits tell half of it.
  'tied-or-free': {
    steps: [{ role: 'slider', name: 'Tie, in the picture', press: ['End'] }],
    described:
      /a tie of 1\.00, which is 1\.000 bits?\. What it writes tells 1\.000 bits? of them; of independent bits at most 0\.500, of any two bits 1\.000\.$/,
  },
  // (4 + 32) · 32 + 2 · (12 · 32² + 2 · 32) + 32 numbers; four tokens are two bits, and a fair coin has one. Training: own-network.spec.ts.
  'train-it': {
    steps: [
      { role: 'radio', name: 'a chain of letters', press: ['ArrowDown', 'ArrowDown', 'ArrowDown'] },
      { role: 'radio', name: '1 × 16', press: ['ArrowDown', 'ArrowDown'] },
    ],
    described:
      /^A network of 25\u202f888 numbers and the fair coin, untrained: an even choice among its 4 tokens costs 2\.000 bits\. On new symbols nobody pays less than 1\.000 bit each on average\.$/,
  },
  // h(0.48) = 0.9988 of the 2.2106 bits.
  'twenty-questions': {
    steps: [
      { role: 'button', name: 'Make a plan of your own', press: ['Enter'] },
      { role: 'button', name: 'dog', press: ['Enter'] },
      { role: 'button', name: 'Ask', press: ['Enter'] },
    ],
    described:
      /^This plan asks 1\.000 questions on average\. The answers tell 0\.999 bits, and 1\.212 are still open\. /,
  },
  // −log₂ (½ · 0.7⁷ + ½ · 0.4⁷) = −log₂ 0.041996.
  'two-coins': {
    steps: [write('Tosses', 'HHHHHH'), { role: 'button', name: 'Heads', press: ['Enter'] }],
    described: /^7 tosses, 7 heads, cost 4\.574 bits, .* Heads is predicted next with probability 0\.69\. /,
  },
  // One toss, a head: 2x is the new density of the first, and ∫ 2x log 2x dx = 1 − 1/(2 ln 2) bits, 0.279; this is certain beforehand.
  'two-priors': {
    steps: [{ role: 'slider', name: 'n, tosses seen, in the picture', press: ['Home'] }],
    described:
      /^One toss of a coin with heads 0\.70, 1 of them heads: the first observer, who began with Beta\(1, 1\), has learned 0\.279 bits and expected 0\.279; .* They give 0\.67 and 0\.51 to heads\. The dogmatist, certain of 0\.50, has learned nothing and paid 1\.000 bits?\.$/,
  },
  // Of nine beginnings of a telegram two are “mother”, of ten of a lullaby two: 0.2222 to 0.2 at 0.92, and 0.0035 more for each.
  'two-styles': {
    steps: [write('Prompt', 'mother')],
    described:
      /^After 1 word it is a telegram with probability 0\.53 by Bayes’ rule; .*, to which the network gives 0\.\d\d\. Its prediction is that of one who takes it for a telegram with probability 0\.\d\d\.$/,
  },
  // Of ten tosses only those with seven heads are within 0.1 bits: 120 of 1024, with probability 120 · 0.7⁷ · 0.3³ = 0.27.
  'typical-set': {
    steps: [{ role: 'slider', name: 'n, tosses, in the picture', press: ['Home'] }],
    described:
      /^10 tosses of a coin with heads 0\.70: 0\.881 bits of entropy per toss\. Within 0\.100 of it are 120 of 1\u202f024 sequences, with probability 0\.27; 99 percent take 856 sequences at least\. Sequences with 10 heads: 1, each of 0\.515 per toss, all together with probability 0\.03\. /,
  },
  // 8 · 112960 = 903680 bits on two million characters are 0.45, and 903680/(2.983 − 2.056) = 974,844.
  'weights-count': {
    steps: [
      { role: 'radio', name: 'reader', press: ['ArrowUp', 'ArrowUp', 'ArrowUp'] },
      write('Length of the text, as a number', '2000000'),
    ],
    described:
      /^Of 2\u202f000\u202f000 characters the network 113k takes 2\.51 bits a character: 2\.06 for the text and 0\.45 for 0\.11 megabytes of weights at 8 bits each; gzip takes 3\.01\. If gzip took 2\.98 at every length, it would be shorter than gzip from 974\u202f844 on\./,
  },
  // b was followed by a three times of three: (3 + 1)/(3 + 3).
  'wind-tunnel': {
    steps: [
      { role: 'slider', name: 'Position: symbols before', press: ['End'] },
      { open: 'What of other sequences and another network?' },
      { role: 'radio', name: 'drawn from the prior on display', press: ['ArrowUp'] },
      write('Your sequence', 'abababab'),
    ],
    described:
      /^8 symbols of 3, of yours\. The network after .* steps of training is 0\.0\d+ bits per symbol from the exact answer along it\. After 8 symbols, the last b, the exact answer gives a 0\.67, the network 0\.6\d, /,
  },
  // The stationary laws are 2/3, 1/3 and 1/2, 1/2: after a the first chain has 4/7, which misses by 3/7 · 0.3, after b 2/5, which misses by 3/5 · 0.2.
  'window-gap': {
    steps: [{ role: 'slider', name: 'w, letters in the window, in the picture', press: ['Home'] }],
    described:
      /a window of one letter misses .* by 0\.13 on average, at most by 0\.13 and, .* at least by 0\.12\. A share of 0\.33 /,
  },
  // One toss of a coin that is 0.9 or 0.2 with chance ½ tells h(0.55) − (h(0.9) + h(0.2))/2 = 0.397 bits; if the world is known, (h(0.83) + h(0.27))/2 less the same, 0.154.
  'worlds-and-coins': {
    steps: [
      { role: 'slider', name: 'M, documents, in the picture', press: ['Home'] },
      { role: 'slider', name: 'T, tosses of a document, in the picture', press: ['Home'] },
    ],
    described:
      /^In one document of one toss the best predictor pays 0\.397 bits a toss more .* 0\.243 to learn of the world and 0\.154 for the coin of each document\. /,
  },
  // One toss tells a coin without heads from one without tails: one bit, and no coin costs more.
  'worst-prior': {
    steps: [
      { role: 'slider', name: 'T, tosses', press: ['Home'] },
      { role: 'button', name: 'Draw these coins in the worst way', press: ['Enter'] },
    ],
    described:
      /^The chance of heads is drawn: 0\.00 \(drawn 50 percent\), 1\.00 \(drawn 50 percent\)\. In one toss the best predictor pays 1\.000 bits? on average .*, and 1\.000 bits? for the dearest coin, /,
  },
  // Heads have .55 and she gives .7: D is .55 log .55/.7 + .45 log .45/.3 = 0.0719 bits. In the long run half of the games cost D(.4‖.7) = 0.277 a toss.
  'wrong-prior': {
    steps: [
      { role: 'slider', name: 'T, tosses so far, in the picture', press: ['Home'] },
      { role: 'slider', name: 'Believed chance of the coin with heads 0.7, in the picture', press: ['End'] },
    ],
    described:
      /^In one toss of one of two coins, .* is believed to have 1\.00, the wrong prior costs 0\.072 bits beyond .* every toss costs 0\.139 bits, in expectation, without end\.$/,
  },
};

export const description = (frame: Frame) => frame.locator('.widget .say');

export async function perform(page: Page, frame: Frame, { steps, described }: Transcript): Promise<void> {
  await expect(description(frame)).not.toHaveText(described);
  for (const step of steps) {
    if ('open' in step) {
      const summary = frame.locator('.fold > summary', { hasText: step.open });
      await tabTo(page, summary);
      if (await summary.evaluate((element) => !(element.parentElement as HTMLDetailsElement).open))
        await page.keyboard.press('Enter');
      continue;
    }
    const { role, name, press = [], type } = step;
    await tabTo(page, frame.getByRole(role, { name, exact: true }));
    for (const key of press) await page.keyboard.press(key);
    if (type) await page.keyboard.type(type);
  }
  await expect(description(frame)).toHaveText(described);
}
