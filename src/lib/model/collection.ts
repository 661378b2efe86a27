import type { Feature, LineString, MultiPoint, Polygon } from 'geojson';
import type {
	AnnotationRecord,
	CollectionRecord,
	DisputeRecord,
	DocumentRecord,
	EventRecord,
	FormationRecord,
	FrontRecord,
	GlossaryRecord,
	KioskRecord,
	MovementRecord,
	PersonRecord,
	PlaceRecord,
	PlainRecord,
	SourceRecord,
	StandardRecord
} from '$lib/schema/records';
import type { Interval } from './interval';
import type { Kiosk } from './kiosk';
import type { Guide, Lesson, LessonRecords, PlainText } from './lesson';
import type { Reference } from './references';

/** A source as cited by a record. */
export interface CitationOf {
	source: string;
	locator?: string;
	seen?: boolean;
	note?: string;
}

/** What vouches for a record and how firmly. */
export interface Provenance {
	certainty: 'high' | 'medium' | 'low' | 'unknown';
	sources: CitationOf[];
	dispute: string[];
	note?: string;
}

type Stored<T> = Omit<T, 'certainty' | 'sources' | 'dispute' | 'note'>;

/** A name in another spelling, language or script. */
export type Name = PlaceRecord['names'][number];
/** Where the name, or the title, has been put into another language: the collection's own. */
interface Spoken {
	original?: string;
}

export type Place = Stored<PlaceRecord> & Provenance & Spoken;
export type Person = Stored<PersonRecord> & Provenance & Spoken;
export type Term = Stored<GlossaryRecord> & Provenance;
export type Source = SourceRecord;
export type EvidenceOf = EventRecord['evidence'][number];

export type CollectionEvent = Omit<Stored<EventRecord>, 'when'> & Provenance & { when: Interval };

export type FormationPosition = Omit<FormationRecord['positions'][number], 'when' | 'sources'> & {
	when: Interval;
	sources: CitationOf[];
};
export type Formation = Omit<Stored<FormationRecord>, 'positions'> &
	Provenance &
	Spoken & { positions: FormationPosition[] };

export type Claim = Omit<DisputeRecord['claims'][number], 'when' | 'sources'> & {
	when?: Interval;
	sources: CitationOf[];
};
/** Claims that do not agree, side by side. */
export type Dispute = Omit<DisputeRecord, 'claims'> & { claims: Claim[] };

export type Movement = Omit<Stored<MovementRecord>, 'when'> & Provenance & { when: Interval };

export type Pocket = Feature<
	Polygon | LineString | MultiPoint,
	{ role: 'pocket'; label: string; labels?: Name[]; side: string; note?: string }
>;

/** A front as one source or tracing has it for one date. Coordinates run along the line, WGS84. */
export interface FrontClaim extends Provenance {
	id: string;
	label: string;
	when: Interval;
	uncertainty_km: number;
	known?: string;
	guessed?: string;
	breaks: boolean;
	line: [number, number][];
	pockets: Pocket[];
}

export type DateRole = keyof DocumentRecord['dates'];

/** A document without its words: what lists, chart and map need. */
export type DocumentSummary = Omit<
	Stored<DocumentRecord>,
	| 'dates'
	| 'parts'
	| 'notes'
	| 'abstract'
	| 'archive'
	| 'evidence_note'
	| 'attested_by'
	| 'significance'
	| 'unheld'
> &
	Provenance & { dates: Partial<Record<DateRole, Interval | 'unknown'>>; answered_by: string[] };

/** A phrase of a document, found: offsets in UTF-16 units of the body's text. */
export interface Annotation {
	id: string;
	/** The document whose text it stands in. */
	document: string;
	kind: AnnotationRecord['kind'];
	quote: string;
	start: number;
	end: number;
	/** What the phrase speaks of; null for what speaks of the passage itself: acts and notes. */
	target: Reference | null;
	act?: Act;
	note?: string;
	certainty: Provenance['certainty'];
}

/** What is known of a phrase without opening its document. The words of acts and notes stand in the document only. */
export type Phrase = Pick<Annotation, 'id' | 'document' | 'kind' | 'target' | 'quote'>;

/**
 * Phrases of all documents as columns, one row each, in the order of the documents and of their text: a tenth of what as many objects
 * would hold in the browser. `target` is a place in `targets`, or -1; `document` a place in the collection's list of documents.
 */
export interface PhraseTable {
	document: number[];
	id: string[];
	kind: number[];
	target: number[];
	quote: string[];
	kinds: Annotation['kind'][];
	targets: Reference[];
}

export type Act = Extract<AnnotationRecord, { kind: 'act' }>['act'];

/** One paragraph of the text and what it is. */
export interface Paragraph {
	role: 'salutation' | 'body' | 'signature' | 'dateline' | 'heading';
	start: number;
	end: number;
}

/** The words of a document and all that only its own page needs. */
export interface DocumentBody {
	id: string;
	text: string;
	paragraphs: Paragraph[];
	annotations: Annotation[];
	abstract?: DocumentRecord['abstract'];
	archive: DocumentRecord['archive'];
	evidence_note?: string;
	attested_by: EvidenceOf[];
	significance?: string;
	unheld: DocumentRecord['unheld'];
	notes: { title: string; text: string; sources: CitationOf[] }[];
	/** The same in easier words, where someone has written them. */
	plain?: PlainText;
}

/** What the collection says of itself. Times in milliseconds UTC. */
export type About = Omit<CollectionRecord, 'span' | 'opening'> &
	Spoken & {
		span: [number, number];
		opening: {
			document: string;
			cursor: number;
			window: [number, number];
			camera: { centre: [number, number]; zoom: number };
		};
	};

/** Everything but the words, as plain data: it crosses to the browser as it is. */
export interface CollectionData {
	about: About;
	documents: DocumentSummary[];
	events: CollectionEvent[];
	places: Place[];
	people: Person[];
	formations: Formation[];
	movements: Movement[];
	fronts: FrontClaim[];
	sources: Source[];
	terms: Term[];
	disputes: Dispute[];
	phrases: PhraseTable;
}

/** Records as the schema gives them, before they know each other. */
export interface CollectionRecords {
	collection: CollectionRecord;
	documents: {
		record: DocumentRecord;
		text: string;
		annotations: AnnotationRecord[];
		plain?: PlainRecord;
	}[];
	events: EventRecord[];
	places: PlaceRecord[];
	people: PersonRecord[];
	formations: FormationRecord[];
	movements: MovementRecord[];
	fronts: FrontRecord[];
	sources: SourceRecord[];
	glossary: GlossaryRecord[];
	disputes: DisputeRecord[];
	standards?: StandardRecord[];
	lessons?: LessonRecords[];
	kiosk?: KioskRecord;
}

export interface Collection {
	data: CollectionData;
	bodies: ReadonlyMap<string, DocumentBody>;
	lessons: Lesson[];
	/** What tasks may be tagged with; empty where the collection keeps no list. */
	standards: StandardRecord[];
	/** By the lesson. Only pages for teachers read them. */
	guides: ReadonlyMap<string, Guide>;
	/** null where the collection stands in no kiosk. */
	kiosk: Kiosk | null;
}
