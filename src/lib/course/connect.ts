import type { CourseFile } from '$lib/model/course';
import { Cmi5Line, readLaunchAddress, type Surroundings } from './cmi5';
import type { CourseLine, LineTrouble } from './line';
import { findScorm12Api, Scorm12Line } from './scorm12';

const LAUNCH = 'p38-course-launch';

/** The line to the course system that this page was launched by; null where there is none, and for packages that report to nobody. */
export function connectCourse(
	kind: CourseFile['kind'],
	ontrouble: (trouble: LineTrouble) => void
): CourseLine | null {
	if (kind === 'scorm12') {
		const api = findScorm12Api(window);
		return api && new Scorm12Line(api, ontrouble);
	}
	if (kind !== 'cmi5') return null;
	const store = guardedStore();
	// The pages that follow the first do not carry the launch in their addresses.
	const query = readLaunchAddress(location.search) ? location.search : (store.getItem(LAUNCH) ?? '');
	const address = readLaunchAddress(query);
	if (!address) return null;
	store.setItem(LAUNCH, query);
	return new Cmi5Line(address, { fetch: fetch.bind(window), now: Date.now, uuid, wait, store }, ontrouble);
}

/** Eight characters that tell nothing of anyone. */
export function newAttempt(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('');
}

/** Storage that forgets, where the browser forbids more. */
function guardedStore(): Surroundings['store'] {
	const guard = <T>(call: () => T, otherwise: T): T => {
		try {
			return call();
		} catch {
			return otherwise;
		}
	};
	return {
		getItem: (key) => guard(() => sessionStorage.getItem(key), null),
		setItem: (key, value) => guard(() => sessionStorage.setItem(key, value), undefined),
		removeItem: (key) => guard(() => sessionStorage.removeItem(key), undefined)
	};
}

/** Version 4. The browser's own is there over https only. */
function uuid(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function wait(seconds: number): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			removeEventListener('online', done);
			resolve();
		};
		const timer = setTimeout(done, seconds * 1000);
		addEventListener('online', done);
	});
}
