import { describe, expect, it } from 'vitest';
import { Shelf } from './storage';
import { NO_WORK, type WorkData } from './work-data';
import { printWork } from './work-file';

const KEY = 'p38-work-toy';
const WORK: WorkData = { ...NO_WORK, seen: [{ lesson: 'ice', step: 'first' }] };

class FakeStore {
	readonly entries = new Map<string, string>();
	/** Characters it can hold. */
	room = Infinity;

	getItem(key: string) {
		return this.entries.get(key) ?? null;
	}
	setItem(key: string, value: string) {
		const others = [...this.entries].filter(([other]) => other !== key);
		const used = others.reduce((sum, [, text]) => sum + text.length, value.length);
		if (used > this.room) throw new DOMException('no room', 'QuotaExceededError');
		this.entries.set(key, value);
	}
	removeItem(key: string) {
		this.entries.delete(key);
	}
}

function setUp(entries: Record<string, string> = {}) {
	const store = new FakeStore();
	for (const [key, text] of Object.entries(entries)) store.entries.set(key, text);
	return { store, shelf: new Shelf('toy', () => store) };
}

describe('the shelf', () => {
	it('gives back what it was given, under a key of the collection', () => {
		const { store, shelf } = setUp();
		expect(shelf.read()).toEqual({ data: null, trouble: null });
		expect(shelf.write(WORK)).toBeNull();
		expect([...store.entries.keys()]).toEqual([KEY]);
		expect(new Shelf('toy', () => store).read()).toEqual({ data: WORK, trouble: null });
		expect(new Shelf('other', () => store).read().data).toBeNull();
	});

	it('does not throw where the browser forbids it, even to ask', () => {
		const shelf = new Shelf('toy', () => {
			throw new DOMException('denied', 'SecurityError');
		});
		expect(shelf.read()).toEqual({ data: null, trouble: 'blocked' });
		expect(shelf.write(WORK)).toBeNull();
		expect(shelf.readAside()).toEqual([]);
		expect(shelf.clear()).toBe(false);
	});

	it('says when there is no room, and leaves what is there', () => {
		const { store, shelf } = setUp();
		shelf.write(WORK);
		const before = store.getItem(KEY);
		store.room = before?.length ?? 0;
		const more = { ...WORK, seen: [...WORK.seen, { lesson: 'ice', step: 'second' }] };
		expect(shelf.write(more)).toBe('full');
		expect(store.getItem(KEY)).toBe(before);
	});

	it.each([
		['of a newer version', printWork(WORK, 'toy').replace('"version": 1', '"version": 2')],
		['of another collection', printWork(WORK, 'sea')],
		['cut off', printWork(WORK, 'toy').slice(0, -20)],
		['not ours', 'hello']
	])('puts aside what is %s before it writes', (_title, foreign) => {
		const { store, shelf } = setUp({ [KEY]: foreign });
		expect(shelf.read()).toEqual({ data: null, trouble: 'aside' });
		shelf.write(WORK);
		expect(shelf.read().data).toEqual(WORK);
		expect(shelf.readAside()).toEqual([foreign]);
		expect(store.entries.size).toBe(2);
	});

	it('keeps each thing it puts aside, the same only once', () => {
		const { store, shelf } = setUp({ [KEY]: 'one' });
		shelf.read();
		shelf.read();
		shelf.write(WORK);
		store.setItem(KEY, 'two');
		expect(shelf.write(WORK)).toBe('aside');
		expect(shelf.readAside()).toEqual(['one', 'two']);
	});

	it('writes nothing at all where the old cannot be put aside', () => {
		const { store, shelf } = setUp({ [KEY]: 'old work' });
		store.room = 10;
		expect(shelf.read()).toEqual({ data: null, trouble: 'full' });
		shelf.write(WORK);
		expect([...store.entries]).toEqual([[KEY, 'old work']]);
	});

	it('clears all of its collection and nothing else', () => {
		const { store, shelf } = setUp({ [KEY]: 'old', 'p38-theme': 'dark', 'p38-work-sea': 'x' });
		shelf.read();
		shelf.write(WORK);
		expect(shelf.clear()).toBe(true);
		expect([...store.entries.keys()].sort()).toEqual(['p38-theme', 'p38-work-sea']);
	});
});
