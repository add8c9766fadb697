import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** All that a node is made of, itself among it. */
const within = (node: Node): readonly Node[] => [node, ...Object.values(node).flat().filter(isNode).flatMap(within)];

const nameOf = ({ key }: Node) => (key as Node | undefined)?.name;

/** The properties of what is given to `defineWidget`. */
const propertiesOfWidget = (program: Node): readonly Node[] =>
  within(program)
    .filter(({ type, callee }) => type === 'CallExpression' && (callee as Node).name === 'defineWidget')
    .flatMap(({ arguments: given }) => (given as readonly Node[])[0].properties as readonly Node[]);

/** How parameters draw legal values: `sample`, of `next` alone. */
const samplesOfParameters = (program: Node): readonly Node[] =>
  within(program).filter((node) => {
    const taken = (node.value as { readonly params?: readonly Node[] } | null)?.params;
    return node.type === 'Property' && nameOf(node) === 'sample' && taken?.length === 1 && taken[0].name === 'next';
  });

/** The code with other values for these properties. */
const replaced = (code: string, properties: readonly Node[], by: string) =>
  properties.reduceRight((left, { start, end }) => `${left.slice(0, start)}${by}${left.slice(end)}`, code);

/**
 * The laws of a widget and the legal values that its parameters draw are for tests. Readers do not get them, nor what only they import.
 * In files of their own they would need the types that `defineWidget` infers and exports of what they share with their specs, in every
 * widget: that is more than these lines.
 */
export const withoutTestParts: Plugin = {
  name: 'without-test-parts',
  transform(code, id) {
    if (!/\/src\/(contract|widgets)\//.test(id)) return undefined;
    if (/\/spec\.ts$/.test(id) && id.includes('/widgets/')) {
      const found = propertiesOfWidget(this.parse(code) as unknown as Node).filter((one) => nameOf(one) === 'laws');
      if (found.length !== 1) this.error(`defineWidget in ${id} must have its laws once, not ${found.length} times.`);
      return { code: replaced(code, found, 'laws: []'), map: null };
    }
    if (!/\bsample\b/.test(code)) return undefined;
    const found = samplesOfParameters(this.parse(code) as unknown as Node);
    return found.length === 0 ? undefined : { code: replaced(code, found, 'sample: undefined'), map: null };
  },
};
