import { count } from '#contract/say.ts';
import { isStream } from '#sim/logprobs-documents.ts';
import { firstCharacters } from '#kit/reading/firstCharacters.ts';
import { decodeText } from './decodeText.ts';
import { longestFile, longestText } from './spec.ts';

/** What an opened file is to the widget: a text, or log-probabilities that the spec parses; or why it is neither. */
export type Opened =
  | { readonly text: string; readonly note: string }
  | { readonly file: string; readonly note: string }
  | { readonly refused: string };

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The bytes that may be needed for so many characters. */
const bytesForText = 4 * longestText;

/** Names may be 255 characters long, and markup; enough of one is shown to know it again. */
const longestName = 60;
const shortened = (name: string) =>
  name.length > longestName ? `${firstCharacters(name, longestName - 20)}…${name.slice(-15)}` : name;

/** Whether a file holds JSON or a stream of events, by its name or its first characters. */
const isData = (name: string, start: string) =>
  /\.(json|jsonl|ndjson|sse)$/i.test(name) || /^(\{|\[\s*[{[])/.test(start.trimStart()) || isStream(start);

export async function openFile(blob: File): Promise<Opened> {
  const name = `“${shortened(blob.name)}”`;
  if (blob.size === 0) return { refused: `${name} is empty. Nothing has changed.` };
  try {
    const start = decodeText(new Uint8Array(await blob.slice(0, 1000).arrayBuffer()));
    const isText = 'refused' in start || !isData(blob.name, start.text);
    if (!isText && blob.size > longestFile)
      return {
        refused: `${name} has ${megabytes(blob.size)}; files of log-probabilities are read up to ${megabytes(longestFile)}. Ask for fewer alternatives, or split it. Nothing has changed.`,
      };
    const decoded = decodeText(new Uint8Array(await blob.slice(0, isText ? bytesForText : longestFile).arrayBuffer()));
    if ('refused' in decoded) return { refused: `${name} is not read: ${decoded.refused}. Your text is still here.` };
    if (!isText) return { file: decoded.text, note: name };
    const text = firstCharacters(decoded.text, longestText);
    const cut =
      blob.size > bytesForText || text.length < decoded.text.length
        ? [`The first ${count(text.length)} characters are read; the rest of the file is left out.`]
        : [];
    return { text, note: [`${name} is read in place of your text.`, ...decoded.notes, ...cut].join(' ') };
  } catch (error) {
    return { refused: `${name} could not be opened: ${error instanceof Error ? error.message : String(error)}` };
  }
}
