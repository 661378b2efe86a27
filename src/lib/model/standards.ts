import type { LevelName, StandardRecord } from '$lib/schema/records';
import type { Lesson } from './lesson';

/** Where a standard is practised: a step, and the levels whose task there is tagged with it. */
export interface StandardPlace {
	lesson: string;
	step: string;
	levels: LevelName[];
}

/** What one line of the matrix asks, under all codes that ask the same. */
export interface StandardRow {
	label: string;
	codes: string[];
	places: StandardPlace[];
}

export interface StandardGroup {
	framework: string;
	rows: StandardRow[];
}

/** Every code of the list in its order, with the steps whose tasks carry it; a code that no task carries stays out. */
export function tabulateStandards(
	standards: readonly StandardRecord[],
	lessons: readonly Lesson[]
): StandardGroup[] {
	const groups: StandardGroup[] = [];
	for (const { code, framework, label } of standards) {
		const places = findPlaces(code, lessons);
		if (places.length === 0) continue;
		let group = groups.find((one) => one.framework === framework);
		if (!group) groups.push((group = { framework, rows: [] }));
		const row = group.rows.find((one) => one.label === label);
		if (!row) group.rows.push({ label, codes: [code], places });
		else {
			row.codes.push(code);
			row.places = mergePlaces([...row.places, ...places], lessons);
		}
	}
	return groups;
}

function findPlaces(code: string, lessons: readonly Lesson[]): StandardPlace[] {
	return lessons.flatMap(({ id, levels, steps }) =>
		steps.flatMap((step) => {
			const tagged = levels.filter((level) => step.tellings[level].task?.standards.includes(code));
			return tagged.length > 0 ? [{ lesson: id, step: step.id, levels: tagged }] : [];
		})
	);
}

/** One place a step, in the order of lessons and steps. */
function mergePlaces(places: readonly StandardPlace[], lessons: readonly Lesson[]): StandardPlace[] {
	return lessons.flatMap(({ id, levels, steps }) =>
		steps.flatMap((step) => {
			const here = places.filter((place) => place.lesson === id && place.step === step.id);
			const merged = levels.filter((level) => here.some((place) => place.levels.includes(level)));
			return merged.length > 0 ? [{ lesson: id, step: step.id, levels: merged }] : [];
		})
	);
}
