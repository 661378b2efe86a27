import { toParts } from './dates';
import type { Citable, CitedDocument } from './item';
import { spoken, type CiteName } from './names';
import { oneLine, sentence } from './runs';
import { archiveParts, languageName, remarks } from './statements';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX counts braces even behind a backslash: each must be a word. */
const ESCAPES: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'^': '\\textasciicircum{}',
	'~': '\\textasciitilde{}',
	'&': '\\&',
	'%': '\\%',
	$: '\\$',
	'#': '\\#',
	_: '\\_'
};

/** Signs that TeX would draw together with the next as a dash or a quotation mark. */
const LIGATURE = /-(?=-)|'(?=')|`(?=`)|,(?=,)|<(?=<)|>(?=>)|[!?](?=`)/g;

/** An entry that BibTeX, BibLaTeX and reference managers read: year and month for the first, an EDTF date for the others. UTF-8. */
export function printBibtex(item: Citable): string {
	const fields = [...(item.form === 'view' ? fieldsOfView(item) : fieldsOf(item)), ...fieldsOfAll(item)];
	const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
	return `@misc{${item.id},\n${lines.join(',\n')}\n}\n`;
}

type Field = [name: string, value: string];

function fieldsOf(item: CitedDocument): Field[] {
	const { authors, date, archive } = item;
	const day = date?.from ?? date?.to;
	const month = day?.month && !date?.season ? MONTHS[day.month - 1] : undefined;
	return [
		...(authors.length > 0 ? [field('author', authors.map(printName).join(' and '))] : []),
		field('title', braced(item.title)),
		...(date && BIBLATEX_DATE.test(date.edtf) ? [field('date', date.edtf)] : []),
		...(day ? [field('year', String(day.year))] : []),
		...(month ? [['month', month] satisfies Field] : []),
		field('howpublished', escapeText([sentence(item.kind), ...archiveParts(item)].join(', '))),
		...(archive.translator ? [field('translator', braced(archive.translator))] : []),
		field('language', languageName(item.language))
	];
}

function fieldsOfView({ shown }: Extract<Citable, { form: 'view' }>): Field[] {
	return [field('title', braced(`Explorer view: ${shown}`))];
}

function fieldsOfAll(item: Citable): Field[] {
	const { address, accessed, collection, site } = item;
	const accessedOn = accessed && toParts(accessed).map((part) => String(part).padStart(2, '0'));
	return [
		field('organization', escapeText(`${site}: ${collection}`)),
		...(address ? [field('url', escapeAddress(address))] : []),
		...(accessedOn ? [field('urldate', accessedOn.join('-'))] : []),
		field('note', escapeText(remarks(item).join(' ')))
	];
}

/** Dates, seasons and spans of EDTF that BibLaTeX reads; sets of days it does not. */
const DAY = String.raw`-?\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?`;
const BIBLATEX_DATE = new RegExp(String.raw`^(?:${DAY}|\.\.)?(?:/(?:${DAY}|\.\.)?)?$`);

function field(name: string, value: string): Field {
	return [name, `{${value}}`];
}

/** In braces of its own, so that no style changes its capitals or takes a name apart. */
function braced(text: string): string {
	return `{${escapeText(text)}}`;
}

function printName(name: CiteName): string {
	if ('literal' in name || name.familyFirst) return braced(spoken(name));
	const parts = [name.family, name.suffix, name.given].flatMap((part) => (part ? [part] : []));
	const isPlain = parts.every((part) => !/,|\band\b/i.test(part));
	return isPlain ? parts.map(escapeText).join(', ') : braced(spoken(name));
}

export function escapeText(text: string): string {
	return oneLine(text)
		.replace(/[\\{}^~&%$#_]/g, (found) => ESCAPES[found] ?? found)
		.replace(LIGATURE, '$&{}');
}

/** An address is read as it stands: only what would end the field is written in percent. */
function escapeAddress(address: string): string {
	return address.replace(/[\\{}\s]/g, (found) => encodeURIComponent(found));
}
