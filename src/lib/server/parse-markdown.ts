import MarkdownIt, { type Token } from 'markdown-it';
import { readLight, type Block, type Inline, type Prose } from '$lib/model/prose';

/** Something in a text that a person has to put right. Lines count from 0. */
export interface MarkdownFault {
	line: number;
	expected: string;
	found: string;
	advice: string;
}

export interface Markdown {
	prose: Prose;
	/** Records and phrases the text links to, as written. */
	links: { target: string; line: number }[];
	faults: MarkdownFault[];
}

/** Paragraphs, headings, emphasis, lists, block quotes and links; whatever else is written stays the text it is. */
const parser = new MarkdownIt('commonmark', { html: false }).disable([
	...['code', 'fence', 'hr', 'html_block', 'lheading', 'reference'],
	...['image', 'backticks', 'autolink', 'html_inline']
]);
// Every link is looked at here, and none is changed or silently left as text.
parser.validateLink = () => true;
parser.normalizeLink = (target) => target;

const SCHEMES = 'phrase:<document>/<annotation>, place:<id>, term:<id> or another kind of record';

/** Reads a text. Raw HTML in it is text like any other. */
export function parseMarkdown(text: string): Markdown {
	const found: Markdown = { prose: [], links: [], faults: [] };
	const tokens = parser.parse(text, {});
	found.prose = readBlocks(tokens, found);
	return found;
}

function readBlocks(tokens: readonly Token[], found: Markdown): Block[] {
	const blocks: Block[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (!token || token.nesting !== 1) continue;
		const end = findClose(tokens, at);
		const inside = tokens.slice(at + 1, end);
		const block = readBlock(token, inside, found);
		if (block) blocks.push(block);
		at = end;
	}
	return blocks;
}

function readBlock(token: Token, inside: readonly Token[], found: Markdown): Block | null {
	switch (token.type) {
		case 'paragraph_open':
			return { kind: 'paragraph', inside: readInlines(inside[0], found) };
		case 'heading_open': {
			const rank = Number(token.tag.slice(1));
			if (rank === 1) {
				found.faults.push({
					line: token.map?.[0] ?? 0,
					expected: 'a heading of the second rank or below',
					found: 'one of the first, which belongs to the title',
					advice: 'begin the line with ## instead of #'
				});
			}
			return { kind: 'heading', rank: Math.max(rank, 2), inside: readInlines(inside[0], found) };
		}
		case 'blockquote_open':
			return { kind: 'quote', inside: readBlocks(inside, found) };
		case 'bullet_list_open':
		case 'ordered_list_open':
			return { kind: 'list', ordered: token.tag === 'ol', items: readItems(inside, found) };
		default:
			return null;
	}
}

function readItems(tokens: readonly Token[], found: Markdown): Block[][] {
	const items: Block[][] = [];
	for (let at = 0; at < tokens.length; at++) {
		if (tokens[at]?.type !== 'list_item_open') continue;
		const end = findClose(tokens, at);
		items.push(readBlocks(tokens.slice(at + 1, end), found));
		at = end;
	}
	return items;
}

function findClose(tokens: readonly Token[], open: number): number {
	let depth = 0;
	for (let at = open; at < tokens.length; at++) {
		depth += tokens[at]?.nesting ?? 0;
		if (depth === 0) return at;
	}
	return tokens.length;
}

function readInlines(block: Token | undefined, found: Markdown): Inline[] {
	const top: Inline[] = [];
	const open = [top];
	let line = block?.map?.[0] ?? 0;
	const add = (inline: Inline) => open.at(-1)?.push(inline);
	const enter = (inline: Inline & { inside: Inline[] }) => {
		add(inline);
		open.push(inline.inside);
	};
	for (const token of block?.children ?? []) {
		if (token.type === 'softbreak' || token.type === 'hardbreak') line += 1;
		if (token.nesting === -1) open.pop();
		else if (token.type === 'softbreak') add({ kind: 'text', text: ' ' });
		else if (token.type === 'hardbreak') add({ kind: 'break' });
		else if (token.type === 'em_open') enter({ kind: 'emphasis', inside: [] });
		else if (token.type === 'strong_open') enter({ kind: 'strong', inside: [] });
		else if (token.type === 'link_open') enter(readLink(String(token.attrGet('href') ?? ''), line, found));
		else if (token.content) add({ kind: 'text', text: token.content });
	}
	return top;
}

function readLink(target: string, line: number, found: Markdown): Inline & { inside: Inline[] } {
	const light = readLight(target);
	if (light) {
		found.links.push({ target, line });
		return { kind: 'light', light, inside: [] };
	}
	if (/^https?:\/\/[^/\s]+\.[^/\s]+/.test(target)) return { kind: 'link', href: target, inside: [] };
	found.faults.push({
		line,
		expected: `a link to ${SCHEMES}, or to a holder’s page with https://`,
		found: `"${target}"`,
		advice: 'write one of these, or take the link out and leave the words'
	});
	// The collection is refused: this is never shown.
	return { kind: 'emphasis', inside: [] };
}
