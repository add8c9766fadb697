/**
 * `npm run build:lib`: `theory` and `sim` as plain ES modules with types in `dist/lib`, and a page of documentation made
 * of their doc comments. A library that does not load, that imports anything but pure-rand, or whose types do not
 * compile by themselves is an error.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { declarationsIn, modulesIn, type Declaration } from './declarations.ts';

const folders = { theory: 'Information theory as pure functions, in nats', sim: 'Whatever has a seed or a state' };
const target = 'dist/lib';
const dependency = 'pure-rand';

interface Package {
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** `#theory/x.ts` and `./x.ts` as the paths of what they are compiled to. */
const relinked = (code: string, module: string) =>
  code.replaceAll(
    /(from |import\()(['"])(#|\.\/)([^'"]+)\.ts\2/g,
    (_, before: string, quote: string, kind, path: string) => {
      const from = posix.dirname(module);
      const to = kind === '#' ? posix.relative(from, path) : `./${path}`;
      return `${before}${quote}${to.startsWith('.') ? to : `./${to}`}.js${quote}`;
    },
  );

function write(path: string, text: string): void {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}

function complain(diagnostics: readonly ts.Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const host = { getCurrentDirectory: () => '.', getCanonicalFileName: (name: string) => name, getNewLine: () => '\n' };
  throw new Error(ts.formatDiagnostics(diagnostics, host));
}

/** TypeScript says that it will not rewrite an alias: `relinked` does. */
const notRewritten = 2877;

function compile(modules: readonly string[]): void {
  const { config } = ts.readConfigFile('tsconfig.pure.json', ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, '.');
  const program = ts.createProgram(
    modules.map((module) => `src/${module}.ts`),
    {
      ...options,
      ...{ noEmit: false, declaration: true, allowImportingTsExtensions: false, rewriteRelativeImportExtensions: true },
      ...{ outDir: target, rootDir: 'src' },
    },
  );
  complain(ts.getPreEmitDiagnostics(program).filter(({ code }) => code !== notRewritten));
  program.emit(undefined, (file, text) => {
    const path = posix.relative(resolve(target).replaceAll('\\', '/'), resolve(file).replaceAll('\\', '/'));
    write(path, relinked(text, path));
  });
}

function documentation(version: string, declarations: readonly Declaration[]): string {
  const modules = [...new Set(declarations.map(({ module }) => module))];
  const anchor = (module: string) => `[${module}](#${module.replace('/', '')})`;
  const ofModule = (module: string) => {
    const own = declarations.filter((one) => one.module === module);
    const parts = own.map(
      ({ head, doc }) => `\`\`\`ts\n${head}\n\`\`\`\n${doc ? `\n${doc.replaceAll('\n', '\n\n')}\n` : ''}`,
    );
    return `### ${module}\n\n${parts.join('\n')}`;
  };
  const ofFolder = ([folder, title]: [string, string]) => {
    const own = modules.filter((module) => module.startsWith(`${folder}/`));
    return `## ${folder}\n\n${title}.\n\n${own.map(anchor).join(' · ')}\n\n${own.map(ofModule).join('\n')}`;
  };
  return `# The mathematics of Bits per Token, version ${version}

Two folders of the book's source code as ES modules with types. Their only dependency is ${dependency}.

\`\`\`js
import { mutualInformation } from 'bits-per-token/theory/measures/mutual-information';

mutualInformation([[0.4, 0.1], [0.1, 0.4]]) / Math.LN2; // 0.278 bits
\`\`\`

Information is in nats. A distribution is an array of probabilities, a joint table an array of rows, and bad input throws
a RangeError that names the argument and the value. What each function is checked against is on the book's page
correctness.html.

${Object.entries(folders).map(ofFolder).join('\n')}`;
}

/** It loads, computes, imports nothing else, and its types compile where there is neither DOM nor Node. */
async function check(modules: readonly string[]): Promise<void> {
  const files = modules.flatMap((module) => [`${module}.js`, `${module}.d.ts`]);
  const imports = files.flatMap((file) =>
    ts.preProcessFile(readFileSync(join(target, file), 'utf8')).importedFiles.map(({ fileName }) => fileName),
  );
  const foreign = imports.filter((name) => !name.startsWith('.') && !name.startsWith(`${dependency}/`));
  if (foreign.length > 0) throw new Error(`The library imports ${[...new Set(foreign)].join(', ')}.`);
  const load = (module: string): Promise<unknown> => import(pathToFileURL(resolve(target, `${module}.js`)).href);
  for (const module of modules) await load(module);
  const { mutualInformation } = (await load(
    'theory/measures/mutual-information',
  )) as typeof import('#theory/measures/mutual-information.ts');
  const bits =
    mutualInformation([
      [0.5, 0],
      [0, 0.5],
    ]) / Math.LN2;
  if (Math.abs(bits - 1) > 1e-12) throw new Error(`Two equal bits share ${bits} bits in the library, not 1.`);
  const entries = modules.map((module) => join(target, `${module}.d.ts`));
  const options = {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const program = ts.createProgram(entries, {
    ...options,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  });
  complain(ts.getPreEmitDiagnostics(program));
}

export async function buildLibrary(): Promise<string> {
  const { version, engines, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
  const modules = Object.keys(folders).flatMap(modulesIn);
  const declarations = declarationsIn(modules);
  rmSync(target, { recursive: true, force: true });
  compile(modules);
  const manifest = {
    ...{ name: 'bits-per-token', version, license: 'MIT', type: 'module', sideEffects: false, engines },
    exports: Object.fromEntries(
      Object.keys(folders).map((folder) => [
        `./${folder}/*`,
        { types: `./${folder}/*.d.ts`, default: `./${folder}/*.js` },
      ]),
    ),
    dependencies: { [dependency]: dependencies[dependency] },
  };
  write('package.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
  write('LICENSE', readFileSync('LICENSE', 'utf8'));
  write('README.md', documentation(version, declarations));
  await check(modules);
  return `${modules.length} modules in ${target}`;
}
