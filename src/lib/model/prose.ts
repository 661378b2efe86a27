import { parseReference, referToPhrase, type PhraseReference, type Reference } from './references';

/** A stretch of a paragraph. */
export type Inline =
	| { kind: 'text'; text: string }
	| { kind: 'break' }
	| { kind: 'emphasis'; inside: Inline[] }
	| { kind: 'strong'; inside: Inline[] }
	/** Speaks of a record or of a phrase: it lights up in the views. */
	| { kind: 'light'; light: Reference | PhraseReference; inside: Inline[] }
	/** Leads to a page of someone else's. */
	| { kind: 'link'; href: string; inside: Inline[] };

/** A part of a text that stands by itself. */
export type Block =
	| { kind: 'paragraph'; inside: Inline[] }
	/** `rank` 2 is the highest a text has: the first belongs to the page. */
	| { kind: 'heading'; rank: number; inside: Inline[] }
	| { kind: 'list'; ordered: boolean; items: Block[][] }
	| { kind: 'quote'; inside: Block[] };

/** A text as people write it in Markdown, as plain data: no markup of theirs reaches a page. */
export type Prose = Block[];

/** What a link in a text says: `phrase:<document>/<annotation>`, `place:<id>` and so on; null for anything else. */
export function readLight(target: string): Reference | PhraseReference | null {
	const phrase = /^phrase:([^/\s]+)\/([^/\s]+)$/.exec(target);
	if (phrase) return referToPhrase(phrase[1] ?? '', phrase[2] ?? '');
	return parseReference(target) ? (target as Reference) : null;
}

/** Splits "annotation:letter/first-words"; null when it is no phrase. */
export function parsePhrase(light: string): { document: string; id: string } | null {
	const found = /^annotation:([^/]+)\/(.+)$/.exec(light);
	return found ? { document: found[1] ?? '', id: found[2] ?? '' } : null;
}

/** Every stretch of the text, in its order, those inside others after them. */
export function* walkInlines(blocks: readonly Block[]): Generator<Inline> {
	for (const block of blocks) {
		if (block.kind === 'list') for (const item of block.items) yield* walkInlines(item);
		else if (block.kind === 'quote') yield* walkInlines(block.inside);
		else yield* walkInside(block.inside);
	}
}

function* walkInside(inlines: readonly Inline[]): Generator<Inline> {
	for (const inline of inlines) {
		yield inline;
		if ('inside' in inline) yield* walkInside(inline.inside);
	}
}

/** What the text speaks of, each once, in its order. */
export function lightsIn(prose: Prose): (Reference | PhraseReference)[] {
	const lights = [...walkInlines(prose)].flatMap((inline) => (inline.kind === 'light' ? inline.light : []));
	return [...new Set(lights)];
}

/** The words alone: a paragraph, heading or item each, in its order. */
export function linesOf(prose: Prose): string[] {
	return prose.flatMap((block) => {
		if (block.kind === 'list') return block.items.flatMap(linesOf);
		if (block.kind === 'quote') return linesOf(block.inside);
		return [...walkInside(block.inside)]
			.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? ' ' : ''))
			.join('');
	});
}
