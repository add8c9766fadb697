import { useState } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { PictureInput } from '#kit/reading/PictureInput.tsx';
import { dithered } from './dither.ts';
import { side, written } from './drawing.ts';
import { params } from './parameters.ts';
import { pictures } from './Pictures.tsx';
import { plane, steps } from './Plane.tsx';
import type { spec } from './spec.ts';

const gap = 14;

/** A picture through the line with each code; all codes in one plane; and how one of them decodes. */
export function View(props: ViewProps<typeof spec>) {
  const { values, now = values, model, width, say, set } = props;
  const isWide = width >= 760;
  const columns = isWide ? 6 : 3;
  const size = Math.floor((width - gap * (columns - 1)) / columns);
  // What a line brought stays in sight, faintly, until the next one has brought something.
  const [before, setBefore] = useState({ sent: model.sent, measured: model.measured });
  const isWhole = model.sent !== undefined && model.measured.length >= before.measured.length;
  if (isWhole && (model.sent !== before.sent || model.measured !== before.measured)) setBefore(model as typeof before);
  const all = pictures(model, before.sent, values, say, size);
  const rows = isWide ? [all] : [all.slice(0, 3), all.slice(3)];
  return (
    <div aria-busy={model.sent === undefined}>
      <Settings {...props} params={params} show={['flip']} />
      <Figure {...{ width, say, gap }} rows={[...rows, [steps(props, before.sent)], [plane(props, before.measured)]]} />
      <Settings {...props} params={params} show={['count', 'repeats', 'rate', 'length', 'steps']} />
      <PictureInput
        {...{ side, as: 'black or white', instead: 'the owl', isOwn: now.picture !== '' }}
        onPicture={(grays) => set({ picture: written(dithered(grays.map((gray) => gray / 255))) })}
        onBack={() => set({ picture: '' })}
      />
      <More>
        <Fold question="Other flips, and more of them?" holds={['effort', 'seed']}>
          <p>
            The seed draws the flips, the random code and the LDPC code. A point of the plane with whiskers is measured
            on so many blocks, with one standard error up and down; an arrow at the lower edge says that fewer were
            wrong than the axis can show, perhaps none. Wrong bits of LDPC codes are counted over the whole word, checks
            included. All other points and curves are exact.
          </p>
          <Settings {...props} params={params} show={['effort', 'seed']} />
        </Fold>
      </More>
    </div>
  );
}
