/** From a file to its JSON documents: one, a list of them, one a line, or a stream of events as servers send it. */
import { jsonError, lineAndColumn, readJson } from './json-error.ts';
import { isObject, markNumbers, type Json } from './logprobs-json.ts';

export type Document = { readonly [key: string]: Json };

const parse = (text: string) =>
  readJson(/"(?:prompt_logprobs|decoded_token)"/.test(text) ? markNumbers(text) : text) as Json;

/** The objects of a JSON document: itself, or those in its list. */
const objectsOf = (value: Json): Document[] => (Array.isArray(value) ? value : [value]).filter(isObject);

function tryJson(text: string): Document[] | undefined {
  try {
    return objectsOf(parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** The lines of a stream of events that are none of its data: comments, names, numbers, pauses (HTML standard, 9.2.6). */
const besideData = /^(?::|(?:event|id|retry)(?::|$))/;
const dataLine = /^data(?:: ?|$)/;

/** Whether a text begins as a stream of events does. */
export const isStream = (text: string) => {
  const first = text.split(/\r\n|\r|\n/, 50).find((line) => line.trim() !== '' && !besideData.test(line));
  return first !== undefined && dataLine.test(first);
};

interface Part {
  readonly text: string;
  /** Where it begins in the file, for sentences. */
  readonly offset: number;
}

/** The lines of a file with their offsets. */
function linesOf(file: string): Part[] {
  const lines: Part[] = [];
  const line = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;
  while (line.lastIndex < file.length) {
    const offset = line.lastIndex;
    lines.push({ text: line.exec(file)![1], offset });
  }
  return lines;
}

/** The data of the events of a stream. An event is a document, over one line or several; some servers leave out the empty line between two. */
function eventsOf(file: string): Part[] {
  const parts: Part[] = [];
  let event: Part[] = [];
  const close = () => {
    const whole = { text: event.map(({ text }) => text).join('\n'), offset: event[0]?.offset ?? 0 };
    parts.push(...(event.length > 1 && tryJson(whole.text) ? [whole] : event));
    event = [];
  };
  for (const { text, offset } of linesOf(file)) {
    const data = dataLine.exec(text)?.[0].length;
    if (text.trim() === '') close();
    else if (data !== undefined) event.push({ text: text.slice(data), offset: offset + data });
    else if (!besideData.test(text)) event.push({ text, offset });
  }
  close();
  return parts;
}

const isEmpty = ({ text }: Part) => text.trim() === '' || text.trim() === '[DONE]';

/** Where a part of the file stops being JSON, as a sentence. */
function whatIsWrong(file: string, { text, offset }: Part, isWhole: boolean): string {
  const error = jsonError(text) ?? { offset: 0, expected: 'another number or name' };
  const { line, column } = lineAndColumn(file, offset + error.offset);
  if (text.slice(error.offset).trim() === '')
    return isWhole
      ? `The file ends in the middle, after ${file.trimEnd().length} characters: it is truncated.`
      : `Line ${line} ends in the middle, after ${column - 1} characters: the file is truncated there.`;
  const found = String.fromCodePoint(text.codePointAt(error.offset) ?? 0);
  const python = found === "'" || /^(?:None|True|False)\b/.test(text.slice(error.offset));
  return (
    `The file is no well-formed JSON: at line ${line}, column ${column} stands “${found}” where ${error.expected} should stand.` +
    (python ? ' It is what Python prints; json.dump(answer, file) writes JSON.' : '')
  );
}

/** Why a text that begins as no JSON does is none. */
function whatItIs(text: string): string {
  if (text.startsWith('<')) return 'The file is a page or another document with markup, and no JSON.';
  if (/^[A-Z]\w*\(/.test(text))
    return 'The file is no JSON but what Python prints of an object: answer.model_dump_json() writes JSON.';
  return 'The file is no JSON: it begins with neither { nor [.';
}

/** The documents of a file. Throws RangeError, with a sentence for the reader, if it has none. */
export function documentsOf(source: string): Document[] {
  const file = source.replace(/^\uFEFF/, '');
  const text = file.trim();
  if (text === '') throw new RangeError('The file is empty.');
  const stream = isStream(file);
  const whole = stream ? undefined : tryJson(file);
  if (whole) return whole;
  const parts = (stream ? eventsOf(file) : linesOf(file)).filter((part) => !isEmpty(part));
  const documents = parts.map(({ text }) => tryJson(text));
  // A file of one document a line; in a document over several lines the first one is none.
  if (stream || (parts.length > 1 && documents[0])) {
    const broken = documents.indexOf(undefined);
    if (broken >= 0) throw new RangeError(whatIsWrong(file, parts[broken], false));
    return documents.flatMap((document) => document ?? []);
  }
  if (!/^[[{]/.test(text)) throw new RangeError(whatItIs(text));
  throw new RangeError(whatIsWrong(file, { text: file, offset: 0 }, true));
}
