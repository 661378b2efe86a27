/** The kinds of record that can be pointed at. */
export const REFERENCE_KINDS = [
	'document',
	'event',
	'place',
	'person',
	'formation',
	'front',
	'movement',
	'source',
	'term',
	'dispute'
] as const;

export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** "place:seoul": a record of the collection, as text, so that it can stand in sets, URLs and attributes. */
export type Reference = `${ReferenceKind}:${string}`;

/** "annotation:<document>/<annotation>": a phrase. */
export type PhraseReference = `annotation:${string}/${string}`;

export function referTo<K extends ReferenceKind>(kind: K, id: string): `${K}:${string}` {
	return `${kind}:${id}`;
}

export function referToPhrase(document: string, annotation: string): PhraseReference {
	return `annotation:${document}/${annotation}`;
}

/** Splits "place:seoul"; null when the text is no reference. */
export function parseReference(text: string): { kind: ReferenceKind; id: string } | null {
	const colon = text.indexOf(':');
	const kind = REFERENCE_KINDS.find((known) => known === text.slice(0, colon));
	const id = text.slice(colon + 1);
	return kind && id ? { kind, id } : null;
}
