import type { Catalogue } from '$lib/model/catalogue';
import type { About } from '$lib/model/collection';
import { parseFilters, printFilters, type Filters } from '$lib/model/filters';
import { referTo, type Reference } from '$lib/model/references';
import { follow, whenOf } from './moment';

/** Where the map looks: degrees, and zoom in MapLibre's sense (512 px to the world at zoom 0). */
export interface Camera {
	centre: [number, number];
	zoom: number;
}

/** Everything a link restores. Times in milliseconds UTC. */
export interface ViewFacts {
	/** The document open in the reader. */
	document: string;
	selection: Reference | null;
	/** An annotation of the open document. */
	phrase: string | null;
	cursor: number;
	window: [number, number];
	camera: Camera;
	/** The desk whose knowledge decides what stands and what fades; null for ours. */
	seenFrom: string | null;
	filters: Filters;
	/** A second moment, whose front is set beside that of the cursor. */
	against: number | null;
	/** Degrees of longitude at which the map is parted between the two fronts; null while one lies over the other. */
	divider: number | null;
	/** A second document, set beside the open one. */
	beside: string | null;
}

/** The view that a link without a query opens. */
export function openingView({ opening }: About): ViewFacts {
	return {
		document: opening.document,
		selection: referTo('document', opening.document),
		phrase: null,
		cursor: opening.cursor,
		window: opening.window,
		camera: opening.camera,
		seenFrom: null,
		filters: {},
		against: null,
		divider: null,
		beside: null
	};
}

interface Parameter<T> {
	print: (value: T) => string;
	/** undefined when the text means nothing in this collection. */
	parse: (text: string, catalogue: Catalogue) => T | undefined;
}

const MINUTE = 60_000;

/** "1950-10-01T15:40Z": to the minute, in UTC, so that a link means the same everywhere. */
export function printInstant(instant: number): string {
	// Years far from ours have six digits and a sign.
	return new Date(instant).toISOString().replace(/:\d\d\.\d{3}Z$/, 'Z');
}

export function parseInstant(text: string): number | undefined {
	if (!/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\dZ$/.test(text)) return undefined;
	const instant = Date.parse(text.replace('Z', ':00Z'));
	return Number.isFinite(instant) ? instant : undefined;
}

const parameters: { [K in keyof ViewFacts]: Parameter<ViewFacts[K]> & { key: string } } = {
	document: {
		key: 'doc',
		print: (id) => id,
		parse: (text, catalogue) => (catalogue.find('document', text) ? text : undefined)
	},
	selection: {
		key: 'sel',
		print: (reference) => reference ?? '',
		parse: (text, catalogue) => (text === '' ? null : catalogue.has(text) ? text : undefined)
	},
	phrase: {
		key: 'p',
		print: (id) => id ?? '',
		parse: (text) => text || null
	},
	cursor: {
		key: 't',
		print: printInstant,
		parse: parseInstant
	},
	window: {
		key: 'w',
		print: ([from, to]) => `${printInstant(from)}_${printInstant(to)}`,
		parse: (text) => {
			const [from, to] = text.split('_').map(parseInstant);
			return from !== undefined && to !== undefined && to - from >= MINUTE ? [from, to] : undefined;
		}
	},
	camera: {
		key: 'm',
		print: ({ centre: [lon, lat], zoom }) => `${lon.toFixed(3)},${lat.toFixed(3)},${zoom.toFixed(2)}`,
		parse: (text) => {
			const numbers = text.split(',').map(Number);
			const [lon, lat, zoom] = numbers;
			if (numbers.length !== 3 || lon === undefined || lat === undefined || zoom === undefined)
				return undefined;
			const fits = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
			return fits ? { centre: [lon, lat], zoom } : undefined;
		}
	},
	seenFrom: {
		key: 'as',
		print: (desk) => desk ?? '',
		parse: (text, { about }) =>
			text === '' ? null : about.desks.some(({ id }) => id === text) ? text : undefined
	},
	filters: {
		key: 'only',
		print: printFilters,
		parse: (text, catalogue) => (text === '' ? {} : (parseFilters(text, catalogue) ?? undefined))
	},
	against: {
		key: 't2',
		print: (instant) => (instant === null ? '' : printInstant(instant)),
		parse: (text) => (text === '' ? null : parseInstant(text))
	},
	divider: {
		key: 'x',
		print: (longitude) => longitude?.toFixed(3) ?? '',
		parse: (text) => {
			const longitude = Number(text);
			return text === '' ? null : Math.abs(longitude) <= 180 ? longitude : undefined;
		}
	},
	beside: {
		key: 'doc2',
		print: (id) => id ?? '',
		parse: (text, catalogue) => (text === '' ? null : catalogue.find('document', text) ? text : undefined)
	}
};

const names = Object.keys(parameters) as (keyof ViewFacts)[];

/**
 * What a link means where it does not say. Chosen is what is chosen in the opening as long as the same is open, else what its phrase
 * speaks of, else its document; the moment is the opening one, or that of what is chosen, or else of the document.
 */
function imply(
	facts: ViewFacts,
	opening: ViewFacts,
	catalogue: Catalogue,
	isSelectionGiven: boolean
): ViewFacts {
	const { document, phrase } = facts;
	const isOpen = document === opening.document && phrase === opening.phrase;
	const annotation = phrase ? catalogue.findPhrase(document, phrase) : undefined;
	const implied = isOpen ? opening.selection : (annotation?.target ?? referTo('document', document));
	const selection = isSelectionGiven ? facts.selection : implied;
	if (isOpen && selection === opening.selection) return opening;
	const dated = whenOf(catalogue, selection) ? selection : referTo('document', document);
	// The opening document opens at the opening moment, wherever in its time that is.
	const moment = dated === referTo('document', opening.document) ? {} : follow(catalogue, dated, opening);
	return { ...opening, selection: implied, ...moment };
}

/** The query of a link to a choice, at the moment that belongs to it. The document is always named. */
export function printChoice(
	choice: Pick<ViewFacts, 'document' | 'selection' | 'phrase'>,
	opening: ViewFacts,
	catalogue: Catalogue
): string {
	const { cursor, window } = imply({ ...opening, ...choice }, opening, catalogue, true);
	const query = printView({ ...opening, ...choice, cursor, window }, opening, catalogue);
	// A kept link must not change with the collection's opening document.
	return query.startsWith(`${parameters.document.key}=`)
		? query
		: [`${parameters.document.key}=${choice.document}`, query].filter(Boolean).join('&');
}

/** The query of a link to a view; what is as in the opening view is left out. Foreign keys of `base` are kept. */
export function printView(facts: ViewFacts, opening: ViewFacts, catalogue: Catalogue, base = ''): string {
	const query = new URLSearchParams(base);
	const assumed = imply(facts, opening, catalogue, true);
	for (const name of names) {
		const { key, print } = parameters[name] as Parameter<unknown> & { key: string };
		const text = print(facts[name]);
		if (text === print(assumed[name])) query.delete(key);
		else query.set(key, text);
	}
	return query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** What of a query is not the view's: the parts that other pages and rooms have put there. */
export function keepForeign(query: string): string {
	const rest = new URLSearchParams(query);
	for (const name of names) rest.delete(parameters[name].key);
	return rest.toString();
}

/** Whether two queries mean the same, but for where the map looks. */
export function isSameElsewhere(query: string, other: string): boolean {
	const [one, two] = [query, other].map((text) => {
		const rest = new URLSearchParams(text);
		rest.delete(parameters.camera.key);
		return rest.toString();
	});
	return one === two;
}

/** Reads a query over the opening view. `unread` names what was given and could not be used. */
export function parseView(
	query: string,
	opening: ViewFacts,
	catalogue: Catalogue
): { facts: ViewFacts; unread: { key: string; text: string }[] } {
	const given = new URLSearchParams(query);
	const facts: ViewFacts = { ...opening };
	const read = new Set<keyof ViewFacts>();
	const unread: { key: string; text: string }[] = [];
	for (const name of names) {
		const { key, parse } = parameters[name];
		const text = given.get(key);
		if (text === null) continue;
		const value = parse(text, catalogue);
		if (value === undefined) {
			unread.push({ key, text });
			continue;
		}
		Object.assign(facts, { [name]: value });
		read.add(name);
	}
	if (facts.phrase !== null && !catalogue.findPhrase(facts.document, facts.phrase)) {
		// The opening's own phrase stays behind with its document.
		if (read.has('phrase')) unread.push({ key: parameters.phrase.key, text: facts.phrase });
		facts.phrase = null;
	}
	const assumed = imply(facts, opening, catalogue, read.has('selection'));
	for (const name of ['selection', 'cursor', 'window'] as const) {
		if (!read.has(name)) Object.assign(facts, { [name]: assumed[name] });
	}
	return { facts, unread };
}
