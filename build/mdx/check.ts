import type { AnyWidget } from '#contract/spec.ts';
import type { Book } from '#kit/prose/book.ts';
import type { Formula } from '#kit/prose/page.ts';
import { vocabulary } from '#kit/prose/vocabulary.ts';
import type { Problem } from '../data.ts';
import { problemOfPredict } from './predict.ts';
import { checkProp, problemOfLine, problemsOfStep } from './props.ts';
import { parse, slug, wordsOf, type Block, type Root } from './processor.ts';

/** What a chapter may refer to. */
export interface Library {
  readonly book: Book;
  readonly widgets: ReadonlyMap<string, AnyWidget>;
  /** Every page of the book, written or not, in the order of reading. */
  readonly order: readonly string[];
  formula(tex: string): Formula;
}

/** A component in the text: its name, its properties, and the widget that it or an Explore around it names. */
export interface Use {
  readonly name: string;
  readonly props: Readonly<Record<string, string>>;
  readonly spec?: AnyWidget;
}

export type Report = (offset: number, message: string) => void;

type Element = Extract<Block, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
const isElement = (node: Root | Block): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const start = (node: Root | Block) => node.position?.start.offset ?? 0;

/** Its properties, as far as they are literals in quotes; what is not is reported. */
function literals(node: Element, report: Report): Record<string, string> {
  const props: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute')
      report(start(node), 'properties are literals in quotes, not {…}');
    else if (typeof attribute.value === 'string') props[attribute.name] = attribute.value;
    else report(attribute.position?.start.offset ?? start(node), `${attribute.name} must be a literal in quotes`);
  }
  return props;
}

/** Counts the uses of a component below a node, but not inside of another of the node's own kind. */
function occurrences(node: Element, name: string): number {
  const below = (child: Root | Block): number =>
    (isElement(child) && child.name === name ? 1 : 0) +
    ('children' in child ? (child.children as Block[]).reduce((sum, next) => sum + below(next), 0) : 0);
  return (node.children as Block[]).reduce((sum, child) => sum + below(child), 0);
}

/** Everything that is wrong with a chapter's text, with line and column. */
export function checkChapter(source: string, file: string, id: string, library: Library): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (offset, message) => {
    const before = source.slice(0, offset).split('\n');
    problems.push({ file, line: before.length, column: before.at(-1)!.length + 1, message });
  };
  let tree: Root;
  try {
    tree = parse(source);
  } catch (error) {
    const { place, reason } = error as {
      place?: { line?: number; column?: number; start?: { line: number; column: number } };
      reason?: string;
    };
    const at = place?.start ?? place;
    return [{ file, line: at?.line ?? 1, column: at?.column ?? 1, message: reason ?? String(error) }];
  }
  const names = new Set<string>();
  const headings = new Map<string, number>();
  const awaited: { text: string; offset: number }[] = [];
  /** The widget of each Explore. */
  const explores = new Map(
    Array.from(source.matchAll(/<Explore\b[^>]*>/g), ([tag]) => [
      /\bid="([^"]*)"/.exec(tag)?.[1],
      /\bwidget="([^"]*)"/.exec(tag)?.[1],
    ]),
  );

  function checkTex(node: Root | Block, tex: string) {
    try {
      library.formula(tex);
    } catch (error) {
      const { rawMessage, message, position } = error as { rawMessage?: string; message: string; position?: number };
      const from = Math.max(start(node), source.indexOf(tex, start(node)));
      report(from + (position ?? 0), `broken TeX: ${rawMessage ?? message}`);
    }
  }

  function checkElement(node: Element, around: readonly Use[]): Use {
    const name = node.name ?? '';
    const component = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
    const props = literals(node, report);
    if (!component) {
      report(start(node), /^[a-z]/.test(name) ? `raw HTML: <${name}>` : `unknown component <${name}>`);
      return { name, props };
    }
    const isBet = name === 'Bet' || name === 'Predict';
    const explore = around.findLast((use) => use.name === 'Explore');
    const named = props.widget ?? (name === 'Try' ? explores.get(props.figure) : undefined);
    const spec = named !== undefined ? library.widgets.get(named) : props.figure ? undefined : explore?.spec;
    const use: Use = { name, props, spec };
    const at = (key: string) =>
      node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === key)?.position?.start.offset ??
      start(node);

    const reported = problems.length;
    for (const key of component.required ?? [])
      if (!node.attributes.some((a) => a.type === 'mdxJsxAttribute' && a.name === key))
        report(start(node), `<${name}> needs ${key}="…"`);
    for (const [key, text] of Object.entries(props)) {
      const kind = Object.hasOwn(component.props, key) ? component.props[key] : undefined;
      const message = checkProp(kind, key, text, use, library, id);
      if (message) report(at(key), message);
      if (kind === 'tex') checkTex(node, text);
      if (kind === 'heading') awaited.push({ text, offset: at(key) });
      if (kind === 'bet' && !message && library.book.bets.get(text)!.chapter === id && !names.has(`Bet ${text}`))
        report(at(key), `“${text}” is not asked before this`);
      if (kind !== 'name') continue;
      if (names.has(`${name} ${text}`)) report(at(key), `another <${name}> is called “${text}”`);
      const elsewhere = isBet && library.book.bets.get(text);
      if (elsewhere && (elsewhere.chapter !== id || elsewhere.kind !== name))
        report(
          at(key),
          `a <${elsewhere.kind}> of ${elsewhere.chapter} is called “${text}”, and browsers remember it by this`,
        );
    }
    // Known only now, so that no bet asks itself again.
    for (const [key, text] of Object.entries(props)) if (component.props[key] === 'name') names.add(`${name} ${text}`);
    if (component.inside && !around.some((use) => component.inside!.includes(use.name)))
      report(start(node), `<${name}> stands only inside of <${component.inside.join('> or <')}>`);
    for (const [child, often] of Object.entries(component.contains ?? {})) {
      const count = occurrences(node, child);
      if (count === 0 || (often === 'once' && count > 1))
        report(start(node), `<${name}> must contain <${child}> ${often}, not ${count} times`);
    }
    if (component.empty && node.children.length > 0) report(start(node), `<${name}> has no content`);
    if (name === 'Figure' && explore && Object.keys(props).length > 0)
      report(start(node), '<Figure> in an <Explore> takes everything from it');
    if (name === 'Figure' && !explore && !props.widget)
      report(start(node), '<Figure> outside of an <Explore> needs widget="…"');
    if (name === 'Try') {
      if (!explore && !props.figure) report(start(node), '<Try> outside of an <Explore> needs figure="…"');
      if (Object.keys(props).every((key) => key === 'figure'))
        report(start(node), '<Try> needs preset="…", or a value of the figure');
    }
    if (name === 'Line') {
      const problem = problemOfLine(props, explore !== undefined);
      if (problem) report(start(node), problem);
      for (const words of [props.says, props.why])
        for (const [, tex] of (words ?? '').matchAll(/\$([^$]*)\$/g)) checkTex(node, tex);
    }
    if ((name === 'Step' || (name === 'Line' && props.left)) && spec)
      for (const message of problemsOfStep(props, spec)) report(at('right'), message);
    if (name === 'Predict' && spec && problems.length === reported) {
      const problem = problemOfPredict(props, spec);
      if (problem) report(at(problem[0]), problem[1]);
    }
    return use;
  }

  function walk(node: Root | Block, around: readonly Use[]) {
    let within = around;
    if (isElement(node)) within = [...around, checkElement(node, around)];
    else if (node.type === 'mdxjsEsm') report(start(node), 'a chapter imports and exports nothing');
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      report(start(node), 'expressions in braces are not part of the vocabulary');
    else if (node.type === 'image') report(start(node), 'pictures are figures of widgets');
    else if (node.type === 'inlineMath' || node.type === 'math') checkTex(node, node.value);
    else if (node.type === 'heading') {
      const anchor = slug(wordsOf(node));
      if (node.depth === 1) report(start(node), 'the title is in the front matter; headings begin with ##');
      if (names.has(`heading ${anchor}`)) report(start(node), `another heading has the anchor “${anchor}”`);
      names.add(`heading ${anchor}`);
      headings.set(anchor, start(node));
    }
    if ('children' in node) for (const child of node.children as Block[]) walk(child, within);
  }
  walk(tree, []);
  for (const { text, offset } of awaited)
    if (!((headings.get(text) ?? -1) > offset)) report(offset, `no heading “${text}” follows on this page`);
  return problems;
}
