import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FoldsContext } from '#kit/state/folds.ts';
import { Fold } from './More.tsx';

const draw = (asked: readonly string[], turned: readonly [string, boolean][] = []) =>
  renderToStaticMarkup(
    <FoldsContext value={{ asked: new Set(asked), turned: new Map(turned), round: 0, turn: () => {} }}>
      <Fold question="Why?" holds={['rate']}>
        because
      </Fold>
    </FoldsContext>,
  );

describe('a fold', () => {
  it('holds its answer in the HTML, closed', () => {
    expect(draw([])).toMatch(/^<details class="fold"><summary>Why\?<\/summary>.*because/);
    expect(draw(['pace'])).toContain('<details class="fold">');
  });

  it('is open where something inside is asked for, unless the reader has closed it', () => {
    expect(draw(['rate'])).toContain('open=""');
    expect(draw(['rate'], [['Why?', false]])).not.toContain('open=""');
    expect(draw([], [['Why?', true]])).toContain('open=""');
  });
});
