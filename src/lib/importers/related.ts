import { readDateLine } from './archive-date';
import type { BlockKind, RelatedDocument } from './importer';
import { looksLikeSummary } from './section-labels';

export interface RelatedList {
	documents: RelatedDocument[];
	/** Kind of each line given. */
	kinds: BlockKind[];
	doubts: { message: string; index: number }[];
}

/**
 * Reads the list of related documents in its two printings: "October 2, 1950 | Title |" on one line, or date, title and
 * summary on lines of their own. A summary counts for an entry only directly below its title.
 * @param lines none of them empty
 */
export function readRelated(lines: string[]): RelatedList {
	const documents: RelatedDocument[] = [];
	const doubts: RelatedList['doubts'] = [];
	let date: string | null | undefined;
	let open: RelatedDocument | undefined;
	const kinds = lines.map((raw, index): BlockKind => {
		const line = raw.replace(/^[•*–-]\s+/, '');
		const cells = line.split('|').map((cell) => cell.trim());
		const day = readDateLine(cells[0] ?? '');
		if (day === null) doubts.push({ message: `"${cells[0]}" is no day of the calendar.`, index });
		if (cells.length > 1 && day !== undefined) {
			open = entry(day, cells[1] ?? '', cells.slice(2).filter(Boolean).join(' | '));
		} else if (day !== undefined) {
			date = day;
			open = undefined;
			return 'related';
		} else if (date === undefined && looksLikeSummary(line)) {
			if (open && open.abstract === undefined) open.abstract = line;
			else doubts.push({ message: 'A summary stands below no title; it was given to no document.', index });
			open = undefined;
			return 'related-abstract';
		} else {
			open = entry(date ?? null, cells[0] ?? '', '');
			date = undefined;
		}
		if (open.title === '') {
			doubts.push({ message: 'A related document has no title; it was left out.', index });
			open = undefined;
		} else {
			if (open.date === null) doubts.push({ message: 'A related document has no readable date.', index });
			documents.push(open);
		}
		return 'related';
	});
	return { documents, kinds, doubts };
}

function entry(date: string | null, title: string, abstract: string): RelatedDocument {
	return abstract === '' ? { date, title } : { date, title, abstract };
}
