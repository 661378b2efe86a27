import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, Paragraph } from '$lib/model/collection';
import { cutIntoPieces, isPassage, layOut } from './highlight';

const KINDS = ['place', 'person', 'act', 'note', 'date'] as const;

function annotate(
	text: string,
	id: string,
	start: number,
	end: number,
	kind: Annotation['kind']
): Annotation {
	const quote = text.slice(start, end);
	return { id, document: 'letter', kind, quote, start, end, target: null, certainty: 'high' };
}

function paragraphsOf(text: string): Paragraph[] {
	let start = 0;
	return text.split('\n\n').map((words) => {
		const paragraph = { role: 'body' as const, start, end: start + words.length };
		start = paragraph.end + 2;
		return paragraph;
	});
}

const annotated = fc
	.array(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), { minLength: 1, maxLength: 4 })
	.map((paragraphs) => paragraphs.map((words) => words.replaceAll('\n', ' ')).join('\n\n'))
	.chain((text) => {
		const offset = fc.nat({ max: text.length });
		const entry = fc.tuple(offset, offset, fc.constantFrom(...KINDS));
		return fc.array(entry, { maxLength: 12 }).map((entries) => ({
			text,
			annotations: entries
				.map(([a, b, kind], index) => annotate(text, `n${index}`, Math.min(a, b), Math.max(a, b), kind))
				.filter(({ quote }) => quote.trim() !== '')
		}));
	});

describe('cutIntoPieces', () => {
	it('gives the text back, and every annotation its quote', () => {
		fc.assert(
			fc.property(annotated, ({ text, annotations }) => {
				const pieces = cutIntoPieces(text, { start: 0, end: text.length }, annotations);
				expect(pieces.map((piece) => piece.text).join('')).toBe(text);
				for (const one of annotations) {
					const own = pieces.filter(({ covering }) => covering.includes(one));
					expect(own.map((piece) => piece.text).join('')).toBe(one.quote);
				}
			})
		);
	});

	it('names the annotations over a piece from the longest to the shortest', () => {
		const text = 'the report of 30 May';
		const inner = annotate(text, 'day', 14, 20, 'date');
		const outer = annotate(text, 'report', 4, 20, 'document');
		const pieces = cutIntoPieces(text, { start: 0, end: text.length }, [inner, outer]);
		expect(pieces.map((piece) => [piece.text, piece.covering.map(({ id }) => id)])).toEqual([
			['the ', []],
			['report of ', ['report']],
			['30 May', ['report', 'day']]
		]);
	});
});

describe('layOut', () => {
	it('keeps the words of every paragraph', () => {
		fc.assert(
			fc.property(annotated, ({ text, annotations }) => {
				const laid = layOut(text, paragraphsOf(text), annotations);
				const words = laid.map((runs) =>
					runs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')
				);
				expect(words.join('\n\n')).toBe(text);
			})
		);
	});

	it('lets every annotation be reached exactly once', () => {
		fc.assert(
			fc.property(annotated, ({ text, annotations }) => {
				const runs = layOut(text, paragraphsOf(text), annotations).flat();
				const reached = runs.flatMap(({ owner, isAnchor, margin }) => [
					...margin,
					...(owner && isAnchor ? [owner] : [])
				]);
				expect(reached.map(({ id }) => id).sort()).toEqual(annotations.map(({ id }) => id).sort());
			})
		);
	});

	it('never makes a passage a mark inside the text', () => {
		fc.assert(
			fc.property(annotated, ({ text, annotations }) => {
				const owners = layOut(text, paragraphsOf(text), annotations).flatMap((runs) =>
					runs.flatMap(({ owner }) => owner ?? [])
				);
				expect(owners.some(isPassage)).toBe(false);
			})
		);
	});

	it('stands a passage beside its first word', () => {
		const text = 'Thanks. Please answer.';
		const act = annotate(text, 'ask', 8, 22, 'act');
		const [runs] = layOut(text, paragraphsOf(text), [act]);
		expect(runs?.map(({ pieces, margin }) => [pieces[0]?.text, margin.map(({ id }) => id)])).toEqual([
			['Thanks. ', []],
			['Please answer.', ['ask']]
		]);
	});

	it('sends a mention that is wholly covered by shorter ones to the margin', () => {
		const text = 'north and south';
		const all = annotate(text, 'all', 0, 15, 'note');
		const parts = [
			annotate(text, 'a', 0, 5, 'place'),
			annotate(text, 'b', 5, 10, 'note'),
			annotate(text, 'c', 10, 15, 'place')
		];
		const runs = layOut(text, paragraphsOf(text), [all, ...parts]).flat();
		expect(runs.map(({ margin }) => margin.map(({ id }) => id))).toEqual([['all'], [], []]);
		expect(runs.every(({ isAnchor }) => isAnchor)).toBe(true);
	});
});
