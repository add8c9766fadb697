import type { Challenge } from '#contract/spec.ts';
import { sizeOfMatch, type Switched } from './model.ts';
import type { Asked } from './parameters.ts';

export const challenges: readonly Challenge<Switched, Asked>[] = [
  {
    id: 'remove-the-leap',
    task: 'Of these answers of 20 tokens, the smaller half of the models gets nearly none right. Make their progress visible. Leave the models and the length of the answers as they are.',
    score(_, { metric, length, source, alpha }) {
      if (source !== 'law' || length !== 20 || alpha !== 0.4) return 0;
      return metric === 'loss' || metric === 'token' || metric === 'edits' ? 1 : metric === 'brier' ? 0.5 : 0.2;
    },
    hints: [
      { when: (_, { source }) => source !== 'law', say: 'These are other models. Go back to those whose loss is a power law.' }, // prettier-ignore
      { when: (_, { length, alpha }) => length !== 20 || alpha !== 0.4, say: 'You have changed the answers or the models. Put ℓ back to 20 and α to 0.4.' }, // prettier-ignore
      { when: (_, { metric }) => metric === 'choice', say: 'This grade leaps, too, earlier. And it is not about these answers of 20 tokens.' }, // prettier-ignore
      { when: (_, { metric }) => metric === 'brier', say: 'This is about options. Which grade is about the tokens of the answers?' }, // prettier-ignore
      { when: () => true, say: 'An answer with one wrong token counts here as much as one with twenty. Which grade counts them?' }, // prettier-ignore
    ],
    solved: 'The models improve from the first to the last. What was flat is the grade: it counts only answers without any mistake.', // prettier-ignore
    solution: { metric: 'edits' },
  },
  {
    id: 'move-the-leap',
    task: 'Let half of the answers be right at a billion parameters, anywhere from 700 million to 1.3 billion. Leave the models as they are.',
    score(_, asked) {
      if (asked.source !== 'law' || asked.alpha !== 0.4) return 0;
      const half = sizeOfMatch(0.5, asked);
      if (asked.metric !== 'exact') return 0.3;
      return half > 7e8 && half < 1.3e9 ? 1 : Math.max(0, 0.9 - Math.abs(Math.log10(half / 1e9)) / 4);
    },
    hints: [
      { when: (_, { source, alpha }) => source !== 'law' || alpha !== 0.4, say: 'You have changed the models. Take those whose loss is a power law, with α = 0.4.' }, // prettier-ignore
      { when: (_, { metric }) => metric !== 'exact', say: 'Which grade asks for the whole answer?' },
      { when: (_, asked) => sizeOfMatch(0.5, asked) > 1e9, say: 'The leap is too far to the right. What makes a whole answer easier to get right?' }, // prettier-ignore
      { when: () => true, say: 'The leap is too far to the left. Make the answers longer.' },
    ],
    solved: 'Answers of four tokens. With ℓ tokens the curve stands ℓ to the power 1/α times farther to the right than with one: where the leap is, the examiner decides.', // prettier-ignore
    solution: { length: 4 },
  },
  {
    id: 'see-it-coming',
    task: 'The model of a billion parameters gets 4 in 100 answers of 20 tokens right. Make the test so long that it shows at least one of them with a chance of 99 in 100.',
    start: { items: 10 },
    score(model, { items, length, source, alpha, size }) {
      if (source !== 'law' || length !== 20 || alpha !== 0.4 || Math.abs(size / 1e9 - 1) > 0.1) return 0;
      const miss = (1 - model.here.grades.exact) ** items;
      return miss <= 0.01 ? 1 : Math.min(0.95, Math.log(miss) / Math.log(0.01));
    },
    hints: [
      { when: (_, { source, alpha, size }) => source !== 'law' || alpha !== 0.4 || Math.abs(size / 1e9 - 1) > 0.1, say: 'You look at another model. Put the size back to a billion.' }, // prettier-ignore
      { when: (_, { length }) => length !== 20, say: 'You have changed the answers. Let them have 20 tokens.' },
      { when: () => true, say: 'With n questions all of them go wrong with a chance of 0.958ⁿ. How large must n be?' },
    ],
    solved: 'From 108 questions on. A test of ten shows a flat zero there two times out of three, and the ability is there.', // prettier-ignore
    solution: { items: 110 },
  },
];
