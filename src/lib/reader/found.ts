import type { Attachment } from 'svelte/attachments';
import { findSpans, type SoughtWords } from '$lib/model/spelling';
import type { Attention } from '$lib/state/attention';
import type { ViewState } from '$lib/state/view.svelte';

/** The name under which the style sheet colours what was found; this file owns it. */
const NAME = 'p38-found';

/**
 * Marks what was searched for in the text under an element, without touching the text: nothing is inserted between a phrase and its
 * letters. Where the browser cannot mark so, the text stands as it is. Asked for by the search, the first of it is brought into sight.
 *
 * @param id of the document whose text it is
 */
export function markFound(view: ViewState | null, id: string): Attachment<HTMLElement> {
	let heeded: Attention | null = null;
	return (element) => {
		if (!view) return;
		const { findings, attention, phrase, document: open } = view;
		const ranges = rangesIn(element, findings.words);
		const isAsked = attention !== heeded && attention.by === 'search' && open === id && !phrase;
		if (isAsked) bringIntoSight(ranges[0]);
		heeded = attention;
		return showRanges(ranges);
	};
}

/** Where the words stand in the paragraphs of an element. */
export function rangesIn(element: HTMLElement, words: SoughtWords): Range[] {
	if (words.tokens.size === 0 && words.names.size === 0) return [];
	return [...element.children].flatMap((paragraph) => {
		const nodes = textNodesOf(paragraph);
		return findSpans(paragraph.textContent, words).map(([start, end]) => {
			const range = document.createRange();
			range.setStart(...placeIn(nodes, start));
			range.setEnd(...placeIn(nodes, end - 1, 1));
			return range;
		});
	});
}

function textNodesOf(paragraph: Element): Text[] {
	const steps = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
	const nodes: Text[] = [];
	while (steps.nextNode()) nodes.push(steps.currentNode as Text);
	return nodes;
}

/** The node in which a letter of the whole text stands, and the place before it there, or `beyond` it. */
function placeIn(nodes: readonly Text[], letter: number, beyond = 0): [Text, number] {
	let before = 0;
	for (const node of nodes) {
		if (letter < before + node.length) return [node, letter - before + beyond];
		before += node.length;
	}
	throw new RangeError(`no letter ${letter} among ${before}`);
}

/** Other texts of the page have their own ranges under the same name: only these are taken away again. */
function showRanges(ranges: readonly Range[]): (() => void) | undefined {
	if (ranges.length === 0 || typeof Highlight === 'undefined' || !CSS.highlights) return undefined;
	const highlight = CSS.highlights.get(NAME) ?? new Highlight();
	CSS.highlights.set(NAME, highlight);
	for (const range of ranges) highlight.add(range);
	return () => {
		for (const range of ranges) highlight.delete(range);
	};
}

function bringIntoSight(range: Range | undefined) {
	// The title takes the focus first, and scrolls for it.
	requestAnimationFrame(() => range?.startContainer.parentElement?.scrollIntoView({ block: 'center' }));
}
