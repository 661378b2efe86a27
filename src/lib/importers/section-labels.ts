/** Parts of the catalogue below the document. */
export type Section =
	| 'authors'
	| 'people'
	| 'places'
	| 'topics'
	| 'related'
	| 'information'
	| 'source'
	| 'archive'
	| 'rights'
	| 'uploaded'
	| 'type'
	| 'language'
	| 'record'
	| 'donors'
	| 'translators'
	| 'citation';

interface SectionLabel {
	section: Section;
	/** Distinctive enough to end the document's text; the others are common words and count only below one of these. */
	strong: boolean;
}

const strongLabels: Record<string, Section> = {
	'author(s)': 'authors',
	'associated people & organizations': 'people',
	'associated people and organizations': 'people',
	'associated people': 'people',
	'associated places': 'places',
	'associated topics': 'topics',
	'subjects discussed': 'topics',
	'related documents': 'related',
	'document information': 'information'
};

const weakLabels: Record<string, Section> = {
	author: 'authors',
	authors: 'authors',
	source: 'source',
	'original archive': 'archive',
	rights: 'rights',
	'original uploaded date': 'uploaded',
	type: 'type',
	language: 'language',
	'record id': 'record',
	donors: 'donors',
	contributors: 'donors',
	'translator(s)': 'translators',
	translators: 'translators',
	citation: 'citation'
};

const pageWords = new Set([
	'skip to content',
	'share',
	'share document',
	'download',
	'print',
	'citation',
	'get citation',
	'cite',
	'view document in',
	'english',
	'english html',
	'english translation',
	'original scan',
	'original scan pdf',
	'transcript',
	'translation',
	'view in english'
]);

const languageButton =
	/^(?:english|russian|chinese|korean|german|french|spanish|polish|czech|hungarian|mongolian)(?: (?:html|pdf|translation|transcript|transcription|original|scan))*$/i;

/** Reads "Author(s):", "Document Information", and with the value on the same line "Language: English". */
export function readSectionLabel(line: string): (SectionLabel & { value: string }) | null {
	if (line.length > 300) return null;
	const colon = line.indexOf(':');
	const name = (colon < 0 ? line : line.slice(0, colon)).trim().toLowerCase();
	const value = colon < 0 ? '' : line.slice(colon + 1).trim();
	const strong = Object.hasOwn(strongLabels, name) ? strongLabels[name] : undefined;
	if (strong) return { section: strong, strong: true, value };
	const weak = Object.hasOwn(weakLabels, name) ? weakLabels[name] : undefined;
	return weak ? { section: weak, strong: false, value } : null;
}

/** Buttons and links of the archive's page around the title. */
export function isPageWord(line: string): boolean {
	return pageWords.has(line.toLowerCase()) || languageButton.test(line);
}

export function isCredit(line: string): boolean {
	return /^this document was made possible (?:with|by|through)\b/i.test(line);
}

/** The archive's own statement, recognised also where its heading got lost in capture. */
export function isRightsStatement(line: string): boolean {
	return (
		/^the history and public policy program welcomes reuse\b/i.test(line) ||
		/^to enquire about this document['’]s rights status\b/i.test(line)
	);
}

/** Prose about rights, or the beginning of the archive's statement where a page breaks off. */
export function isAboutRights(line: string): boolean {
	const start = line.toLowerCase().replaceAll('’', "'");
	const statements = [
		'the history and public policy program welcomes',
		"to enquire about this document's rights"
	];
	if (start !== '' && statements.some((statement) => statement.startsWith(start))) return true;
	return (
		looksLikeSummary(line) &&
		/\b(?:rights?|copyright|permissions?|reuse|licen[cs]ed?|public domain)\b|©/i.test(line)
	);
}

/** Whether a line is prose like the archive's summaries, and not a name, a heading, a list item or a form's entry. */
export function looksLikeSummary(line: string): boolean {
	if (
		/^(?:\d{1,3}[.)]|[•*–—[(“"«-]|(?:copies|copy|cc|distribution|typed|note|ed|translator|spravka)\b)/i.test(
			line
		)
	) {
		return false;
	}
	const words = line.split(' ').length;
	return words >= 8 || (words >= 6 && /[.!?…]["”’)\]]*$/.test(line));
}
