import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFile } from './openFile.ts';

const open = (name: string, content: string | Uint8Array<ArrayBuffer>) => openFile(new File([content], name));
const utf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((character) => [character.charCodeAt(0), 0])]);

describe('an opened file', () => {
  it('is a text, with all that was changed', async () => {
    const content = readFileSync(new URL('../../../fixtures/cases/22-whitespace-bom-crlf-nul.txt', import.meta.url));
    const opened = await open('odd.txt', Uint8Array.from(content));
    expect(opened).toMatchObject({ text: expect.stringContaining('\u0000nul') as string });
    expect(opened).toHaveProperty(
      'note',
      '“odd.txt” is read in place of your text. Its byte-order mark is dropped. 4 line ends with a carriage return are read as a line feed alone.',
    );
  });

  it('is data by its name or by how it begins, in any encoding', async () => {
    expect(await open('a.json', '1')).toEqual({ file: '1', note: '“a.json”' });
    expect(await open('reply.txt', ' {"a": 1}')).toHaveProperty('file');
    expect(await open('stream', ': keep-alive\n\nevent: x\ndata: {}\n\n')).toHaveProperty('file');
    // What PowerShell writes.
    expect(await open('reply.json', utf16('{"a": 1}'))).toMatchObject({ file: '{"a": 1}' });
    expect(await open('event.txt', 'event: a dance\n')).toHaveProperty('text');
  });

  it('is refused if it is empty, a picture, or too long, whatever it is called', async () => {
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);
    for (const name of ['a.png', 'a.json', 'a.txt'])
      expect(await open(name, picture)).toHaveProperty('refused', expect.stringContaining('a picture'));
    expect(await open('a.txt', '')).toHaveProperty('refused');
    expect(await open('a.json', ' '.repeat(4_000_001))).toHaveProperty('refused', expect.stringContaining('4.0 MB'));
  });

  it('is called by a name that stays short', async () => {
    const opened = await open(`${'x'.repeat(240)}.txt`, 'text');
    expect('note' in opened && opened.note.length).toBeLessThan(110);
    expect(opened).toHaveProperty(
      'note',
      expect.stringContaining('x….txt”'.replace('….txt', `…${'x'.repeat(11)}.txt`)),
    );
  });
});
