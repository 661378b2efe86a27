/** A file to look for; with `move` the visitor is sent to that address instead, for the links in a page count from it. */
export interface Place {
	file: string;
	move?: string;
}

/**
 * Where an address may lie among the files, as static hosts have it: the best first.
 * @param path below the site's root, without query: `` or `lessons/` or `lessons/work`
 */
export function findPlaces(path: string): Place[] {
	if (path === '') return [{ file: 'index.html' }];
	if (path.endsWith('/')) {
		const bare = path.slice(0, -1);
		return [{ file: `${path}index.html` }, { file: `${bare}.html`, move: bare }];
	}
	return [{ file: path }, { file: `${path}.html` }, { file: `${path}/index.html`, move: `${path}/` }];
}

/**
 * The path of an address below the site's root; null when it is not of the site.
 * @param scope address of the root, ending in a stroke
 */
export function pathInSite(address: string, scope: string): string | null {
	const url = new URL(address);
	const root = new URL(scope);
	if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
	try {
		return decodeURIComponent(url.pathname.slice(root.pathname.length));
	} catch {
		return null;
	}
}

const TYPES: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json; charset=utf-8',
	geojson: 'application/geo+json; charset=utf-8',
	webmanifest: 'application/manifest+json; charset=utf-8',
	svg: 'image/svg+xml; charset=utf-8',
	png: 'image/png',
	txt: 'text/plain; charset=utf-8',
	woff2: 'font/woff2',
	pdf: 'application/pdf',
	zip: 'application/zip'
};

/** The type by which a host would send a file. */
export function typeOf(path: string): string {
	return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
