import { monthAndDay, readDateLine } from './archive-date';
import type { Layout } from './blocks';
import type { BlockKind, RelatedDocument } from './importer';
import type { PageLine } from './page-line';
import { readRelated } from './related';
import {
	isAboutRights,
	isPageWord,
	isRightsStatement,
	looksLikeSummary,
	type Section
} from './section-labels';

/** Sections that hold one short value: what follows it is no longer theirs. */
const singleValue = new Set<Section>(['uploaded', 'type', 'record', 'language']);
const uncarried: Partial<Record<Section, string>> = {
	source: 'Source',
	archive: 'Original Archive',
	language: 'Language',
	record: 'Record ID',
	translators: 'Translator(s)',
	citation: 'Citation'
};

/** One page while it is read: what each line turned out to be, and the doubts met on the way. */
export class PageReading {
	readonly kinds: (BlockKind | undefined)[];
	readonly #notes: { line: number; message: string }[] = [];
	readonly rights: string[] = [];
	readonly #lines: PageLine[];
	readonly #layout: Layout;
	readonly #unread: number[] = [];
	readonly #last: number;

	constructor(lines: PageLine[], layout: Layout) {
		this.#lines = lines;
		this.#layout = layout;
		this.#last = lines.findLastIndex((line) => line.text !== '');
		this.kinds = lines.map((line) => (line.furniture ? 'unknown' : undefined));
		for (const index of [layout.date, layout.title]) if (index !== null) this.kinds[index] = 'label';
		for (const index of layout.credit) this.kinds[index] = 'credit';
		this.#markSections();
	}

	textAt(index: number | null): string | null {
		return index === null ? null : (this.#lines[index]?.text ?? null);
	}

	/** In the order of the page; first what concerns it as a whole. */
	get notes(): string[] {
		return this.#notes
			.toSorted((a, b) => a.line - b.line)
			.map(({ line, message }) => (line === 0 ? message : `line ${line}: ${message}`));
	}

	noteLine(message: string, number: number): void {
		this.#notes.push({ line: number, message });
	}

	note(message: string, index: number | null | undefined): void {
		const line = index === null || index === undefined ? undefined : this.#lines[index];
		this.noteLine(message, line?.number ?? 0);
	}

	noteEncoding(text: string, html: boolean): void {
		if (html)
			this.note('The page is saved HTML: the blocks hold its mark-up, the other fields its words.', null);
		if (text.normalize('NFC') !== text) {
			this.note(
				'The page holds decomposed letters (not NFC); the fields are in NFC, the blocks as in the file.',
				null
			);
		}
		const broken = this.#lines.findIndex((line) => /[\ufffd\p{Surrogate}]/u.test(line.text));
		if (broken >= 0)
			this.note('Letters were lost before the page was captured (replacement characters).', broken);
	}

	readDate(): string | null {
		const printed = this.textAt(this.#layout.date);
		const date = readDateLine(printed ?? '') ?? null;
		if (printed === null) this.note('No date stands with the title; it was left open.', this.#layout.title);
		else if (date === null)
			this.note(`"${printed}" is no day of the calendar; the date was left open.`, this.#layout.date);
		return date;
	}

	noteDateline(dateline: string | null, date: string | null): void {
		if (dateline === null) return;
		const at = this.#layout.text.find((index) => this.textAt(index)?.includes(dateline));
		const day = monthAndDay(dateline);
		if (day && date && date.length >= 10) {
			const same = Number(date.slice(5, 7)) === day.month && Number(date.slice(8, 10)) === day.day;
			if (!same)
				this.note(`The dateline names another day than the page's date, ${date}; that date was kept.`, at);
		}
		if (/\b(?:night|evening|morning|afternoon|noon|dawn|midnight)\b/i.test(dateline)) {
			this.note('The dateline names a part of the day and no hour; no clock time was made of it.', at);
		}
	}

	/** Values of a section of the catalogue, list marks removed. */
	valuesOf(section: Section): string[] {
		return this.#layout.sections
			.filter((part) => part.section === section)
			.flatMap((part) => [part.value, ...part.lines.map((index) => this.textAt(index) ?? '')])
			.map((value) => value.replace(/^[•*–-]\s+/, '').trim())
			.filter((value) => value !== '' && !isRightsStatement(value));
	}

	readRelatedList(): RelatedDocument[] {
		const parts = this.#layout.sections.filter((part) => part.section === 'related');
		const inline = new Map(parts.filter((part) => part.value !== '').map((part) => [part.label, part.value]));
		const lines = parts.flatMap((part) => (part.value === '' ? part.lines : [part.label, ...part.lines]));
		const list = readRelated(lines.map((index) => inline.get(index) ?? this.textAt(index) ?? ''));
		list.kinds.forEach((kind, place) => (this.kinds[lines[place] ?? -1] = kind));
		list.doubts.forEach(({ message, index }) => this.note(message, lines[index]));
		return list.documents;
	}

	markText(abstract: number | null): void {
		this.#layout.text.forEach(
			(index, place) => (this.kinds[index] = place === abstract ? 'own-abstract' : 'body')
		);
		const last = Math.max(
			this.#layout.title ?? 0,
			...this.#layout.credit.slice(-1),
			this.#layout.text[0] ?? 0
		);
		for (let index = this.#layout.title ?? 0; index < last; index++) {
			if (this.textAt(index) !== '') this.kinds[index] ??= 'label';
		}
	}

	/**
	 * The archive prints a document's own summary below its text; a summary above the date was carried there from the list
	 * of related documents when the page was captured. It is given to one only when there is no choice.
	 */
	placeSummariesAbove(related: RelatedDocument[], hasOwnAbstract: boolean): void {
		const summaries: number[] = [];
		for (const index of this.#layout.above) {
			const text = this.textAt(index) ?? '';
			if (isPageWord(text)) this.kinds[index] = 'label';
			else if (looksLikeSummary(text)) summaries.push(index);
			else this.#unread.push(index);
		}
		const cutOff = this.#layout.sections.length === 0;
		const kind = hasOwnAbstract || related.length > 0 || cutOff ? 'related-abstract' : 'unknown';
		for (const index of summaries) this.kinds[index] = kind;
		const [first] = summaries;
		if (first === undefined) return;
		const [only] = related;
		if (summaries.length === 1 && only && related.length === 1 && only.abstract === undefined) {
			only.abstract = this.textAt(first) ?? undefined;
			const message =
				'This summary was carried to the top of the captured page; it was matched with the related document because the page lists only one.';
			this.note(message, first);
			return;
		}
		const message =
			related.length > 1 || summaries.length > 1
				? 'Summaries of other documents were carried to the top of the captured page; which belongs to which related document is not known.'
				: 'A summary stands above the date and the page lists no related document it could belong to; it was not used.';
		if (!related.some((document) => document.abstract === this.textAt(first))) this.note(message, first);
	}

	/** What the catalogue says and the draft has no field for, and the lines that have no place. */
	noteCatalogue(): void {
		for (const part of this.#layout.sections) {
			const name = uncarried[part.section];
			const value = [part.value, ...part.lines.map((index) => this.textAt(index) ?? '')].filter(Boolean)[0];
			if (name && value)
				this.note(`The catalogue gives as ${name}: ${value.slice(0, 400)}`, part.lines[0] ?? part.label);
		}
		if (this.#unread.length === 0) return;
		for (const index of this.#unread) this.kinds[index] = 'unknown';
		const numbers = this.#unread.slice(0, 12).map((index) => this.#lines[index]?.number ?? 0);
		const more = this.#unread.length > 12 ? ` and ${this.#unread.length - 12} more` : '';
		this.note(`Lines without a place in the draft: ${numbers.join(', ')}${more}.`, null);
	}

	noteEnd(text: string): void {
		const last = this.#last;
		const words = this.textAt(last) ?? '';
		if (this.#layout.sections.length === 0) {
			this.note(
				'The page breaks off here, before its catalogue; what the draft holds may be incomplete.',
				last
			);
		} else if (!/[\r\n]$/.test(text) && /\p{L}$/u.test(words) && this.kinds[last] === 'rights') {
			this.note('The page seems to break off in this line.', last);
		} else if (this.rights.length === 0) {
			this.note('The page has no rights statement.', last);
		}
	}

	#markSections(): void {
		for (const part of this.#layout.sections) {
			if (part.label >= 0) this.kinds[part.label] = 'label';
			if (part.section === 'rights' && part.value !== '') this.rights.push(part.value);
			part.lines.forEach((index, place) => {
				const text = this.textAt(index) ?? '';
				if (part.section === 'rights') this.#markRights(index, text, place === 0 && part.value === '');
				else if (singleValue.has(part.section) && place > 0) this.#unread.push(index);
				else this.kinds[index] = 'label';
			});
		}
	}

	#markRights(index: number, text: string, first: boolean): void {
		if (isRightsStatement(text) || isAboutRights(text) || (first && looksLikeSummary(text))) {
			this.kinds[index] = 'rights';
			this.rights.push(text);
		} else this.#unread.push(index);
	}
}
