import { browser } from '$app/environment';
import { m } from '$lib/paraglide/messages';

/** Whether the first page runs: until then the page as it was made stands, whole but for its scripts. */
let isRunning = false;

/** The first page runs: what is missing from now on is said on a page of its own. */
export function setRunning() {
	isRunning = true;
}

/**
 * What a page needs, when it is all here. Where a part cannot be had, the first page stays as it was made, with every word and every link,
 * and says so; SvelteKit would put an error in its place.
 * @param giveUp what the first page does
 * @throws Error when a part cannot be had for a page that somebody went to
 */
export async function arrive<T>(coming: Promise<T>, giveUp: () => void = say): Promise<T> {
	try {
		return await coming;
	} catch (error) {
		if (!browser || isRunning) throw error;
		giveUp();
		return new Promise(() => {});
	}
}

function say() {
	const notice = Object.assign(document.createElement('p'), {
		className: 'missing-part',
		textContent: m.error_part_missing()
	});
	notice.setAttribute('role', 'status');
	const again = Object.assign(document.createElement('a'), {
		href: location.href,
		textContent: m.error_again()
	});
	notice.append(' ', again);
	const main = document.getElementById('content') ?? document.body;
	main.prepend(notice);
}
