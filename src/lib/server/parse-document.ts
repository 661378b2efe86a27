import type { Parsed } from './parse-yaml';
import { parseYaml } from './parse-yaml';

/** The words of a document: paragraphs joined by exactly one empty line, in UTF-16 units. */
export interface DocumentText {
	text: string;
	paragraphs: number;
	/** Line of the file on which the text starts; where there is none, the line after the front matter. */
	firstLine: number;
	/** Line of the file on which an offset of the text stands. */
	lineAt(offset: number): number;
}

/** A long novel has as many; a larger file would keep every reader waiting. */
const MOST_CHARACTERS = 500_000;

const FENCE = /^---[ \t]*$/;

/**
 * Reads a document: front matter between two lines of three hyphens, then the text. Later such lines belong to the text.
 * @param content with line ends \n and without a byte order mark (see cleanText)
 */
export function parseDocumentFile(file: string, content: string): Parsed & { body: DocumentText | null } {
	if (content.length > MOST_CHARACTERS) {
		const found = `${content.length} characters`;
		const advice = 'divide it into several documents, or leave out what is not needed';
		const expected = `at most ${MOST_CHARACTERS} characters in a file`;
		return { data: null, body: null, problems: [{ file, line: 1, path: '', expected, found, advice }] };
	}
	const lines = content.split('\n');
	const close = FENCE.test(lines[0] ?? '')
		? lines.findIndex((line, index) => index > 0 && FENCE.test(line))
		: -1;
	if (close < 0) {
		const opened = FENCE.test(lines[0] ?? '');
		const problem = {
			file,
			line: 1,
			column: 1,
			path: '',
			expected: opened
				? 'a second line --- after the front matter'
				: 'a first line ---, then the front matter',
			found: opened ? 'front matter that never ends' : describeLine(lines[0] ?? ''),
			advice: opened
				? 'write a line --- between the front matter and the text'
				: 'begin the file with a line ---, the lines of the front matter, and a second line ---'
		};
		return { data: null, body: null, problems: [problem] };
	}
	const parsed = parseYaml(file, lines.slice(1, close).join('\n'), '', 2);
	return { ...parsed, body: readText(lines.slice(close + 1), close + 2) };
}

/** The same characters in the same form on every machine: NFC, \n, no byte order mark. */
export function cleanText(content: string): string {
	return content
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.normalize('NFC');
}

/** @param first line of the file of the first of `lines` */
function readText(lines: readonly string[], first: number): DocumentText {
	const kept: { text: string; line: number }[] = [];
	const starts = new Set<number>();
	for (const [index, raw] of lines.entries()) {
		const text = raw.trimEnd();
		if (text === '') continue;
		if (index === 0 || (lines[index - 1] ?? '').trimEnd() === '') starts.add(kept.length);
		kept.push({ text, line: first + index });
	}
	let text = '';
	const offsets = kept.map((line, index) => {
		if (index > 0) text += starts.has(index) ? '\n\n' : '\n';
		const offset = text.length;
		text += line.text;
		return { offset, line: line.line };
	});
	const firstLine = kept[0]?.line ?? first;
	const lineAt = (at: number) => offsets.findLast(({ offset }) => offset <= at)?.line ?? firstLine;
	return { text, paragraphs: starts.size, firstLine, lineAt };
}

function describeLine(line: string): string {
	return line.trim() ? `"${line.slice(0, 60)}"` : 'an empty line';
}
