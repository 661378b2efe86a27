import { describe, expect, it } from 'vitest';
import { generateData } from '../../../tests/bench/generate';
import { Catalogue } from '$lib/model/catalogue';
import type { Reference } from '$lib/model/references';
import { arrangeLanes } from './lanes';
import { findElsewhen, findNowhere } from './leftovers';
import { MarkIndex } from './mark-index';
import { collectMarks } from './marks';
import type { Stretch } from './scale';

const data = generateData(400);
// One message without a desk of the chart, besides those without a date.
const [first] = data.documents.filter(({ dates }) => dates.sent);
if (first) Object.assign(first, { from: [{ name: 'Nobody' }], via: [], to: [{ name: 'All' }] });
const catalogue = new Catalogue(data);
const lanes = arrangeLanes(catalogue.about);
const marks = collectMarks(catalogue, lanes);

function leftovers(window: Stretch, filteredOut: ReadonlySet<Reference> = new Set()) {
	const facts = marks.facts.filter(({ reference }) => !filteredOut.has(reference));
	const all = [
		...findNowhere(marks, filteredOut),
		...findElsewhen(new MarkIndex(facts, lanes.length), window)
	];
	return Object.fromEntries(all.map((one) => [one.why, one]));
}

describe('what the chart does not draw', () => {
	it('is counted by reason, and together with what is in the window it is everything', () => {
		const window = catalogue.about.opening.window;
		const { undated, unplaced, earlier, later } = leftovers(window);
		expect(undated?.count).toBe(data.documents.filter(({ dates }) => !dates.sent).length);
		expect(undated?.count).toBeGreaterThan(1);
		expect(unplaced?.list(9)).toEqual([`document:${first?.id}`]);
		const inWindow = marks.facts.filter(({ at }) => at >= window[0] && at <= window[1]).length;
		const sum = [undated, unplaced, earlier, later].reduce(
			(total, one) => total + (one?.count ?? 0),
			inWindow
		);
		expect(sum).toBe(data.documents.length + data.events.length + data.fronts.length);
	});

	it('lists the nearest, in order of time', () => {
		const window = catalogue.about.opening.window;
		const { earlier, later } = leftovers(window);
		const before = marks.facts.filter(({ at }) => at < window[0]);
		const after = marks.facts.filter(({ at }) => at > window[1]);
		expect(earlier?.list(3)).toEqual(before.slice(-3).map(({ reference }) => reference));
		expect(later?.list(3)).toEqual(after.slice(0, 3).map(({ reference }) => reference));
	});

	it('does not count twice what the filters leave out', () => {
		const undated = marks.undated[0]?.id ?? '';
		const dated = marks.facts[0]?.reference ?? 'event:none';
		const out = leftovers(catalogue.about.opening.window, new Set<Reference>([`document:${undated}`, dated]));
		expect(out['left-out']?.count).toBe(2);
		expect(out['undated']?.count).toBe(marks.undated.length - 1);
		expect(out['earlier']?.list(10_000)).not.toContain(dated);
	});
});
