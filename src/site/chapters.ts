import type { ComponentType } from 'react';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- components of the vocabulary
export type Prose = { default: ComponentType<{ components: Readonly<Record<string, ComponentType<any>>> }> };

/** One sitting: a page of a chapter, or a whole chapter that has only one. */
export interface PageEntry {
  readonly id: string;
  readonly title: string;
  /** One line for the contents: what it asks. */
  readonly about: string;
  prose(): Promise<Prose>;
}

export interface ChapterEntry {
  readonly part: number;
  readonly number: number;
  readonly title: string;
  readonly pages: readonly PageEntry[];
}

export const parts = ['Information', 'Language models', 'Learning as information', 'Size and shape'] as const;

const page = (id: string, title: string, about: string, prose: PageEntry['prose']): PageEntry => ({
  ...{ id, title, about, prose },
});

/** A chapter that is one page, and has its title. */
const chapter = (part: number, number: number, ...of: Parameters<typeof page>): ChapterEntry =>
  chapterOf(part, number, of[1], page(...of));

const chapterOf = (part: number, number: number, title: string, ...pages: readonly PageEntry[]): ChapterEntry => ({
  ...{ part, number, title, pages },
});

/** Every chapter of the book with its pages in their order. */
/* prettier-ignore */
export const chapters: readonly ChapterEntry[] = [
  chapter(1, 1, 'petabit-birthday', 'The petabit birthday', 'What it is to know part of a message', () => import('#book/petabit-birthday.mdx')),
  chapterOf(1, 2, 'Entropy and codes',
    page('entropy-and-codes', 'Entropy and codes', 'How short a message can be made', () => import('#book/entropy-and-codes.mdx')),
    page('guess-the-next-letter', 'Guess the next letter', 'How many bits a letter of English carries', () => import('#book/guess-the-next-letter.mdx')),
    page('typical-and-fine', 'Many tosses and fine rulers', 'What long sequences have in common, and what happens as a ruler gets finer', () => import('#book/typical-and-fine.mdx')),
  ),
  chapterOf(1, 3, 'Shared information',
    page('shared-information', 'Shared information', 'What two accounts of one thing have in common', () => import('#book/shared-information.mdx')),
    page('what-need-not-be-said', 'What need not be said', 'How a sender saves what only the receiver knows', () => import('#book/what-need-not-be-said.mdx')),
  ),
  chapterOf(1, 4, 'Distances between beliefs',
    page('distances', 'What a wrong belief costs', 'What it costs to expect the wrong thing', () => import('#book/distances.mdx')),
    page('which-distance', 'Which distance?', 'How far apart two laws are, and who says so', () => import('#book/which-distance.mdx')),
  ),
  chapterOf(1, 5, 'Channels and neurons',
    page('channels', 'Through a noisy line', 'How much gets through a line that garbles', () => import('#book/channels.mdx')),
    page('codes-against-noise', 'Codes against noise', 'Whether being understood for sure must cost all the speed', () => import('#book/codes-against-noise.mdx')),
    page('what-a-neuron-tells', 'What a neuron tells', 'How a nerve cell should spend the answers it has', () => import('#book/what-a-neuron-tells.mdx')),
    page('what-may-be-lost', 'What may be lost', 'How few bits a picture needs if it may be a little wrong', () => import('#book/what-may-be-lost.mdx')),
  ),
  chapterOf(1, 6, 'Belief in bits',
    page('belief-in-bits', 'Evidence adds up', 'Bayes’ rule as bookkeeping', () => import('#book/belief-in-bits.mdx')),
    page('telling-two-coins-apart', 'Telling two coins apart', 'How many tosses it takes to know which coin it is', () => import('#book/telling-two-coins-apart.mdx')),
    page('a-wrong-prior', 'A wrong prior', 'What it costs to begin with a false belief', () => import('#book/a-wrong-prior.mdx')),
  ),
  chapterOf(1, 7, 'Does information exist?',
    page('does-information-exist', 'Whose information is it?', 'Whether a string has an entropy of its own', () => import('#book/does-information-exist.mdx')),
    page('ignorance-as-probability', 'Must ignorance be a probability?', 'What else could be said of what one does not know, and the harm of a law that is wrong', () => import('#book/ignorance-as-probability.mdx')),
    page('can-it-be-measured', 'Can it be measured?', 'How much information a sample shows, and how much it only seems to', () => import('#book/can-it-be-measured.mdx')),
  ),
  chapterOf(2, 8, 'A language model',
    page('a-model-reads', 'A model reads', 'How surprised a language model is by your text', () => import('#book/a-model-reads.mdx')),
    page('what-a-loss-is-made-of', 'What a loss is made of', 'What nobody could have known, and what this model did not know', () => import('#book/what-a-loss-is-made-of.mdx')),
    page('a-model-learns', 'A model learns', 'Which part of a loss can fall, and which cannot', () => import('#book/a-model-learns.mdx')),
    page('a-model-writes', 'A model writes', 'What is drawn from a model, and what its loss has taught it', () => import('#book/a-model-writes.mdx')),
    page('what-is-said-of-a-model', 'What is said of a model', 'What has been made of one list of surprisals', () => import('#book/what-is-said-of-a-model.mdx')),
  ),
  chapterOf(2, 9, 'Prediction is compression',
    page('prediction-is-compression', 'Prediction is compression', 'How a predictor becomes a compressor', () => import('#book/prediction-is-compression.mdx')),
    page('compress-a-text', 'Compress a text', 'How few bytes a text of yours needs, and whether it can be had back', () => import('#book/compress-a-text.mdx')),
    page('write-by-bits', 'Write by bits', 'How few decisions a sentence takes', () => import('#book/write-by-bits.mdx')),
    page('what-the-weights-cost', 'What the weights cost', 'Whether a compressor may leave out its own size', () => import('#book/what-the-weights-cost.mdx')),
  ),
  chapterOf(2, 10, 'Inside the transformer',
    page('inside-the-transformer', 'Every number of a transformer', 'Where each number of a prediction comes from', () => import('#book/inside-the-transformer.mdx')),
    page('what-heads-attend-to', 'What heads attend to', 'What a head looks at, and what it is worth in bits', () => import('#book/what-heads-attend-to.mdx')),
    page('layer-by-layer', 'Layer by layer', 'Where in the network the answer appears', () => import('#book/layer-by-layer.mdx')),
    page('positions', 'Where a token stands', 'How a network knows the order of its tokens', () => import('#book/positions.mdx')),
  ),
  chapterOf(2, 11, 'Bottlenecks',
    page('bottlenecks', 'What to keep', 'What to keep when not everything fits', () => import('#book/bottlenecks.mdx')),
    page('training-as-a-channel', 'Training as a channel', 'Whether a network compresses while it learns', () => import('#book/training-as-a-channel.mdx')),
    page('information-and-generalization', 'Information and generalization', 'What the bits that a learner keeps say about new data', () => import('#book/information-and-generalization.mdx')),
  ),
  chapterOf(2, 12, 'Steering a model',
    page('steering', 'A reward and a leash', 'How far a model may move, in bits', () => import('#book/steering.mdx')),
    page('variational-bounds', 'A bound that can be computed', 'How to say something true of a sum that is too long to add up', () => import('#book/variational-bounds.mdx')),
    page('distillation', 'What a teacher knows', 'What a small network learns from the wrong answers of a large one', () => import('#book/distillation.mdx')),
    page('forgetting', 'Learning and forgetting', 'What a network loses when it learns something new', () => import('#book/forgetting.mdx')),
    page('drift', 'When the world moves', 'What a monitor of outputs sees, and what it cannot', () => import('#book/drift.mdx')),
  ),
  chapterOf(2, 13, 'At the bedside',
    page('at-the-bedside', 'When to ask a doctor', 'When a model should say that it does not know', () => import('#book/at-the-bedside.mdx')),
    page('calibration', 'Can its percentages be trusted?', 'What a stated probability is worth, and to whom', () => import('#book/calibration.mdx')),
    page('which-test-tells', 'Which test tells most?', 'What a second test adds, and which marker should choose the treatment', () => import('#book/which-test-tells.mdx')),
    page('side-effects', 'A side effect, or a coincidence?', 'What counts of reports can say of a drug', () => import('#book/side-effects.mdx')),
    page('private-records', 'What a model gives away', 'How much of one patient’s record can leave a hospital', () => import('#book/private-records.mdx')),
  ),
  chapterOf(3, 14, 'Learning as information',
    page('learning-as-information', 'What there is to learn', 'What can be learned, and what it costs to learn it', () => import('#book/learning-as-information.mdx')),
    page('learning-to-learn', 'Learning to learn', 'What one document teaches about the next, and what it cannot', () => import('#book/learning-to-learn.mdx')),
    page('sparse-mixture-prior', 'The sparse-mixture prior', 'Why a million possible sources cost so little', () => import('#book/sparse-mixture-prior.mdx')),
    page('how-much-to-learn', 'How much to learn', 'How much of a parameter can reach the data', () => import('#book/how-much-to-learn.mdx')),
  ),
  chapterOf(3, 15, 'In-context learning',
    page('in-context-learning', 'Learning without a change of weights', 'What a network takes from its context, and how much there was to take', () => import('#book/in-context-learning.mdx')),
    page('tasks-and-examples', 'Priors, tasks and examples', 'Whether a network retrieves what it knows or learns anew', () => import('#book/tasks-and-examples.mdx')),
  ),
  chapterOf(3, 16, 'Can a window be a mixture?',
    page('window-or-mixture', 'When a window is enough', 'Whether the last words can say what the whole past does', () => import('#book/window-or-mixture.mdx')),
    page('what-a-window-loses', 'What a window loses', 'How much it costs to see only the last so many tokens', () => import('#book/what-a-window-loses.mdx')),
  ),
  chapterOf(3, 17, 'What does the estimation error mean?',
    page('estimation-error', 'What does the estimation error mean?', 'How much there was to learn', () => import('#book/estimation-error.mdx')),
    page('the-worst-prior', 'The worst prior', 'How much there is to learn at most, however the source was drawn', () => import('#book/the-worst-prior.mdx')),
  ),
  chapterOf(4, 18, 'The geometry of representations',
    page('geometry', 'How a cloud fills its space', 'What the shape of a cloud of vectors says, and what it does not', () => import('#book/geometry.mdx')),
    page('what-a-new-token-adds', 'What a new token adds', 'How much of a token could have been put together from those before it', () => import('#book/what-a-new-token-adds.mdx')),
    page('where-a-meaning-sits', 'Where a meaning sits', 'Whether one vector carries what a sentence says', () => import('#book/where-a-meaning-sits.mdx')),
  ),
  chapterOf(4, 19, 'Scale',
    page('scale', 'A straight line on log paper', 'How a loss falls with size, and what a fit can know of it', () => import('#book/scale.mdx')),
    page('how-much-text', 'How large, on how much text', 'How to spend a budget of computation', () => import('#book/how-much-text.mdx')),
    page('sudden-abilities', 'Slow and sudden', 'Why a loss that falls smoothly can look like a leap', () => import('#book/sudden-abilities.mdx')),
    page('double-descent', 'Worse before better', 'Why the test error of a larger model can rise and then fall', () => import('#book/double-descent.mdx')),
  ),
  chapterOf(4, 20, 'Scoreboard',
    page('scoreboard', 'What the book has claimed', 'Every claim, its status, and the figure that decides it', () => import('#book/scoreboard.mdx')),
    page('how-well-you-knew', 'How well you knew', 'What your own answers in probabilities have cost, in bits', () => import('#book/how-well-you-knew.mdx')),
  ),
];

/** Where a page stands in the book. */
export interface Place extends PageEntry {
  readonly chapter: ChapterEntry;
  /** “3”, or “8.2” for the second page of chapter 8. */
  readonly number: string;
}

/** Every page, in the order of the book. */
export const places: readonly Place[] = chapters.flatMap((chapter) =>
  chapter.pages.map((entry, i) => ({
    ...entry,
    chapter,
    number: chapter.pages.length === 1 ? String(chapter.number) : `${chapter.number}.${i + 1}`,
  })),
);

/** “Chapter 3”, or for a page of a longer one “8.2”. */
export const nameOf = ({ chapter, number }: Place): string =>
  chapter.pages.length === 1 ? `Chapter ${number}` : number;
