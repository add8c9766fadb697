const few = 6;
const listed = (list: readonly string[], between: string) => `${list.slice(0, few).join(between)}${list.length > few ? ' and others' : ''}`; // prettier-ignore

/** Which characters of a text are not read as they stand; '' if there are none. `reads` says as what a character is read. */
export function unreadIn(text: string, reads: (character: string) => string): string {
  // Marks that join others, and spaces, have no look of their own.
  const characters = [...new Set(text.normalize('NFC'))].filter((one) => !/[\p{M}\p{Cf}\p{Cc}\p{Cs}\s]/u.test(one));
  const out = characters.filter((one) => reads(one) === '');
  const changed = characters.filter((one) => ![one, one.toLowerCase(), ''].includes(reads(one)));
  const as = (one: string) => `${one} → ${reads(one).trim() || 'a space'}`;
  return [
    out.length > 0 && `Left out, since there is no letter for it here: ${listed(out, ' ')}`,
    changed.length > 0 && `Read as another: ${listed(changed.map(as), ', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
