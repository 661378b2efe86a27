import { createContext } from 'svelte';
import type { Catalogue, Light } from '$lib/model/catalogue';
import { frontAt, type FrontAt } from '$lib/model/front-at';
import type { FrontHeard } from '$lib/model/knowledge';
import { parseReference, referTo, referToPhrase, type Reference } from '$lib/model/references';
import type { Attention, Sender } from './attention';
import type { Standing } from './lens.svelte';
import { clampCursor, clampWindow, follow } from './moment';
import { Pointing } from './pointing.svelte';
import { openingView, parseView, printView, type Camera, type ViewFacts } from './url';

/**
 * The one object the views share: what is open, chosen, pointed at, and when. Views read its fields through `$derived` and write
 * through its methods only. It knows neither the DOM nor the address bar.
 */
export class ViewState extends Pointing {
	#opening = $state.raw() as ViewFacts;
	#document = $state('');
	#selection = $state.raw<Reference | null>(null);
	#phrase = $state<string | null>(null);
	#cursor = $state(0);
	#window = $state.raw<[number, number]>([0, 0]);
	#camera = $state.raw<Camera>({ centre: [0, 0], zoom: 0 });
	#against = $state<number | null>(null);
	#divider = $state<number | null>(null);
	#beside = $state<string | null>(null);
	#attention = $state.raw<Attention>({ by: 'opening' });
	#unread = $state.raw<{ key: string; text: string }[]>([]);

	/** What a link to this view says after the `?`. */
	readonly query = $derived.by(() => printView(this.facts, this.opening, this.catalogue));
	/** The front at the cursor; null when no claim reaches it. */
	readonly front: FrontAt | null = $derived.by(() => frontAt(this.catalogue.data.fronts, this.#cursor));
	/** The front at the second moment; null when there is none, or no claim reaches it. */
	readonly frontAgainst: FrontAt | null = $derived.by(() =>
		this.#against === null ? null : frontAt(this.catalogue.data.fronts, this.#against)
	);
	/** The front as the chosen desk last heard of it; null when no document tells. */
	readonly frontHeard: FrontHeard | null = $derived.by(
		() => this.knowledge?.frontHeard(this.#cursor) ?? null
	);
	/** The phrase in the reader that is chosen, or the record. */
	readonly chosen: Light | null = $derived.by(() =>
		this.#phrase ? referToPhrase(this.#document, this.#phrase) : this.#selection
	);
	readonly #related: ReadonlySet<Light> = $derived.by(
		() =>
			new Set([
				...(this.#selection ? this.catalogue.litBy(this.#selection) : []),
				...(this.#phrase && this.chosen ? this.catalogue.litBy(this.chosen) : [])
			])
	);

	/** @param opening where it opens, if not as the collection says */
	constructor(catalogue: Catalogue, opening = openingView(catalogue.about)) {
		super(catalogue);
		this.#opening = opening;
		this.#take(opening);
	}

	/** The view that a link without a query means; links to this view say only what differs from it. */
	get opening() {
		return this.#opening;
	}

	get document() {
		return this.#document;
	}
	get selection() {
		return this.#selection;
	}
	get phrase() {
		return this.#phrase;
	}
	/** Milliseconds UTC. */
	get cursor() {
		return this.#cursor;
	}
	/** First and last instant the chart shows, milliseconds UTC. */
	get window() {
		return this.#window;
	}
	get camera() {
		return this.#camera;
	}
	/** The moment whose front is compared with that of the cursor, milliseconds UTC. */
	get against() {
		return this.#against;
	}
	/** Where the two fronts meet when they share the map, degrees of longitude; null while one lies over the other. */
	get divider() {
		return this.#divider;
	}
	/** The document beside the open one. */
	get beside() {
		return this.#beside;
	}
	get attention() {
		return this.#attention;
	}
	/** Parts of the link that could not be used; empty when all was understood or the reader has been told. */
	get unread() {
		return this.#unread;
	}
	get facts(): ViewFacts {
		return {
			document: this.#document,
			selection: this.#selection,
			phrase: this.#phrase,
			cursor: this.#cursor,
			window: this.#window,
			camera: this.#camera,
			seenFrom: this.seenFrom,
			filters: this.filters,
			against: this.#against,
			divider: this.#divider,
			beside: this.#beside
		};
	}

	/** Chosen itself. */
	isSelected(light: Light): boolean {
		return light === this.#selection || light === this.chosen;
	}
	/** Belonging to what is chosen, or found by the search. */
	isRelated(light: Light): boolean {
		return this.#related.has(light) || this.isFound(light);
	}

	/** How a record is to be drawn at the cursor. */
	standing(reference: Reference): Standing {
		return this.standingAt(reference, this.#cursor);
	}

	/** Chooses a record: opens the words that vouch for it, and moves the cursor to its time. */
	select(reference: Reference, by: Sender) {
		const parsed = parseReference(reference);
		if (!parsed || !this.catalogue.has(reference)) return;
		this.#selection = reference;
		const phrases = this.catalogue.phrasesFor(reference);
		const phrase = phrases.find(({ document }) => document === this.#document) ?? phrases[0];
		if (parsed.kind === 'document') {
			this.#open(parsed.id);
			this.#phrase = null;
		} else if (phrase) {
			this.#open(phrase.document);
			this.#phrase = phrase.id;
		} else {
			this.#phrase = null;
		}
		const { cursor, window } = follow(this.catalogue, reference, {
			cursor: this.#cursor,
			window: this.#window
		});
		this.#cursor = cursor;
		this.#window = window;
		this.#attention = { by };
	}

	/** Chooses a phrase of a document, and with it what the phrase speaks of. */
	read(document: string, phrase: string | null, by: Sender) {
		if (!this.catalogue.find('document', document)) return;
		const annotation = phrase ? this.catalogue.findPhrase(document, phrase) : undefined;
		this.#open(document);
		this.#phrase = annotation?.id ?? null;
		this.#selection = annotation?.target ?? referTo('document', document);
		this.#attention = { by };
	}

	moveCursor(instant: number) {
		this.#cursor = clampCursor(instant, this.catalogue.about.span);
	}

	/** Shows a stretch of time, no shorter than a quarter of an hour and inside the collection's span. */
	showWindow(window: readonly [number, number]) {
		this.#window = clampWindow(window, this.catalogue.about.span);
	}

	/** Sets the front of a second moment beside that of the cursor; null takes it away. */
	compareWith(instant: number | null) {
		this.#against = instant === null ? null : clampCursor(instant, this.catalogue.about.span);
		if (instant === null) this.#divider = null;
	}

	/** Parts the map between the two fronts that are compared, at a longitude; null lays one over the other again. */
	divideAt(longitude: number | null) {
		this.#divider = this.#against === null ? null : longitude;
	}

	/** Sets a second document beside the open one; null takes it away. */
	setBeside(document: string | null) {
		if (document === this.#document) this.#beside = null;
		else if (document === null || this.catalogue.find('document', document)) this.#beside = document;
	}

	moveTo(camera: Camera) {
		this.#camera = camera;
	}

	/** Escape: back from a phrase or record to the open document. Tells whether anything changed. */
	stepBack(): boolean {
		const home = referTo('document', this.#document);
		if (!this.#phrase && this.#selection === home) return false;
		this.#phrase = null;
		this.#selection = home;
		return true;
	}

	/** Takes the view from a link's query. */
	restore(query: string) {
		const { facts, unread } = parseView(query, this.opening, this.catalogue);
		this.#take(facts);
		this.#unread = unread;
		this.#attention = { by: this.query === '' ? 'opening' : 'link' };
	}

	/** Opens elsewhere, as at the next step of a lesson. */
	reopen(opening: ViewFacts) {
		this.#opening = opening;
		this.restore('');
	}

	dismissNotice() {
		this.#unread = [];
	}

	/** The document beside, when it is opened, changes places with the open one: both go on standing there. */
	#open(document: string) {
		if (document === this.#beside) this.#beside = this.#document;
		this.#document = document;
	}

	#take(facts: ViewFacts) {
		this.#document = facts.document;
		this.#selection = facts.selection;
		this.#phrase = facts.phrase;
		this.#cursor = facts.cursor;
		this.#window = facts.window;
		this.#camera = facts.camera;
		this.seeAs(facts.seenFrom);
		this.narrow(facts.filters);
		this.#against = facts.against;
		this.divideAt(facts.divider);
		this.setBeside(facts.beside);
	}
}

export const [getView, setView] = createContext<ViewState>();
