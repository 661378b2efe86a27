import { PRECIS, archiveParts, describeView, standingOf, translationOf } from './statements';
import { printDate, printDay, printYear } from './dates';
import type { Citable, CitedDocument, CitedView } from './item';
import { initialled, listNames, short } from './names';
import { close, italic, join, quoteWords, sentence, sentenceOf, type Entry, type Run } from './runs';

/** Publication Manual of the APA, 7th edition: archival documents, with what they are in square brackets. */
export function formatApa(item: Citable): Entry[] {
	if (item.form === 'view') return formatView(item);
	return [
		{ use: 'reference', runs: reference(item) },
		{ use: 'in-text', runs: inText(item) }
	];
}

function reference(item: CitedDocument): Run[] {
	const { authors, date, dateRole, archive } = item;
	const names = authors.map(initialled);
	const by = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}, & ${names.at(-1) ?? ''}`;
	const printed = date && printDate(date, 'apa');
	const dated = `(${printed ? [dateRole, printed].filter(Boolean).join(' ') : 'n.d.'})`;
	const title = titleOf(item);
	const [holder = '', collection = '', ...narrower] = archiveParts(item).reverse();
	const callNumber = narrower.reverse().join(', ');
	// Who has no author's name to begin with begins with the title.
	const head = by ? [by, dated, title] : [title, dated];
	const kept = callNumber ? `${collection} (${callNumber})` : collection;
	const runs = join(
		[
			...head,
			sentenceOf(kept),
			sentenceOf(holder),
			archive.url,
			[{ text: 'In ' }, ...italic(item.collection)],
			item.site
		],
		'.'
	);
	return withAddress(runs, item.address);
}

/** The title in italics, a description of ours in brackets, and what it is. */
function titleOf(item: CitedDocument): Run[] {
	const { title, isDescriptive, authors } = item;
	const what = [
		sentence(item.kind),
		standingOf(item),
		authors.length === 0 ? 'sender not known' : undefined,
		translationOf(item)
	];
	const described = what.filter(Boolean).join('; ');
	return isDescriptive
		? [{ text: `[${title}; ${item.kind}${described.slice(item.kind.length)}]` }]
		: [...italic(title), { text: ` [${described}]` }];
}

function formatView(item: CitedView): Entry[] {
	const title: Run[] = [
		...italic(item.collection),
		{ text: ` [${sentence(describeView(item, 'chicago'))}]` }
	];
	const runs = close(join([title, '(n.d.)', item.site], '.'));
	const from = item.accessed ? `Retrieved ${printDay(item.accessed, 'chicago')}, from ` : '';
	const address = item.address ? [{ text: ` ${from}${item.address}` }] : [];
	return [
		{ use: 'reference', runs: join([[...runs, ...address]], '.') },
		{ use: 'in-text', runs: [{ text: '(' }, ...italic(item.collection), { text: ', n.d.)' }] }
	];
}

/** No full stop after an address: it might be taken for a part of it. */
function withAddress(runs: Run[], address: string | undefined): Run[] {
	return address ? join([[...close(runs), { text: ` ${address}` }]], '.') : close(runs);
}

function inText({ authors, title, isDescriptive, date, phrase, text }: CitedDocument): Run[] {
	const names = authors.map(short);
	const by = names.length > 2 ? `${names[0] ?? ''} et al.` : listNames(names, '&');
	const lead = by || (isDescriptive ? `[${title}]` : italic(title));
	const bracket = join(
		[
			lead,
			(date && printYear(date)) ?? 'n.d.',
			phrase?.paragraph ? `para. ${phrase.paragraph}` : undefined,
			text === 'precis' && phrase ? PRECIS : undefined
		],
		','
	);
	const words = phrase ? `${quoteWords(phrase.quote)} ` : '';
	return [{ text: `${words}(` }, ...bracket, { text: ')' }];
}
