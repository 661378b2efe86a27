import { describe, expect, it } from 'vitest';
import { ErrorRing, LOG_KEY } from './error-ring';

const ORIGIN = 'https://museum.example';
const NOON = new Date(2026, 2, 1, 12, 34, 56);

function device(kept?: string) {
	const items = new Map(kept === undefined ? [] : [[LOG_KEY, kept]]);
	const store = {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, text: string) => void items.set(key, text),
		removeItem: (key: string) => void items.delete(key)
	};
	return { items, store, ring: new ErrorRing(() => store, ORIGIN) };
}

function thrown(
	message: string,
	place = `${ORIGIN}/_app/immutable/chunks/a-B_9.js:2:345`,
	name = 'TypeError'
) {
	const error = Object.assign(new Error(message), { name });
	error.stack = `${name}: ${message}\n    at run (${place})\n    at ${ORIGIN}/_app/other.js:1:1`;
	return error;
}

describe('the log of a screen', () => {
	it('keeps hour, kind and place, counts what comes again, and outlasts the page', () => {
		const { ring, store } = device();
		ring.note(thrown('x is undefined'), NOON);
		ring.note(thrown('y is undefined'), new Date(2026, 2, 1, 12, 59));
		ring.note(thrown('x is undefined'), new Date(2026, 2, 1, 13, 0));
		const lines = [
			'2026-03-01 12 h TypeError a-B_9.js:2:345 2×',
			'2026-03-01 13 h TypeError a-B_9.js:2:345 1×'
		];
		expect(ring.print()).toBe(lines.join('\n'));
		expect(new ErrorRing(() => store, ORIGIN).print()).toBe(lines.join('\n'));
	});

	it('keeps nothing that a visitor may have said', () => {
		const { ring, items } = device();
		const said = 'my name is Anna';
		ring.note(thrown(`cannot read "${said}"`), NOON);
		ring.note(thrown(said, `${ORIGIN}/lessons/?note=${said}`), NOON);
		ring.note(
			thrown(`${said}\n    at f (${ORIGIN}/Anna.js:1:1)`, 'https://elsewhere.example/Anna.js:1:1'),
			NOON
		);
		ring.note(thrown('', `${ORIGIN}/_app/page.js?who=Anna:7:8`), NOON);
		ring.note(thrown(said, undefined, `Anna's Error`), NOON);
		ring.note(said, NOON);
		ring.note({ toString: () => said, name: 'Anna' }, NOON);
		ring.note(undefined, NOON);
		expect(ring.entries).not.toEqual([]);
		expect([...items.values()].join('') + ring.print()).not.toMatch(/Anna|name is/);
		expect(ring.entries.map(({ where }) => where)).toContain('elsewhere');
	});

	it('keeps the last two hundred', () => {
		const { ring, items } = device();
		for (let at = 0; at < 250; at += 1) ring.note(thrown('', `${ORIGIN}/a.js:1:${at}`), NOON);
		expect(ring.entries).toHaveLength(200);
		expect(ring.entries[0]?.where).toBe('a.js:1:50');
		expect(JSON.parse(items.get(LOG_KEY) ?? '')).toHaveLength(200);
	});

	it.each(['', '{', 'null', '{"a": 1}', '[1, null, {"hour": 1}]', `[{"hour": "${'x'.repeat(1000)}"}]`])(
		'begins anew where %j was kept',
		(kept) => {
			const { ring } = device(kept);
			expect(ring.entries).toEqual([]);
			ring.note(thrown(''), NOON);
			expect(ring.entries).toHaveLength(1);
		}
	);

	it('lives in memory where storage is blocked', () => {
		const ring = new ErrorRing(() => {
			throw new DOMException('no', 'SecurityError');
		}, ORIGIN);
		ring.note(thrown(''), NOON);
		expect(ring.entries).toHaveLength(1);
	});
});
