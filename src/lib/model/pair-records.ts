import type { CollectionData, EvidenceOf } from './collection';
import type { Phrases } from './phrases';
import { parseReference, referTo, type Reference, type ReferenceKind } from './references';

type NumberOf = (kind: ReferenceKind, id: string) => number | undefined;

/**
 * What belongs together, as pairs of numbers, flat (a, b, a, b, …), and the rows of phrases that vouch for a record without naming it.
 * @param numberOf number of a record; undefined when this part of the collection does not hold it
 * @param firstPhrase number of the phrase in row 0; the others follow
 */
export function pairRecords(data: CollectionData, phrases: Phrases, numberOf: NumberOf, firstPhrase: number) {
	const pairs: number[] = [];
	const evidence = new Map<Reference, number[]>();
	const deskPlaces = new Map(data.about.desks.map(({ id, place }) => [id, place]));

	const pair = (self: number | undefined, kind: ReferenceKind, ids: readonly (string | undefined)[] = []) => {
		for (const id of ids) {
			const other = id === undefined ? undefined : numberOf(kind, id);
			if (self !== undefined && other !== undefined) pairs.push(self, other);
		}
	};
	const pairEvidence = (kind: ReferenceKind, id: string, given: readonly EvidenceOf[]) => {
		const self = numberOf(kind, id);
		for (const { document, annotation } of given) {
			const row = annotation ? phrases.find(document, annotation) : -1;
			if (row < 0) {
				pair(self, 'document', [document]);
			} else if (self !== undefined) {
				pairs.push(self, firstPhrase + row);
				const reference = referTo(kind, id);
				evidence.set(reference, [...(evidence.get(reference) ?? []), row]);
			}
		}
	};

	for (let row = 0; row < phrases.count; row++) {
		pair(firstPhrase + row, 'document', [phrases.documentOf(row)]);
		const target = parseReference(phrases.targetOf(row) ?? '');
		if (target) pair(firstPhrase + row, target.kind, [target.id]);
	}
	for (const { id, from, via, to, answers, mentions } of data.documents) {
		const self = numberOf('document', id);
		for (const { person, place, desk } of [...from, ...via, ...to]) {
			pair(self, 'person', [person]);
			pair(self, 'place', [place ?? deskPlaces.get(desk ?? '')]);
		}
		pair(self, 'document', answers);
		pair(self, 'place', mentions?.places);
		pair(self, 'person', mentions?.people);
		pair(self, 'formation', mentions?.formations);
	}
	for (const event of data.events) {
		const self = numberOf('event', event.id);
		pair(self, 'place', event.places);
		pair(self, 'person', event.people);
		pair(self, 'formation', event.formations);
		pair(self, 'front', [event.front]);
		pairEvidence('event', event.id, event.evidence);
	}
	for (const movement of data.movements) {
		pairEvidence('movement', movement.id, movement.evidence);
		pair(numberOf('movement', movement.id), 'formation', [movement.formation]);
	}
	for (const { id, positions } of data.formations) {
		for (const position of positions) pairEvidence('formation', id, position.evidence);
	}
	for (const { id, documents, events, fronts, formations, claims } of data.disputes) {
		const self = numberOf('dispute', id);
		pair(self, 'document', documents);
		pair(self, 'event', events);
		pair(self, 'front', fronts);
		pair(self, 'formation', formations);
		for (const claim of claims) pairEvidence('dispute', id, claim.evidence);
	}
	return { pairs, evidence };
}
