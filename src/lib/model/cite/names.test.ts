import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PeopleFile } from '$lib/schema/person';
import { initialled, listNames, nameOf, short, sorted, spoken } from './names';

const hangul = { text: '김일성', lang: 'ko', use: 'native' as const };
const foreign = { text: '斯大林', lang: 'zh-Hans', use: 'variant' as const };

/** Name, other names; as said; as sorted; with initials; the word to look for. */
const TABLE = [
	['Kim Il Sung', [hangul], 'Kim Il Sung', 'Kim Il Sung', 'Kim, I. S.', 'Kim'],
	['Pak Hon-yong', [hangul], 'Pak Hon-yong', 'Pak Hon-yong', 'Pak, H.', 'Pak'],
	['Joseph Stalin', [foreign], 'Joseph Stalin', 'Stalin, Joseph', 'Stalin, J.', 'Stalin'],
	['K. M. Panikkar', [], 'K. M. Panikkar', 'Panikkar, K. M.', 'Panikkar, K. M.', 'Panikkar'],
	['Jean-Paul Sartre', [], 'Jean-Paul Sartre', 'Sartre, Jean-Paul', 'Sartre, J.-P.', 'Sartre'],
	['Anna Holm, Jr.', [], 'Anna Holm Jr.', 'Holm, Anna, Jr.', 'Holm, A., Jr.', 'Holm'],
	['Homer', [], 'Homer', 'Homer', 'Homer', 'Homer']
] as const;

describe.each(TABLE)('%s', (name, names, said, listed, initials, word) => {
	it('is said, sorted, shortened and looked for', () => {
		const taken = nameOf({ name, names: [...names] });
		expect([spoken(taken), sorted(taken), initialled(taken), short(taken)]).toEqual([
			...[said, listed, initials, word]
		]);
	});
});

it.each([
	['Syngman Rhee', 'Rhee', 'Rhee, Syngman', 'Rhee, S.'],
	['Ouyang Xiu', 'Ouyang', 'Ouyang Xiu', 'Ouyang, X.'],
	['Daphne du Maurier', 'du Maurier', 'du Maurier, Daphne', 'du Maurier, D.'],
	['Mu Chong', 'Kim', 'Mu Chong', 'Mu Chong']
])('%s, of whom the record says the family name is %s, is sorted as %s', (name, family, listed, initials) => {
	const taken = nameOf({ name, names: [hangul], family });
	expect([sorted(taken), initialled(taken)]).toEqual([listed, initials]);
});

it.each([
	[['A'], 'A'],
	[['A', 'B'], 'A and B'],
	[['A', 'B', 'C'], 'A, B, and C']
])('%j are listed as %s', (names, text) => {
	expect(listNames(names)).toBe(text);
});

describe('the people of the collection whose names do not tell', () => {
	const file = 'data/collections/korea-1950/people.yaml';
	const people = PeopleFile.parse(parse(readFileSync(file, 'utf8')));

	it.each([
		['rhee', 'Rhee, S.'],
		['yu-guangsheng', 'Yu, G.'],
		['mu-chong', 'Mu Chong']
	])('%s is %s', (id, listed) => {
		const found = people.find((person) => person.id === id);
		expect(found && initialled(nameOf(found))).toBe(listed);
	});
});
