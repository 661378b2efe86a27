import { NO_DATE, PRECIS, archiveParts, describeView, standingOf, translationOf } from './statements';
import { printDate, printDay } from './dates';
import type { Citable, CitedDocument } from './item';
import { isTurned, listNames, short, sorted, spoken, type CiteName } from './names';
import { close, italic, join, quote, quoteWords, sentence, sentenceOf, type Entry, type Run } from './runs';

/** MLA Handbook, 9th edition: an item of an archive, then the site that shows it as its container. */
export function formatMla(item: Citable): Entry[] {
	if (item.form === 'view') {
		const view = sentence(describeView(item, 'mla'));
		return [
			{ use: 'works-cited', runs: close(join([view, container(item), accessed(item)], '.')) },
			{ use: 'in-text', runs: [{ text: `(${sentence(describeView(item, 'mla'))})` }] }
		];
	}
	return [
		{ use: 'works-cited', runs: worksCited(item) },
		{ use: 'in-text', runs: [{ text: inText(item) }] }
	];
}

function worksCited(item: CitedDocument): Run[] {
	const { title, isDescriptive, archive, authors } = item;
	// MLA goes from the wide to the narrow within a container.
	const kept = archiveParts(item).reverse();
	const ours = [authors.length === 0 ? 'sender not known' : undefined, dateOf(item)];
	return close(
		join(
			[
				byline(authors),
				isDescriptive ? title : quote(title, '.'),
				...[...ours, standingOf(item), translationOf(item)].map((one) => one && sentence(one)),
				sentenceOf([...kept, ...(archive.url ? [archive.url] : [])].join(', ')),
				container(item),
				accessed(item)
			],
			'.'
		)
	);
}

function byline(authors: readonly CiteName[]): string {
	const [first, second] = authors;
	if (!first) return '';
	if (!second) return sorted(first);
	const comma = isTurned(first) ? ',' : '';
	return authors.length === 2
		? `${sorted(first)}${comma} and ${spoken(second)}`
		: `${sorted(first)}${comma} et al.`;
}

/** Where it is shown: the collection as the work, the site as its publisher. */
function container({ collection, site, address }: Citable): Run[] {
	return join([italic(collection), site, address], ',');
}

function accessed({ accessed: day }: Citable): string | undefined {
	return day && `Accessed ${printDay(day, 'mla')}`;
}

function dateOf({ date, dateRole }: CitedDocument): string {
	const printed = date && printDate(date, 'mla');
	return printed ? [dateRole, printed].filter(Boolean).join(' ') : NO_DATE;
}

/** The words and, in brackets, the name that leads to the entry. */
function inText({ authors, title, isDescriptive, phrase, text }: CitedDocument): string {
	const names = authors.map(short);
	const by = names.length > 2 ? `${names[0] ?? ''} et al.` : listNames(names);
	const lead = by || (isDescriptive ? title : quote(title));
	const isOurs = text === 'precis' && phrase;
	const bracket = `(${lead}${isOurs ? `; ${PRECIS}` : ''})`;
	return phrase ? `${quoteWords(phrase.quote)} ${bracket}` : bracket;
}
