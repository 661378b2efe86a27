import { isDateline, isNumericDate } from './archive-date';
import { cleanName, isSameParty, looksLikeName, signOff, splitNames } from './parties';
import { looksLikeSummary } from './section-labels';

export interface Closing {
	/** Indexes into the lines given, in order. */
	signature: number[];
	signatureText: string | null;
	dateline: number | null;
	datelineText: string | null;
	/** The archive's summary of this document. */
	abstract: number | null;
	doubts: { message: string; index: number | null }[];
}

const searchedLines = 30;
const listMark = /^(?:\d{1,3}[.)]|[•*–—-])\s*/;
const serialNumber = /[.,]?\s*(?:no\.?|№|nr\.?|#) ?[\d/a-z-]+$/i;

/**
 * Finds signature, dateline and the archive's own summary at the end of a document's lines.
 * The summary is the last line before the catalogue: only its place tells it from a summary of another document.
 * @param lines from the salutation to the last line before the catalogue, none of them empty
 * @param senders names that the title or the catalogue gives
 * @param catalogueFollows false when the page breaks off before its catalogue
 */
export function readClosing(lines: string[], senders: string[], catalogueFollows: boolean): Closing {
	const doubts: Closing['doubts'] = [];
	const signature = findSignature(lines, senders);
	const last = lines.length - 1;
	const signedAt = signature.at(-1);
	const dateline = findDateline(lines, signature);
	const closedAt = Math.max(signedAt ?? -1, (dateline ?? -1) > 0 ? (dateline ?? -1) : -1);
	const ending = lines[last] ?? '';
	let abstract: number | null = null;
	if (last > 0 && closedAt < last && looksLikeSummary(ending)) {
		if (closedAt > 0) abstract = last;
		else if (catalogueFollows && lines.slice(0, last).some(isSentence)) {
			abstract = last;
			const message =
				'No signature or dateline was found above; this last line before the catalogue was taken as the archive’s summary.';
			doubts.push({ message, index: last });
		}
	}
	if (abstract === null) doubts.push({ message: 'The page has no summary of this document.', index: null });
	const between = abstract === null || closedAt < 1 ? [] : lines.slice(closedAt + 1, abstract);
	if (between.some(looksLikeSummary)) {
		const message = 'Text stands between the signature and the summary; it was kept with the document.';
		doubts.push({ message, index: closedAt + 1 });
	}
	const split = signature.length === 1 ? splitDate(lines[signature[0] ?? 0] ?? '') : null;
	const datelineText = dateline !== null ? (lines[dateline] ?? null) : (split?.date ?? null);
	const signatureText = split?.date ? split.name : signature.map((index) => lines[index]).join('\n') || null;
	if (signature.length === 0) doubts.push({ message: 'No signature was found.', index: null });
	else if (senders.length > 0 && !signature.some((index) => isSignedBy(lines[index] ?? '', senders))) {
		doubts.push({
			message: 'The signature does not match the sender named in the title.',
			index: signature[0] ?? 0
		});
	}
	if (datelineText === null) doubts.push({ message: 'No dateline was found.', index: null });
	return { signature, signatureText, dateline, datelineText, abstract, doubts };
}

/** "24.III.50 Shtykov" and "Zhou Enlai, October 2" hold both a name and a date. */
function splitDate(line: string): { name: string; date: string | null } {
	const words = line.split(' ');
	const first = words[0] ?? '';
	if (isNumericDate(first.replace(/\.$/, ''))) return { name: words.slice(1).join(' '), date: first };
	for (let cut = 1; cut < words.length && cut < 8; cut++) {
		const date = words.slice(cut).join(' ');
		const startsDate = /^(?:\d|night|evening|morning|early|late|\p{Lu}\p{L}{2,8}\.? \d)/iu.test(date);
		if (startsDate && isDateline(date))
			return { name: words.slice(0, cut).join(' ').replace(/,$/, ''), date };
	}
	return { name: line, date: null };
}

function namesOf(line: string): string[] {
	const bare = splitDate(line).name.replace(signOff, '').replace(serialNumber, '');
	return splitNames(bare.replace(/[.”"»]+$/, ''));
}

function isNameLine(line: string): boolean {
	if (line.length > 100 || /[:?!]$/.test(line)) return false;
	// A place may stand before a date, a name hardly ever does: "Pyongyang, 29 September" signs nothing.
	if (isDateline(line) && !isNumericDate(line.split(' ')[0] ?? '')) return false;
	const names = namesOf(line);
	return names.length > 0 && names.length <= 8 && names.every(looksLikeName);
}

/** The line is a sender's name, or an office followed by it. */
function isSignedBy(line: string, senders: string[]): boolean {
	if (line.length > 100 || /[:?!]$/.test(line)) return false;
	if (isNameLine(line) || splitDate(line).date !== null)
		return namesOf(line).some((name) => senders.some((sender) => isSameParty(name, sender)));
	const plain = splitDate(line)
		.name.replace(serialNumber, '')
		.replace(/[.”"]+$/, '');
	return senders.some(
		(sender) => sender.includes(' ') && plain.endsWith(cleanName(sender)) && plain.split(' ').length <= 12
	);
}

function findSignature(lines: string[], senders: string[]): number[] {
	const firstProse = lines.slice(0, -1).findIndex((line) => looksLikeSummary(line.replace(listMark, '')));
	const earliest = Math.max(firstProse + 1, lines.length - searchedLines, 1);
	let found = -1;
	for (let index = lines.length - 1; index >= earliest && found < 0; index--) {
		if (isSignedBy(lines[index] ?? '', senders)) found = index;
	}
	for (let index = lines.length - 1; index >= Math.max(earliest, lines.length - 6) && found < 0; index--) {
		if (isNameLine(lines[index] ?? '') && standsAlone(lines, index)) found = index;
	}
	if (found < 0) return [];
	let top = found;
	while (top - 1 >= earliest && found - top < 6 && isNameLine(lines[top - 1] ?? '')) top--;
	let bottom = found;
	while (bottom + 1 < lines.length && bottom - found < 6 && isNameLine(lines[bottom + 1] ?? '')) bottom++;
	return Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset);
}

/** A bare name signs only below the end of a sentence or another name, as a heading never stands. */
function standsAlone(lines: string[], index: number): boolean {
	const above = lines[index - 1] ?? '';
	return /[.!?…]["”’)\]]*$/.test(above) || isNameLine(above) || isDateline(above);
}

/** "RECEIVED" on a line of its own: the time below it is the form's, not the writer's. */
function isAct(line: string | undefined): boolean {
	return /^\W*(?:date|time|sent|received|dispatched|transmitted|deciphered|decoded)\W*$/i.test(line ?? '');
}

function isSentence(line: string): boolean {
	if (line.endsWith(':')) return false;
	const words = line.replace(listMark, '');
	return looksLikeSummary(words) || (words.split(' ').length > 3 && /[.!?…]["”’)\]]*$/.test(words));
}

function findDateline(lines: string[], signature: number[]): number | null {
	const near = (index: number) => isDateline(lines[index] ?? '') && index > 0;
	const top = signature[0];
	const bottom = signature.at(-1);
	if (top === undefined || bottom === undefined) {
		for (let index = lines.length - 1; index >= Math.max(1, lines.length - 6); index--)
			if (near(index)) return index;
	} else {
		const inLine = signature.length === 1 && splitDate(lines[top] ?? '').date !== null;
		if (inLine) return null;
		for (const index of [bottom + 1, bottom + 2, bottom + 3, top - 1, top - 2]) if (near(index)) return index;
	}
	const opening = lines.slice(0, 6).findIndex((line, index) => isDateline(line) && !isAct(lines[index - 1]));
	return opening < 0 ? null : opening;
}
