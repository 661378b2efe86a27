import { toInterval } from '$lib/model/edtf-interval';
import type { FrontRecord } from '$lib/schema/records';
import { isPossible } from './check-dates';
import { problemAt } from './data-file';
import type { Draft, DraftDocument, Entry } from './draft';
import type { Problem } from './problems';

/** Whether files are called what they say they are, and documents have the text they promise. */
export function checkDocuments(draft: Draft): Problem[] {
	return [
		...draft.documents.flatMap(checkName),
		...draft.documents.flatMap(checkText),
		...draft.fronts.flatMap((front) => checkFrontName(front, draft.collection?.record.zone ?? 'UTC')),
		...checkOpening(draft)
	];
}

function checkName({ id, entry }: DraftDocument): Problem[] {
	if (!entry || entry.record.id === id) return [];
	return [
		problemAt(entry.data, ['id'], {
			expected: `"${id}", the name of its folder`,
			found: `"${entry.record.id}"`,
			advice: `write ${id} here, or rename the folder to ${entry.record.id}`
		})
	];
}

function checkText({ entry, body }: DraftDocument): Problem[] {
	if (!entry || !body) return [];
	const { data, record } = entry;
	const { text, parts } = record;
	const below = { file: data.file, line: body.firstLine, column: 1, path: '' };
	const problems: Problem[] = [];
	if (text === 'none' && body.text) {
		problems.push({
			...below,
			expected: 'no text below the front matter, as it says "text: none"',
			found: `text of ${count(body.paragraphs, 'paragraph')}`,
			advice: 'write "text: full" or "text: precis", or take the text out'
		});
	}
	if (text !== 'none' && !body.text) {
		problems.push(
			problemAt(data, ['text'], {
				expected: `a text below the front matter, as it says "text: ${text}"`,
				found: 'nothing',
				advice: 'add the text, or write "text: none"'
			})
		);
	}
	if (parts && body.text && parts.length !== body.paragraphs) {
		problems.push(
			problemAt(data, ['parts'], {
				expected: `one role for each of the ${count(body.paragraphs, 'paragraph')} below`,
				found: count(parts.length, 'role'),
				advice: 'add or take out roles; paragraphs are parted by an empty line'
			})
		);
	}
	return problems;
}

function checkFrontName({ record, data }: Entry<FrontRecord>, zone: string): Problem[] {
	const { id, when } = record.features[0].properties;
	const name = data.file.replace(/^fronts\/|\.geojson$/g, '');
	if (!isPossible(when, zone)) return [];
	const { from } = toInterval(when, zone);
	const date = [from?.year, from?.month, from?.day]
		.filter((part) => part !== undefined)
		.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
		.join('-');
	const path = ['features', 0, 'properties'];
	const problems: Problem[] = [];
	if (date && !name.startsWith(`${date}-`)) {
		problems.push(
			problemAt(data, [...path, 'when'], {
				expected: `the date that the file's name begins with`,
				found: `"${date}", in a file named ${name}.geojson`,
				advice: `correct the date, or let the file's name begin with ${date}-`
			})
		);
	}
	if (id !== name) {
		problems.push(
			problemAt(data, [...path, 'id'], {
				expected: `"${name}", the name of the file`,
				found: `"${id}"`,
				advice: `write ${name} here, or rename the file to ${id}.geojson`
			})
		);
	}
	return problems;
}

/** The opening shows a document's words: there must be some. Whether it exists is a matter of references. */
function checkOpening({ collection, documents }: Draft): Problem[] {
	const opened = documents.find(({ id }) => id === collection?.record.opening.document);
	if (!collection || opened?.entry?.record.text !== 'none') return [];
	return [
		problemAt(collection.data, ['opening', 'document'], {
			expected: 'a document whose text can be read',
			found: `"${opened.id}", which has "text: none"`,
			advice: 'open with another document'
		})
	];
}

function count(number: number, word: string): string {
	return number === 1 ? `1 ${word}` : `${number} ${word}s`;
}
