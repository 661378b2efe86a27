import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { PlainFile } from '$lib/schema/lesson';
import { cleanText, parseDocumentFile } from '$lib/server/parse-document';
import { countSyllables, listWords, measureReadability, splitSentences } from './readability';

const FOLDER = join(import.meta.dirname, '../../data/collections/korea-1950/documents');
const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';
const MAX_GRADE = 7;
const MAX_WORDS = 250;

const readText = (path: string) => cleanText(readFileSync(join(FOLDER, path), 'utf8'));
const folders = readdirSync(FOLDER)
	.sort()
	.filter((folder) => existsSync(join(FOLDER, folder, 'plain.yaml')));

const spaced = (text: string) => text.trim().replace(/\s+/g, ' ');
const countOf = (text: string, word: RegExp) => (text.match(word) ?? []).length;

/** What may not be lost when words are made easier: what asks, what orders, what is counted, who is named, what is not the author’s. */
const KEPT: [what: string, words: RegExp][] = [
	['requests', /\bplease\b/gi],
	['questions', /\?/g],
	['“must” and “should”', /\b(?:must|should)\b/g],
	['numbers', /\b(?:\d+(?:th)?|four|five|six|eight)\b/g],
	['“the enemy”', /\bthe enemy\b/gi],
	['words in brackets', /\[[^\]]+\]/g],
	['names', /\b(?:Ni Zhiliang|Comrade Zhiliang|Kim Il Sung|Zhou Enlai|(?:First|Second) Front Army|south Korea|38th Parallel)\b/g]
];

it('the telegram has a plain version', () => {
	expect(folders).toContain(TELEGRAM);
});

describe.each(folders)('plain version of %s', (folder) => {
	const { sentences } = PlainFile.parse(parse(readText(join(folder, 'plain.yaml'))));
	const file = join(folder, 'document.md');
	const text = parseDocumentFile(file, readText(file)).body?.text ?? '';
	const plain = sentences.map(({ plain }) => plain).join('\n');

	it('stands beside the whole of the text, sentence by sentence in its order', () => {
		expect(sentences.map(({ original }) => spaced(original))).toEqual(splitSentences(text).map(spaced));
	});

	it('has one plain sentence or two for each', () => {
		for (const { plain } of sentences) expect(splitSentences(plain).length, plain).toBeLessThanOrEqual(2);
	});

	it(`asks for grade ${MAX_GRADE} at most, and is easier than the text`, () => {
		expect(measureReadability(plain).grade).toBeLessThanOrEqual(MAX_GRADE);
		expect(measureReadability(plain).grade).toBeLessThan(measureReadability(text).grade);
	});

	it(`has ${MAX_WORDS} words at most`, () => {
		expect(listWords(plain).length).toBeLessThanOrEqual(MAX_WORDS);
	});

	it('says of every sentence what was changed in it', () => {
		const silent = sentences.filter(({ original, plain, change }) => spaced(original) !== spaced(plain) && !change);
		expect(silent.map(({ plain }) => plain)).toEqual([]);
	});

	it.each(KEPT)('keeps %s', (_what, words) => {
		for (const { original, plain } of sentences) {
			const kept = new Set(plain.match(words) ?? []);
			expect([...new Set(original.match(words) ?? [])].filter((word) => !has(kept, word)), plain).toEqual([]);
			expect(countOf(plain, words) > 0, plain).toBe(countOf(original, words) > 0);
		}
	});
});

function has(kept: Set<string>, word: string): boolean {
	return [...kept].some((one) => one.toLowerCase() === word.toLowerCase());
}

describe('the measure', () => {
	it.each([
		['please', 1],
		['divide', 2],
		['destroy', 2],
		['retreated', 3],
		['informed', 2],
		['divisions', 3],
		['places', 2],
		['gaps', 1],
		['enemy’s', 3],
		['people', 2],
		['the', 1]
	])('counts the syllables of “%s”', (word, syllables) => {
		expect(countSyllables(word)).toBe(syllables);
	});

	it('works by the formula', () => {
		// 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 − 15.59.
		const measured = measureReadability('The cat sat on the mat.');
		expect(measured).toMatchObject({ sentences: 1, words: 6, syllables: 6 });
		expect(measured.grade).toBeCloseTo(-1.45, 2);
	});

	it('takes no name or date on a line of its own for a sentence', () => {
		const body = 'The cat sat on the mat.';
		expect(measureReadability(`${body}\n\nZhou Enlai\n\nNight of October 1`)).toEqual(measureReadability(body));
		expect(() => measureReadability('Zhou Enlai')).toThrow('no sentence');
	});

	it('finds the telegram harder than grade 9', () => {
		const file = join(TELEGRAM, 'document.md');
		const text = parseDocumentFile(file, readText(file)).body?.text ?? '';
		const { grade, sentences } = measureReadability(text);
		expect(sentences).toBe(11);
		expect(grade).toBeGreaterThan(9);
		expect(grade).toBeLessThan(12);
	});
});
