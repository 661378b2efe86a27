import { createContext } from 'svelte';
import type { Catalogue } from '$lib/model/catalogue';
import type { Card, Door, Kiosk, KioskLanguage, MovingView, Told } from '$lib/model/kiosk';
import type { StepView } from '$lib/model/lesson';
import { viewOf } from '$lib/state/step-view';
import type { ViewState } from '$lib/state/view.svelte';
import { AttractLoop } from './attract-loop.svelte';
import { CursorRun } from './cursor-run';
import { DoorSteps } from './door-steps.svelte';
import { IdleClock } from './idle-clock.svelte';
import { clearLeftovers } from './leftovers';
import type { Narrator } from './narrator.svelte';
import type { ColdState, Place } from './place';

/** How long a move of the map takes, milliseconds. */
const MOVE = 7000;

interface Setting {
	kiosk: Kiosk;
	view: ViewState;
	narrator: Narrator;
	/** Whether nothing shall move by itself. */
	isCalm: () => boolean;
	/** Language of the page, and of every new visit. */
	language: KioskLanguage;
	/** The records, named in a language. */
	catalogueIn: (language: KioskLanguage) => Catalogue;
	/** A visitor has come. */
	onvisit: () => void;
}

/**
 * The visit: where the visitor is, in which language, and what ends it. Nothing of it is in the address or in the history, so that
 * nobody can go back to the last visitor's.
 */
export class KioskState {
	readonly kiosk: Kiosk;
	readonly view: ViewState;
	readonly narrator: Narrator;
	readonly clock: IdleClock;
	readonly loop: AttractLoop;
	readonly steps: DoorSteps;
	readonly #run: CursorRun;
	readonly #setting: Setting;
	readonly #onreset = new Set<() => void>();
	#place = $state.raw<Place>({ at: 'attract' });
	#isCounted = false;
	#language = $state<KioskLanguage>('en');
	/** Number of the visit: what is made for one visitor is made anew when it changes. */
	#visit = $state(0);
	#isStaff = $state(false);
	#isSourcesOpen = $state(false);

	/** The card that is shown. */
	readonly card: Card | undefined = $derived.by(() =>
		this.#place.at === 'card' ? this.kiosk.visit[this.#place.index] : undefined
	);
	/** The door that is open. */
	readonly door: Door | undefined = $derived.by(() =>
		this.#place.at === 'door' ? this.kiosk.doors[this.#place.index] : undefined
	);
	/** Whether the map shows the armies and what was proposed for them. */
	readonly showsArmies: boolean = $derived.by(() => this.card?.armies ?? this.door?.armies ?? false);
	readonly isReading: boolean = $derived.by(() => this.door?.kind === 'document');

	constructor(setting: Setting) {
		const { kiosk, view, narrator, isCalm, language } = setting;
		this.#setting = setting;
		this.kiosk = kiosk;
		this.view = view;
		this.narrator = narrator;
		this.#language = language;
		this.#run = new CursorRun(view, isCalm);
		this.steps = new DoorSteps(view, this.#run, () => this.door);
		this.clock = new IdleClock({
			limit: () => (this.isReading ? kiosk.idle.reading : kiosk.idle.usual),
			countdown: () => kiosk.idle.countdown,
			spokenAt: () => narrator.spokenAt,
			onexpire: () => this.resetVisit()
		});
		this.loop = new AttractLoop(kiosk.attract, (scene) => this.#show(scene, scene.seconds * 700));
	}

	get place() {
		return this.#place;
	}
	get language() {
		return this.#language;
	}
	get visit() {
		return this.#visit;
	}
	/** Whether the staff's panel, or the pad before it, is open. */
	get isStaff() {
		return this.#isStaff;
	}
	get isSourcesOpen() {
		return this.#isSourcesOpen;
	}

	/** The words in the visitor's language. */
	tell(told: Told): string {
		// A particle stays at its quotation: a browser would part a line between the two.
		return told[this.#language].replace(/([”’])(?=\p{Script=Hangul})/gu, '$1\u2060');
	}

	/** Begins to wait for visitors. Returns the clean-up. */
	open() {
		this.loop.start();
		return () => {
			this.loop.stop();
			this.#run.stop();
			this.clock.stop();
			this.narrator.stop();
		};
	}

	/** A visitor has come. Whoever comes by the keys may not see the screen: to them it speaks. */
	enter(by: 'touch' | 'key') {
		if (this.#place.at !== 'attract') return;
		this.loop.stop();
		this.#run.stop();
		this.narrator.turn(by === 'key');
		this.clock.start();
		this.#go({ at: 'language' });
	}

	/** At the choice of a language the visit begins with it; elsewhere everything stays but the words. */
	speak(language: KioskLanguage) {
		this.#setLanguage(language);
		if (this.#place.at === 'language') this.#begin();
	}

	forward() {
		const place = this.#place;
		if (place.at === 'language') this.#begin();
		if (place.at !== 'card') return;
		const isLast = place.index + 1 >= this.kiosk.visit.length;
		this.#go(isLast ? { at: 'doors' } : { at: 'card', index: place.index + 1 });
	}

	back() {
		const place = this.#place;
		if (this.#isSourcesOpen) this.showSources(false);
		else if (place.at === 'door') this.#go({ at: 'doors' });
		else if (place.at === 'doors') this.#go({ at: 'card', index: this.kiosk.visit.length - 1 });
		else if (place.at === 'card')
			this.#go(place.index > 0 ? { at: 'card', index: place.index - 1 } : { at: 'language' });
	}

	openDoor(index: number) {
		if (this.kiosk.doors[index]) this.#go({ at: 'door', index });
	}

	/** To the three doors; before a language is chosen there are none yet. */
	goHome() {
		if (this.#place.at !== 'attract' && this.#place.at !== 'language') this.#go({ at: 'doors' });
	}

	/** Lets the map of the card move once more. */
	moveAgain() {
		if (this.card) this.#show(this.card, MOVE);
	}

	showSources(isOpen: boolean) {
		this.#isSourcesOpen = isOpen;
	}

	/** The hidden gesture was made, or the staff goes. */
	showStaff(isOpen: boolean) {
		this.#isStaff = isOpen;
		if (isOpen && this.clock.status === 'off') this.clock.start();
	}

	/** Ends the visit: whoever comes next finds everything as it was for the first. */
	resetVisit() {
		this.#run.stop();
		this.clock.stop();
		this.narrator.reset();
		this.#isStaff = false;
		this.#isSourcesOpen = false;
		this.#setLanguage(this.#setting.language);
		this.view.hover(null);
		clearLeftovers();
		this.steps.begin();
		this.#visit += 1;
		this.#isCounted = false;
		this.#place = { at: 'attract' };
		this.loop.start();
		for (const heard of this.#onreset) heard();
	}

	/** Calls back after every reset, when nothing is lost by a new version or a fresh start. Returns the clean-up. */
	onReset(heard: () => void) {
		this.#onreset.add(heard);
		return () => void this.#onreset.delete(heard);
	}

	/** What has to be equal after every reset. */
	describe(): ColdState {
		return {
			at: this.#place.at,
			language: this.#language,
			query: this.view.query,
			narrator: [this.narrator.isOn, this.narrator.volume, this.narrator.isSpeaking].join(' '),
			idle: this.clock.status,
			isStaff: this.#isStaff
		};
	}

	/** Whoever has chosen a language is a visitor; a cloth, or the staff's gesture, is none. */
	#begin() {
		if (!this.#isCounted) this.#setting.onvisit();
		this.#isCounted = true;
		this.#go({ at: 'card', index: 0 });
	}

	#setLanguage(language: KioskLanguage) {
		if (language === this.#language) return;
		this.#language = language;
		this.view.renameBy(this.#setting.catalogueIn(language));
	}

	#go(place: Place) {
		this.#run.stop();
		this.#isSourcesOpen = false;
		this.steps.begin();
		this.#place = place;
		if (this.card) this.#show(this.card, MOVE);
		else if (this.door) this.#open(this.door.view);
		this.clock.reconsider();
	}

	#show({ view, until }: MovingView, time: number) {
		this.#run.stop();
		this.#open(view);
		if (until !== null) this.#run.start(until, time);
	}

	#open(view: StepView) {
		this.view.reopen(viewOf(view, this.view.catalogue));
	}
}

export const [getKiosk, setKiosk] = createContext<KioskState>();
