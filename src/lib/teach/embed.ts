/** Size of the frame in pixels: what a course page has room for. */
export const FRAME = { width: 800, height: 600 } as const;

/** The address of a page as it stands in a frame: without what belongs to the whole site. */
export function framedAddress(address: string): string {
	const url = new URL(address);
	url.searchParams.delete('present');
	url.searchParams.set('embed', '1');
	return url.href;
}

/** A frame for a course page. @param address absolute, of the page itself */
export function frameSnippet(address: string, title: string): string {
	const attributes = [
		`src="${escape(framedAddress(address))}"`,
		`title="${escape(title)}"`,
		`width="${FRAME.width}"`,
		`height="${FRAME.height}"`,
		'loading="lazy"',
		'allow="fullscreen; clipboard-write"'
	];
	return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** An answer in the sense of oembed.com, version 1.0. */
export interface Oembed {
	version: '1.0';
	type: 'rich' | 'link';
	title: string;
	provider_name: string;
	provider_url?: string;
	html?: string;
	width?: number;
	height?: number;
}

/**
 * What a page says of itself to a system that wants to embed it. A frame needs an absolute address, which only the host of a
 * site knows: without one the answer is a plain link.
 *
 * @param page the page's path below the site, without a stroke at its beginning
 * @param site address of the site, ending in a stroke; null when nobody has named it
 */
export function describeEmbed(
	{ title, provider }: { title: string; provider: string },
	page: string,
	site: string | null
): Oembed {
	const about = { version: '1.0', title, provider_name: provider } as const;
	if (site === null) return { ...about, type: 'link' };
	const html = frameSnippet(new URL(page, site).href, title);
	return { ...about, type: 'rich', provider_url: site, html, ...FRAME };
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
