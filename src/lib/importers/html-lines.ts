import { Parser } from 'htmlparser2';
import { ImportRefused, refuseManyLines } from './importer';
import type { PageLine } from './page-line';

const furnitureTags = new Set(
	'head script style nav footer noscript template svg iframe button select dialog'.split(' ')
);
const inlineTags = new Set(
	'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
		' '
	)
);
const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** htmlparser2 moves its whole stack for every tag: depth must stay bounded for the time to stay linear. */
const deepestNesting = 400;

interface Piece {
	text: string;
	start: number;
	furniture: boolean;
}

export function looksLikeHtml(text: string): boolean {
	const head = text.slice(0, 2000).trimStart().slice(0, 40).toLowerCase();
	return /^<(?:!--|\?xml|(?:!doctype|html|head|body|main|article|section|div|meta|title|h1|p)[\s>/])/.test(
		head
	);
}

/**
 * Saved HTML → lines as a reader sees them. Each line stands for the mark-up from its first tag to the next line's
 * first tag, so the stretches joined give the source back.
 * Throws ImportRefused when tags are nested deeper than any page's.
 */
export function htmlLines(source: string): PageLine[] {
	const pieces = readPieces(source);
	if (pieces[0]?.start !== 0) pieces.unshift({ text: '', start: 0, furniture: true });
	let number = 1;
	let counted = 0;
	return pieces.map((piece, index) => {
		for (let feed = source.indexOf('\n', counted); feed >= 0 && feed < piece.start;) {
			number++;
			counted = feed + 1;
			feed = source.indexOf('\n', counted);
		}
		return { ...piece, end: pieces[index + 1]?.start ?? source.length, number };
	});
}

function readPieces(source: string): Piece[] {
	const pieces: Piece[] = [];
	const lists: (number | null)[] = [];
	let depth = 0;
	let hidden = 0;
	let preformatted = 0;
	let headings = 0;
	let words: string[] = [];
	let start: number | null = null;
	let marker = '';

	function add(piece: Piece): void {
		refuseManyLines(pieces.length, () => source.slice(0, piece.start).split('\n').length);
		pieces.push(piece);
	}

	function flush(): void {
		const text = words.join('').replace(/\s+/g, ' ').trim().normalize('NFC');
		if (text !== '' && start !== null) {
			add({ text: marker + text, start, furniture: false });
			start = null;
			marker = '';
		}
		words = [];
	}

	function addText(data: string, at: number): void {
		if (start === null && data.trim() !== '') start = at;
		words.push(data);
	}

	const parser: Parser = new Parser({
		onopentag(name) {
			if (!voidTags.has(name) && ++depth > deepestNesting) refuseNesting(source, parser.startIndex);
			if (furnitureTags.has(name) && hidden++ === 0) {
				flush();
				add({ text: '', start: start ?? parser.startIndex, furniture: true });
				start = null;
			}
			if (hidden > 0) return;
			if (/^h[1-6]$/.test(name)) headings++;
			// A heading is one line, however it is set.
			if (name === 'br' && headings > 0) return addText(' ', parser.startIndex);
			if (!inlineTags.has(name)) flush();
			start ??= parser.startIndex;
			if (name === 'pre') preformatted++;
			if (name === 'ol' || name === 'ul') lists.push(name === 'ol' ? 0 : null);
			const count = lists.at(-1);
			if (name === 'li' && typeof count === 'number') {
				lists[lists.length - 1] = count + 1;
				// A browser prints this number, so a reader of the page has seen it.
				marker = `${count + 1}. `;
			}
		},
		onclosetag(name) {
			if (!voidTags.has(name)) depth--;
			if (furnitureTags.has(name)) hidden--;
			if (hidden > 0 || inlineTags.has(name) || (name === 'br' && headings > 0)) return;
			if (/^h[1-6]$/.test(name)) headings--;
			flush();
			start = null;
			marker = '';
			if (name === 'pre') preformatted--;
			if (name === 'ol' || name === 'ul') lists.pop();
		},
		ontext(data) {
			if (hidden > 0) return;
			if (preformatted === 0) return addText(data, parser.startIndex);
			let at = parser.startIndex;
			for (const line of data.split('\n')) {
				if (at > parser.startIndex) flush();
				addText(line, at);
				at += line.length + 1;
			}
		}
	});
	parser.write(source);
	parser.end();
	flush();
	return pieces;
}

function refuseNesting(source: string, index: number): never {
	throw new ImportRefused({
		line: source.slice(0, index).split('\n').length,
		expected: `HTML nested at most ${deepestNesting} tags deep`,
		found: 'tags nested deeper',
		todo: 'Save the page again, or give its text.'
	});
}
