// npx tsx tests/bench/search.ts: how long a query takes in 500 and in 5,000 generated documents, and one against the other.
import { pathToFileURL } from 'node:url';
import type { SearchEntry } from '../../src/lib/search/entry';
import { Finder } from '../../src/lib/search/finder';

export interface QueryTimes {
	documents: number;
	/** Milliseconds. */
	build: number;
	median: number;
	p95: number;
	slowest: { query: string; time: number };
}

const ROUNDS = 9;
const LETTERS = 900;
const SYLLABLES =
	'ba chon dong en feng gun han il jin kum li mun nam ok pyong qing ryon san tae u wol xian yong zhou'.split(
		' '
	);
const PLAIN =
	'the division moved north before noon and asked for orders about the road which was cut off by forces that had landed at night while the army group reported losses and the ambassador passed the message on to the premier who replied that troops should withdraw in small parties and avoid battle near the parallel'.split(
		' '
	);
const HANGUL =
	'박김이최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민일영호진태용철수경';
const HAN = '朴金李崔鄭周恩來毛澤東彭德懷林彪朝鮮中國北京平壤漢城仁川鐵道運輸軍團司令部電報第一方面三八線';

/** What is typed letter by letter, in the ways people do: whole names, beginnings, slips of the finger, three scripts. */
function queriesOf(entries: readonly SearchEntry[]): string[] {
	const person = entries.find(({ kind }) => kind === 'person');
	const [, korean = '', chinese = ''] = person?.names ?? [];
	const typed = [
		'withdraw in small parties',
		person?.title ?? '',
		'ambasador',
		'parralel',
		'reported losses north'
	];
	const growing = typed.flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1)));
	return [
		...growing,
		korean,
		korean.slice(0, 1),
		`${korean}는`,
		chinese,
		chinese.slice(0, 1),
		'鐵道運輸',
		'zzzqqq',
		'1 october 1950'
	];
}

/** Documents of the shape of a collection's own: a précis in Latin letters, now and then a sentence in Korean and Chinese. */
export function generateEntries(documents: number): SearchEntry[] {
	let seed = 38;
	const draw = (below: number) => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
	const many = <T>(count: number, make: (index: number) => T) =>
		Array.from({ length: count }, (_, index) => make(index));
	const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
	const name = () => `${capital(pick(SYLLABLES))} ${capital(pick(SYLLABLES))}-${pick(SYLLABLES)}`;
	const signs = (from: string, count: number) => many(count, () => pick([...from])).join('');

	const people = many(Math.ceil(documents / 2), (index): SearchEntry => ({
		...{ kind: 'person', id: `person-${index}`, title: name() },
		names: [name(), signs(HANGUL, 3), signs(HAN, 3)],
		text: many(12, () => pick(PLAIN)).join(' ')
	}));
	const places = many(documents, (index): SearchEntry => ({
		...{
			kind: 'place',
			id: `place-${index}`,
			title: capital(pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES))
		},
		names: [signs(HANGUL, 2), signs(HAN, 2)],
		text: many(15, () => pick(PLAIN)).join(' ')
	}));
	const named = [...people, ...places];
	const letters = many(documents, (index): SearchEntry => {
		const about = many(8, () => draw(named.length));
		const words = many(Math.round(LETTERS / 6), (at) =>
			at % 19 === 7
				? (named[about[at % 8] ?? 0]?.title ?? '')
				: at % 23 === 5
					? pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES)
					: pick(PLAIN)
		);
		return {
			...{ kind: 'document', id: `document-${index}`, title: `Telegram from ${name()} to ${name()}`, about },
			when: { from: { year: 1950, month: 1 + draw(12), day: 1 + draw(28) } },
			text: `${words.join(' ')}\n${signs(HANGUL, 20)} ${signs(HAN, 16)}`
		};
	});
	return [...named, ...letters];
}

export async function measureQueries(documents: number): Promise<QueryTimes> {
	const entries = generateEntries(documents);
	const begun = performance.now();
	const finder = await Finder.build(entries);
	const build = performance.now() - begun;
	const queries = queriesOf(entries);
	for (const query of queries) finder.find(query);
	const times = queries.map((query) => {
		const own = Array.from({ length: ROUNDS }, () => {
			const start = performance.now();
			finder.find(query);
			return performance.now() - start;
		}).sort((a, b) => a - b);
		return { query, time: own[Math.floor(ROUNDS / 2)] ?? NaN };
	});
	times.sort((a, b) => a.time - b.time);
	const at = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? { query: '', time: NaN };
	return { documents, build, median: at(0.5).time, p95: at(0.95).time, slowest: at(1) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const few = await measureQueries(500);
	const many = await measureQueries(5000);
	for (const { documents, build, median, p95, slowest } of [few, many])
		console.log(
			`${documents} documents: built in ${build.toFixed(0)} ms; a query: median ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, slowest ${slowest.time.toFixed(2)} ms (${slowest.query})`
		);
	console.log(
		`ratio 5,000 : 500: median ${(many.median / few.median).toFixed(1)}, p95 ${(many.p95 / few.p95).toFixed(1)}`
	);
}
