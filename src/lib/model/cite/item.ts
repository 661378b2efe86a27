import type { Annotation, DateRole, DocumentBody, DocumentSummary, Person } from '$lib/model/collection';
import type { CalendarDate } from '$lib/model/interval';
import { toCiteDate, type CiteDate } from './dates';
import { authorsOf, type CiteName } from './names';

/** Where the reader met it: the collection as a work, the site that shows it, and, if known, the address and the day. */
export interface Whereabouts {
	collection: string;
	site: string;
	/** Absolute. Absent in pages made before anyone opened them. */
	address?: string;
	accessed?: CalendarDate;
}

/** A document or a phrase of it, as every format needs it. What is absent is not known. */
export interface CitedDocument extends Whereabouts {
	form: 'document';
	id: string;
	kind: DocumentSummary['kind'];
	authors: CiteName[];
	title: string;
	/** The title is a description of ours, not a title. */
	isDescriptive: boolean;
	date?: CiteDate;
	/** Which date it is, where it is not that of writing or sending. */
	dateRole?: DateRole;
	archive: DocumentBody['archive'];
	language: string;
	originalLanguage?: string;
	text: DocumentSummary['text'];
	isOnlyMentioned: boolean;
	/** Words of the text; of our précis where no text is shown. Paragraphs count from 1. */
	phrase?: { quote: string; paragraph?: number };
}

/** The explorer as a link restores it. */
export interface CitedView extends Whereabouts {
	form: 'view';
	id: string;
	/** Title of what is chosen. */
	shown: string;
	/** Desk whose knowledge is shown, where one is chosen. */
	desk?: string;
	/** The moment shown, milliseconds UTC. */
	moment: number;
}

export type Citable = CitedDocument | CitedView;

interface DocumentSource {
	document: DocumentSummary;
	body: DocumentBody;
	phrase?: Pick<Annotation, 'id' | 'quote' | 'start'> | null;
	findPerson: (id: string) => Person | undefined;
}

/** The date a document bears comes first; when it arrived is a last resort, and is called so. */
const ROLES: readonly DateRole[] = ['written', 'sent', 'published', 'received', 'deciphered', 'delivered'];

export function citeDocument(
	{ document, body, phrase, findPerson }: DocumentSource,
	whereabouts: Whereabouts
): CitedDocument {
	const role = ROLES.find((one) => document.dates[one] && document.dates[one] !== 'unknown');
	const when = role && document.dates[role];
	const paragraph = phrase ? body.paragraphs.findIndex(({ end }) => phrase.start < end) + 1 : 0;
	return {
		...whereabouts,
		form: 'document',
		id: phrase ? `${document.id}_${phrase.id}` : document.id,
		kind: document.kind,
		authors: authorsOf(document, findPerson),
		title: document.title,
		isDescriptive: document.title_is === 'descriptive',
		...(when && when !== 'unknown' && { date: toCiteDate(when) }),
		...(role && role !== 'written' && role !== 'sent' && { dateRole: role }),
		archive: body.archive,
		language: document.language,
		originalLanguage: document.original_language,
		text: document.text,
		isOnlyMentioned: document.evidence === 'mentioned-only',
		...(phrase && { phrase: { quote: phrase.quote, ...(paragraph > 0 && { paragraph }) } })
	};
}

export function citeView(
	{ shown, moment, desk }: Pick<CitedView, 'shown' | 'moment' | 'desk'>,
	whereabouts: Whereabouts
): CitedView {
	const id = `view-${new Date(moment).toISOString().slice(0, 16).replace(/[T:]/g, '-')}`;
	return { ...whereabouts, form: 'view', id, shown, moment, ...(desk && { desk }) };
}
