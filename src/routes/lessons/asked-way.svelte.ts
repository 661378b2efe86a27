import { createContext } from 'svelte';
import { chooseWay, type LessonOutline, type Way } from '$lib/model/lesson';

type Offer = Pick<LessonOutline, 'levels' | 'variants'>;

/**
 * For whom and how long, as the address says. A page that was made beforehand knows no address: it shows the usual way, and the one
 * asked for once it runs.
 */
export class AskedWay {
	#asked = $state.raw<{ level: string | null; minutes: string | null }>({ level: null, minutes: null });

	read() {
		const query = new URLSearchParams(location.search);
		this.#asked = { level: query.get('level'), minutes: query.get('minutes') };
	}

	of(lesson: Offer): Way {
		return chooseWay(lesson, this.#asked);
	}
}

/** A page of a lesson on this way: "…/?level=middle&minutes=15"; nothing is said of what is as usual. */
export function addressOf(page: string, way: Way, lesson: Offer): string {
	const usual = chooseWay(lesson, {});
	const query = new URLSearchParams();
	if (way.level !== usual.level) query.set('level', way.level);
	if (way.minutes !== usual.minutes) query.set('minutes', String(way.minutes));
	// With its last stroke, so that no server has to send it on and loses the query.
	return `${page}/${query.size > 0 ? `?${query}` : ''}`;
}

export const [getAskedWay, setAskedWay] = createContext<AskedWay>();
