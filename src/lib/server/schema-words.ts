import { adviseDate } from './advise-date';
import { describeValue } from './describe-value';
import { readNames, suggestValue, type Fault, type Issue } from './schema-issue';
import { didYouMean } from './suggest';

interface Words {
	expected: string;
	found: string;
	advice: string;
}

const TYPES: Record<string, string> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	tuple: 'a list',
	object: 'a group of lines',
	never: 'nothing'
};

/** Ways out for what the schemas ask in words of their own, by the beginning of those words. */
const OWN_ADVICE: readonly (readonly [expected: string, advise: (value: string) => string])[] = [
	['no more than', () => 'take words out: it is read standing'],
	['a date in EDTF', adviseDate],
	['an id of', adviseId],
	['a time zone', adviseZone],
	['a clock time', () => 'write hours and minutes with two digits each and a colon between'],
	['a closed ring', () => 'write the first position once more at the end'],
	['a latitude', () => 'look whether latitude and longitude are swapped'],
	['a longitude', () => 'look whether latitude and longitude are swapped']
];

/** A fault in plain words. */
export function describeFault(fault: Fault): Words {
	const { issue, value, path, missing, known, alternatives } = fault;
	if (issue.code === 'unrecognized_keys') {
		const expected = known.length > 0 ? `one of these names: ${known.join(', ')}` : 'no further line here';
		const otherwise = 'take the line out; a remark belongs after a #';
		return {
			expected,
			found: `the unknown name "${String(value)}"`,
			advice: didYouMean(String(value), known, otherwise)
		};
	}
	const expected =
		alternatives.length > 0
			? [...new Set(alternatives.map((one) => expect(one.issue)))].join(', or ')
			: expect(issue);
	const found = missing ? 'nothing: there is no such line' : describeValue(value);
	return { expected, found, advice: advise(fault, String(path.at(-1) ?? '')) };
}

/** What a schema wants, in its own words where it has any. */
function expect(issue: Issue): string {
	const names = readNames(issue.message);
	if (names.length > 0) return `lines from these: ${names.join(', ')}`;
	if (issue.message) return issue.message;
	const values = issue.options ?? issue.values;
	if (values) return values.length === 1 ? `"${String(values[0])}"` : `one of: ${values.join(', ')}`;
	if (issue.code === 'too_small') return expectSize(issue, issue.minimum, 'at least', 'more than');
	if (issue.code === 'too_big') return expectSize(issue, issue.maximum, 'at most', 'less than');
	if (issue.format === 'url') return 'a web address such as https://archive.example.org/item/7';
	return TYPES[issue.expected ?? ''] ?? 'a value of another form';
}

function expectSize(
	{ origin, inclusive, code }: Issue,
	bound: number | bigint = 0,
	closed: string,
	open: string
): string {
	if (origin === 'string') return code === 'too_small' ? 'some text' : `at most ${bound} letters`;
	const unit = origin === 'array' ? (Number(bound) === 1 ? ' entry' : ' entries') : '';
	return `${inclusive ? closed : open} ${bound}${unit}`;
}

function advise({ issue, value, missing, alternatives }: Fault, name: string): string {
	const wanted = new Set(
		(alternatives.length > 0 ? alternatives : [{ issue }]).map((one) => one.issue.expected)
	);
	const values = issue.options ?? issue.values;
	if (missing) {
		if (/^\d+$/.test(name)) return 'add an entry here';
		return values && values.length > 1
			? `add the line "${name}: …" with one of these words`
			: `add "${name}" here`;
	}
	if (value === null) {
		if (name === '') return 'write what is expected, or take the file out';
		if (/^\d+$/.test(name)) return 'write the entry, or take it out';
		return `write it after "${name}:", or take the line out`;
	}
	const own = OWN_ADVICE.find(([expected]) => issue.message.startsWith(expected));
	if (own) return own[1](typeof value === 'string' ? value : '');
	const near = suggestValue(value, values);
	if (near !== null) return `did you mean "${near}"?`;
	if (values) return values.length === 1 ? `write ${String(values[0])}` : 'choose one of these words';
	if (typeof value === 'number' && wanted.has('string')) return `put it in quotes: '${value}'`;
	if (typeof value === 'string' && (wanted.has('number') || wanted.has('int'))) {
		return value.trim() !== '' && Number.isFinite(Number(value))
			? `write it without quotes: ${value.trim()}`
			: 'write a number';
	}
	if (typeof value === 'string' && wanted.has('boolean')) return 'write true or false, without quotes';
	if (wanted.has('array') && !Array.isArray(value))
		return 'make it a list: each entry on a line of its own that begins with "- "';
	if (issue.format === 'url') return 'copy the whole address from the browser, with https:// at the start';
	if (issue.origin === 'number') return 'write a number within these bounds';
	if (issue.code === 'too_small' && issue.origin === 'array')
		return 'add what is missing; an empty list says nothing';
	return 'change it to what is expected';
}

function adviseId(value: string): string {
	const id = value
		.normalize('NFKD')
		.replace(/\p{M}|['’]/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return id ? `write ${id}, here and wherever it is referred to` : 'make up a short name of such letters';
}

function adviseZone(value: string): string {
	return didYouMean(
		value,
		Intl.supportedValuesOf('timeZone'),
		'write continent and city in English, with a slash'
	);
}
