/** A stretch of a printed citation: plain words, never markup. */
export interface Run {
	text: string;
	italic?: boolean;
}

/** One part of a citation as its style joins them: words, or runs where some are in italics. */
export type Part = string | Run[];

/** One line of a style: what it is for, and its words. */
export interface Entry {
	use: 'note' | 'bibliography' | 'works-cited' | 'reference' | 'in-text';
	runs: Run[];
}

const CLOSED = /[.?!…][”’]*$/;

/** The words without their italics. */
export function plainText(runs: readonly Run[]): string {
	return runs.map(({ text }) => text).join('');
}

export function italic(text: string): Run[] {
	return [{ text, italic: true }];
}

/** One line: what a record writes over several is said in one. */
export function oneLine(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** In double quotation marks, those inside made single; the style's own comma or full stop goes before the closing one. */
export function quote(text: string, mark: '' | ',' | '.' = ''): string {
	const inner = oneLine(text)
		.replace(/(^|[\s([‘])"/gu, '$1‘')
		.replaceAll('"', '’')
		.replaceAll('“', '‘')
		.replaceAll('”', '’');
	// American manuals: a title's own question mark takes the place of the full stop, not of the comma.
	const needless = mark === '.' ? CLOSED.test(inner) : mark === '';
	return `“${inner}${needless ? '' : mark}”`;
}

/** Words quoted inside a sentence of the writer's own: their last comma or full stop is left to that sentence. */
export function quoteWords(text: string, mark: '' | ',' = ''): string {
	return quote(oneLine(text).replace(/[.,;:]$/, ''), mark);
}

/** First letter upper case: for words of ours that open a sentence. */
export function sentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same for what a record brings: "document 556" opens a sentence in upper case, the "f. 45" of an archive keeps its letter. */
export function sentenceOf(text: string): string {
	return /^\p{Ll}{3,}\s/u.test(text) ? sentence(text) : text;
}

/**
 * Parts one after the other. A joint of "," or "." is not set twice: after a part that ends in it, inside quotation marks too,
 * a space is enough.
 */
export function join(parts: readonly (Part | undefined)[], mark: ',' | '.'): Run[] {
	const runs: Run[] = [];
	for (const part of parts) {
		const next = typeof part === 'string' ? [{ text: part }] : (part ?? []);
		if (plainText(next) === '') continue;
		const before = plainText(runs);
		if (before) add(runs, { text: endsIn(before, mark) ? ' ' : `${mark} ` });
		for (const run of next) add(runs, run);
	}
	return runs;
}

/** With a full stop, unless it ends in one. */
export function close(runs: readonly Run[]): Run[] {
	const closed = [...runs];
	if (!endsIn(plainText(runs), '.')) add(closed, { text: '.' });
	return closed;
}

function endsIn(text: string, mark: ',' | '.'): boolean {
	return mark === '.' ? CLOSED.test(text) : /,”?$/.test(text);
}

function add(runs: Run[], { text, italic: slanted = false }: Run) {
	const last = runs.at(-1);
	if (last && (last.italic ?? false) === slanted) runs[runs.length - 1] = { ...last, text: last.text + text };
	else runs.push(slanted ? { text, italic: true } : { text });
}
