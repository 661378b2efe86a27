import type { LevelName } from '$lib/schema/records';
import { m } from '$lib/paraglide/messages';
import { joinList } from '$lib/ui/page-language';

export const LEVELS: Record<LevelName, () => string> = {
	middle: m.lesson_level_middle,
	high: m.lesson_level_high,
	university: m.lesson_level_university
};

/** "15, 45 or 90 minutes" */
export function lengthsText(minutes: readonly number[]): string {
	const [last, ...before] = minutes.map(String).reverse();
	const list =
		before.length === 0 ? last : m.lesson_or({ list: joinList(before.reverse()), last: last ?? '' });
	return m.lesson_lengths({ list: list ?? '' });
}
