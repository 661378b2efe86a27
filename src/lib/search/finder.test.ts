import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchEntry } from './entry';
import { Finder } from './finder';

const ENTRIES: SearchEntry[] = [
	{ kind: 'person', id: 'pak', title: 'Pak Il-u', names: ['박일우', '朴一禹', 'Park Il-woo', 'Пак Ир У'] },
	{ kind: 'place', id: 'peking', title: 'Peking', names: ['Beijing', '北京', '베이징'] },
	{ kind: 'place', id: 'inchon', title: 'Inch’on', names: ['Incheon', '인천', '仁川'] },
	{ kind: 'place', id: 'pyongyang', title: 'P’yŏngyang', names: ['평양', '平壤'] },
	{ kind: 'term', id: 'pseudonym', title: 'Filippov', names: ['Филиппов'], text: 'How he signed.' },
	{
		kind: 'document',
		id: 'visit',
		title: 'Report on a visit',
		text: 'The envoy arrived in Peking on the third.\nHe asked for rails and railway transport.',
		when: { from: { year: 1950, month: 10, day: 3 } },
		about: [0, 1]
	},
	{
		kind: 'document',
		id: 'landing',
		title: 'Telegram on the landing',
		text: 'Pak Ilu is not named. 铁道运输 is, and the ships before Inchon.',
		when: { from: { year: 1950, month: 9, day: 15 }, part: 'dawn' },
		about: [2]
	},
	{ kind: 'event', id: 'landing', title: 'Landing at Inchon', text: 'From the sea.', about: [2] }
];

let finder: Finder;
beforeAll(async () => {
	finder = await Finder.build(ENTRIES);
});

const find = (query: string) => finder.find(query).entries.map(({ kind, id }) => `${kind}:${id}`);

describe('spellings and scripts fold together', () => {
	it.each([
		'Pak Il-u',
		'Pak Il U',
		'Pak Ilu',
		'pakilu',
		'pak il u',
		'박일우',
		'朴一禹',
		'Park Il-woo',
		'Пак Ир У'
	])('%s is one man, and the report that speaks of him', (query) => {
		expect(find(query)[0]).toBe('person:pak');
		expect(find(query)).toContain('document:visit');
	});
	it.each(['Peking', 'peking', 'Beijing', '北京', '베이징', 'Bejing', 'Pekign', 'Beijng'])(
		'%s is one city, and the report from there',
		(query) => {
			expect(find(query)[0]).toBe('place:peking');
			expect(find(query)).toContain('document:visit');
		}
	);
	it.each(['Inchon', "Inch'on", 'Inch’on', 'Inch`on', 'Incheon', '인천', '仁川', 'INCHON'])(
		'%s is one port, and what happened there',
		(query) => {
			expect(find(query)[0]).toBe('place:inchon');
			expect(find(query)).toEqual(expect.arrayContaining(['event:landing', 'document:landing']));
		}
	);
	it.each(['P’yŏngyang', 'Pyongyang', "P'yongyang", '평양', '平壤', 'Pyongyagn'])(
		'%s is one capital',
		(query) => expect(find(query)).toEqual(['place:pyongyang'])
	);
});

describe('Korean and Chinese words', () => {
	it.each(['박일우는', '박일우에게', '박일우의'])('%s finds the name without its particle', (query) =>
		expect(find(query)[0]).toBe('person:pak')
	);
	it.each(['铁道', '运输', '铁道运输', '铁'])('%s is found inside a longer word', (query) =>
		expect(find(query)).toEqual(['document:landing'])
	);
	it('one syllable is the beginning of a name', () => expect(find('박')[0]).toBe('person:pak'));
	it('a word of other signs is not found', () => expect(find('운동')).toEqual([]));
});

describe('order and choice', () => {
	it('puts the exact name first, though a title says it more often', () => {
		expect(find('inchon').slice(0, 2)).toEqual(['place:inchon', 'event:landing']);
	});
	it('wants all words', () => {
		expect(find('railway envoy')).toEqual(['document:visit']);
		expect(find('railway ships')).toEqual([]);
	});
	it('finds what is still being typed', () => {
		expect(find('Pyong')).toEqual(['place:pyongyang']);
		expect(find('transp')).toEqual(['document:visit']);
	});
	it('finds a day', () => expect(find('3 October 1950')[0]).toBe('document:visit'));
	it('counts each kind and begins with the best', () => {
		const { count, groups } = finder.find('inchon');
		expect(count).toBe(3);
		expect(groups.map(({ kind, count: own }) => [kind, own])).toEqual([
			['place', 1],
			['event', 1],
			['document', 1]
		]);
	});
	it('offers what is left when one word is too many', () => {
		expect(find('Peking zzzz')).toEqual([]);
		expect(finder.suggest('Peking zzzz')).toEqual(['Peking']);
	});
	it.each(['', ' ', '—', '!?', '’'])('finds nothing for “%s”', (query) => expect(find(query)).toEqual([]));
});

it('no query is too odd', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (query) => {
			const { count, entries } = finder.find(query);
			expect(count).toBe(entries.length);
		})
	);
	expect(() => finder.find('a'.repeat(5000))).not.toThrow();
	expect(() => finder.find('constructor __proto__ toString')).not.toThrow();
});

it('what is marked are the words, and the other names of what was named', () => {
	expect(finder.find('北京').words.names).toContain('peking');
	expect(finder.find('Pe').words.names.size).toBe(0);
	expect(finder.find('Pak Il U').words.tokens.has('il')).toBe(false);
	expect(finder.find('il').words.tokens.has('il')).toBe(true);
});
