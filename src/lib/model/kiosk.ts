import type { KioskRecord } from '$lib/schema/records';
import type { StepView } from './lesson';

/** As of every record; taken from the schema, for the collection holds the kiosk and not the other way about. */
type CitationOf = Exclude<KioskRecord['visit'][number]['sources'][number], string>;

/** Words in every language of a kiosk. */
export type Told = KioskRecord['question'];
export type KioskLanguage = keyof Told;

interface Vouched {
	certainty: KioskRecord['visit'][number]['certainty'];
	sources: CitationOf[];
}

/** A view, and the moment to which the cursor runs while it is shown. Milliseconds UTC. */
export interface MovingView {
	view: StepView;
	until: number | null;
}

/** A scene of the loop that plays while nobody is there. */
export interface Scene extends Vouched, MovingView {
	id: string;
	seconds: number;
	words: Told;
}

/** A card of the short visit. */
export interface Card extends Vouched, MovingView {
	id: string;
	title: Told;
	text: Told;
	/** Whether the map shows the armies and what was proposed for them. */
	armies: boolean;
	/** What of the view the card is about: the map, or the words of its phrase. */
	shows: 'map' | 'words';
}

/** A phrase of the document behind a door, and what to see in it. */
export interface Stop {
	annotation: string;
	text: Told;
}

export interface Door extends Vouched {
	id: string;
	kind: 'document' | 'front' | 'desks';
	title: Told;
	text: Told;
	view: StepView;
	armies: boolean;
	stops: Stop[];
}

/** The panel as it hangs on the wall: millimetres, and pixels of the panel itself. */
export interface Screen {
	pitch: number;
	width: number;
	height: number;
	/** From the floor to the lower edge of the picture. */
	bottom: number;
	/** From the eye to the glass. */
	distance: number;
}

/** The collection on a screen that stands in a room. */
export interface Kiosk {
	languages: KioskLanguage[];
	screen: Screen;
	/** Seconds. */
	idle: { usual: number; reading: number; countdown: number };
	code: string;
	question: Told;
	attract: Scene[];
	visit: Card[];
	doors: Door[];
}
