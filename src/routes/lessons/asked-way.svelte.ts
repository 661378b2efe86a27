import { createContext } from 'svelte';
import { chooseWay, type LessonOutline, type Way } from '$lib/model/lesson';
import type { LevelName } from '$lib/schema/records';

/** "?present=1": for a projector; "?embed=1": in a frame of somebody else's page. */
const KEPT = ['present', 'embed'] as const;
export type Kept = (typeof KEPT)[number] | null;

type Offer = Pick<LessonOutline, 'levels' | 'variants'>;

/**
 * For whom and how long, as the address says. A page that was made beforehand knows no address: it shows the usual way, and the one
 * asked for once it runs.
 */
export class AskedWay {
	#asked = $state.raw<{ level: string | null; minutes: string | null }>({ level: null, minutes: null });
	#kept = $state.raw<Kept>(null);
	#only = $state.raw<LevelName | null>(null);

	read() {
		const query = new URLSearchParams(location.search);
		this.#asked = { level: query.get('level'), minutes: query.get('minutes') };
		// A course has a frame of its own making; any other is somebody else's page.
		const isFramed = window.parent !== window && document.documentElement.dataset['course'] === undefined;
		this.#kept = KEPT.find((name) => query.get(name) === '1') ?? (isFramed ? 'embed' : null);
	}

	/** A package may be made for one level only. @param level null: the student chooses */
	fix(level: LevelName | null) {
		this.#only = level;
	}

	/** The lesson, with as many of its levels as can be chosen here. */
	offer<T extends Offer>(lesson: T): T {
		const levels = lesson.levels.filter((level) => level === this.#only);
		return levels.length > 0 ? { ...lesson, levels } : lesson;
	}

	/** How the page is shown, which its links to other steps keep. */
	get kept(): Kept {
		return this.#kept;
	}

	of(lesson: Offer): Way {
		return chooseWay(this.offer(lesson), this.#asked);
	}
}

/** A page of a lesson on this way: "…/?level=middle&minutes=15"; nothing is said of what is as usual. */
export function addressOf(page: string, way: Way, lesson: Offer, kept: Kept = null): string {
	const usual = chooseWay(lesson, {});
	const query = new URLSearchParams();
	if (way.level !== usual.level) query.set('level', way.level);
	if (way.minutes !== usual.minutes) query.set('minutes', String(way.minutes));
	if (kept) query.set(kept, '1');
	// With its last stroke, so that no server has to send it on and loses the query.
	return `${page}/${query.size > 0 ? `?${query}` : ''}`;
}

export const [getAskedWay, setAskedWay] = createContext<AskedWay>();
