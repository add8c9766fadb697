import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Something that a module exports, as its source declares and explains it. */
export interface Declaration {
  /** `theory/measures/joint` */
  readonly module: string;
  readonly name: string;
  readonly isFunction: boolean;
  /** The doc comment without its stars, or nothing. */
  readonly doc: string;
  /** The head of a function, the whole of a type; of a constant its name and type, as far as it is written down. */
  readonly head: string;
}

/** The text of the doc comment before a node, one paragraph a line. */
function docOf(node: ts.Node, text: string): string {
  const comment = (ts.getLeadingCommentRanges(text, node.pos) ?? [])
    .map(({ pos, end }) => text.slice(pos, end))
    .findLast((found) => found.startsWith('/**'));
  const lines = (comment ?? '').replace(/^\/\*\*|\*\/$/g, '').split('\n');
  const paragraphs = lines.map((line) => line.replace(/^\s*\* ?/, '').trim()).join('\n');
  return paragraphs
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
    .join('\n')
    .trim();
}

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const isFunctionValue = (value?: ts.Expression) =>
  !!value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));

/** What is written before the body: `entropy(p: readonly number[]): number`. */
function headOf(node: ts.FunctionLikeDeclaration, file: ts.SourceFile, name: string): string {
  const parameters = file.text
    .slice(node.parameters.pos, node.parameters.end)
    .replace(/\s+/g, ' ')
    .replace(/,? ?$/, '');
  const types = node.typeParameters ? `<${node.typeParameters.map((one) => one.getText(file)).join(', ')}>` : '';
  return `${name}${types}(${parameters.trim()})${node.type ? `: ${node.type.getText(file)}` : ''}`;
}

function declarationsOf(path: string, module: string): Declaration[] {
  const text = readFileSync(path, 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return file.statements.filter(isExported).flatMap((node): Declaration[] => {
    const doc = docOf(node, text);
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.map((declared) => {
        const name = declared.name.getText(file);
        const value = declared.initializer;
        return isFunctionValue(value)
          ? { module, name, isFunction: true, doc, head: headOf(value as ts.ArrowFunction, file, name) }
          : {
              module,
              name,
              isFunction: false,
              doc,
              head: `const ${name}${declared.type ? `: ${declared.type.getText(file)}` : ''}`,
            };
      });
    if (ts.isFunctionDeclaration(node)) {
      const name = node.name!.text;
      return [{ module, name, isFunction: true, doc, head: headOf(node, file, name) }];
    }
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return [
        { module, name: node.name.text, isFunction: false, doc, head: node.getText(file).replace(/^export /, '') },
      ];
    if (ts.isClassDeclaration(node)) {
      const members = node.members.filter((one) => ts.isMethodDeclaration(one) || ts.isConstructorDeclaration(one));
      const heads = members.map(
        (one) => `  ${headOf(one, file, ts.isConstructorDeclaration(one) ? 'constructor' : one.name!.getText(file))}`,
      );
      const name = node.name!.text;
      return [{ module, name, isFunction: false, doc, head: `class ${name} {\n${heads.join('\n')}\n}` }];
    }
    return [];
  });
}

/** Modules of a folder of `src`, tests apart, as in `theory/measures/joint`, in the order of the alphabet. */
export function modulesIn(folder: string): string[] {
  return readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/').replace(/\.ts$/, '')}`)
    .sort();
}

/** Everything that the modules export. */
export const declarationsIn = (modules: readonly string[]): Declaration[] =>
  modules.flatMap((module) => declarationsOf(`src/${module}${module.endsWith('.tsx') ? '' : '.ts'}`, module));
