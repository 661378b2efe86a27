import type {
	AnnotationRecord,
	CollectionRecord,
	DisputeRecord,
	DocumentRecord,
	EventRecord,
	FormationRecord,
	FrontRecord,
	GlossaryRecord,
	MovementRecord,
	PersonRecord,
	PlaceRecord,
	SourceRecord
} from '$lib/schema/records';
import type { DataFile, DataPath } from './data-file';
import type { DocumentText } from './parse-document';
import type { Problem } from './problems';

/** A record that fits its schema, and where it stands. */
export interface Entry<T> {
	record: T;
	data: DataFile;
	path: DataPath;
}

export interface DraftDocument {
	/** Name of its folder. */
	id: string;
	/** null when the front matter is not right. */
	entry: Entry<DocumentRecord> | null;
	/** null when there is no document.md that can be read. */
	body: DocumentText | null;
	annotations: Entry<AnnotationRecord>[];
}

/** Kinds of thing that have an id. */
export type IdKind =
	| 'annotation'
	| 'desk'
	| 'dispute'
	| 'document'
	| 'event'
	| 'event kind'
	| 'formation'
	| 'front'
	| 'lane'
	| 'movement'
	| 'person'
	| 'place'
	| 'side'
	| 'source'
	| 'term';

/** An id where it is given. Also those of records that do not fit their schema, so that one fault is not reported twice. */
export interface Declaration {
	kind: IdKind;
	id: string;
	/** For annotations: the document. */
	within?: string;
	data: Pick<DataFile, 'file' | 'root' | 'locate'>;
	path: DataPath;
}

/** A collection read as far as it can be, before it is known whether its records fit each other. */
export interface Draft {
	collection: Entry<CollectionRecord> | null;
	documents: DraftDocument[];
	events: Entry<EventRecord>[];
	places: Entry<PlaceRecord>[];
	people: Entry<PersonRecord>[];
	formations: Entry<FormationRecord>[];
	movements: Entry<MovementRecord>[];
	fronts: Entry<FrontRecord>[];
	sources: Entry<SourceRecord>[];
	glossary: Entry<GlossaryRecord>[];
	disputes: Entry<DisputeRecord>[];
	declarations: Declaration[];
	/** Kinds whose file could not be read: nothing can be said about references to them. */
	unread: Set<IdKind>;
	problems: Problem[];
}
