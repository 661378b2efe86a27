// A web server for one screen: node serve.mjs [--port 4173] [--root ..]. It needs nothing but Node.js 18 or newer.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { headersFor, parseHeaders } from '../site-headers.mjs';

/** @type {Record<string, string>} */
const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.geojson': 'application/geo+json; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.txt': 'text/plain; charset=utf-8'
};

/**
 * Serves a folder to this machine alone.
 *
 * @param {string} root
 * @param {number} port 0 takes any free one
 * @returns {Promise<import('node:http').Server>}
 */
export function serveFolder(root, port) {
	const server = createServer((request, response) => {
		try {
			answer(root, request, response);
		} catch {
			// A file that went away while it was read, as in an update: the next request finds the new one.
			response.writeHead(500).end();
		}
	});
	return new Promise((done, fail) => {
		server.once('error', fail);
		server.listen(port, 'localhost', () => done(server));
	});
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(root, request, response) {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		return;
	}
	// Two strokes at the start would name another host.
	const address = (request.url ?? '/').replace(/^[/\\]+/, '/');
	const { status, path, location } = findFile(root, address);
	if (location) {
		response.writeHead(307, { Location: location }).end();
		return;
	}
	const body = path && request.method === 'GET' ? readFileSync(path) : undefined;
	// Read anew each time: an update that is copied in is seen without a restart.
	const rules = parseHeaders(readText(join(root, '_headers')));
	for (const [name, value] of headersFor(rules, address.replace(/\?.*/, ''))) response.setHeader(name, value);
	response
		.writeHead(status, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' })
		.end(body);
}

/**
 * @param {string} root
 * @param {string} address path and query
 * @returns {{ status: number, path: string, location?: string }}
 */
function findFile(root, address) {
	const lost = { status: 404, path: isFile(join(root, '404.html')) ? join(root, '404.html') : '' };
	let url;
	let path;
	try {
		url = new URL(address, 'http://localhost');
		path = normalize(join(root, decodeURIComponent(url.pathname)));
	} catch {
		return lost;
	}
	const inside = path === normalize(root + sep) || path.startsWith(normalize(root + sep));
	if (!inside || /[/\\]\.|\0/.test(path.slice(root.length))) return lost;
	if (isFile(path)) return { status: 200, path };
	const page = join(path, 'index.html');
	if (!isFile(page)) return isFile(`${path}.html`) ? { status: 200, path: `${path}.html` } : lost;
	// Links in the pages are relative: a page is asked for with the stroke at its end.
	if (url.pathname.endsWith('/')) return { status: 200, path: page };
	return { status: 307, path: '', location: `${url.pathname}/${url.search}` };
}

/** @param {string} path */
function isFile(path) {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** @param {string} path */
function readText(path) {
	return isFile(path) ? readFileSync(path, 'utf8') : '';
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
	const { values } = parseArgs({ options: { port: { type: 'string' }, root: { type: 'string' } } });
	const root = values.root ?? join(dirname(fileURLToPath(import.meta.url)), '..');
	const port = Number(values.port ?? 4173);
	await serveFolder(normalize(root).replace(/[/\\]$/, ''), port);
	console.log(`Serving ${root} at http://localhost:${port}/`);
}
