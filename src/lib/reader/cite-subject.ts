import type { Catalogue } from '$lib/model/catalogue';
import type { Annotation, DocumentBody, DocumentSummary } from '$lib/model/collection';

/** What is to be cited, before anything is made of it: the makers are fetched when the dialog opens. Addresses are absolute. */
export type CiteSubject =
	| {
			form: 'document';
			catalogue: Catalogue;
			document: DocumentSummary;
			body: DocumentBody;
			phrase: Annotation | null;
			address: string;
	  }
	| {
			form: 'view';
			catalogue: Catalogue;
			/** Title of what is chosen. */
			shown: string;
			/** Name of the desk whose knowledge is shown. */
			desk?: string;
			/** Milliseconds UTC. */
			moment: number;
			address: string;
	  };
