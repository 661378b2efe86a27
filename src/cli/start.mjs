import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite, hasBuild } from './build-site.mjs';
import { installPackages } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const FIRST_PORT = 4173;

process.exitCode = await start();

async function start() {
	const port = Number(process.env.PORT ?? FIRST_PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		console.error(`PORT must be a number from 0 to 65535; found "${process.env.PORT}".`);
		return 1;
	}
	if (!installPackages(root)) return 1;

	const outcome = buildSite(root);
	if (outcome === 'failed' && !hasBuild(root)) {
		console.error('\nThe site was not built. Mend what is listed above and run `npm start` again.');
		return 1;
	}

	try {
		// Only now, because its packages may not have been there before.
		const { serveSite } = await import('./serve.mjs');
		const site = await serveSite({ dir: join(root, 'build'), port, host: process.env.HOST, tries: 20 });
		for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void site.close());
		if (outcome === 'failed') console.error(describeOldBuild());
		if (port !== 0 && site.port !== port)
			console.log(`Port ${port} is in use by another program, so this is port ${site.port}.`);
		console.log(`\nParallel 38 is open at ${site.url}`);
		return 0;
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		return 1;
	}
}

function describeOldBuild() {
	const { mtime } = statSync(join(root, 'build', 'index.html'));
	const rule = '!'.repeat(78);
	return [
		'',
		rule,
		'The site could NOT be built: see the list above.',
		`What you see is the last good build, of ${mtime.toLocaleString()}. Later changes are not in it.`,
		'Mend the files and run `npm start` again.',
		rule
	].join('\n');
}
