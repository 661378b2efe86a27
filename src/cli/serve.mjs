import { createServer } from 'node:http';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createSiteHandler } from './site-handler.mjs';

/**
 * Serves a folder until the returned `close` is called.
 *
 * @param {{ dir: string, base?: string, port?: number, host?: string, tries?: number }} options `port` 0 takes any free
 *   port; without `host` only this machine can reach the site; `tries` is how many ports in a row are tried
 * @returns {Promise<{ port: number, url: string, close: () => Promise<void> }>} the port taken and the address to open
 * @throws {Error} when no port could be taken
 */
export async function serveSite({ dir, base = '/', port = 4173, host, tries = 1 }) {
	const cleanBase = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
	const handler = createSiteHandler(dir, cleanBase);

	for (let candidate = port; ; candidate += 1) {
		try {
			const servers = await listenOn(handler, candidate, host);
			const address = servers[0]?.address();
			const taken = address && typeof address === 'object' ? address.port : candidate;
			return {
				port: taken,
				url: `http://${!host || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${taken}${cleanBase}`,
				close: async () => void (await Promise.all(servers.map(closeServer)))
			};
		} catch (error) {
			const code = codeOf(error);
			if (code === 'EADDRINUSE' && candidate + 1 < port + tries) continue;
			throw new Error(explainListen(code, candidate, host), { cause: error });
		}
	}
}

/**
 * Without a host both loop-back addresses are taken, so that `localhost` never leads to another program's site.
 *
 * @param {import('node:http').RequestListener} handler
 * @param {number} port
 * @param {string | undefined} host
 */
async function listenOn(handler, port, host) {
	const first = await listen(handler, port, host ?? '127.0.0.1');
	if (host) return [first];
	const address = first.address();
	const taken = address && typeof address === 'object' ? address.port : port;
	try {
		return [first, await listen(handler, taken, '::1')];
	} catch (error) {
		if (codeOf(error) !== 'EADDRINUSE') return [first];
		await closeServer(first);
		throw error;
	}
}

/**
 * @param {import('node:http').RequestListener} handler
 * @param {number} port
 * @param {string} host
 * @returns {Promise<import('node:http').Server>}
 */
function listen(handler, port, host) {
	return new Promise((done, fail) => {
		const server = createServer(handler);
		server.once('error', fail);
		server.listen(port, host, () => done(server));
	});
}

/** @param {import('node:http').Server} server */
function closeServer(server) {
	return new Promise((done) => {
		server.close(done);
		server.closeAllConnections();
	});
}

/** @param {unknown} error */
function codeOf(error) {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * @param {string} code
 * @param {number} port
 * @param {string | undefined} host
 */
function explainListen(code, port, host) {
	const where = `port ${port}${host ? ` of ${host}` : ''}`;
	if (code === 'EADDRINUSE')
		return `Cannot open ${where}: another program uses it. Choose another with PORT=…`;
	if (code === 'EACCES') return `Cannot open ${where}: this user may not. Choose one above 1024 with PORT=…`;
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return `Cannot open ${where}: this machine has no such address. Check HOST.`;
	}
	return `Cannot open ${where}${code ? ` (${code})` : ''}.`;
}

async function runAsCommand() {
	const { values } = parseArgs({
		options: {
			dir: { type: 'string', default: 'build' },
			port: { type: 'string', default: '4173' },
			host: { type: 'string' },
			base: { type: 'string', default: '/' }
		}
	});
	const { dir, host, base } = values;
	const { url } = await serveSite({ dir, host, base, port: Number(values.port) });
	console.log(`Serving ${dir} at ${url}`);
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
	try {
		await runAsCommand();
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
