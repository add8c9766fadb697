/** npm run new <id>: a widget folder that draws, is listed, and passes the generic tests, to be made into the real thing. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const id = process.argv[2] ?? '';
const folder = `src/widgets/${id}`;
const registry = 'src/site/widgets.ts';

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
if (!/^[a-z]+(-[a-z]+)*$/.test(id))
  stop('Usage: npm run new <id>, where id is words of small letters joined by hyphens: coin-trial');
if (existsSync(folder)) stop(`${folder} is there already.`);

const title = id[0].toUpperCase() + id.slice(1).replaceAll('-', ' ');

const spec = `import { number } from '#contract/parameter.ts';
import { defineWidget } from '#contract/spec.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';

export const spec = defineWidget({
  id: '${id}',
  title: '${title}',
  summary: 'Say in one sentence what the reader does here.',
  terms: [],
  cites: [],
  params: {
    p: number({ label: 'Probability of heads', default: 0.3, min: 0, max: 1, step: 0.01 }),
  },
  compute: ({ p }) => ({ entropy: binaryEntropy(p) }),
  readouts: {
    entropy: {
      label: 'Entropy of the coin',
      kind: 'information',
      formula: '\\\\H(p) = -p\\\\log p - (1-p)\\\\log(1-p)',
      source: 'theory/measures/entropy.binaryEntropy',
      of: (model) => model.entropy,
    },
  },
  describe: (model, { p }, say) =>
    \`A coin that shows heads with probability \${say.probability(p)} has \${say.information(model.entropy)} of entropy.\`,
  table: (model, say, { p }) => ({
    columns: ['probability', \`entropy, \${say.unit}\`],
    rows: [[say.probability(p), say.amount(model.entropy)]],
  }),
  laws: [{ name: 'H ≤ 1 bit', tolerance: 1e-12, gap: (model) => model.entropy - Math.LN2 }],
  challenges: [],
  presets: [
    { id: 'loaded', title: 'Loaded', values: { p: 0.3 }, why: 'Say why this case is worth a look.' },
    { id: 'fair', title: 'Fair', values: { p: 0.5 }, why: 'A fair coin has the most entropy that a coin can have.' },
  ],
});
`;

const test = `import { expect, it } from 'vitest';
import { spec } from './spec.ts';

it('gives a fair coin one bit', () => {
  expect(spec.compute({ p: 0.5 }).entropy).toBeCloseTo(Math.LN2, 12);
});
`;

const view = `import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { guide, line } from '#kit/figure/marks.tsx';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { spec } from './spec.ts';

const curve = Array.from({ length: 101 }, (_, i) => [i / 100, binaryEntropy(i / 100)] as const);

/** The entropy of every coin, and a handle on the one that the reader has. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  return (
    <Figure
      {...{ width, say }}
      rows={[
        [
          {
            height: 180,
            x: { domain: [0, 1], label: 'Probability of heads' },
            y: { domain: [0, 0.75], label: 'Entropy', information: true },
            marks: [guide(values.p, 0, model.entropy), line(curve, { role: 'exact', name: 'H(p)' })],
            drags: [{ ...bind(spec.params, props)('p'), along: 'x', across: model.entropy }],
          },
        ],
      ]}
    />
  );
}
`;

const readme = `# ${title}

What it shows, its mathematics for teachers, and the misconception that it is to kill.
`;

const line = `  entry('${id}', () => import('#widgets/${id}/spec.ts'), () => import('#widgets/${id}/View.tsx')),`;
const isEntry = (text) => text.startsWith("  entry('");
const lines = readFileSync(registry, 'utf8').split('\n');
const first = lines.findIndex(isEntry);
const entries = lines.filter(isEntry);
lines.splice(first, entries.length, ...[...entries, line].sort());

mkdirSync(folder);
for (const [name, text] of Object.entries({
  'spec.ts': spec,
  'spec.test.ts': test,
  'View.tsx': view,
  'README.md': readme,
})) {
  writeFileSync(`${folder}/${name}`, text);
}
writeFileSync(registry, lines.join('\n'));
console.log(
  `${folder} is there and listed. npm run dev shows it at embed/${id}.html; a keyboard transcript for it goes into ${folder}/transcript.ts.`,
);
