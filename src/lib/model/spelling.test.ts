import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpans, fold, keyOf, splitWords, tokenise } from './spelling';

const tokensOf = (text: string) => tokenise(text).map((token) => token.text);
const sought = (tokens: string[], names: string[] = []) => ({
	tokens: new Set(tokens),
	names: new Set(names)
});
const found = (text: string, tokens: string[], names: string[] = []) =>
	findSpans(text, sought(tokens, names)).map(([start, end]) => text.slice(start, end));

describe('folding', () => {
	it.each([
		['P’yŏngyang', 'pyongyang'],
		["P'yongyang", 'pyongyang'],
		['Inch’on', 'inchon'],
		['Ch`ŏrwŏn', 'chorwon'],
		['ＫＰＡ', 'kpa'],
		['Чжоу Эньлай', 'чжоу эньлаи'],
		['İstanbul', 'istanbul'],
		['평양', '평양'],
		['평양', '평양'],
		['朴一禹', '朴一禹'],
		['', '']
	])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded));
});

describe('tokens', () => {
	it.each([
		['Pak Il-u', ['pak', 'il', 'u', 'ilu', 'pakil']],
		['Pak Il U', ['pak', 'il', 'u', 'ilu', 'pakil']],
		['Stalin’s reply', ['stalin', 'reply']],
		['the 38th', ['the', '38th', '38']],
		['of the men', ['of', 'the', 'men']],
		['박일우', ['박일', '일우']],
		['朴一禹', ['朴', '朴一', '一', '一禹', '禹']],
		['38선', ['38', '선']],
		['…—!', []]
	])('of %s', (text, tokens) => expect(tokensOf(text).sort()).toEqual([...tokens].sort()));

	it('say where they stand', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				for (const { start, end } of [...tokenise(text), ...splitWords(text)]) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
				}
			})
		);
	});
});

it('a name has one key however its parts are set apart', () => {
	expect(new Set(['Pak Il-u', 'Pak Il U', 'Pak Ilu', 'pak il u', 'PAK IL‑U'].map(keyOf))).toEqual(
		new Set(['pakilu'])
	);
});

describe('spans', () => {
	it.each([
		['He met Pak Il-u there.', ['pak', 'il', 'u'], [], ['Pak', 'Il', 'u']],
		['He met Pak Il-u there.', [], ['pakilu'], ['Pak Il-u']],
		['P’yŏngyang fell', ['pyongyang'], [], ['P’yŏngyang']],
		['내무상 박일우는 왔다', ['박일', '일우'], [], ['박일우']],
		['到北京去', [], ['北京'], ['北京']],
		['nothing of it', ['peking'], ['beijing'], []]
	])('in “%s”', (text, tokens, names, spans) => expect(found(text, tokens, names)).toEqual(spans));

	it('are in order and touch nobody', () => {
		const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '朴', '一', '박', '일', '’') });
		fc.assert(
			fc.property(letters, fc.array(letters), (text, wanted) => {
				const spans = findSpans(text, sought(wanted.flatMap(tokensOf), wanted.map(keyOf).filter(Boolean)));
				for (const [index, [start, end]] of spans.entries()) {
					expect(end).toBeGreaterThan(start);
					expect(start).toBeGreaterThan(spans[index - 1]?.[1] ?? -1);
				}
			})
		);
	});
});
