import type { KioskRecord } from '$lib/schema/records';
import type { CitationOf } from './collection';
import { toInterval } from './edtf-interval';
import { joinView } from './join-lessons';
import type { Kiosk } from './kiosk';

/** @param zone of moments that name none */
export function joinKiosk(record: KioskRecord, zone: string): Kiosk {
	const { languages, screen, idle, operator, question, attract, visit, doors } = record;
	const seen = <T extends { view: Parameters<typeof joinView>[0]; sources: (string | CitationOf)[] }>({
		view,
		sources,
		...rest
	}: T) => ({ ...rest, view: joinView(view, zone), sources: sources.map(toCitation) });
	const moving = <T extends (typeof attract)[number] | (typeof visit)[number]>({ until, ...rest }: T) => ({
		...seen(rest),
		until: until
			? toInterval({ edtf: until.date, clock: until.clock, zone: until.zone }, zone).earliestStart
			: null
	});
	return {
		...{ languages, question, code: operator.code },
		screen: {
			pitch: screen.pixel_pitch_mm,
			width: screen.width_px,
			height: screen.height_px,
			bottom: screen.bottom_mm,
			distance: screen.viewing_distance_mm
		},
		idle: {
			usual: idle.seconds,
			reading: idle.document_seconds,
			countdown: idle.countdown_seconds
		},
		attract: attract.map(moving),
		visit: visit.map(moving),
		doors: doors.map(seen)
	};
}

function toCitation(citation: string | CitationOf): CitationOf {
	return typeof citation === 'string' ? { source: citation } : citation;
}
