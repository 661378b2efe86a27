import { alignSentences } from '$lib/model/align-plain';
import { problemAt } from './data-file';
import { quoteText } from './describe-value';
import type { Draft, DraftDocument } from './draft';
import { Likeness } from './likeness';
import type { Problem } from './problems';

/** Plain versions that are not of the whole text, sentence by sentence in its order. */
export function checkPlain({ documents }: Draft): Problem[] {
	const likeness = new Likeness();
	return documents.flatMap((document) => checkDocument(document, likeness));
}

/** A text that is longer, or of more sentences, is not set in plainer words; aligning it would take minutes. */
const MOST_SENTENCES = 500;
const LONGEST_TEXT = 50_000;
const LONGEST_SENTENCE = 1_000;

function checkDocument({ plain, body }: DraftDocument, likeness: Likeness): Problem[] {
	if (!plain || !body) return [];
	const { record, data } = plain;
	const longest = Math.max(0, ...record.sentences.map(({ original }) => original.length));
	if (
		record.sentences.length > MOST_SENTENCES ||
		body.text.length > LONGEST_TEXT ||
		longest > LONGEST_SENTENCE
	)
		return [
			problemAt(data, [], {
				expected: `at most ${MOST_SENTENCES} sentences of at most ${LONGEST_SENTENCE} characters, of a text of at most ${LONGEST_TEXT}`,
				found: `${record.sentences.length} sentences, the longest of ${longest}, of a text of ${body.text.length}`,
				advice: 'take the plain version out, or divide its longest sentences'
			})
		];
	const { found, left } = alignSentences(
		body.text,
		record.sentences.map(({ original }) => original)
	);
	const path = (index: number) => ['sentences', index, 'original'];
	const lost = found.flatMap((stretch, index) => {
		if (stretch) return [];
		const { original } = record.sentences[index] ?? { original: '' };
		const near = likeness.find(body.text, original);
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
