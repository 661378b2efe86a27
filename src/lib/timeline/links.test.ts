import { describe, expect, it } from 'vitest';
import { generateData } from '../../../tests/bench/generate';
import { Catalogue } from '$lib/model/catalogue';
import { arrangeMarks } from './arrange';
import { createFrame } from './frame';
import { arrangeLanes } from './lanes';
import { drawLinks } from './links';
import { MarkIndex } from './mark-index';
import type { CableFacts } from './mark-facts';
import { collectMarks } from './marks';
import { createTimeScale, DAY, type Stretch } from './scale';

const catalogue = new Catalogue(generateData(300));
const lanes = arrangeLanes(catalogue.about);
const { facts } = collectMarks(catalogue, lanes);
const index = new MarkIndex(facts, lanes.length);
const frame = createFrame(lanes, 3840, 1);
const answer = facts.find(
	(mark): mark is CableFacts => mark.type === 'cable' && mark.record.answers.length > 0
);
if (!answer) throw new Error('an answer is wanted');
const question = index.find(`document:${answer.record.answers[0] ?? ''}`);

function linksIn(window: Stretch, chosen: string) {
	const scale = createTimeScale(window, [frame.left, frame.right]);
	const { drawn } = arrangeMarks(index, scale, frame);
	return { scale, drawn, links: drawLinks(drawn, index, scale, frame, (reference) => reference === chosen) };
}

describe('links to answers', () => {
	it('join a message with its answer when either is chosen, even if the other is beyond the field', () => {
		const window: Stretch = [answer.at - DAY, answer.at + DAY];
		for (const chosen of [answer.reference, question?.reference ?? '']) {
			const { links } = linksIn(window, chosen);
			const link = links.find(({ key }) => key === `${question?.id} ${answer.id}`);
			expect(link?.strong).toBe(true);
		}
	});

	it('keep words from their way when they are strong, and only then', () => {
		const { links } = linksIn([answer.at - DAY, answer.at + DAY], answer.reference);
		for (const { strong, solid, path } of links) {
			expect(solid.length > 0).toBe(strong);
			const [x = 0, y = 0] = path.slice(1).split('C')[0]?.split(',').map(Number) ?? [];
			if (!strong) continue;
			const [first] = solid;
			if (!first) throw new Error('a strong link covers nothing');
			expect(x).toBeGreaterThanOrEqual(first.x);
			expect(x).toBeLessThanOrEqual(first.x + first.width);
			expect(y).toBeGreaterThanOrEqual(first.y);
			expect(y).toBeLessThanOrEqual(first.y + first.height);
		}
	});

	it('end where the answer leaves', () => {
		const { links, scale } = linksIn([answer.at - DAY, answer.at + DAY], answer.reference);
		const link = links.find(({ strong }) => strong);
		const [x, y] = link?.path.split(/[ CM]/).at(-1)?.split(',').map(Number) ?? [];
		expect(x).toBeCloseTo(scale.toX(answer.at));
		expect(y).toBe(frame.lanes[answer.lane]?.y);
	});

	it('are not drawn over a long window for what is not chosen', () => {
		expect(linksIn(catalogue.about.span, 'nothing').links).toEqual([]);
	});

	it('are drawn for all that is in sight at the zoom of hours', () => {
		const near = facts.filter(
			(mark): mark is CableFacts =>
				mark.type === 'cable' &&
				mark.record.answers.some((id) => {
					const other = index.find(`document:${id}`);
					return other && Math.abs(other.at - mark.at) < DAY;
				})
		);
		const [one] = near;
		if (!one) throw new Error('an answer within a day is wanted');
		const { links } = linksIn([one.at - 1.5 * DAY, one.at + 1.5 * DAY], 'nothing');
		expect(links.some(({ key, strong }) => key.endsWith(one.id) && !strong)).toBe(true);
	});
});
