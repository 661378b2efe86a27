import { printDate, printDay } from './dates';
import type { Citable, CitedDocument, CitedView } from './item';
import { close, oneLine, plainText, quote, sentence } from './runs';

/*
 * Words inside a citation. They are English whatever the interface speaks, as the English editions of the manuals have them: a
 * citation belongs to the essay it goes into.
 */

export const NO_DATE = 'date unknown';

/** Where the original lies, from the narrow to the wide; what no page showed is said to be missing. */
export function archiveParts({ archive }: CitedDocument): string[] {
	const { citation, call_number: callNumber, collection, holder } = archive;
	if (!holder && !collection) return [citation, callNumber, 'holder not known'].flatMap((one) => one ?? []);
	return [
		...(citation ? [citation] : []),
		callNumber ?? 'call number not shown',
		collection ?? 'collection not shown',
		holder ?? 'holder not shown'
	];
}

/** Whether a part of the archive is only the word that it is missing. */
export function isMissing(part: string): boolean {
	return / not (?:shown|known)$/.test(part);
}

/** "translated from Chinese, translator not named"; undefined where no translation is known of. */
export function translationOf(item: CitedDocument): string | undefined {
	const { language, originalLanguage, archive } = item;
	const isTranslated = originalLanguage !== undefined && base(originalLanguage) !== base(language);
	const isKept = archive.holder ?? archive.collection ?? archive.translator;
	if (!isKept || !(isTranslated || archive.translator)) return undefined;
	const from = isTranslated ? ` from ${languageName(originalLanguage)}` : '';
	return `translated${from}${archive.translator ? ` by ${archive.translator}` : ', translator not named'}`;
}

/** Said wherever the words shown are not the document's: a précis must never pass for the text. */
export const PRECIS = 'editors’ précis, not the document’s own words';

/** What is shown of a document, where it is not its text. */
export function standingOf({ text, isOnlyMentioned }: CitedDocument): string | undefined {
	if (text === 'precis') return PRECIS;
	if (text === 'full') return undefined;
	return isOnlyMentioned ? 'known only from being mentioned elsewhere' : 'no text held';
}

/** "explorer view of “…” at 14:40 UTC on October 1, 1950". */
export function describeView({ shown, desk, moment }: CitedView, style: 'chicago' | 'mla'): string {
	const at = new Date(moment);
	const day = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
	const seen = desk ? `, as known in ${desk},` : '';
	return `explorer view of ${quote(shown)}${seen} at ${at.toISOString().slice(11, 16)} UTC on ${printDay(day, style)}`;
}

export function languageName(tag: string): string {
	return new Intl.DisplayNames(['en'], { type: 'language' }).of(base(tag)) ?? tag;
}

/** What a format with fixed fields has no field for, a sentence each. */
export function remarks(item: Citable): string[] {
	if (item.form === 'view') {
		// Readers of RIS do not agree where a web page keeps the day of access.
		const accessed = item.accessed ? [`Accessed ${printDay(item.accessed, 'chicago')}.`] : [];
		return [`${sentence(describeView(item, 'chicago'))}.`, ...accessed];
	}
	const { phrase, date, text, archive } = item;
	const isPlain = !date || /^-?\d{4}(?:-\d\d){0,2}$/.test(date.edtf);
	const dated = date && (!isPlain || date.part || date.uncertain) ? printDate(date, 'chicago') : undefined;
	const standing = standingOf(item);
	return [
		phrase && `Words quoted${text === 'precis' ? ' from the editors’ précis' : ''}: ${quote(phrase.quote)}`,
		standing && (text === 'precis' ? `What is shown is an ${standing}` : sentence(standing)),
		item.authors.length === 0 && 'Sender not known',
		!date && 'Date not known',
		dated && `Dated ${dated}`,
		item.dateRole && `The date is that on which it was ${item.dateRole}`,
		sentence(translationOf(item) ?? ''),
		archive.citation && `As cited: ${archive.citation}`,
		sentence(archiveParts(item).filter(isMissing).join(', ')),
		archive.url && `At the holder: ${archive.url}`
	]
		.filter((one): one is string => Boolean(one))
		.map((one) => (one.endsWith(archive.url ?? ' ') ? one : plainText(close([{ text: oneLine(one) }]))));
}

function base(tag: string): string {
	return tag.split('-')[0] ?? tag;
}
