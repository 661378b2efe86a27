import { htmlLines, looksLikeHtml } from './html-lines';
import { ImportRefused, maximumPageBytes, refuseManyLines } from './importer';
import type { PageLine } from './page-line';

/**
 * Bytes → text. Removes a UTF-8 byte-order mark and nothing else: CRLF and NFD stay as they are.
 * Throws ImportRefused for an empty, too large, binary or not UTF-8 input.
 */
export function decodePage(bytes: Uint8Array): string {
	if (bytes.length > maximumPageBytes) refuseSize(bytes.length);
	if (bytes.length === 0) refuse(1, 'the text of a page', 'an empty input', 'Save the page again and retry.');
	const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	if (utf16) refuse(1, 'UTF-8 text', 'a UTF-16 byte-order mark', 'Save the file as UTF-8.');
	const zero = bytes.indexOf(0);
	if (zero >= 0) {
		const line = lineOfByte(bytes, zero);
		refuse(line, 'UTF-8 text', 'a NUL byte, as in a binary file', 'Give the page as text or saved HTML.');
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const found = 'bytes that are not UTF-8';
		return refuse(firstInvalidLine(bytes), 'UTF-8 text', found, 'Save the file as UTF-8 (not Windows-1252).');
	}
	if (text.startsWith('%PDF-')) {
		refuse(1, 'the text of a page', 'a PDF file', 'Save the page itself as text or HTML.');
	}
	if (text.startsWith('{\\rtf')) {
		refuse(1, 'the text of a page', 'an RTF file', 'Save the page itself as plain text or HTML.');
	}
	return text;
}

/** Refuses an input by its size alone, before it is read. */
export function refuseSize(bytes: number): never {
	const found = `at least ${(bytes / 1e6).toFixed(1)} MB`;
	const expected = `at most ${maximumPageBytes / 1e6} MB`;
	return refuse(1, expected, found, 'Give one page, without images inside.');
}

/** Text → lines; saved HTML is told from plain text by its first tag. Linear in the length of the text. */
export function readLines(text: string): { lines: PageLine[]; html: boolean } {
	const html = looksLikeHtml(text);
	return { lines: html ? htmlLines(text) : textLines(text), html };
}

/** Spaces of every width count as one, as in saved HTML; marks that nobody sees would hide a label or part a name. */
function readWords(line: string): string {
	return line
		.replace(/[\u00ad\u200b\u2060\ufeff]|^[\s\u200e\u200f]+|[\s\u200e\u200f]+$/g, '')
		.replace(/\s+/g, ' ')
		.trim()
		.normalize('NFC');
}

function textLines(text: string): PageLine[] {
	const lines: PageLine[] = [];
	const push = (start: number, stop: number, end: number) => {
		refuseManyLines(lines.length, () => lines.length);
		lines.push({
			text: readWords(text.slice(start, stop)),
			start,
			end,
			number: lines.length + 1,
			furniture: false
		});
	};
	let start = 0;
	for (const lineEnd of text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029]/g)) {
		const end = lineEnd.index + lineEnd[0].length;
		push(start, lineEnd.index, end);
		start = end;
	}
	if (start < text.length) push(start, text.length, text.length);
	return lines;
}

function firstInvalidLine(bytes: Uint8Array): number {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let start = 0;
	for (let line = 1; start < bytes.length; line++) {
		const feed = bytes.indexOf(0x0a, start);
		const end = feed < 0 ? bytes.length : feed + 1;
		try {
			decoder.decode(bytes.subarray(start, end));
		} catch {
			return line;
		}
		start = end;
	}
	return 1;
}

function lineOfByte(bytes: Uint8Array, offset: number): number {
	let line = 1;
	for (
		let index = bytes.indexOf(0x0a);
		index >= 0 && index < offset;
		index = bytes.indexOf(0x0a, index + 1)
	) {
		line++;
	}
	return line;
}

function refuse(line: number, expected: string, found: string, todo: string): never {
	throw new ImportRefused({ line, expected, found, todo });
}
