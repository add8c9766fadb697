import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** The properties of what is given to `defineWidget`. */
function propertiesOfWidget(node: Node): readonly Node[] {
  const { callee, arguments: given } = node as Node & { readonly callee?: Node; readonly arguments?: readonly Node[] };
  if (node.type === 'CallExpression' && callee!.name === 'defineWidget') return given![0].properties as readonly Node[];
  return Object.values(node).flat().filter(isNode).flatMap(propertiesOfWidget);
}

/**
 * The laws of a widget are for tests. Readers do not get them, nor what only they import. In files of their own they would need the
 * types that `defineWidget` infers and exports of what they share with their specs, in every widget: that is more than these lines.
 */
export const withoutLaws: Plugin = {
  name: 'without-laws',
  transform(code, id) {
    if (!/\/src\/widgets\/[^/]+\/spec\.ts$/.test(id)) return undefined;
    const found = propertiesOfWidget(this.parse(code) as unknown as Node).filter(
      ({ key }) => (key as Node | undefined)?.name === 'laws',
    );
    if (found.length !== 1) this.error(`defineWidget in ${id} must have its laws once, not ${found.length} times.`);
    const [{ start, end }] = found;
    return { code: `${code.slice(0, start)}laws: []${code.slice(end)}`, map: null };
  },
};
