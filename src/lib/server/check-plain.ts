import { nearestMatch } from '$lib/model/anchoring';
import { alignSentences } from '$lib/model/align-plain';
import { problemAt } from './data-file';
import { quoteText } from './describe-value';
import type { Draft, DraftDocument } from './draft';
import type { Problem } from './problems';

/** Plain versions that are not of the whole text, sentence by sentence in its order. */
export function checkPlain({ documents }: Draft): Problem[] {
	return documents.flatMap(checkDocument);
}

function checkDocument({ plain, body }: DraftDocument): Problem[] {
	if (!plain || !body) return [];
	const { record, data } = plain;
	const { found, left } = alignSentences(
		body.text,
		record.sentences.map(({ original }) => original)
	);
	const path = (index: number) => ['sentences', index, 'original'];
	const lost = found.flatMap((stretch, index) => {
		if (stretch) return [];
		const { original } = record.sentences[index] ?? { original: '' };
		const near = nearestMatch(body.text, original);
		return problemAt(data, path(index), {
			expected: 'a sentence of document.md, word for word, after those above',
			found: quoteText(original),
			advice: near
				? `the nearest words in the text are ${quoteText(near)}; copy them, and keep the order of the text`
				: 'copy it from document.md, and keep the order of the text'
		});
	});
	// What a misspelt sentence leaves open is its own fault.
	if (lost.length > 0) return lost;
	return left.map(({ before, text }) =>
		problemAt(data, path(Math.min(before, record.sentences.length - 1)), {
			expected: `every sentence of the text; ${before < record.sentences.length ? 'before this one' : 'after this one'} some words are missing`,
			found: `nothing for ${quoteText(text)}`,
			advice: 'add them with their plain version'
		})
	);
}
