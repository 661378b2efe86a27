import { describe, expect, it } from 'vitest';
import { arrangeLanes, breakName, laneOfDesk, laneOfEvent } from './lanes';

const about = {
	desks: [
		{ id: 'north', name: 'North', place: 'n', clock: false },
		{ id: 'sea', name: 'Sea', place: 's', side: 'ice', clock: false }
	],
	lanes: [
		{ id: 'edge', name: 'Edge', holds: 'fronts' as const },
		{ id: 'sea', name: 'Sea marks', holds: 'events' as const }
	]
};
const kinds = [
	{ id: 'storm', name: 'Storm', lane: 'sea' },
	{ id: 'lost', name: 'Lost', lane: 'no-such-lane' }
];

describe('lanes', () => {
	const lanes = arrangeLanes(about);

	it('puts desks first, in order, and keeps lanes with a desk’s id apart', () => {
		expect(lanes.map(({ key, holds }) => `${key} ${holds}`)).toEqual([
			'desk:north cables',
			'desk:sea cables',
			'lane:edge fronts',
			'lane:sea events'
		]);
		expect(laneOfDesk(lanes, 'sea')).toBe(1);
		expect(laneOfDesk(lanes, 'west')).toBeUndefined();
		expect(laneOfDesk(lanes, undefined)).toBeUndefined();
	});

	it('draws an event at its desk, else in the lane of its kind, else in the first lane of events', () => {
		expect(laneOfEvent(lanes, kinds, { kind: 'storm', desk: 'north' })).toBe(0);
		expect(laneOfEvent(lanes, kinds, { kind: 'storm' })).toBe(3);
		expect(laneOfEvent(lanes, kinds, { kind: 'storm', desk: 'west' })).toBe(3);
		expect(laneOfEvent(lanes, kinds, { kind: 'lost' })).toBe(3);
		expect(laneOfEvent(lanes, kinds, { kind: 'unheard-of' })).toBe(3);
	});
});

describe('names of lanes', () => {
	const letters = (text: string) => text.length;

	it('stand in one line, or are parted at a word, or end in an ellipsis; never is the beginning lost', () => {
		expect(breakName('North', 8, letters)).toEqual(['North']);
		expect(breakName('Lake Success', 8, letters)).toEqual(['Lake', 'Success']);
		expect(breakName('Inner Harbour Office', 10, letters)).toEqual(['Inner', 'Harbour O…']);
		expect(breakName('Unbreakable', 6, letters)).toEqual(['Unbre…']);
	});
});
