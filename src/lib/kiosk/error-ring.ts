/** Of the staff: it outlasts the visits. */
export const LOG_KEY = 'p38-kiosk-log';

/** Different entries that are kept; the oldest give way. */
const MOST_ENTRIES = 200;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What went wrong in an hour, and where. The words of an error may be a visitor's: none of them is kept. */
export interface LogEntry {
	/** As "2026-03-01 14 h", at the clock of the device. */
	hour: string;
	/** Name of the kind of error: "TypeError". */
	name: string;
	/** Place in our own code, as "explorer.js:1:2040"; "elsewhere" where it is not in ours, or unknown. */
	where: string;
	count: number;
}

/** The last two hundred things that went wrong on this screen. No call throws, whatever the browser forbids or has kept. */
export class ErrorRing {
	readonly #open: () => Store;
	readonly #origin: string;
	#entries: readonly LogEntry[];

	/** @param origin of the page: only code from there is named */
	constructor(open: () => Store = () => localStorage, origin = location.origin) {
		this.#open = open;
		this.#origin = origin;
		this.#entries = this.#read();
	}

	get entries(): readonly LogEntry[] {
		return this.#entries;
	}

	/** @param now at the clock of the device */
	note(error: unknown, now: Date) {
		const entry = { hour: hourOf(now), name: nameOf(error), where: whereOf(error, this.#origin) };
		const last = this.#entries.at(-1);
		const isAgain = last?.hour === entry.hour && last.name === entry.name && last.where === entry.where;
		const before = isAgain ? this.#entries.slice(0, -1) : this.#entries;
		const count = isAgain ? last.count + 1 : 1;
		this.#entries = [...before, { ...entry, count }].slice(-MOST_ENTRIES);
		try {
			this.#open().setItem(LOG_KEY, JSON.stringify(this.#entries));
		} catch {
			// Full or blocked: it is known as long as the page lives.
		}
	}

	/** A line each: "2026-03-01 14 h TypeError explorer.js:1:2040 3×". */
	print(): string {
		return this.#entries
			.map(({ hour, name, where, count }) => `${hour} ${name} ${where} ${count}×`)
			.join('\n');
	}

	#read(): LogEntry[] {
		try {
			const read: unknown = JSON.parse(this.#open().getItem(LOG_KEY) ?? '[]');
			return Array.isArray(read) ? read.filter(isEntry).slice(-MOST_ENTRIES) : [];
		} catch {
			return [];
		}
	}
}

function hourOf(now: Date): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())} h`;
}

/** Whoever throws may name it as they like: only what looks like a kind of error is believed. */
function nameOf(error: unknown): string {
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	return /^[A-Z][A-Za-z]{0,30}Error$/.test(name) ? name : 'Error';
}

function whereOf(error: unknown, origin: string): string {
	if (!(error instanceof Error) || typeof error.stack !== 'string') return 'elsewhere';
	const { stack, message } = error;
	// The words come first, and may look like a place.
	const places = stack.slice(message ? stack.indexOf(message) + message.length : 0);
	for (const line of places.split('\n')) {
		const address = /^\s*at .*?(https?:\/\/[^\s()]+):(\d+):(\d+)\)?$/.exec(line);
		if (!address?.[1]?.startsWith(`${origin}/`)) continue;
		const file = /\/([\w.-]+\.m?js)$/.exec(address[1].replace(/[?#].*$/, ''))?.[1];
		if (file) return `${file}:${address[2]}:${address[3]}`;
	}
	return 'elsewhere';
}

function isEntry(value: unknown): value is LogEntry {
	if (typeof value !== 'object' || value === null) return false;
	const { hour, name, where, count } = value as Partial<Record<keyof LogEntry, unknown>>;
	return (
		[hour, name, where].every((text) => typeof text === 'string' && text.length <= 100) &&
		Number.isSafeInteger(count)
	);
}
