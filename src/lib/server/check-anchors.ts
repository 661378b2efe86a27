import type { AnnotationRecord } from '$lib/schema/records';
import { anchor, MOST_PLACES } from '$lib/model/anchoring';
import { problemAt } from './data-file';
import { quoteText } from './describe-value';
import type { Draft, DraftDocument } from './draft';
import { Likeness } from './likeness';
import type { DocumentText } from './parse-document';
import type { Problem } from './problems';

interface Words {
	expected: string;
	found: string;
	advice: string;
}

/** Annotations whose words do not stand in the text, or in more than one place. */
export function checkAnchors({ documents }: Draft): Problem[] {
	const likeness = new Likeness();
	return documents.flatMap(({ body, annotations, entry }: DraftDocument) => {
		if (!body) return [];
		return annotations.flatMap((annotation) => {
			const words = describeFault(annotation.record, body, entry?.record.text === 'none', likeness);
			const { data, path } = annotation;
			return words ? problemAt(data, [...path, words.at], words) : [];
		});
	});
}

function describeFault(record: AnnotationRecord, body: DocumentText, isNotHeld: boolean, likeness: Likeness) {
	const { text } = body;
	const { quote, prefix = '', suffix = '' } = record;
	const found = anchor(text, record);
	if (found.ok) return null;
	switch (found.reason) {
		case 'missing':
			return prefix + suffix && text.includes(quote)
				? { at: 'quote', ...describeSurroundings(record, text, likeness) }
				: { at: 'quote', ...describeMissing(quote, likeness.find(text, quote), text, isNotHeld) };
		case 'ambiguous':
			return { at: 'quote', ...describeAmbiguous(record, found.starts, body, likeness) };
		case 'moved':
			return {
				at: record.start === undefined || record.start === found.start ? 'end' : 'start',
				expected: `start: ${found.start} and end: ${found.end}, where ${quoteText(quote)} stands`,
				found: `start: ${record.start ?? 'not given'}, end: ${record.end ?? 'not given'}`,
				advice: 'write these numbers, or leave both lines out'
			};
	}
}

function describeMissing(quote: string, nearest: string | null, text: string, isNotHeld: boolean): Words {
	const expected = 'words that stand in document.md exactly so';
	const found = quoteText(quote);
	if (!text) {
		const advice = isNotHeld
			? 'the document has "text: none"; take the annotation out'
			: 'write the text below the front matter first';
		return { expected, found: `${found}, but there is no text`, advice };
	}
	if (nearest === null) {
		return {
			expected,
			found,
			advice: 'nothing like it is in the text; copy the words from document.md, or take the annotation out'
		};
	}
	const why = explainDifference(quote, nearest);
	return {
		expected,
		found,
		advice: `the nearest words in the text are ${quoteText(nearest)}${why}; copy them from document.md`
	};
}

/** Differences that are hard to see with the eye. */
function explainDifference(quote: string, nearest: string): string {
	const flatten = (text: string) => text.replace(/\s+/g, ' ').trim();
	const straighten = (text: string) =>
		flatten(text).replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
	if (flatten(quote) === flatten(nearest)) return ' (only spaces or line breaks differ)';
	if (straighten(quote) === straighten(nearest))
		return ' (only the form of quotes, apostrophes or dashes differs)';
	if (quote.toLowerCase() === nearest.toLowerCase()) return ' (only capital letters differ)';
	return '';
}

function describeSurroundings(
	{ quote, prefix, suffix }: AnnotationRecord,
	text: string,
	likeness: Likeness
): Words {
	const before = text.slice(0, text.indexOf(quote));
	const after = text.slice(text.indexOf(quote) + quote.length);
	const near = likeness.find(text, `${prefix ?? ''}${quote}${suffix ?? ''}`.trim());
	return {
		expected: `${quoteText(quote)} with exactly its prefix before it and its suffix after it, spaces included`,
		found: [
			...(prefix === undefined
				? []
				: [
						`prefix ${quoteText(prefix)}, in the text ${quoteText(before.slice(-Math.max(prefix.length, 12)))}`
					]),
			...(suffix === undefined
				? []
				: [
						`suffix ${quoteText(suffix)}, in the text ${quoteText(after.slice(0, Math.max(suffix.length, 12)))}`
					])
		].join('\n'),
		advice: `copy prefix and suffix from document.md${near ? `, which has ${quoteText(near)}` : ''}`
	};
}

function describeAmbiguous(
	{ quote, prefix = '', suffix = '' }: AnnotationRecord,
	starts: number[],
	body: DocumentText,
	likeness: Likeness
): Words {
	const { text } = body;
	const places = starts.map((start) => {
		const around = quoteText(text.slice(Math.max(0, start - 20), start + quote.length + 20));
		return `line ${body.lineAt(start)} of document.md: ${around}`;
	});
	const ways = starts.map(
		(start) =>
			`line ${body.lineAt(start)}: ${likeness.spend(text.length * 2) ? tellApart(text, quote, prefix, suffix, start) : QUOTE_MORE}`
	);
	return {
		expected: 'words that stand in one place only',
		found: [
			`${quoteText(quote)} in ${starts.length < MOST_PLACES ? starts.length : `${MOST_PLACES} or more`} places`,
			...places
		].join('\n'),
		advice: ['add the words before or after the one that is meant:', ...ways].join('\n')
	};
}

/** The shortest prefix or suffix, in whole words, that makes the quote at `start` the only one. */
function tellApart(text: string, quote: string, prefix: string, suffix: string, start: number): string {
	const end = start + quote.length;
	const isOnly = (needle: string) => text.indexOf(needle) === text.lastIndexOf(needle);
	const steps = (run: string, size: RegExp) =>
		[...run.matchAll(size)].map((match) => match.index + match[0].length);
	const before = [...text.slice(Math.max(0, start - REACH), start)].reverse().join('');
	for (const length of steps(before, /\s*\S+/g)) {
		const words = text.slice(start - length, start);
		if (length > prefix.length && isOnly(words + quote + suffix)) return `prefix: ${JSON.stringify(words)}`;
	}
	for (const length of steps(text.slice(end, end + REACH), /\s*\S+/g)) {
		const words = text.slice(end, end + length);
		if (length > suffix.length && isOnly(prefix + quote + words)) return `suffix: ${JSON.stringify(words)}`;
	}
	return QUOTE_MORE;
}

const QUOTE_MORE = 'quote more words around it';

/** Characters that are searched on either side. */
const REACH = 120;
