import type { Interaction } from './interaction';
import type { CourseLine, Kept, LineTrouble } from './line';

/** The calls of SCORM 1.2 that are used here; all values are strings. */
export interface Scorm12Api {
	LMSInitialize(empty: ''): unknown;
	LMSFinish(empty: ''): unknown;
	LMSGetValue(element: string): unknown;
	LMSSetValue(element: string, value: string): unknown;
	LMSCommit(empty: ''): unknown;
}

/** Frames deep enough for any course system. */
const MOST_FRAMES = 500;

/** The API of the course system around a window: in its parents, then in those of the window that opened it; null when none has one. */
export function findScorm12Api(start: Window): Scorm12Api | null {
	const found = searchParents(start);
	if (found) return found;
	try {
		const opener = start.opener as Window | null;
		return opener ? searchParents(opener) : null;
	} catch {
		return null;
	}
}

function searchParents(start: Window): Scorm12Api | null {
	let current = start;
	for (let depth = 0; depth < MOST_FRAMES; depth += 1) {
		// A frame of another origin throws at every touch; its own parent may still be ours.
		try {
			const api = (current as Window & { API?: Scorm12Api | null }).API;
			if (api) return api;
		} catch {
			// Looked past.
		}
		try {
			if (current.parent === current) return null;
			current = current.parent;
		} catch {
			return null;
		}
	}
	return null;
}

/** A session over the SCORM 1.2 API. */
export class Scorm12Line implements CourseLine {
	readonly #api: Scorm12Api;
	readonly #ontrouble: (trouble: LineTrouble) => void;
	readonly #now: () => number;
	#begun = 0;
	#isOpen = false;
	#isSilent = false;
	#interactions = 0;

	/** @param now milliseconds since 1970 */
	constructor(api: Scorm12Api, ontrouble: (trouble: LineTrouble) => void, now: () => number = Date.now) {
		this.#api = api;
		this.#ontrouble = ontrouble;
		this.#now = now;
	}

	open(): Promise<Kept | null> {
		this.#isOpen = this.#isTrue(() => this.#api.LMSInitialize(''));
		if (!this.#isOpen) return Promise.resolve(null);
		this.#begun = this.#now();
		const mode = this.#get('cmi.core.lesson_mode');
		this.#isSilent = mode === 'browse' || mode === 'review';
		const status = this.#get('cmi.core.lesson_status');
		const isDone = status === 'completed' || status === 'passed';
		this.#interactions = Number.parseInt(this.#get('cmi.interactions._count'), 10) || 0;
		if (!isDone && status !== 'incomplete') this.#set('cmi.core.lesson_status', 'incomplete');
		// Otherwise some systems begin a new attempt, and forget the state, once the lesson was completed.
		this.#set('cmi.core.exit', 'suspend');
		this.#commit();
		return Promise.resolve({
			state: this.#get('cmi.suspend_data'),
			location: this.#get('cmi.core.lesson_location'),
			isDone,
			isSilent: this.#isSilent
		});
	}

	save(state: string, location: string) {
		this.#set('cmi.suspend_data', state);
		this.#set('cmi.core.lesson_location', location);
		this.#commit();
	}

	answered({ id, type, response, result }: Interaction) {
		const at = `cmi.interactions.${this.#interactions}`;
		this.#interactions += 1;
		this.#set(`${at}.id`, id);
		this.#set(`${at}.type`, type);
		this.#set(`${at}.time`, clockOf(this.#now()));
		if (response !== null) this.#set(`${at}.student_response`, response);
		this.#set(`${at}.result`, result);
		this.#commit();
	}

	completed() {
		this.#set('cmi.core.lesson_status', 'completed');
		this.#commit();
	}

	rest() {
		this.#set('cmi.core.session_time', spanOf(this.#now() - this.#begun));
		this.#commit();
	}

	close(): Promise<null> {
		this.leave();
		return Promise.resolve(null);
	}

	leave() {
		if (!this.#isOpen) return;
		this.rest();
		this.#isOpen = false;
		if (!this.#isTrue(() => this.#api.LMSFinish(''))) this.#ontrouble('refused');
	}

	#get(element: string): string {
		try {
			const value = this.#api.LMSGetValue(element);
			return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
		} catch {
			return '';
		}
	}

	#set(element: string, value: string) {
		if (!this.#isOpen || this.#isSilent) return;
		if (!this.#isTrue(() => this.#api.LMSSetValue(element, value))) this.#ontrouble('refused');
	}

	#commit() {
		if (!this.#isOpen || this.#isSilent) return;
		if (!this.#isTrue(() => this.#api.LMSCommit(''))) this.#ontrouble('unreachable');
	}

	/** Systems say "true", true or 1. */
	#isTrue(call: () => unknown): boolean {
		try {
			return /^(true|1)$/i.test(String(call()));
		} catch {
			return false;
		}
	}
}

/** HHHH:MM:SS.SS, as SCORM 1.2 writes a span of time. */
export function spanOf(milliseconds: number): string {
	const hundredths = Math.max(0, Math.round(milliseconds / 10));
	const hours = Math.min(9999, Math.floor(hundredths / 360_000));
	const minutes = Math.floor(hundredths / 6000) % 60;
	const seconds = (hundredths / 100) % 60;
	return `${String(hours).padStart(4, '0')}:${String(minutes).padStart(2, '0')}:${seconds.toFixed(2).padStart(5, '0')}`;
}

/** HH:MM:SS of the device's own clock. */
function clockOf(time: number): string {
	const date = new Date(time);
	return [date.getHours(), date.getMinutes(), date.getSeconds()]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
}
