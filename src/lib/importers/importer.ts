/** Where a stretch of the captured page comes from. The list is closed; see blocks.ts for what falls under each. */
export type BlockKind =
	'body' | 'own-abstract' | 'related-abstract' | 'credit' | 'label' | 'related' | 'rights' | 'unknown';

/** A stretch of the page, half open, in UTF-16 code units; `text` is the page from `start` to `end`, unchanged. */
export interface Block {
	kind: BlockKind;
	text: string;
	start: number;
	end: number;
}

export interface RelatedDocument {
	/** EDTF; null when the page prints none that can be read. */
	date: string | null;
	title: string;
	abstract?: string;
}

/** Clock times as printed in a cipher header: `1950-09-29T23:30`, no zone. A time that is not there is left out. */
export interface CipherTimes {
	sent?: string;
	received?: string;
	deciphered?: string;
}

/** What a captured page says. Unknown is null or an empty list, never an empty string. Texts are in Unicode NFC. */
export interface Draft {
	title: string | null;
	/** EDTF. */
	date: string | null;
	authors: string[];
	addressees: string[];
	/** Those told to pass it on. */
	via: string[];
	/** As written; several lines are joined by a line break. */
	signature: string | null;
	/** As written: "Night of October 1". */
	dateline: string | null;
	/** Headings, salutation and text, without signature and dateline; paragraphs are parted by an empty line. */
	body: string | null;
	abstract: string | null;
	related: RelatedDocument[];
	credit: string | null;
	rights: string | null;
	times: CipherTimes;
	/** Joined in order they give the page back exactly, line ends included. */
	blocks: Block[];
	/** Every assumption and doubt, each a sentence; where it concerns a line it starts with "line 7: ". */
	notes: string[];
}

export type ParagraphPart = 'heading' | 'salutation' | 'body' | 'signature' | 'dateline';

/** A paragraph of the document itself, in the order of the page. */
export interface Paragraph {
	text: string;
	part: ParagraphPart;
}

export interface Imported {
	draft: Draft;
	paragraphs: Paragraph[];
	/** The document type that the page's catalogue names. */
	type: string | null;
}

/**
 * An importer turns foreign text into a draft: no disk, no network, no clock.
 * Offsets count UTF-16 units of the text it is given, where a byte-order mark is already removed and line ends are kept.
 * Throws ImportRefused when the text is not its kind of page.
 */
export type Importer = (text: string) => Imported;

/** The input cannot be read as asked; says where, what was expected, what was found and what to do. */
export class ImportRefused extends Error {
	readonly line: number;
	readonly expected: string;
	readonly found: string;
	readonly todo: string;

	constructor(at: { line: number; expected: string; found: string; todo: string }) {
		super(`line ${at.line}: expected ${at.expected}; found ${at.found}. ${at.todo}`);
		this.name = 'ImportRefused';
		this.line = at.line;
		this.expected = at.expected;
		this.found = at.found;
		this.todo = at.todo;
	}
}

/** Longest page an importer accepts, in bytes. */
export const maximumPageBytes = 5_000_000;

/** Most lines of a page: a book has fewer, and lines are compared with each other. */
const maximumLines = 20_000;

/** Refuses a page as soon as it has too many lines. @param number of the line in the file */
export function refuseManyLines(count: number, number: () => number): void {
	if (count <= maximumLines) return;
	throw new ImportRefused({
		line: number(),
		expected: `a page of at most ${maximumLines} lines`,
		found: 'more',
		todo: 'Give one page, and no more than one.'
	});
}
