import type { Catalogue } from '$lib/model/catalogue';
import { wallClock } from '$lib/model/zones';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';

const MINUTE = 60_000;

export function deskName({ about }: Catalogue, desk: string): string {
	return about.desks.find(({ id }) => id === desk)?.name ?? desk;
}

/** The IANA zone of a desk's place. */
export function deskZone(catalogue: Catalogue, desk: string): string {
	const place = catalogue.about.desks.find(({ id }) => id === desk)?.place;
	return (place && catalogue.find('place', place)?.zone) ?? catalogue.about.zone;
}

/** Whose clock a zone is: the first desk that keeps it, or the zone's own name. */
export function zoneText(catalogue: Catalogue, zone: string): string {
	const desk = catalogue.about.desks.find(({ id }) => deskZone(catalogue, id) === zone);
	return desk?.name ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

/** An instant (milliseconds UTC) by the clock of a zone. */
export function momentText(instant: number, zone: string, length: 'long' | 'short' = 'long'): string {
	const { hour, minute, ...date } = wallClock(instant, zone);
	const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
	return dayText(date, clock, length);
}

/** A bound of what is possible: at midnight it is the end of the day before. */
export function endText(instant: number, zone: string): string {
	const { hour, minute } = wallClock(instant, zone);
	if (hour !== 0 || minute !== 0) return momentText(instant, zone);
	return m.lens_end_of({ date: dayText(wallClock(instant - MINUTE, zone)) });
}

function dayText(
	{ year, month, day }: { year: number; month: number; day: number },
	clock?: string,
	length: 'long' | 'short' = 'long'
): string {
	return dateText(
		{
			from: { year, month, day },
			...(clock && { clock }),
			approximate: false,
			uncertain: false,
			oneOf: false
		},
		length
	);
}
