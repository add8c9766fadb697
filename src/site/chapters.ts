import type { ComponentType } from 'react';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- components of the vocabulary
export type Prose = { default: ComponentType<{ components: Readonly<Record<string, ComponentType<any>>> }> };

export interface ChapterEntry {
  readonly number: number;
  readonly part: number;
  readonly id: string;
  readonly title: string;
  /** One line for the contents: what it asks. */
  readonly about: string;
  /** A section of the chapter with this number on a page of its own: a long chapter goes on there, or it is written ahead. */
  readonly section?: true;
  /** Present if it is written. */
  prose?(): Promise<Prose>;
}

export const parts = ['Information', 'Language models', 'Learning as information', 'Size and shape'] as const;

const chapter = (
  part: number,
  number: number,
  id: string,
  title: string,
  about: string,
  prose?: ChapterEntry['prose'],
): ChapterEntry => ({ part, number, id, title, about, ...(prose && { prose }) });

const section = (...of: Parameters<typeof chapter>): ChapterEntry => ({ ...chapter(...of), section: true });

/** Every chapter of the book, written or to come, and the sections that have a page of their own. */
/* prettier-ignore */
export const chapters: readonly ChapterEntry[] = [
  chapter(1, 1, 'petabit-birthday', 'The petabit birthday', 'What it is to know part of a message'),
  chapter(1, 2, 'entropy-and-codes', 'Entropy and codes', 'How short a message can be made'),
  chapter(1, 3, 'shared-information', 'Shared information', 'What two accounts of one thing have in common', () => import('#book/shared-information.mdx')),
  chapter(1, 4, 'distances', 'Distances between beliefs', 'What it costs to expect the wrong thing'),
  chapter(1, 5, 'channels', 'Channels and neurons', 'What gets through a noisy line'),
  chapter(1, 6, 'belief-in-bits', 'Belief in bits', 'Bayes’ rule as bookkeeping'),
  chapter(1, 7, 'does-information-exist', 'Does information exist?', 'Whose information it is'),
  chapter(2, 8, 'a-model-reads', 'A model reads', 'How surprised a language model is by your text', () => import('#book/a-model-reads.mdx')),
  section(2, 8, 'a-model-writes', 'A model writes', 'What is drawn from a model, and what is said of it', () => import('#book/a-model-writes.mdx')),
  section(2, 8, 'a-model-learns', 'A model learns', 'Which part of a loss can fall, and which cannot', () => import('#book/a-model-learns.mdx')),
  chapter(2, 9, 'prediction-is-compression', 'Prediction is compression', 'How a predictor becomes a compressor'),
  chapter(2, 10, 'inside-the-transformer', 'Inside the transformer', 'Where in the network the bits are'),
  chapter(2, 11, 'bottlenecks', 'Bottlenecks', 'What to keep when not everything fits'),
  chapter(2, 12, 'steering', 'Steering a model', 'How far a model may move, in bits'),
  chapter(2, 13, 'at-the-bedside', 'At the bedside', 'When a model should say that it does not know'),
  chapter(3, 14, 'learning-as-information', 'Learning as information', 'What can be learned and what cannot'),
  section(3, 14, 'sparse-mixture-prior', 'The sparse-mixture prior', 'Why a million possible sources cost so little', () => import('#book/sparse-mixture-prior.mdx')),
  chapter(3, 15, 'in-context-learning', 'In-context learning', 'Learning without a change of weights', () => import('#book/in-context-learning.mdx')),
  section(3, 15, 'tasks-and-examples', 'Priors, tasks and examples', 'Whether a network retrieves what it knows or learns anew', () => import('#book/tasks-and-examples.mdx')),
  chapter(3, 16, 'window-or-mixture', 'Can a window be a mixture?', 'What a finite memory must forget'),
  chapter(3, 17, 'estimation-error', 'What does the estimation error mean?', 'How much there was to learn'),
  chapter(4, 18, 'geometry', 'The geometry of representations', 'What the shape of a cloud of vectors says'),
  chapter(4, 19, 'scale', 'Scale', 'What grows, and by which law'),
  chapter(4, 20, 'scoreboard', 'Scoreboard', 'Every claim, and what became of it'),
];

/** “Chapter 3”, or for a section with a page of its own “A section of chapter 14”. */
export const placeOf = ({ number, section }: ChapterEntry): string =>
  section ? `A section of chapter ${number}` : `Chapter ${number}`;

/** What a reader should know who expects a whole chapter, to go on with after a comma; nothing if it is one. */
export function caveatOf({ number, section }: ChapterEntry): string {
  const begun = chapters.some((entry) => entry.number === number && !entry.section && entry.prose);
  return section && !begun ? ', ahead of the rest' : '';
}
