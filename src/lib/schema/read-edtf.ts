import edtf, { type EdtfValue } from 'edtf';

const known = new Map<string, EdtfValue>();

/** The longest date that says one thing: a longer one keeps the library's grammar busy for seconds. */
const LONGEST = 100;

/**
 * Reads a date of EDTF (ISO 8601-2), levels 0 to 2. The values are shared: do not change them.
 * @throws Error when the text is none
 */
export function readEdtf(text: string): EdtfValue {
	// The library's grammar is slow, and a collection names the same days over and over.
	let value = known.get(text);
	if (!value) {
		if (text.length > LONGEST) throw new Error('too long for a date');
		value = edtf(text);
		known.set(text, value);
	}
	return value;
}
