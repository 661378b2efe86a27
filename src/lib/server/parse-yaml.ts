import { LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import type { DataFile, Spot } from './data-file';
import { createLocator } from './locate-node';
import type { Problem } from './problems';
import { findExcess, surveyNames, type Excess } from './yaml-limits';

/** More uses of `*name` than this are no handwriting but an attempt to fill the memory. */
const MOST_ALIASES = 100;

/** What was read, or why not. */
export interface Parsed {
	data: DataFile | null;
	problems: Problem[];
}

/**
 * Reads YAML. A file with any fault in its form is not read at all: what it seems to say may not be meant.
 * @param firstLine line of the file on which `text` begins
 */
export function parseYaml(file: string, text: string, root = '', firstLine = 1): Parsed {
	const lines = new LineCounter();
	const fault = (spot: Spot, expected: string, found: string, advice: string): Parsed => ({
		data: null,
		problems: [{ file, ...spot, path: '', expected, found, advice }]
	});
	const refuse = ({ offset, expected, found, advice }: Excess) => {
		const before = text.slice(0, offset);
		const spot = {
			line: before.split('\n').length + firstLine - 1,
			column: offset - before.lastIndexOf('\n')
		};
		return fault(spot, expected, found, advice);
	};
	const size = findExcess(text);
	if (size) return refuse(size);
	let document: Document;
	try {
		document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
	} catch {
		const found = 'lists or lines nested without end';
		return fault(
			{ line: firstLine, column: 1 },
			'a file a person could have written',
			found,
			'take it apart'
		);
	}
	const { again, excess } = surveyNames(document);
	if (excess) return refuse(excess);
	const twice = again.map((offset): Fault => ({ code: 'DUPLICATE_KEY', message: '', pos: [offset] }));
	const faults = dropConsequences([...document.errors, ...document.warnings, ...twice]);
	if (faults.length > 0) {
		const problems = faults.map((error) => {
			const offset = findCause(document, error);
			const { line, col } = lines.linePos(offset);
			const spot = { line: line + firstLine - 1, column: col };
			return { file, ...spot, path: '', ...describeFault(error, readLine(text, offset)) };
		});
		return { data: null, problems };
	}
	const locate = createLocator(document, lines, firstLine);
	try {
		const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
		return { data: { file, root, value, locate }, problems: [] };
	} catch (error) {
		const spot = findAlias(document, lines, firstLine);
		if (error instanceof ReferenceError && !error.message.startsWith('Excessive')) {
			const advice = 'put text that begins with * in quotes';
			return fault(
				spot,
				'the name of something marked with & above',
				'a * with a name that is not marked',
				advice
			);
		}
		const expected = `at most ${MOST_ALIASES} uses of * in a file`;
		return fault(spot, expected, 'many more', 'write the values out where they are needed');
	}
}

/** What is looked at of a fault that the library, or the survey of names, has found. */
type Fault = Pick<YAMLError, 'code' | 'message'> & { pos: readonly [number, ...number[]] };

/** The library's own words speak to programmers; these are for the faults people make. */
const FAULTS: Record<string, [expected: string, found: string, advice: string]> = {
	DUPLICATE_KEY: [
		'each line name once',
		'the same name a second time',
		'take one of the two lines out, or make one list of both'
	],
	TAB_AS_INDENT: ['spaces at the start of the line', 'a tab', 'replace the tab by two spaces'],
	BAD_INDENT: [
		'lines of one group to begin in the same column',
		'a line that begins further left or right, or a bracket that is not closed',
		'line it up with its neighbours, or close the bracket above'
	],
	BLOCK_AS_IMPLICIT_KEY: [
		'one "name: value" on a line',
		'a second colon in it',
		'put the whole value in quotes'
	],
	BAD_SCALAR_START: [
		'text that begins with a letter or a digit',
		'a sign that has a meaning of its own at the start',
		'put the whole value in quotes'
	],
	OPEN_QUOTE: [
		'a closing quotation mark',
		'text in quotes that never ends',
		'close the quotation mark, or take the opening one out'
	],
	MULTIPLE_DOCS: [
		'one set of lines in the file',
		'a line --- or ... that begins a second one',
		'take that line out'
	],
	NESTED: ['a file a person could have written', 'lists or lines nested without end', 'take it apart'],
	TAG_RESOLVE_FAILED: ['plain values', 'a word that begins with !', 'put the whole value in quotes']
};

function describeFault(
	{ code, message }: Fault,
	line: string
): Pick<Problem, 'expected' | 'found' | 'advice'> {
	const kind = /^ *\t/.test(line)
		? 'TAB_AS_INDENT'
		: message.startsWith('Missing closing')
			? 'OPEN_QUOTE'
			: message.startsWith('Maximum call stack')
				? 'NESTED'
				: code;
	const known = FAULTS[kind];
	if (known) return { expected: known[0], found: known[1], advice: known[2] };
	return {
		expected: 'lines of the form "name: value" and lists with "- "',
		found: `a line that cannot be read (${message})`,
		advice:
			'look for a missing colon, quotation mark or bracket, or a line that is not in one column with its neighbours; an apostrophe in text in single quotes is written twice'
	};
}

/** After the first fault in the form, the parser complains of much that is in order. */
function dropConsequences(faults: readonly Fault[]): readonly Fault[] {
	const isOfItsOwn = ({ code }: Fault) => code === 'DUPLICATE_KEY' || code === 'TAG_RESOLVE_FAILED';
	const first = faults.find((fault) => !isOfItsOwn(fault));
	return first
		? [...faults.filter((fault) => isOfItsOwn(fault) && fault.pos[0] < first.pos[0]), first]
		: faults;
}

/** A quotation mark that is not closed is only noticed at the end; it is to be mended where it was opened. */
function findCause(document: Document, { message, pos: [noticed] }: Fault): number {
	if (!message.startsWith('Missing closing')) return noticed;
	let opened = noticed;
	visit(document, {
		Scalar(_key, { type, range }) {
			if (range && range[0] < noticed && range[1] >= noticed && type?.startsWith('QUOTE')) opened = range[0];
		}
	});
	return opened;
}

function readLine(text: string, offset: number): string {
	const start = text.lastIndexOf('\n', offset - 1) + 1;
	return text.slice(start).split('\n', 1)[0] ?? '';
}

function findAlias(document: Document, lines: LineCounter, firstLine: number): Spot {
	let offset = 0;
	visit(document, {
		Alias(_key, node) {
			offset = node.range?.[0] ?? 0;
			return visit.BREAK;
		}
	});
	const { line, col } = lines.linePos(offset);
	return { line: line + firstLine - 1, column: col };
}
