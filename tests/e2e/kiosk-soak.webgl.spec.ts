import { createDice } from '../bench/dice';
import { measure, readScene, readScenes, readState, visit, watchContexts } from '../soak/visits';
import { expect, test } from './harness';

const SEED = 38;
const VISITS = 3;

// Small: the pictures are drawn by a program, not by a graphics card.
test.use({
	viewport: { width: 600, height: 540 },
	hasTouch: true,
	contextOptions: { reducedMotion: 'reduce' }
});

test(`kiosk 26: ${VISITS} visits of random touches end where they began, with one map, and hold on to nothing (seed ${SEED})`, async ({
	page
}) => {
	await watchContexts(page);
	await page.clock.install();
	await page.goto('kiosk/');
	await expect(page.locator('[data-map-ready]')).toHaveAttribute('data-map-ready', 'gl', { timeout: 45_000 });
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const dice = createDice(SEED);
	const cold = await readState(page);
	const scenes = await readScenes(page);
	await visit(page, session, dice, 4);
	const first = await measure(page, session);
	for (let count = 1; count < VISITS; count += 1) {
		await visit(page, session, dice, 4);
		expect(await readState(page)).toBe(cold);
		expect(scenes).toContain(await readScene(page));
	}
	const last = await measure(page, session);
	// Wider than over five hundred visits: not everything has been opened in the first. `npm run soak` is strict.
	for (const name of ['nodes', 'listeners', 'heap'] as const)
		expect(last[name] / first[name]).toBeLessThan(1.5);
	expect(last.maps).toBe(1);
	expect(last.contexts).toBeLessThanOrEqual(2);
});
