import { readDateLine } from './archive-date';

export interface Parties {
	authors: string[];
	addressees: string[];
	via: string[];
	/** What was assumed or could not be settled. */
	doubts: string[];
}

const comrade =
	/^(?:to |the )?(?:(?:dear )?(?:comrades?|cdes?\.?|comrs?\.?|com\.|cde|comr|tov\.) )?(?:ambassador )?/i;

/** Name as printed, without "Comrade", enclosing quotes and closing punctuation. */
export function cleanName(text: string): string {
	return text
		.trim()
		.replace(/^["“”'‘’]+|["“”'‘’:;,!]+$/g, '')
		.trim()
		.replace(comrade, '')
		.replace(/^the /i, '')
		.trim();
}

/** Whether two printings may name the same person: "Ni [Zhiliang]" and "Ni Zhiliang", "FILIPPOV" and "Filippov [Stalin]". */
export function isSameParty(one: string, other: string): boolean {
	const [short, long] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length);
	if (!short || !long || short.length === 0) return false;
	const known = new Set(long);
	const shared = short.filter((word) => known.has(word)).length;
	return shared === short.length || shared >= 2;
}

function nameWords(name: string): string[] {
	const letters = name.trim().split(/\s+/);
	// Forms set signatures in spaced capitals: S H T Y K O V.
	const spaced = letters.length > 2 && letters.every((letter) => /^\p{Lu}$/u.test(letter));
	const plain = (spaced ? letters.join('') : name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.match(/\p{L}+/gu)?.filter((word) => word.length > 1) ?? [];
}

/** Splits "Lin Biao, Deng Zihui, and Xiao Ke"; commas inside brackets do not part names. */
export function splitNames(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (const mark of text.matchAll(/[([]|[)\]]|[,;](?: and\b)?|\band\b|&/g)) {
		if (mark[0] === '(' || mark[0] === '[') depth++;
		else if (mark[0] === ')' || mark[0] === ']') depth = Math.max(0, depth - 1);
		else if (depth === 0) {
			parts.push(text.slice(from, mark.index));
			from = mark.index + mark[0].length;
		}
	}
	parts.push(text.slice(from));
	return parts.map(cleanName).filter((name) => name !== '' && readDateLine(name) === undefined);
}

const tailClause =
	/,? (?:transmitting|conveying|relaying|reporting|forwarding|regarding|concerning|containing|enclosing|with (?:a |the )?(?:message|letter|telegram|text))\b/i;

/**
 * Reads who wrote to whom from the archive's title: "Telegram from A to B", "Ciphered Telegram No. 5/sh, A to B via C",
 * "Letter, A to B [via C]", "Cable from A to B, for C".
 * @param signature tells a place from a name in "from Peking, Mao Zedong"
 */
export function readTitle(title: string, signature: string | null): Parties {
	const doubts: string[] = [];
	if (/\b(?:conversation|meeting|talks?) (?:between|of|with)\b|\bbetween\b/i.test(title)) {
		return {
			authors: [],
			addressees: [],
			via: [],
			doubts: ['The title names a conversation; nobody was taken as sender.']
		};
	}
	const tail = tailClause.exec(title);
	if (tail) doubts.push('What the title says after the addressee was not read for names.');
	let rest = tail ? title.slice(0, tail.index) : title;
	let via: string[] = [];
	const viaMark = /(?:^|[\s,]) ?[([]?via /i.exec(rest);
	if (viaMark) {
		const after = rest.slice(viaMark.index + viaMark[0].length);
		const to = after.search(/[)\]]? to /i);
		via = splitNames((to < 0 ? after : after.slice(0, to)).replace(/[)\]]+$/, ''));
		rest = rest.slice(0, viaMark.index) + (to < 0 ? '' : after.slice(to).replace(/^[)\]]/, ''));
	}
	const to = rest.search(/ to /i);
	const left = to < 0 ? rest : rest.slice(0, to);
	let right = to < 0 ? '' : rest.slice(to + 4);
	if (/ from |['’]s\b/i.test(right)) {
		doubts.push('The title names more than one message; sender and addressee were not taken from it.');
		return { authors: [], addressees: [], via, doubts };
	}
	const forMark = right.search(/, for /i);
	if (forMark >= 0) {
		via = [...via, ...splitNames(right.slice(0, forMark))];
		right = right.slice(forMark + 6);
	}
	return {
		authors: readSender(left, to >= 0, signature, doubts),
		addressees: splitNames(right),
		via,
		doubts
	};
}

function readSender(
	left: string,
	hasAddressee: boolean,
	signature: string | null,
	doubts: string[]
): string[] {
	const from = left.toLowerCase().lastIndexOf(' from ');
	const comma = left.indexOf(', ');
	if (from < 0 && (comma < 0 || !hasAddressee)) return [];
	const names = splitNames(from >= 0 ? left.slice(from + 6) : left.slice(comma + 2));
	if (from < 0 || names.length < 2 || / and /i.test(left.slice(from))) return names;
	const signed = names.filter((name) => signature !== null && isSameParty(name, signature));
	if (signed.length > 0) return signed;
	doubts.push(`The title's "from ${names.join(', ')}" may hold a place beside the sender.`);
	return names;
}

/** What stands before a signature and is no name. */
export const signOff =
	/^(?:with (?:communist |comradely |warm |best )?(?:greetings?|regards|respects?|salute)|respectfully|sincerely|\(?signed\)?|\/s\/)[.,:!]?\s*/i;

const respect = /^(?:(?:deeply|highly|much|most) )?(?:respected|esteemed|dear) (?=(?:comrades?|cde|comr)\b)/i;
const conveyWords = /\b(?:convey|transmit|pass|forward|deliver|hand|relay|transfer|give)\b/i;
const longestSalutation = 240;

/**
 * Reads whom the first lines of a text address: "X, immediately convey to Y:", "To X" with "Transmit … to Y." below,
 * "For Y.", "X; also inform Y:", "Comrade X:".
 * @returns null when no line is a salutation; `line` is its place in `lines`
 */
export function readSalutation(
	lines: string[]
): { addressees: string[]; via: string[]; line: number } | null {
	for (const [index, line] of lines.slice(0, 14).entries()) {
		if (line.length > longestSalutation) return null;
		const below = lines[index + 1] ?? '';
		const convey = readConvey(line);
		if (convey) return { ...convey, line: index };
		const direct = readDirect(line);
		if (direct.length === 0) continue;
		const order = below.length <= longestSalutation ? readConvey(below) : null;
		if (order && order.via.length === 0)
			return { addressees: order.addressees, via: direct, line: index + 1 };
		return { addressees: direct, via: [], line: index };
	}
	return null;
}

function readConvey(line: string): { addressees: string[]; via: string[] } | null {
	const verb = conveyWords.exec(line);
	if (!verb || !/[:.]$/.test(line)) return null;
	const to = line.toLowerCase().indexOf(' to ', verb.index);
	if (to < 0) return null;
	const head = line
		.slice(0, verb.index)
		.replace(/(?:\b(?:please|immediately|urgently|at once|personally)\b\s*)+$/i, '')
		.trim();
	if (head !== '' && !/[,;:]$/.test(head)) return null;
	const via = head === '' ? [] : splitNames(head);
	const addressees = splitNames(line.slice(to + 4).replace(/[:.]$/, ''));
	if (![...via, ...addressees].every(looksLikeName) || addressees.length === 0) return null;
	return { addressees, via };
}

function readDirect(line: string): string[] {
	if (line.length > 120 || signOff.test(line)) return [];
	const respected = respect.test(line);
	const opening = /^(?:(to(?: whom)?|for|addressee)\b:? |(?=(?:comrades?|cde|comr)\b))/i.exec(line);
	// "Deeply respected Comrade STALIN, I. V." closes with its initials.
	const closes = /[:!,]["”]?$/.test(line) || (respected && /\b\p{Lu}\.$/u.test(line));
	if (!opening && !closes) return [];
	if (opening?.[1] === undefined && !closes) return [];
	const also = line
		.replace(respect, '')
		.replace(/;? also inform /i, ', ')
		.replace(/, ((?:\p{Lu}\. ?){1,2})[:!,]?$/u, ' $1');
	const names = splitNames(
		also.slice(opening?.[1] ? (opening[0]?.length ?? 0) : 0).replace(/[.:!,]["”]?$/, '')
	);
	return names.every(looksLikeName) ? names : [];
}

const formWords =
	/\b(?:secret|urgent|special|telegram|copies|copy|copying|sent|received|from|priority|department|ministry|series|destination|immediate|report)\b/i;

/** Up to seven words, most of them capitalised, none of them a form's. */
export function looksLikeName(text: string): boolean {
	const words = text
		.replace(/[[\]().,“”"]/g, ' ')
		.split(/\s+/)
		.filter(Boolean);
	if (words.length === 0 || words.length > 7 || /[\d:?]/.test(text) || formWords.test(text)) return false;
	return words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|de|von|and|for)$/.test(word));
}
