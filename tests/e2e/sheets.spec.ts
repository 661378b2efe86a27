import { expectAxeFindsNothing } from './axe';
import { expect, test } from './harness';

test('a worksheet and its key can be read by everyone, on the paper that the link asks for', async ({
	page
}) => {
	await page.goto('sheets/two-roads-north/middle/?paper=letter');
	await expect(page.getByRole('radio', { name: 'Letter' })).toBeChecked();
	await expect(page.locator('.papers')).toContainText(/More steps are on the screen: http\S+level=middle/);
	await expectAxeFindsNothing(page);
	await page.goto('sheets/two-roads-north/middle/key/');
	await page.getByRole('link', { name: 'Worksheet', exact: true }).click();
	await expect(page).toHaveURL(/sheets\/two-roads-north\/middle\/?$/);
	await page.goto('sheets/two-roads-north/middle/key/');
	await expectAxeFindsNothing(page);
});
