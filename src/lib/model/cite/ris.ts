import { printDate, toParts } from './dates';
import type { Citable, CitedDocument } from './item';
import { sorted } from './names';
import { oneLine, sentence } from './runs';
import { archiveParts, isMissing, remarks } from './statements';

const TYPES: Record<CitedDocument['kind'], string> = {
	telegram: 'PCOMM',
	letter: 'PCOMM',
	note: 'PCOMM',
	report: 'RPRT',
	estimate: 'RPRT',
	memorandum: 'RPRT',
	draft: 'MANSCPT',
	speech: 'GEN',
	broadcast: 'GEN',
	agreement: 'GEN',
	conversation: 'GEN',
	order: 'GEN',
	directive: 'GEN',
	resolution: 'GEN'
};

type Line = [tag: string, value: string | undefined];

/** A record of the RIS format: a tag and its value a line, lines ended by CR and LF. */
export function printRis(item: Citable): string {
	const { id, collection, site, address, accessed } = item;
	const lines: Line[] = [
		...(item.form === 'view' ? linesOfView(item) : linesOf(item)),
		['ID', id],
		['DB', collection],
		['DP', site],
		['UR', address],
		['Y2', accessed && printParts(toParts(accessed))],
		...remarks(item).map((remark): Line => ['N1', remark])
	];
	const printed = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
	return [...printed, 'ER  - ', ''].join('\r\n');
}

function linesOf(item: CitedDocument): Line[] {
	const { authors, date, archive } = item;
	const day = date?.from ?? date?.to;
	const kept = archiveParts(item)
		.reverse()
		.filter((part) => !isMissing(part));
	return [
		['TY', TYPES[item.kind]],
		...authors.map((name): Line => ['AU', sorted(name)]),
		['TI', item.title],
		['PY', day && String(day.year)],
		['DA', day && date && printParts(toParts(day), isPlain(date.edtf) ? '' : printDate(date, 'chicago'))],
		['M3', sentence(item.kind)],
		['A4', archive.translator],
		['AV', kept.join(', ')],
		['CN', archive.call_number],
		['LA', item.language]
	];
}

function linesOfView({ shown }: Extract<Citable, { form: 'view' }>): Line[] {
	return [
		['TY', 'ELEC'],
		['TI', `Explorer view: ${shown}`]
	];
}

function isPlain(edtf: string): boolean {
	return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/.test(edtf);
}

/** YYYY/MM/DD/other: the fourth part says in words what the first three cannot. */
function printParts(parts: readonly number[], other = ''): string {
	const [year = 0, month, day] = parts;
	const two = (part: number | undefined) => (part ? String(part).padStart(2, '0') : '');
	return [String(year).padStart(4, '0'), two(month), two(day), other.replaceAll('/', ' ')].join('/');
}
