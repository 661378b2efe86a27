import { expect, it } from 'vitest';
import type { CollectionData } from './collection';
import { nameOf } from './cite/names';
import { speakNames, titleIn } from './speak';

const name = (text: string, lang: string) => ({ text, lang, use: 'variant' as const });
const named = { certainty: 'high', sources: [], dispute: [] };
const data = {
	about: {
		language: 'en',
		title: 'The ice',
		titles: [name('얼음', 'ko')],
		desks: [
			{ id: 'skerry', name: 'Skerry', place: 'skerry', clock: true },
			{ id: 'head', name: 'Head office', place: 'head', clock: true, names: [name('본부', 'ko')] }
		],
		sides: [{ id: 'keepers', name: 'Keepers', ink: 'slate', names: [name('등대지기', 'ko')] }],
		event_kinds: [{ id: 'ice', name: 'Ice', lane: 'ice', told_by_stroke: false }],
		lanes: []
	},
	places: [
		{ ...named, id: 'skerry', name: 'Skerry', names: [name('바위섬', 'ko'), name('암초', 'ko')] },
		{ ...named, id: 'head', name: 'Head', names: [] }
	],
	people: [{ ...named, id: 'a', name: 'Ann Lamp', names: [name('안 램프', 'ko')] }],
	formations: [],
	movements: [
		{ ...named, id: 'north', label: 'Proposed: north', labels: [name('제안: 북쪽으로', 'ko')] },
		{ ...named, id: 'south', label: 'Proposed: south' }
	],
	fronts: [
		{ ...named, id: 'edge', pockets: [{ properties: { label: 'Floe', labels: [name('얼음판', 'ko')] } }] }
	]
} as unknown as CollectionData;

it('gives the names a collection has in the language, and its own where it has none', () => {
	const { about, places, people } = speakNames(data, 'ko');
	expect(places.map(({ name }) => name)).toEqual(['바위섬', 'Head']);
	expect(about.desks.map(({ name }) => name)).toEqual(['바위섬', '본부']);
	expect(about.sides[0]?.name).toBe('등대지기');
	expect(about.event_kinds[0]?.name).toBe('Ice');
	expect(about).toMatchObject({ title: '얼음', original: 'The ice' });
	expect(people[0]).toMatchObject({ name: '안 램프', original: 'Ann Lamp' });
});

it('gives the words on the map in the language, as far as a collection has them', () => {
	const { movements, fronts } = speakNames(data, 'ko');
	expect(movements.map(({ label }) => label)).toEqual(['제안: 북쪽으로', 'Proposed: south']);
	expect(fronts[0]?.pockets[0]?.properties.label).toBe('얼음판');
});

it('keeps the name of the collection among the others, for it stands in the documents', () => {
	expect(speakNames(data, 'ko').places[0]?.names.map(({ text }) => text)).toEqual(['Skerry', '암초']);
});

it('cites a person as the collection names them', () => {
	const [person] = speakNames(data, 'ko').people;
	expect(person && nameOf(person)).toEqual({ family: 'Lamp', given: 'Ann', familyFirst: false });
});

it('leaves the data alone in their own language, and makes a translation once', () => {
	expect(speakNames(data, 'en')).toBe(data);
	expect(speakNames(data, 'ko')).toBe(speakNames(data, 'ko'));
	expect(speakNames(data, 'zh-Hans')).not.toBe(speakNames(data, 'ko'));
	expect(titleIn(data.about, 'zh-Hans')).toBe('The ice');
});
