import type { CourseTask } from '$lib/model/course';

/** Any value that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface CourseAnswer {
	task: string;
	answer: Json;
}

/** What a course system keeps of a student's work. */
export interface CourseState {
	/** Random, made at the first launch: under it the device keeps what the system cannot. It says nothing of who it is. */
	attempt: string;
	/** Ids of steps. */
	seen: string[];
	answers: CourseAnswer[];
	/** Whether completion has been reported. */
	isDone: boolean;
}

/** SCORM 1.2 allows 4,096 characters; some systems count what they escape, so a part of it is left free. */
export const MOST_CHARACTERS = 3800;

const VERSION = '1';
/** A stroke and seven characters. */
const ENDING = 8;

/**
 * As printable ASCII of at most MOST_CHARACTERS. Answers that are chosen go first, written ones from the shortest to the longest.
 * @returns `left`: ids of the tasks whose answers did not fit
 */
export function printState(
	state: CourseState,
	{ steps, tasks }: { steps: readonly string[]; tasks: readonly CourseTask[] },
	most = MOST_CHARACTERS
): { text: string; left: string[] } {
	const seen = state.seen.flatMap((id) => (steps.includes(id) ? steps.indexOf(id).toString(36) : []));
	const head = [VERSION, state.attempt, seen.join(','), state.isDone ? '1' : '0'].join('~');
	const coded = state.answers.flatMap(({ task, answer }) => {
		const at = tasks.findIndex(({ id }) => id === task);
		const known = tasks[at];
		return known ? [{ task, code: `~${at.toString(36)}${printAnswer(answer, known)}` }] : [];
	});
	coded.sort((one, other) => one.code.length - other.code.length);
	let body = head;
	const left: string[] = [];
	for (const { task, code } of coded) {
		if (body.length + code.length + ENDING <= most) body += code;
		else left.push(task);
	}
	return { text: `${body}~${digest(body)}`, left };
}

/** null when it is none of ours, of another version, or was cut off on the way. */
export function readState(
	text: string,
	{ steps, tasks }: { steps: readonly string[]; tasks: readonly CourseTask[] }
): CourseState | null {
	const cut = text.lastIndexOf('~');
	if (cut < 0 || digest(text.slice(0, cut)) !== text.slice(cut + 1).trim()) return null;
	const [version, attempt = '', seen = '', done, ...codes] = text.slice(0, cut).split('~');
	if (version !== VERSION || attempt === '') return null;
	return {
		attempt,
		seen: seen.split(',').flatMap((at) => (at === '' ? [] : (steps[parseInt(at, 36)] ?? []))),
		isDone: done === '1',
		answers: codes.flatMap((code) => {
			const [, at = '', rest = ''] = /^([0-9a-z]+)([A-Z][^]*)$/.exec(code) ?? [];
			const task = tasks[parseInt(at, 36)];
			const answer = task && rest !== '' ? readAnswer(rest, task) : undefined;
			return task && answer !== undefined ? [{ task: task.id, answer }] : [];
		})
	};
}

function printAnswer(answer: Json, task: CourseTask): string {
	const short = shorten(answer, task);
	// What does not come back as it was is written out.
	return short !== null && isSame(readAnswer(short, task), answer)
		? short
		: `J${escape(JSON.stringify(answer))}`;
}

/** T: words; L: a list of parts; M: a value for each of some parts. */
function shorten(answer: Json, { parts, values }: CourseTask): string | null {
	if (typeof answer === 'string') return `T${escape(answer)}`;
	if (Array.isArray(answer)) {
		const places = answer.map((one) => (typeof one === 'string' ? parts.indexOf(one) : -1));
		return places.includes(-1) ? null : `L${places.map((place) => place.toString(36)).join(',')}`;
	}
	if (typeof answer !== 'object' || answer === null) return null;
	const pairs = Object.entries(answer).map(([part, value]) => {
		const place = parts.indexOf(part);
		const short = shortenValue(value, values);
		return place < 0 || short === null ? null : `${place.toString(36)}:${short}`;
	});
	return pairs.includes(null) ? null : `M${pairs.join(',')}`;
}

function shortenValue(value: Json | undefined, values: readonly string[]): string | null {
	if (value === null) return 'n';
	if (typeof value === 'string') {
		const at = values.indexOf(value);
		return at < 0 ? `t${escape(value, ',')}` : `v${at.toString(36)}`;
	}
	if (typeof value !== 'object' || Array.isArray(value)) return null;
	const { place, centre } = value;
	if (typeof place === 'string' && values.includes(place)) return `p${values.indexOf(place).toString(36)}`;
	return Array.isArray(centre) ? `c${centre.map(String).join('/')}` : null;
}

function readAnswer(code: string, { parts, values }: CourseTask): Json | undefined {
	const rest = code.slice(1);
	switch (code[0]) {
		case 'T':
			return unescape(rest);
		case 'J':
			return parseJson(unescape(rest));
		case 'L':
			return rest === '' ? [] : rest.split(',').map((at) => parts[parseInt(at, 36)] ?? '');
		case 'M':
			return Object.fromEntries(
				(rest === '' ? [] : rest.split(',')).map((pair) => {
					const cut = pair.indexOf(':');
					return [parts[parseInt(pair.slice(0, cut), 36)] ?? '', readValue(pair.slice(cut + 1), values)];
				})
			);
		default:
			return undefined;
	}
}

function readValue(code: string, values: readonly string[]): Json {
	const rest = code.slice(1);
	const named = () => values[parseInt(rest, 36)] ?? '';
	if (code[0] === 'v') return named();
	if (code[0] === 'p') return { place: named() };
	if (code[0] === 'c') return { centre: rest.split('/').map(Number) };
	return code[0] === 't' ? unescape(rest) : null;
}

/** Printable ASCII stays, but for what the code itself is made of. @param more a character that must not stay */
function escape(text: string, more = ''): string {
	return text.replace(/[^ -~]|[~%]|,/g, (found) =>
		found === ',' && more !== ',' ? ',' : `%${found.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}

function unescape(text: string): string {
	return text.replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function parseJson(text: string): Json | undefined {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}

function isSame(one: Json | undefined, other: Json): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** FNV-1a, 7 characters: tells a text that was cut off, no more. */
function digest(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
	return hash.toString(36).padStart(7, '0');
}
