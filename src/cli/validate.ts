import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import type { Collection } from '$lib/model/collection';
import { chosenFolder, nameFolder } from '$lib/server/current-collection';
import { loadCollection } from '$lib/server/load-collection';
import { describeProblems, type Paint } from '$lib/server/problems';

/** The parts of a process that the command speaks to. */
interface Streams {
	stdout: { write(text: string): unknown; isTTY?: boolean };
	stderr: { write(text: string): unknown };
	/** Folder that relative paths start from. */
	cwd: string;
}

const USAGE = `Usage: npm run p38 -- validate [DIR]

Checks every file of a collection and lists all problems, each with file and line.
  DIR   folder of the collection; without it the one the site is built from
`;

const COLOURED: Paint = {
	place: (text) => styleText('bold', text),
	label: (text) => styleText('dim', text)
};

/**
 * The command `validate`.
 * @param argv what follows the word "validate"
 * @returns exit code: 0 no problems, 1 problems or no collection, 2 wrong usage
 */
export function runValidate(argv: string[], streams: Streams): number {
	let folders: string[];
	try {
		const { values, positionals } = parseArgs({
			args: argv,
			allowPositionals: true,
			options: { help: { type: 'boolean', short: 'h', default: false } }
		});
		if (values.help) {
			streams.stdout.write(USAGE);
			return 0;
		}
		folders = positionals;
	} catch (error) {
		return refuse(streams, error);
	}
	if (folders.length > 1) return refuse(streams, `Expected one DIR; found ${folders.length}.`);
	try {
		return check(resolve(streams.cwd, folders[0] ?? chosenFolder()), streams);
	} catch (error) {
		streams.stderr.write(`${describeError(error)}\n`);
		return 1;
	}
}

function check(folder: string, { stdout, stderr }: Streams): number {
	if (!existsSync(folder)) {
		stderr.write(`There is no folder ${folder}.\n`);
		return 1;
	}
	const { collection, problems } = loadCollection(folder);
	if (!collection) {
		const paint = stdout.isTTY && !process.env['NO_COLOR'] ? COLOURED : undefined;
		stdout.write(`${describeProblems(nameFolder(folder), problems, paint)}\n`);
		return 1;
	}
	stdout.write(`${nameFolder(folder)}: ${summarise(collection)}; no problems\n`);
	return 0;
}

function summarise({ data, lessons }: Collection): string {
	const {
		documents,
		phrases,
		events,
		fronts,
		places,
		people,
		formations,
		movements,
		terms,
		disputes,
		sources
	} = data;
	const lists = {
		documents,
		phrases: phrases.id,
		events,
		fronts,
		places,
		people,
		formations,
		movements,
		terms
	};
	const steps = lessons.flatMap((lesson) => lesson.steps);
	const tasks = lessons.flatMap(({ id, steps }) =>
		[
			...new Set(
				steps.flatMap(({ tellings }) => Object.values(tellings).flatMap(({ task }) => task?.id ?? []))
			)
		].map((task) => `${id}/${task}`)
	);
	return Object.entries({ ...lists, disputes, sources, lessons, steps, tasks })
		.map(([name, list]) => `${list.length} ${name}`)
		.join(', ');
}

function refuse({ stderr }: Streams, error: unknown): number {
	stderr.write(`${describeError(error)}\n\n${USAGE}`);
	return 2;
}

function describeError(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
