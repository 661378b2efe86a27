/** Short forms whose point ends no sentence. */
const SHORT =
	/(?:^|[\s(“"‘'«])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Gen|Col|Maj|Capt|Lt|Sgt|Adm|cf|vs|p|pp|vol|etc|e\.g|i\.e|U\.S|U\.N|г|тов|гг|им)\.$/u;

/** An end: marks, and what closes after them. Where no spaces are written, the next sentence may follow at once. */
const END = /(?:[.!?…]+[”"’'»)\]]*(?=\s|$)|[。！？]+[”」』）]*|\n\s*\n)/gu;

/** The sentences of a text, in its order, trimmed. Nothing but space is lost. */
export function splitSentences(text: string): string[] {
	const sentences: string[] = [];
	let from = 0;
	for (const { 0: mark, index } of text.matchAll(END)) {
		const end = index + mark.length;
		if (mark === '.' && SHORT.test(text.slice(from, end))) continue;
		// A number that counts paragraphs, "1.", goes with what it counts.
		if (mark === '.' && /^\s*\(?\d+\.$/.test(text.slice(from, end))) continue;
		// "8 . . ." and "… he said" go on: the next word would begin with a capital.
		if (!/\n/.test(mark) && /^\s+\p{Ll}/u.test(text.slice(end))) continue;
		sentences.push(text.slice(from, end).trim());
		from = end;
	}
	sentences.push(text.slice(from).trim());
	return sentences.filter(Boolean);
}
