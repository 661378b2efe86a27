import { LOG_KEY } from './error-ring';
import { FALLS_KEY } from './falls';

/** What the staff keeps from day to day; nothing in it is of a visitor. Everything else goes with the visit. */
export const STAFF_KEYS: readonly string[] = ['p38-kiosk-visits', LOG_KEY, FALLS_KEY];

/** Takes away what a visit has left on the device. Where storage is blocked there is nothing to take. */
export function clearLeftovers() {
	for (const open of [() => localStorage, () => sessionStorage]) {
		try {
			const storage = open();
			for (const key of Object.keys(storage)) if (!STAFF_KEYS.includes(key)) storage.removeItem(key);
		} catch {
			continue;
		}
	}
	for (const cookie of document.cookie.split(';')) {
		const [name] = cookie.trim().split('=');
		if (name) document.cookie = `${name}=; max-age=0; path=/`;
	}
	getSelection()?.removeAllRanges();
	window.scrollTo(0, 0);
}
