import { Document, isNode } from 'yaml';
import type { Imported } from '$lib/importers/importer';

const kinds: [RegExp, string][] = [
	[/\bconversation|\bminutes\b|\bmeeting\b/i, 'conversation'],
	[/\btelegram|\bcable\b/i, 'telegram'],
	[/\bletter\b/i, 'letter'],
	[/\border\b|\bdirective\b/i, 'order'],
	[/\bresolution\b|\bdecision\b/i, 'resolution'],
	[/\bspeech\b|\bstatement\b/i, 'speech'],
	[/\breport\b|\bmemorandum\b/i, 'report'],
	[/\bdraft\b/i, 'draft'],
	[/\bnote\b/i, 'note']
];
const dayParts = /\b(night|evening|morning|afternoon|noon|dawn)\b/i;
const longestSlug = 80;

/** Folder name of a draft: its date and its title in lower-case letters, digits and single hyphens. */
export function draftId({ draft }: Imported): string {
	const plain = (draft.title ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const slug = plain.replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-');
	const short = slug.length > longestSlug ? slug.slice(0, slug.lastIndexOf('-', longestSlug)) : slug;
	const date = draft.date?.replace(/[^0-9-]/g, '') ?? 'undated';
	return `${date}-${short}`.replace(/-+/g, '-').replace(/^-|-$/g, '');
}

/**
 * A draft as document.md: front matter in the form of schema/document.ts, then the paragraphs.
 * What the page cannot tell (sources, ids of persons and related documents) is left empty for a person to fill in, so
 * the validator names it.
 */
export function writeDraftDocument(imported: Imported): string {
	const { draft, paragraphs } = imported;
	const kindWords = [draft.title ?? '', imported.type ?? ''];
	const kind = kindWords.flatMap((words) => kinds.filter(([form]) => form.test(words)))[0]?.[1];
	const parties = (names: string[]) => names.map((name) => ({ name }));
	const full = paragraphs.length > 0;
	const front = new Document({
		id: draftId(imported),
		title: draft.title,
		...(kind && { kind }),
		text: full ? 'full' : 'none',
		language: 'en',
		from: parties(draft.authors),
		to: parties(draft.addressees),
		...(draft.via.length > 0 && { via: parties(draft.via) }),
		dates: writeDates(imported),
		...(full && { parts: paragraphs.map(({ part }) => part) }),
		...(draft.abstract && { abstract: { text: draft.abstract, origin: 'archive' } }),
		archive: {
			...(draft.credit && { credit: draft.credit }),
			...(draft.rights && { rights: draft.rights })
		},
		evidence: full ? 'full-text' : draft.abstract ? 'abstract-only' : 'listed-only',
		notes: writeNotes(imported),
		certainty: 'unknown',
		sources: []
	});
	front.commentBefore =
		' Draft made by the importer: check every line, then fill in what is empty (sources: ids of sources.yaml).';
	comment(front, 'language', ' assumed: of the text below');
	if (draft.authors.length === 0) comment(front, 'from', ' not found on the page');
	if (draft.addressees.length === 0) comment(front, 'to', ' not found on the page');
	const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
	return `---\n${front.toString({ lineWidth: 110 })}---\n${text === '' ? '' : `\n${text}\n`}`;
}

function comment(front: Document, key: string, text: string): void {
	const node = front.get(key, true);
	if (isNode(node)) node.comment = text;
}

function writeDates({ draft }: Imported): Record<string, unknown> {
	const part = dayParts.exec(draft.dateline ?? '')?.[1]?.toLowerCase();
	const written = draft.dateline
		? { edtf: draft.date, ...(part && { part }), as_written: draft.dateline }
		: draft.date;
	const clocks = Object.entries<string>({ ...draft.times }).map(([act, moment]): [string, object] => {
		const [edtf, clock] = moment.split('T');
		return [act, { edtf, clock }];
	});
	const acts: Record<string, object> = Object.fromEntries(clocks);
	return { written: draft.date ? written : 'unknown', ...acts };
}

function writeNotes({ draft }: Imported): { title: string; text: string }[] {
	// Without their summaries: those would stand beside a text that they are not about.
	const related = draft.related.map(({ date, title }) => `${date ?? 'undated'} | ${title}`);
	return [
		{ title: 'To be checked after the import', text: draft.notes.join('\n') },
		{ title: 'Related documents that the archive lists', text: related.join('\n') }
	].filter(({ text }) => text !== '');
}
