import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { headersFor, parseHeaders } from './site-headers.mjs';

/**
 * Makes the request listener of a static host: what a plain web server does with the built folder.
 *
 * @param {string} dir folder with the built site
 * @param {string} base path the site is to be found under, with a slash at both ends: `/` or `/a/b/`
 * @returns {import('node:http').RequestListener}
 */
export function createSiteHandler(dir, base = '/') {
	const root = resolve(dir);
	const serveFile = sirv(root, {
		// Looks at the disk at each request, so a new build is seen without a restart.
		dev: true,
		etag: true,
		onNoMatch: (_request, response) => sendNotFound(root, response)
	});

	const file = join(root, '_headers');
	const rules = isFile(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];

	return (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}

		const { path, query } = splitAddress(request.url ?? '/');
		const inSite = path.startsWith(base) ? `/${path.slice(base.length)}` : path;
		for (const [name, value] of headersFor(rules, inSite)) response.setHeader(name, value);
		if (`${path}/` === base) {
			redirect(response, base + query);
			return;
		}
		if (!path.startsWith(base)) {
			sendNotFound(root, response);
			return;
		}

		const moved = findRealAddress(root, inSite);
		if (moved) {
			redirect(response, base + moved.slice(1) + query);
			return;
		}
		request.url = inSite + query;
		serveFile(request, response);
	};
}

/**
 * Links in the pages are relative, so a page must be asked for with the slash its file has.
 *
 * @param {string} root
 * @param {string} path address inside the site, starting with `/`
 * @returns {string | undefined} where the page really is, when that differs
 */
function findRealAddress(root, path) {
	const file = findInside(root, path);
	if (!file || path === '/') return undefined;
	if (path.endsWith('/')) {
		const bare = file.slice(0, -sep.length);
		return !existsSync(join(file, 'index.html')) && isFile(`${bare}.html`) ? path.slice(0, -1) : undefined;
	}
	const isPage = isFile(file) || isFile(`${file}.html`);
	return !isPage && isFile(join(file, 'index.html')) ? `${path}/` : undefined;
}

/**
 * @param {string} root
 * @param {string} path
 */
function findInside(root, path) {
	try {
		const file = normalize(join(root, decodeURIComponent(path)));
		return file.startsWith(root + sep) && !file.includes('\0') ? file : undefined;
	} catch {
		return undefined;
	}
}

/** @param {string} file */
function isFile(file) {
	return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** @param {string} address */
function splitAddress(address) {
	const cut = address.indexOf('?');
	const path = cut < 0 ? address : address.slice(0, cut);
	// Two slashes at the start of a redirect would name another host.
	return { path: path.replace(/^[/\\]+/, '/'), query: cut < 0 ? '' : address.slice(cut) };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} location
 */
function redirect(response, location) {
	response.writeHead(307, { Location: location, 'Cache-Control': 'no-store' }).end();
}

/**
 * @param {string} root
 * @param {import('node:http').ServerResponse} response
 */
function sendNotFound(root, response) {
	const page = join(root, '404.html');
	const found = isFile(page);
	response.writeHead(404, { 'Content-Type': `text/${found ? 'html' : 'plain'}; charset=utf-8` });
	response.end(found ? readFileSync(page) : 'Not found\n');
}
