/** The beginning of a long phrase, cut between words; scripts without spaces are cut between signs. */
export function clip(words: string, length = 160): string {
	const signs = Array.from(words);
	if (signs.length <= length) return words;
	const start = signs.slice(0, length).join('');
	const space = start.lastIndexOf(' ');
	return `${space > length / 2 ? start.slice(0, space) : start} …`;
}
