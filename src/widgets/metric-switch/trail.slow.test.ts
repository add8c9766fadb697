import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { predictor } from '#model/predict.ts';
import { parseTrail } from '#model/trail.ts';
import { weightsFile } from '../../../fixtures/model.ts';
import { checkpointOf, cycles, tokensOf, type Checkpoint } from './measure.ts';
import { trail } from './trail.ts';

/** Every checkpoint of a shipped trail but that before training, on the six cycles. */
function measured(name: string): Checkpoint[] {
  const opened = parseTrail(weightsFile(name));
  return opened.trail.checkpoints.flatMap(({ step }, i) => {
    if (step === 0) return [];
    const read = predictor(opened.network(i));
    return checkpointOf(step, cycles.map((cycle) => read(tokensOf(cycle)))); // prettier-ignore
  });
}

it('the kept numbers are those of the shipped checkpoints', () => {
  const now = measured('markov-3');
  if (process.env.WRITE_TRAIL) {
    const to = (digits: number) => (x: number) => Number(x.toFixed(digits));
    const rows = now.map((row) => `  { step: ${row.step}, loss: ${to(5)(row.loss)}, token: ${to(5)(row.token)}, choice: ${to(5)(row.choice)}, brier: ${to(5)(row.brier)}, matches: [${row.matches.map(to(3)).join(', ')}] },`); // prettier-ignore
    writeFileSync('src/widgets/metric-switch/trail.ts', `import type { Checkpoint } from './measure.ts';\n\n/** What the checkpoints of \`public/weights/markov-3.bin\` make of the six cycles; \`trail.slow.test.ts\` measures it again. */\n// prettier-ignore\nexport const trail: readonly Checkpoint[] = [\n${rows.join('\n')}\n];\n`); // prettier-ignore
    return;
  }
  expect(trail.map(({ step }) => step)).toEqual(now.map(({ step }) => step));
  trail.forEach((row, i) => {
    for (const name of ['loss', 'token', 'choice', 'brier'] as const) expect(row[name]).toBeCloseTo(now[i][name], 4);
    row.matches.forEach((log, l) => expect(Math.abs(log - now[i].matches[l])).toBeLessThan(2e-3));
  });
});
