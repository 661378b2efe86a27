import type { Markdown } from './parse-markdown';
import type {
	AnnotationRecord,
	CollectionRecord,
	DisputeRecord,
	DocumentRecord,
	EventRecord,
	FormationRecord,
	FrontRecord,
	GlossaryRecord,
	GuideRecord,
	KioskRecord,
	LessonRecord,
	MovementRecord,
	PersonRecord,
	PlaceRecord,
	PlainRecord,
	SourceRecord,
	StandardRecord,
	StepRecord
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
	plain: Entry<PlainRecord> | null;
}

/** A file of a lesson: front matter and Markdown. */
export interface DraftPage<T> {
	/** What its name says its id is. */
	id: string;
	file: string;
	/** null when the front matter is not right. */
	entry: Entry<T> | null;
	/** null when the file has no front matter at all, and cannot be read. */
	text: DraftText | null;
}

export interface DraftText extends Markdown {
	/** Line of the file on which a line of the Markdown stands. */
	lineAt(line: number): number;
}

export interface DraftLesson extends DraftPage<LessonRecord> {
	/** Name of its folder, with the number. */
	folder: string;
	steps: DraftPage<StepRecord>[];
	guide: DraftPage<GuideRecord> | null;
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
	| 'lesson'
	| 'movement'
	| 'person'
	| 'place'
	| 'side'
	| 'source'
	| 'standard'
	| 'step'
	| 'task'
	| 'term';

/** An id where it is given. Also those of records that do not fit their schema, so that one fault is not reported twice. */
export interface Declaration {
	kind: IdKind;
	id: string;
	/** For annotations: the document. For steps and tasks: the lesson. */
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
	standards: Entry<StandardRecord>[];
	lessons: DraftLesson[];
	/** null where the collection stands in no kiosk. */
	kiosk: Entry<KioskRecord> | null;
	declarations: Declaration[];
	/** Kinds whose file could not be read: nothing can be said about references to them. */
	unread: Set<IdKind>;
	problems: Problem[];
}
