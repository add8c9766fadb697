/** Names apart from what they stand for, so that every page can look for a pin and load nothing more. */

/** The part of the query or the fragment of an address that holds a pin. */
export const pinKey = 'pin';
/** Where the browser keeps the pins: a JSON list of what addresses would hold. */
export const pinsKey = 'pins';
/** Sent to the document when the pins have changed. */
export const pinsChanged = 'bits-per-token:pins';
