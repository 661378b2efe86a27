/** Id of a step's own part of its page. */
export const STEP = 'step';

/** The page of the package that an address leads to, as "lessons/a-lesson/"; null when it leads out of the folder. */
export function pageOf(address: URL, site: URL): string | null {
	if (address.origin !== site.origin || !address.pathname.startsWith(site.pathname)) return null;
	const path = address.pathname.slice(site.pathname.length).replace(/(^|\/)index\.html$/, '$1');
	return path === '' || path.endsWith('/') ? path : `${path}/`;
}

/**
 * Turns every link that would lead out of the package into plain text, now and whenever one is drawn; links to other hosts open a
 * window of their own, so that the course's frame keeps the lesson.
 * @param site folder of the packed site, with its last stroke
 * @param pages as in the course file
 * @returns what ends it
 */
export function keepLinks(root: Element, site: URL, pages: ReadonlySet<string>): () => void {
	const keep = (link: Element) => {
		const href = link.getAttribute('href');
		if (href === null || href.startsWith('#')) return;
		let address;
		try {
			address = new URL(href, link.ownerDocument.baseURI);
		} catch {
			return link.removeAttribute('href');
		}
		if (!/^https?:$/.test(address.protocol)) return;
		if (address.origin !== site.origin) {
			link.setAttribute('target', '_blank');
			link.setAttribute('rel', 'noopener noreferrer');
			return;
		}
		const page = pageOf(address, site);
		if (page !== null && pages.has(page)) return;
		// In a step these light something up beside the text, and lead nowhere: they stay within reach of the keyboard.
		if (link.hasAttribute('data-light') && link.ownerDocument.getElementById(STEP))
			link.setAttribute('href', `#${STEP}`);
		else link.removeAttribute('href');
	};
	const keepAll = (element: Element) => {
		if (element.matches('a[href]')) keep(element);
		element.querySelectorAll('a[href]').forEach(keep);
	};
	const observer = new MutationObserver((changes) => {
		for (const { type, target, addedNodes } of changes) {
			if (type === 'attributes' && target instanceof Element && target.localName === 'a') keep(target);
			addedNodes.forEach((node) => node instanceof Element && keepAll(node));
		}
	});
	observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
	keepAll(root);
	return () => observer.disconnect();
}
