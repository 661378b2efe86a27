import { BEGINNING, END, isExact, middleOf, type Interval } from '$lib/model/interval';
import type { Facts } from './mark-facts';

/**
 * Sets marks of one lane that are known only to the same stretch of time side by side inside it, in order of their ids. All of
 * the stretch is drawn as doubt; without this they would lie on one another at its middle, and no zoom could part them.
 */
export function setSideBySide(marks: readonly Facts[]): void {
	const groups = new Map<string, Facts[]>();
	for (const mark of marks) {
		const when = stretchOf(mark);
		if (!when) continue;
		const key = `${mark.lane} ${when.earliestStart} ${when.latestEnd}`;
		const known = groups.get(key);
		if (known) known.push(mark);
		else groups.set(key, [mark]);
	}
	for (const group of groups.values()) {
		if (group.length < 2) continue;
		group.sort((a, b) => (a.id < b.id ? -1 : 1));
		group.forEach((mark, place) => {
			const when = stretchOf(mark);
			if (!when) return;
			const step = (when.latestEnd - when.earliestStart) / group.length;
			mark.at = Math.min(when.earliestStart + step * (place + 0.5), latestOf(mark));
		});
	}
}

/** A message is not drawn leaving after it arrived. */
function latestOf(mark: Facts): number {
	return mark.type === 'cable' && mark.sent && mark.received ? middleOf(mark.received) : Infinity;
}

/** The stretch a mark may be moved in; undefined where its time is exact or has no bounds. A front stands where it is claimed. */
function stretchOf(mark: Facts): Interval | undefined {
	const when =
		mark.type === 'cable'
			? (mark.sent ?? mark.received)
			: mark.type === 'event'
				? mark.record.when
				: undefined;
	return when && !isExact(when) && !lasts(when) && when.earliestStart > BEGINNING && when.latestEnd < END
		? when
		: undefined;
}

/** Whether some of it is surely under way for a time: its middle is then more than a convention. */
function lasts({ earliestEnd, latestStart, oneOf }: Interval): boolean {
	return !oneOf && earliestEnd > latestStart;
}
