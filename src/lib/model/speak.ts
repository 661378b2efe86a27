import type { About, CollectionData, Name } from './collection';

interface Named {
	name: string;
	names: Name[];
	original?: string;
}

/**
 * The collection with its names in another language, as far as it has them: places, people, formations, desks, sides, kinds and lanes
 * of events, what is proposed on the map and the ground held apart, the title. Everything else stays in the collection's own language. The same object is given for the same data.
 * @param tag as BCP 47 has it: "ko", "zh-Hans"
 */
export function speakNames(data: CollectionData, tag: string): CollectionData {
	if (tag === data.about.language) return data;
	const known = spoken.get(data)?.get(tag);
	if (known) return known;
	const said = translate(data, tag);
	spoken.set(data, new Map([...(spoken.get(data) ?? []), [tag, said]]));
	return said;
}

const spoken = new WeakMap<CollectionData, ReadonlyMap<string, CollectionData>>();

function translate(data: CollectionData, tag: string): CollectionData {
	const { about, places, people, formations, movements, fronts } = data;
	const speak = <T extends Named>(records: T[]) =>
		records.map((record) => speakName(record, tag, about.language));
	const placeNames = new Map(places.map((place) => [place.id, nameIn(place.names, tag)]));
	return {
		...data,
		about: {
			...about,
			...(titleIn(about, tag) !== about.title && { title: titleIn(about, tag), original: about.title }),
			// A desk is called as its place is, where nothing else is said.
			desks: about.desks.map((desk) => ({
				...desk,
				name: nameIn(desk.names, tag) ?? placeNames.get(desk.place) ?? desk.name
			})),
			sides: speakLabels(about.sides, tag),
			event_kinds: speakLabels(about.event_kinds, tag),
			lanes: speakLabels(about.lanes, tag)
		},
		places: speak(places),
		people: speak(people),
		formations: speak(formations),
		movements: movements.map((movement) => speakLabel(movement, tag)),
		fronts: fronts.map((front) => ({
			...front,
			pockets: front.pockets.map((pocket) => ({ ...pocket, properties: speakLabel(pocket.properties, tag) }))
		}))
	};
}

/** The title in another language, as far as the collection has it. */
export function titleIn({ title, titles }: About, tag: string): string {
	return nameIn(titles, tag) ?? title;
}

/** The collection's own name is kept among the others: it is what its documents write. */
function speakName<T extends Named>(record: T, tag: string, language: string): T {
	const name = nameIn(record.names, tag);
	if (name === undefined) return record;
	const rest = record.names.filter(({ text, lang }) => text !== name || lang !== tag);
	return {
		...record,
		name,
		original: record.name,
		names: [{ text: record.name, lang: language, use: 'variant' }, ...rest]
	};
}

function speakLabels<T extends { name: string; names?: Name[] | undefined }>(labels: T[], tag: string): T[] {
	return labels.map((label) => ({ ...label, name: nameIn(label.names, tag) ?? label.name }));
}

function speakLabel<T extends { label: string; labels?: Name[] | undefined }>(told: T, tag: string): T {
	return { ...told, label: nameIn(told.labels, tag) ?? told.label };
}

/** Of several names in the language the first. */
function nameIn(names: readonly Name[] = [], tag: string): string | undefined {
	return names.find(({ lang }) => lang === tag)?.text;
}
