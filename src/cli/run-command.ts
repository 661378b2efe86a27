import { didYouMean } from '$lib/server/suggest';
import { runImport, type CommandStreams } from './import';
import { runPackage } from './package';
import { runValidate } from './validate';

const COMMANDS: Record<string, (argv: string[], streams: CommandStreams) => number | Promise<number>> = {
	import: runImport,
	package: runPackage,
	validate: runValidate
};

const USAGE = `Usage: npm run p38 -- COMMAND

  validate [DIR]   checks a collection and lists every problem with file and line
  import FILE      makes a draft document of a page saved from the archive
  package          packs a lesson for a course system (SCORM, cmi5, Common Cartridge) or a web server
  help             prints this

npm run p38 -- COMMAND --help says more of each.
`;

/** What `npm run p38 -- COMMAND …` does: the exit code, when it has been done. */
export async function runCommand([name, ...argv]: string[], streams: CommandStreams): Promise<number> {
	if (name === 'help' || name === '--help' || name === '-h') {
		streams.stdout.write(USAGE);
		return 0;
	}
	const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (command) return command(argv, streams);
	if (name !== undefined) {
		const hint = didYouMean(name, [...Object.keys(COMMANDS), 'help'], 'see below for what there is.');
		streams.stderr.write(`There is no command "${name}": ${hint}\n\n`);
	}
	streams.stderr.write(USAGE);
	return 2;
}
