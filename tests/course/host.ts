import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { Lrs } from './lrs';

/** What SCORM 1.2 keeps of a student from one launch to the next. */
export interface KeptCmi {
	core: Record<string, string>;
	suspend_data: string;
	interactions?: Record<string, Record<string, unknown>>;
}

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.geojson': 'application/geo+json',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2'
};

/** Where a package lies, as in a course system: far from the root of the host. */
const FILES = '/course/7/files/';

/**
 * A course system on this machine: an unpacked package below a path of its own, without index files for folders; a page that frames
 * it with the SCORM 1.2 API of scorm-again; and the records of cmi5.
 */
export async function startHost(files: Record<string, Uint8Array>, root: string) {
	const lrs = new Lrs();
	const host = {
		lrs,
		url: '',
		/** Written by the page's API at every commit; the next launch starts from it. */
		cmi: { core: {}, suspend_data: '' } as KeptCmi,
		/** Times the session was ended. */
		finished: 0,
		/** Paths that were asked for and are not there. */
		missing: [] as string[],
		filesUrl: '',
		close: () => new Promise((done) => server.close(done).closeAllConnections())
	};
	const api = readFileSync(join(root, 'node_modules/scorm-again/dist/scorm12.min.js'));

	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const send = (type: string, body: string | Uint8Array) => {
			response.writeHead(200, { 'Content-Type': type });
			response.end(body);
		};
		if (lrs.handle(request, response, '/course/lrs')) return;
		if (pathname === '/course/scorm12.js') return send('text/javascript', api);
		if (pathname === '/course/play.html') return send('text/html; charset=utf-8', playerPage(host.cmi));
		if (pathname === '/course/back.html') return send('text/html', '<h1>Back in the course</h1>');
		if (pathname === '/course/commit') {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const { cmi, isEnd } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
					cmi: KeptCmi;
					isEnd: boolean;
				};
				host.cmi = cmi;
				if (isEnd) host.finished += 1;
				response.writeHead(204).end();
			});
			return;
		}
		const path = pathname.startsWith(FILES) ? decodeURIComponent(pathname.slice(FILES.length)) : null;
		const found = path === null ? undefined : files[path];
		if (found) return send(TYPES[extname(path ?? '')] ?? 'text/plain; charset=utf-8', found);
		host.missing.push(pathname);
		response.writeHead(404).end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	host.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
	host.filesUrl = host.url + FILES;
	lrs.setReturnUrl(`${host.url}/course/back.html`);
	return host;
}

function playerPage({ core, suspend_data }: KeptCmi): string {
	const kept = JSON.stringify({ core: { ...core, lesson_mode: 'normal' }, suspend_data }).replace(
		/</g,
		'\\u003c'
	);
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Course</title>
<link rel="icon" href="data:,"><style>html,body{margin:0;height:100%}iframe{width:100%;height:99%;border:0}</style>
<script src="scorm12.js"></script><script>
const api = new Scorm12API({ autocommit: false, logLevel: 5, lmsCommitUrl: false });
api.loadFromJSON(${kept}, '');
const tell = (isEnd) => navigator.sendBeacon('commit', JSON.stringify({ ...api.renderCMIToJSONObject(), isEnd }));
api.on('LMSCommit', () => tell(false));
api.on('LMSFinish', () => tell(true));
window.API = api;
</script></head><body><iframe title="Lesson" src="${FILES}index.html"></iframe></body></html>`;
}
