import { bandOf, measureScreen, REACH, roomOf } from '$lib/model/kiosk-screen';
import { parseReference } from '$lib/model/references';
import type { ViewWishRecord } from '$lib/schema/records';
import { createCheck, createJudge, type PlacedMention } from './check-references';
import { problemAt, type DataPath } from './data-file';
import type { Draft } from './draft';
import type { Problem } from './problems';

/** What the controls need of the band that everybody reaches, millimetres. */
const LEAST_BAND = 200;
/** What the layout needs of the shorter side, in sizes of its smallest type. */
const LEAST_ROOM = 30;
/** What may stay empty below the controls where the screen lies, as a share of its height: with more the words above have no room. */
const MOST_SILL = 0.06;

/** What does not fit in kiosk.yaml: references that lead nowhere, doors without what they need, a screen nobody can use. */
export function checkKiosk(draft: Draft): Problem[] {
	const entry = draft.kiosk;
	if (!entry) return [];
	const { record, data } = entry;
	const opening = draft.collection?.record.opening.document;
	const mentions: PlacedMention[] = (['attract', 'visit', 'doors'] as const).flatMap((list) =>
		record[list].flatMap(({ view }, index) => listMentions(view, opening, [list, index, 'view']))
	);
	record.doors.forEach(({ stops, view }, index) => {
		stops.forEach(({ annotation }, number) => {
			const path = ['doors', index, 'stops', number, 'annotation'];
			mentions.push({ kind: 'annotation', id: annotation, within: view.document ?? opening, path });
		});
	});
	// An annotation is judged within its document, not as a line of its own.
	const check = createCheck(createJudge(draft));
	const at = (path: DataPath, expected: string, found: string, advice: string) =>
		problemAt(data, path, { expected, found, advice });
	const problems = check(entry, mentions);

	record.visit.forEach(({ shows, view }, index) => {
		if (shows === 'words' && view.phrase === undefined) {
			const advice = 'name one of its annotations under "phrase", or leave out "shows"';
			problems.push(at(['visit', index, 'view'], 'the phrase whose words are shown', 'none', advice));
		}
	});
	record.doors.forEach(({ kind, stops }, index) => {
		if (kind === 'document' && stops.length === 0) {
			const advice = 'add at least one annotation and what to see in it';
			problems.push(at(['doors', index], 'stops, for a door of the kind document', 'none', advice));
		}
	});

	const { orientation, ...panel } = record.screen;
	const screen = {
		...{ pitch: panel.pixel_pitch_mm, width: panel.width_px, height: panel.height_px },
		...{ bottom: panel.bottom_mm, distance: panel.viewing_distance_mm }
	};
	const lies = screen.width > screen.height ? 'landscape' : 'portrait';
	if (lies !== orientation) {
		const expected = `${lies}, for ${screen.width} × ${screen.height} pixels`;
		const advice = 'give width and height as the screen hangs, or correct the orientation';
		problems.push(at(['screen', 'orientation'], expected, orientation, advice));
	}
	const band = bandOf(screen);
	if (band < LEAST_BAND) {
		const expected = `at least ${LEAST_BAND} mm of the screen between ${REACH.least} and ${REACH.most} mm from the floor`;
		const advice = 'hang the screen lower or higher; all controls stand in that band';
		problems.push(at(['screen', 'bottom_mm'], expected, `${band} mm`, advice));
	}
	const sill = measureScreen(screen).sill / screen.height;
	if (lies === 'landscape' && sill > MOST_SILL) {
		const least = Math.ceil(REACH.least - MOST_SILL * screen.height * screen.pitch);
		const found = `${screen.bottom} mm`;
		const advice = 'hang it higher, or upright: the controls cannot be lower than everybody reaches';
		problems.push(
			at(['screen', 'bottom_mm'], `a lying screen at least ${least} mm from the floor`, found, advice)
		);
	}
	const room = Math.floor(roomOf(screen));
	if (room < LEAST_ROOM) {
		const expected = `a screen whose shorter side holds ${LEAST_ROOM} lines that can be read from there`;
		const advice = 'take a larger screen, or bring the visitors nearer';
		problems.push(at(['screen', 'viewing_distance_mm'], expected, `${room}`, advice));
	}
	return problems;
}

function listMentions(view: ViewWishRecord, opening: string | undefined, path: DataPath): PlacedMention[] {
	const { phrase, selection, seen_from, beside } = view;
	const within = view.document ?? opening;
	const chosen = parseReference(selection ?? '');
	return [
		...(phrase === undefined
			? []
			: [{ kind: 'annotation' as const, id: phrase, within, path: [...path, 'phrase'] }]),
		...(seen_from === undefined
			? []
			: [{ kind: 'desk' as const, id: seen_from, path: [...path, 'seen_from'] }]),
		...(beside === undefined ? [] : [{ kind: 'document' as const, id: beside, path: [...path, 'beside'] }]),
		...(chosen ? [{ ...chosen, path: [...path, 'selection'] }] : [])
	];
}
