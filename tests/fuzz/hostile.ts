import { importArchivePage } from '$lib/importers/archive-page';
import { ImportRefused } from '$lib/importers/importer';
import { readWork } from '$lib/lesson/work-file';
import { readCollection } from '$lib/server/load-collection';
import { printProblems } from '$lib/server/problems';
import { readValid } from '../data/toy-collection';

/** An input made to hang, to crash or to fill the memory. */
export interface Hostile {
	name: string;
	/** Words that the answer has to hold; none where the input may as well be taken. */
	says?: string;
	/** @returns what a person is told */
	run: () => string;
}

const LETTER = 'documents/1911-02-03-skerry-to-head';
const FRONT = 'fronts/1911-02-03-edge-at-dusk.geojson';
const STEP = 'lessons/01-ask-for-the-boat/steps/01-who-writes.md';

const valid = readValid();
const frontMatter = (file: string) => `${(valid.get(file) ?? '').split('\n---\n')[0]}\n---\n\n`;
const list = (count: number, one: (index: number) => string, between = '') =>
	Array.from({ length: count }, (_, index) => one(index)).join(between);
const event = (id: string, more: string) =>
	`- { id: ${id}, title: a, summary: b, kind: weather, certainty: high, sources: [log-book], ${more} }\n`;

function collection(name: string, changed: Record<string, string>, says?: string): Hostile {
	return {
		...{ name, says },
		run: () => printProblems(readCollection(new Map([...valid, ...Object.entries(changed)])).problems)
	};
}

function page(name: string, unit: string, says?: string): Hostile {
	const flood = unit.repeat(Math.ceil(1_000_000 / unit.length));
	const read = (text: string) => {
		try {
			importArchivePage(text);
			return '';
		} catch (error) {
			if (error instanceof ImportRefused) return error.message;
			throw error;
		}
	};
	const run = () =>
		read(`October 1, 1950\nTelegram from A to B\n${flood}\nAuthor(s):\n`) +
		read(`<html><p>October 1, 1950</p><p>Telegram from A to B</p>${flood}<p>Author(s):</p></html>`);
	return { name: `a page of ${name}`, says, run };
}

const yaml: Hostile[] = (
	[
		['twenty thousand names', list(20_000, (at) => `k${at}: v\n`), 'at most 500 lines in a record'],
		[
			'the same twenty thousand times',
			`- { ${list(20_000, () => 'a: 1', ', ')} }`,
			'at most 500 lines in a record'
		],
		['two megabytes', `- ${'word '.repeat(400_000)}`, 'at most 1000000 characters in a file'],
		['empty lines', '\n'.repeat(900_000), 'at most 80000 values, marks and lines'],
		['a list of nothing', `[${'1,'.repeat(400_000)}1]`, 'at most 80000 values, marks and lines'],
		['open brackets', '['.repeat(70_000), 'nested without end'],
		['open braces', '{a: '.repeat(20_000), 'nested without end'],
		['lists in lists', `${'- '.repeat(700)}x`, 'nested at most 40 deep'],
		['lines in lines', list(300, (at) => `${' '.repeat(at)}a:\n`), 'nested at most 40 deep'],
		[
			'laughs',
			`a: &a [x, x, x, x, x, x, x, x, x]\n${list(25, (at) => `b${at}: &b${at} [${list(9, () => (at ? `*b${at - 1}` : '*a'), ', ')}]\n`)}`,
			'at most 100 uses of *'
		],
		['uses of a name', `a: &a [x]\nb: [${'*a, '.repeat(20_000)}]`, 'at most 100 uses of *'],
		['a name that holds itself', '&a [*a, *a]', ''],
		['a name of a megabyte', `${'a'.repeat(900_000)}: b`, 'cannot be read'],
		['signs of a kind', '- !foo x\n'.repeat(5_000), 'a word that begins with !'],
		['quotation marks', '"'.repeat(30_000), 'cannot be read'],
		['names that are lists', '? [a, b]\n: c\n'.repeat(2_000), ''],
		[
			'names of the language',
			'- __proto__: { toString: 1 }\n  constructor: { prototype: 1 }\n',
			'events[0].__proto__'
		]
	] as const
).map(([name, text, says]) => collection(`YAML: ${name}`, { 'events.yaml': text }, says || undefined));

const json: Hostile[] = (
	[
		['names', `{${list(15_000, (at) => `"k${at}": 1`, ',')}}`, ' more below'],
		['a line of two megabytes', `[${'[1.5,2.5],'.repeat(200_000)}1]`, 'simplify the lines'],
		[
			'many features',
			`{"type":"FeatureCollection","features":[${'{},'.repeat(60_000)}{}]}`,
			'at most 500 features'
		],
		['brackets', '['.repeat(1_000_000), 'nested at most 40 deep'],
		['blanks', `${' '.repeat(3_000_000)}x`, 'a value'],
		['one text', `"${'a'.repeat(4_000_000)}`, 'a value'],
		['a name twice in two spellings', '{"a": 1, "\\u0061": 2}', 'each name once'],
		['a name of the language', '{"__proto__": {"toString": 1}}', '__proto__']
	] as const
).map(([name, text, says]) => collection(`GeoJSON: ${name}`, { [FRONT]: text }, says));

const phrases = (count: number, quote: (at: number) => string) => ({
	[`${LETTER}/annotations.yaml`]: list(
		count,
		(at) => `- { id: a${at}, kind: act, act: asks, quote: ${quote(at)} }\n`
	)
});
const words = (text: string) => ({
	[`${LETTER}/document.md`]: `${frontMatter(`${LETTER}/document.md`)}${text}\n`
});

const wholes: Hostile[] = [
	collection('a text of two megabytes', words('a word\n\n'.repeat(250_000)), 'at most 500000 characters'),
	collection(
		'words that stand everywhere',
		{ ...words('a'.repeat(400_000)), ...phrases(1, () => 'a') },
		'in 10 or more places'
	),
	collection(
		'many words that stand everywhere',
		{ ...words('a b '.repeat(100_000)), ...phrases(500, () => 'a') },
		'quote more words'
	),
	collection(
		'many words that stand nowhere',
		{
			...words('word '.repeat(2_000)),
			...phrases(1_900, (at) => `no such words ${at} as these in a long line of words`)
		},
		'words that stand in document.md exactly so'
	),
	collection(
		'long words that stand nowhere',
		{ ...words('a'.repeat(390_000)), ...phrases(1, () => 'b'.repeat(390_000)) },
		'nothing like it is in the text'
	),
	collection(
		'more phrases than a text has',
		phrases(3_000, () => 'a'),
		'at most 2000 entries'
	),
	collection('empty entries', { 'events.yaml': '- {}\n'.repeat(9_999) }, ' more below'),
	collection('an id many times', { 'events.yaml': '- { id: a }\n'.repeat(3_000) }, ' more below'),
	collection(
		'references that lead nowhere',
		{
			'events.yaml': list(1_200, (at) => event(`e${at}`, `when: 1911-02-04, places: [nowhere-${at}]`)),
			'places.yaml': `${valid.get('places.yaml')}${list(1_200, (at) => `- { id: somewhere-${at} }\n`)}`
		},
		'the id of a place in places.yaml'
	),
	collection(
		'an id of a megabyte',
		{
			'events.yaml': `${valid.get('events.yaml')}${event('e9', `when: 1911-02-04, places: [${'ab'.repeat(150_000)}]`)}`,
			'places.yaml': `${valid.get('places.yaml')}- { id: ${'ac'.repeat(150_000)} }\n`
		},
		'"abab'
	),
	collection(
		'a date of three thousand days',
		{
			'events.yaml': `${valid.get('events.yaml')}${event('e9', `when: "[${'1911-02-04,'.repeat(3_000)}1911]"`)}`
		},
		'a date in EDTF'
	),
	collection(
		'dates that are none',
		{
			'events.yaml': `${valid.get('events.yaml')}${list(400, (at) => event(`e${at}`, `when: "${'x'.repeat(at % 90)}-${at}"`))}`
		},
		'a date in EDTF'
	),
	collection(
		'paths that lead out',
		{
			'documents/../../etc/document.md': 'x',
			'documents/a\u0000b/document.md': 'x',
			'/etc/passwd': 'x',
			'C:\\collection.yaml': 'x',
			'fronts/../out.geojson': 'x'
		},
		'/etc/passwd'
	),
	...['*a ', '[', '> ', '- ', '**a *b ', '\\', '![', '&#x1;', 'a\n\n', '<b>', '[a](place:x) '].map((unit) =>
		collection(`Markdown: ${JSON.stringify(unit)}`, {
			[STEP]: frontMatter(STEP) + unit.repeat(60_000 / unit.length)
		})
	),
	collection(
		'Markdown: too much',
		{ [STEP]: frontMatter(STEP) + 'a '.repeat(60_000) },
		'at most 100000 characters'
	)
];

const pages: Hostile[] = [
	page('paragraphs', '<p>x</p>', 'a page of at most 20000 lines'),
	page('lists', '<ol><li>x</li></ol>', 'a page of at most 20000 lines'),
	page('line ends', '\n', 'a page of at most 20000 lines'),
	page('open tags', '<b>', 'nested'),
	page('entities', '&laugh;'),
	page('laughing entities', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><p>&b;'),
	page('characters by number', '&#x41;&#0;&#x110000;'),
	page('unclosed comments', '<!--'),
	page('unclosed scripts', '<script>'),
	page('attributes', '<a a="'),
	page('letters that stand alone', '\ud800')
];

const work = (answer: string) =>
	`{ "format": "p38-work", "version": 1, "collection": "c", "seen": [], "notes": [], "answers": [{ "lesson": "a", "task": "b", "answer": ${answer} }] }`;
const files: Hostile[] = (
	[
		['brackets', work('['.repeat(500_000) + ']'.repeat(500_000)), 'damaged'],
		['one word', 'x'.repeat(4_000_000), 'foreign'],
		['half a file', work('1').slice(0, -9), 'damaged']
	] as const
).map(([name, text, says]) => ({
	name: `work: ${name}`,
	says,
	run: () => {
		const read = readWork(text, 'c');
		return read.ok ? 'ok' : read.reason;
	}
}));

export const HOSTILE: readonly Hostile[] = [...yaml, ...json, ...wholes, ...pages, ...files];
