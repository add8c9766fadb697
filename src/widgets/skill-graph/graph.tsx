import type { Frame, Mark } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';
import { isLearned, skillsShown, type Skills } from './model.ts';
import { most, type Asked } from './parameters.ts';

/** So many edges to a text can still be told apart. */
export const few = 4;

/** Heights in the panel: texts stand on the upper line, skills on the lower one. */
const [upper, lower] = [0.86, 0.12];

/** Where the axis ends. */
export const end = 2.2 * most;
/** Between these places skills stand that are rarer than all up to `most`: each by itself, in their order. */
const rarer = [1.35 * most, 1.9 * most] as const;

/** Skills that are drawn even if no text needs them: all of the first, then ever fewer. */
const landmarks = [...new Set(Array.from({ length: 57 }, (_, i) => Math.round(most ** (i / 56))))];

/** Texts above, skills below in the order of their frequency, an edge for each skill that a text needs. What is learned is lit. */
export function graph(model: Skills, asked: Asked): Mark {
  const { texts, from, here, when } = model;
  const knows = isLearned(model, asked);
  const beyond = [...new Set(texts.flat().filter((k) => k > most))].sort((a, b) => a - b);
  const placed = ({ x, y, box }: Frame) => {
    const at = (k: number) => (k <= most ? k : rarer[0] * (rarer[1] / rarer[0]) ** (beyond.indexOf(k) / Math.max(1, beyond.length - 1))); // prettier-ignore
    const skill = (k: number) => [tenth(x(at(k))), tenth(y(lower))] as const;
    const text = (i: number) => [tenth(box.left + ((i + 0.5) / texts.length) * (box.right - box.left)), tenth(y(upper))] as const; // prettier-ignore
    return { skill, text };
  };
  const last = skillsShown(asked);
  const skills = [...new Set([...landmarks.filter((k) => k <= last), ...texts.flat()])];
  return {
    free: true,
    draw(frame) {
      const { skill, text } = placed(frame);
      const isLit = (i: number) => from[i] !== null && from[i] <= here.at;
      const edge = (i: number, k: number) => `M${text(i).join()}L${skill(k).join()}`;
      // Of many edges of a text only the one is drawn that decides: to the skill that is learned last.
      const decides = (all: readonly number[], k: number) => all.length <= few || k === all.reduce((late, one) => (when(one) > when(late) ? one : late)); // prettier-ignore
      const edges = texts.flatMap((all, i) =>
        [...new Set(all)]
          .filter((k) => decides(all, k))
          .map((k) => ({ d: edge(i, k), known: knows(k), lit: isLit(i) })),
      );
      const path = (keep: (one: (typeof edges)[number]) => boolean) => edges.filter(keep).map(({ d }) => d).join(''); // prettier-ignore
      const disk = (x: number, y: number, r: number) => `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`; // prettier-ignore
      const box = (x: number, y: number) => `M${x - 5},${y - 6}h10v12h-10z`;
      return (
        <>
          <path className="stroke-quiet fig-thin fig-dashed" d={path(({ known }) => !known)} />
          <path className="stroke-quiet fig-thin fig-solid" d={path(({ known, lit }) => known && !lit)} />
          <path className="stroke-model fig-thin fig-solid" d={path(({ lit }) => lit)} />
          <path
            className="stroke-quiet fig-solid fig-hollow"
            d={skills
              .filter((k) => !knows(k))
              .map((k) => disk(...skill(k), 2.6))
              .join('')}
          />{' '}
          {/* prettier-ignore */}
          <path className="solid-exact" d={skills.filter(knows).map((k) => disk(...skill(k), 3)).join('')} />
          <path
            className="stroke-quiet fig-solid fig-hollow"
            d={texts.map((_, i) => (isLit(i) ? '' : box(...text(i)))).join('')}
          />{' '}
          {/* prettier-ignore */}
          <path className="solid-model" d={texts.map((_, i) => (isLit(i) ? box(...text(i)) : '')).join('')} />
        </>
      );
    },
  };
}
