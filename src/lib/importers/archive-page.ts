import { findLayout, joinBlocks, type Layout } from './blocks';
import { readCipherHeader } from './cipher-header';
import { readClosing } from './closing';
import { ImportRefused, type Imported, type Paragraph } from './importer';
import { joinParties, type Letterhead } from './letterhead';
import type { PageLine } from './page-line';
import { PageReading } from './page-reading';
import { readLines } from './page-text';
import { isPageWord } from './section-labels';

/** A list beyond these bounds is no list of authors, and comparing it would take forever. */
const mostAuthors = 40;
const longestName = 120;

/**
 * A captured page of the Wilson Center Digital Archive (text, or HTML as saved) → draft. See Importer for the contract.
 * Kinds: date, title, page buttons and the catalogue with its values are `label`; salutation, text, signature and
 * dateline are `body`; summaries above the date or in the list of related documents are `related-abstract`; navigation,
 * scripts and whatever has no place are `unknown`. Where a label and its related document share a line, the line is `related`. An empty line belongs to the block above it. For HTML the blocks
 * hold the mark-up as it stands in the file.
 */
export function importArchivePage(text: string): Imported {
	const { lines, html } = readLines(text);
	const layout = findLayout(lines);
	requireArchivePage(lines, layout);
	const page = new PageReading(lines, layout);
	page.noteEncoding(text, html);

	const title = page.textAt(layout.title) ?? '';
	const date = page.readDate();
	const words = layout.text.map((index) => page.textAt(index) ?? '');
	const catalogued = page
		.valuesOf('authors')
		.slice(0, mostAuthors)
		.filter((name) => name.length <= longestName);
	const complete = layout.sections.length > 0;
	const closing = readClosing(words, joinParties(title, catalogued, words).authors, complete);
	const parties = joinParties(title, catalogued, words, closing.signatureText);
	parties.doubts.forEach(({ message, index }) =>
		page.note(message, layout.text[index ?? -1] ?? layout.title)
	);
	closing.doubts.forEach(({ message, index }) => page.note(message, layout.text[index ?? -1]));
	if (layout.sections.some(({ section }) => section === 'authors') && catalogued.length === 0) {
		const label = layout.sections.find(({ section }) => section === 'authors')?.label;
		const instead =
			parties.authors.length > 0 ? '; the sender is taken from the title and the signature' : '';
		page.note(`The archive names no author here${instead}.`, label);
	}
	page.noteDateline(closing.datelineText, date);

	const related = page.readRelatedList();
	const abstract = closing.abstract === null ? null : (words[closing.abstract] ?? null);
	page.markText(closing.abstract);
	page.placeSummariesAbove(related, abstract !== null);

	const form = layout.text
		.filter((_, place) => place !== closing.abstract && (place < 25 || place >= layout.text.length - 12))
		.map((index) => ({ text: page.textAt(index) ?? '', number: lines[index]?.number ?? 1 }));
	const cipher = readCipherHeader(form, date);
	cipher.notes.forEach(({ message, line }) => page.noteLine(message, line));
	page.noteCatalogue();
	page.noteEnd(text);

	const paragraphs = readParagraphs(words, closing, parties);
	const body = paragraphs.filter(({ part }) => part !== 'signature' && part !== 'dateline');
	if (body.length === 0) page.note('The page holds no text of the document.', layout.title);
	const draft = {
		title,
		date,
		authors: parties.authors,
		addressees: parties.addressees,
		via: parties.via,
		signature: closing.signatureText,
		dateline: closing.datelineText,
		body: joinParagraphs(body.map((paragraph) => paragraph.text)),
		abstract,
		related,
		credit: joinParagraphs(layout.credit.map((index) => page.textAt(index) ?? '')),
		rights: joinParagraphs(page.rights),
		times: cipher.times,
		blocks: joinBlocks(text, lines, page.kinds),
		notes: page.notes
	};
	return { draft, paragraphs, type: page.valuesOf('type')[0] ?? null };
}

function joinParagraphs(texts: string[]): string | null {
	return texts.length === 0 ? null : texts.join('\n\n');
}

function readParagraphs(
	words: string[],
	closing: ReturnType<typeof readClosing>,
	parties: Letterhead
): Paragraph[] {
	const signature = new Set(closing.signature);
	return words.flatMap((text, index): Paragraph[] => {
		if (index === closing.abstract) return [];
		if (signature.has(index)) return [{ text, part: 'signature' }];
		if (index === closing.dateline) return [{ text, part: 'dateline' }];
		if (index === parties.salutation) return [{ text, part: 'salutation' }];
		return [{ text, part: index < (parties.salutation ?? 0) ? 'heading' : 'body' }];
	});
}

function requireArchivePage(lines: PageLine[], layout: Layout): void {
	const witnessed =
		layout.sections.length > 0 ||
		layout.credit.length > 0 ||
		layout.above.some((index) => isPageWord(lines[index]?.text ?? ''));
	if (layout.title !== null && witnessed) return;
	const first = lines.find((line) => line.text !== '');
	if (!first) {
		const found = 'no text at all';
		throw new ImportRefused({ line: 1, expected: 'the text of a page', found, todo: 'Save the page again.' });
	}
	const start = first.text.length > 60 ? `${first.text.slice(0, 60)}…` : first.text;
	const saved = 'Save the whole page as text (UTF-8) or HTML.';
	if (layout.title === null) {
		const expected =
			'a page of the Wilson Center Digital Archive: a date line such as "May 5, 1961" with the title below';
		const found = `no such pair of lines; the page starts with "${start}"`;
		throw new ImportRefused({ line: first.number, expected, found, todo: saved });
	}
	const expected =
		'one of the archive’s labels below the title, such as "Author(s):" or "Document Information"';
	const line = lines[layout.title]?.number ?? first.number;
	throw new ImportRefused({ line, expected, found: 'none down to the end of the file', todo: saved });
}
