import { count } from '#contract/say.ts';
import { decodeText, firstCharacters } from './decodeText.ts';
import { longestFile, longestText } from './spec.ts';

/** What an opened file is to the widget: a text, or log-probabilities that the spec parses; or why it is neither. */
export type Opened =
  | { readonly text: string; readonly note: string }
  | { readonly file: string; readonly note: string }
  | { readonly refused: string };

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The bytes that may be needed for so many characters. */
const bytesForText = 4 * longestText;

export async function openFile(blob: File): Promise<Opened> {
  const name = `“${blob.name}”`;
  if (blob.size === 0) return { refused: `${name} is empty. Nothing has changed.` };
  try {
    const start = (await blob.slice(0, 64).text()).trimStart();
    if (/\.(json|jsonl|ndjson)$/i.test(blob.name) || /^(\{|\[\s*[{[]|data:)/.test(start)) {
      if (blob.size > longestFile)
        return {
          refused: `${name} has ${megabytes(blob.size)}; files of log-probabilities are read up to ${megabytes(longestFile)}. Ask for fewer alternatives, or split it. Nothing has changed.`,
        };
      return { file: await blob.text(), note: name };
    }
    const decoded = decodeText(new Uint8Array(await blob.slice(0, bytesForText).arrayBuffer()));
    if ('refused' in decoded) return { refused: `${name} is not read: ${decoded.refused}. Your text is still here.` };
    const text = firstCharacters(decoded.text, longestText);
    const cut =
      blob.size > bytesForText || text.length < decoded.text.length
        ? ` The first ${count(text.length)} characters are read; the rest of the file is left out.`
        : '';
    return {
      text,
      note: `${name} is read in place of your text.${decoded.assumed ? ` ${decoded.assumed}` : ''}${cut}`,
    };
  } catch (error) {
    return { refused: `${name} could not be opened: ${error instanceof Error ? error.message : String(error)}` };
  }
}
