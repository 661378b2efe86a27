import { NO_DATE, archiveParts, describeView, standingOf, translationOf } from './statements';
import { printDate, printDay } from './dates';
import type { Citable, CitedDocument, CitedView } from './item';
import { isTurned, listNames, sorted, spoken } from './names';
import {
	close,
	italic,
	join,
	quote,
	quoteWords,
	sentence,
	sentenceOf,
	type Entry,
	type Part,
	type Run
} from './runs';

/** The Chicago Manual of Style, 17th edition, notes and bibliography; items of collections as in its 14.222–14.231. */
export function formatChicago(item: Citable): Entry[] {
	const isView = item.form === 'view';
	return [
		{ use: 'note', runs: isView ? noteOfView(item) : noteOf(item) },
		{ use: 'bibliography', runs: isView ? listView(item) : list(item) }
	];
}

function noteOf(item: CitedDocument): Run[] {
	const { authors, phrase, archive } = item;
	const names = authors.map(spoken);
	const by = names.length > 3 ? `${names[0] ?? ''} et al.` : listNames(names);
	const head = join([by, titleOf(item, ',')], ',');
	const standing = standingOf(item);
	const words = phrase && quoteWords(phrase.quote, ',');
	const from = item.text === 'precis' ? `from the ${standing ?? ''}, of` : 'in';
	return close(
		join(
			[
				words ? [{ text: `${words} ${from} ` }, ...head] : head,
				authors.length === 0 ? 'sender not known' : undefined,
				dateOf(item),
				words && item.text === 'precis' ? undefined : standing,
				translationOf(item),
				...archiveParts(item),
				archive.url,
				[{ text: 'in ' }, ...italic(item.collection)],
				...whereabouts(item)
			],
			','
		)
	);
}

function list(item: CitedDocument): Run[] {
	const [first, ...others] = item.authors;
	const names = [...(first ? [sorted(first)] : []), ...others.map(spoken)];
	// A turned name ends in the given name: only a comma shows where the next begins.
	const by = first && isTurned(first) && names.length === 2 ? names.join(', and ') : listNames(names);
	const kept = sentenceOf(archiveParts(item).join(', '));
	const ours = [item.authors.length === 0 ? 'sender not known' : undefined, dateOf(item)];
	return close(
		join(
			[
				by,
				titleOf(item, '.'),
				...[...ours, standingOf(item), translationOf(item)].map((one) => one && sentence(one)),
				kept,
				item.archive.url,
				join([[{ text: 'In ' }, ...italic(item.collection)], item.site], ','),
				...whereabouts({ ...item, site: '' }).map((one) => sentenceUnlessAddress(one))
			],
			'.'
		)
	);
}

function noteOfView(item: CitedView): Run[] {
	const view = sentence(describeView(item, 'chicago'));
	return close(join([view, [{ text: 'in ' }, ...italic(item.collection)], ...whereabouts(item)], ','));
}

function listView(item: CitedView): Run[] {
	const view = sentence(describeView(item, 'chicago'));
	const rest = whereabouts({ ...item, site: '' }).map((one) => sentenceUnlessAddress(one));
	return close(join([italic(item.collection), item.site, view, ...rest], '.'));
}

function titleOf({ title, isDescriptive }: CitedDocument, mark: ',' | '.'): Part {
	return isDescriptive ? title : quote(title, mark);
}

function dateOf({ date, dateRole }: CitedDocument): string {
	const printed = date && printDate(date, 'chicago');
	return printed ? [dateRole, printed].filter(Boolean).join(' ') : NO_DATE;
}

function whereabouts({ site, accessed, address }: Citable): string[] {
	return [site, accessed && `accessed ${printDay(accessed, 'chicago')}`, address].filter(
		(one): one is string => Boolean(one)
	);
}

function sentenceUnlessAddress(text: string): string {
	return text.startsWith('accessed ') ? sentence(text) : text;
}
