import type { Page } from '@playwright/test';

/** Takes the page that is open to another link of its own, as Back and Forward do: without loading it anew. */
export async function followLink(page: Page, query: string): Promise<void> {
	await page.evaluate((search) => {
		history.pushState({}, '', search || location.pathname);
		dispatchEvent(new PopStateEvent('popstate', { state: {} }));
	}, query);
}
