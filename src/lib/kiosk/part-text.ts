import type { DocumentBody } from '$lib/model/collection';

interface Part {
	text: string;
	isLit: boolean;
}

/** The paragraphs of a document, parted where one phrase begins and ends. */
export function partText(
	{ text, paragraphs }: Pick<DocumentBody, 'text' | 'paragraphs'>,
	lit: { start: number; end: number } | null
): { role: string; parts: Part[] }[] {
	return paragraphs.map(({ role, start, end }) => {
		const from = Math.min(Math.max(lit?.start ?? end, start), end);
		const to = Math.min(Math.max(lit?.end ?? end, from), end);
		const parts = [
			{ text: text.slice(start, from), isLit: false },
			{ text: text.slice(from, to), isLit: true },
			{ text: text.slice(to, end), isLit: false }
		];
		return { role, parts: parts.filter((part) => part.text !== '') };
	});
}
