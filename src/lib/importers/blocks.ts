import { readDateLine } from './archive-date';
import type { Block, BlockKind } from './importer';
import type { PageLine } from './page-line';
import {
	isCredit,
	isPageWord,
	isRightsStatement,
	looksLikeSummary,
	readSectionLabel,
	type Section
} from './section-labels';

/** The lines of a page by what they are; numbers are indexes into the lines. */
export interface Layout {
	/** Date and title as the archive prints them above the document. */
	date: number | null;
	title: number | null;
	/** Lines above the date. */
	above: number[];
	credit: number[];
	/** From the salutation to the last line before the catalogue: the document and perhaps its summary. */
	text: number[];
	sections: { section: Section; label: number; value: string; lines: number[] }[];
}

const headerSearch = 400;

/** Finds the parts of a page: what stands above, the header, the document's text, the sections of the catalogue. */
export function findLayout(lines: PageLine[]): Layout {
	const filled = lines.flatMap((line, index) => (line.text === '' ? [] : [index]));
	const catalogue = findCatalogue(lines, filled);
	const header = findHeader(lines, filled.slice(0, catalogue), catalogue < filled.length);
	const front = header ? filled.slice(header.next, catalogue) : [];
	const credit = front.filter((index) => isCredit(lines[index]?.text ?? ''));
	const uncredited = front.filter((index) => !isCredit(lines[index]?.text ?? ''));
	const first = uncredited.findIndex((index) => !isPageWord(lines[index]?.text ?? ''));
	const text = first < 0 ? [] : uncredited.slice(first);
	const above = filled.slice(0, header?.at ?? catalogue).filter((index) => index !== header?.date);
	const sections = readSections(lines, filled.slice(catalogue));
	return { date: header?.date ?? null, title: header?.title ?? null, above, credit, text, sections };
}

/** Place in `filled` of the first line of the catalogue, or its length when the page breaks off before. */
function findCatalogue(lines: PageLine[], filled: number[]): number {
	const labels = filled.map((index) => readSectionLabel(lines[index]?.text ?? ''));
	const strong = labels.findIndex((label) => label?.strong);
	const rights = filled.findIndex((index) => isRightsStatement(lines[index]?.text ?? ''));
	if (strong >= 0) return strong;
	if (rights < 0) return filled.length;
	const heads = labels
		.slice(0, rights)
		.findIndex((label) => label?.section === 'source' || label?.section === 'rights');
	return heads >= 0 ? heads : rights;
}

interface Header {
	date: number | null;
	title: number;
	/** Places in `filled`: of the first line of the two, and of the first line after them. */
	at: number;
	next: number;
}

function findHeader(lines: PageLine[], filled: number[], complete: boolean): Header | null {
	const found: (Header & { credited: boolean; named: boolean })[] = [];
	const textAt = (place: number) => lines[filled[place] ?? -1]?.text ?? '';
	const add = (at: number, date: number | null, title: number) => {
		const next = Math.max(date ?? 0, title) + 1;
		const named = documentWord.test(textAt(title));
		const places = { date: date === null ? null : (filled[date] ?? 0), title: filled[title] ?? 0 };
		found.push({ ...places, at, next, credited: isCredit(textAt(next)), named });
	};
	for (let at = 0; at < Math.min(filled.length, headerSearch); at++) {
		if (readDateLine(textAt(at)) !== undefined) {
			if (isTitle(textAt(at + 1))) add(at, at, at + 1);
			if (at > 0 && isTitle(textAt(at - 1))) add(at - 1, at, at - 1);
		}
		if (isCredit(textAt(at))) {
			// A carried summary may have come between the two.
			const date = [at - 2, at - 3, at - 4].find((above) => readDateLine(textAt(above)) !== undefined);
			if (at > 0 && isTitle(textAt(at - 1))) add(at - 1, date ?? null, at - 1);
			break;
		}
	}
	const undated = filled.findIndex((_, at) => at < 4 && isTitle(textAt(at)) && documentWord.test(textAt(at)));
	if (found.length === 0 && complete && undated >= 0) add(undated, null, undated);
	const dated = found.filter(({ date }) => date !== null);
	const dateFirst = dated.filter(({ date, title }) => (date ?? 0) < title);
	// Entries of other documents may be carried above; the page's own is the one its credit follows.
	return (
		dated.find(({ credited }) => credited) ??
		found.find(({ credited, named }) => credited && named) ??
		dateFirst.find(({ named }) => named) ??
		dated.find(({ named }) => named) ??
		dateFirst[0] ??
		found.find(({ named }) => named) ??
		null
	);
}

/** What the archive's titles begin with or speak of; a salutation or a heading has none of these. */
const documentWord =
	/\b(?:telegram|cable|letter|report|records?|memorandum|minutes|conversation|notes?|order|directive|resolution|statement|speech|protocol|diary|draft|message|decision|instructions?|article|information|meeting|talks?)\b/i;

function isTitle(line: string): boolean {
	if (line === '' || line.length > 300 || /:$/.test(line) || readDateLine(line) !== undefined) return false;
	if (isCredit(line) || isPageWord(line) || readSectionLabel(line)) return false;
	return !(looksLikeSummary(line) && /[.!?…]["”’)\]]*$/.test(line));
}

function readSections(lines: PageLine[], filled: number[]): Layout['sections'] {
	const sections: Layout['sections'] = [];
	for (const index of filled) {
		const text = lines[index]?.text ?? '';
		const label = readSectionLabel(text);
		const current = sections.at(-1);
		if (label) sections.push({ section: label.section, label: index, value: label.value, lines: [] });
		else if (isRightsStatement(text) && current?.section !== 'rights') {
			sections.push({ section: 'rights', label: -1, value: '', lines: [index] });
		} else current?.lines.push(index);
	}
	return sections;
}

/**
 * Joins neighbouring lines of one kind into blocks that leave no gap; empty lines belong to the block above them (at the
 * top of the page, to the one below).
 * @param kinds kind of each line; undefined for empty lines
 */
export function joinBlocks(text: string, lines: PageLine[], kinds: (BlockKind | undefined)[]): Block[] {
	const blocks: Block[] = [];
	let kind = kinds.find((known) => known !== undefined) ?? 'unknown';
	let start = 0;
	let end = 0;
	lines.forEach((line, index) => {
		const next = kinds[index] ?? kind;
		if (next !== kind && end > start) {
			blocks.push({ kind, text: text.slice(start, end), start, end });
			start = end;
		}
		kind = next;
		end = line.end;
	});
	if (end > start) blocks.push({ kind, text: text.slice(start, end), start, end });
	return blocks;
}
