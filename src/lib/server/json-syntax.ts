/** Where a text stops being JSON, and what should have stood there. */
export interface JsonFault {
	offset: number;
	expected: string;
	/** What to do, where it is not what is done about a slip of the pen. */
	advice?: string;
}

/** Signs and values of a file: lines of a map drawn far too fine have as many. */
const MOST_TOKENS = 200_000;

/** The deepest a map's shapes lie is seven. */
const DEEPEST = 40;

const TOKEN =
	/[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

const EXPECTED = {
	value: 'a value: text in double quotes, a number, { or [',
	'value or ]': 'a value, or ] at the end of the list',
	key: 'a name in double quotes (no comma before the closing bracket)',
	'key or }': 'a name in double quotes, or }',
	colon: 'a colon',
	'comma or end': 'a comma or a closing bracket',
	end: 'the end of the file'
};

/** The platform's own parser says what it met but not reliably where; this one is only asked for the place. */
export function findJsonFault(text: string): JsonFault | null {
	const open: { bracket: '{' | '['; names: Set<string> }[] = [];
	let state: keyof typeof EXPECTED = 'value';
	TOKEN.lastIndex = 0;
	for (let end = 0, count = 0; ; end = TOKEN.lastIndex, count += 1) {
		if (count > MOST_TOKENS || open.length > DEEPEST) return { offset: end, ...tellExcess(count) };
		const token = TOKEN.exec(text);
		const rest = /\S|$/.exec(text.slice(end));
		const offset = token ? TOKEN.lastIndex - token[0].trimStart().length : end + (rest?.index ?? 0);
		if (!token)
			return state === 'end' && offset === text.length ? null : { offset, expected: EXPECTED[state] };
		const [, sign, quoted] = token;
		const inside = open.at(-1);
		const wantsValue: boolean = state === 'value' || state === 'value or ]';
		if (quoted && (state === 'key' || state === 'key or }')) {
			// The same name may be written in two ways.
			const name = JSON.parse(quoted) as string;
			if (inside?.names.has(name))
				return { offset, expected: `each name once, but ${quoted.slice(0, 80)} stood before` };
			inside?.names.add(name);
			state = 'colon';
		} else if (wantsValue && (sign === '{' || sign === '[')) {
			open.push({ bracket: sign, names: new Set() });
			state = sign === '{' ? 'key or }' : 'value or ]';
		} else if (wantsValue && !sign) {
			state = inside ? 'comma or end' : 'end';
		} else if (state === 'colon' && sign === ':') {
			state = 'value';
		} else if (state === 'comma or end' && sign === ',') {
			state = inside?.bracket === '{' ? 'key' : 'value';
		} else if (closes(sign, inside?.bracket, state)) {
			open.pop();
			state = open.length > 0 ? 'comma or end' : 'end';
		} else {
			return { offset, expected: EXPECTED[state] };
		}
	}
}

function tellExcess(count: number): Omit<JsonFault, 'offset'> {
	return count > MOST_TOKENS
		? {
				expected: `at most ${MOST_TOKENS} values, commas and brackets in a file`,
				advice: 'simplify the lines in a map editor: a tenth of the points looks the same'
			}
		: {
				expected: `brackets nested at most ${DEEPEST} deep`,
				advice: 'save the file again from a map editor'
			};
}

function closes(
	sign: string | undefined,
	bracket: '{' | '[' | undefined,
	state: keyof typeof EXPECTED
): boolean {
	if (state === 'comma or end') return sign === (bracket === '{' ? '}' : ']');
	return (state === 'key or }' && sign === '}') || (state === 'value or ]' && sign === ']');
}
