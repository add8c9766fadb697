const some = (list: readonly string[]) => `${list.slice(0, 6).join(', ')}${list.length > 6 ? ' and others' : ''}`;

/** Which characters of a text are not read as they stand, in a sentence or two; '' if there are none. `reads` says as what a character is read. */
export function unreadIn(text: string, reads: (character: string) => string): string {
  const characters = [...new Set(text.normalize('NFC'))].filter((one) => !/[\p{M}\p{Cf}\p{Cc}\p{Cs}\s]/u.test(one)); // prettier-ignore
  const out = characters.filter((one) => reads(one) === '');
  const changed = characters.filter((one) => ![one, one.toLowerCase(), ''].includes(reads(one)));
  const as = (one: string) => `${one} as ${reads(one).trim() || 'a space'}`;
  return [
    out.length > 0 && `Left out, since there is no letter for it here: ${some(out)}.`,
    changed.length > 0 && `Read as another: ${some(changed.map(as))}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
