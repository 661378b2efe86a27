import type { DocumentSummary, Person } from '$lib/model/collection';

/** Who wrote: a person whose family name is known, or words that are not to be taken apart. */
export type CiteName =
	{ family: string; given: string; suffix?: string; familyFirst: boolean } | { literal: string };

/** What of a person's record tells the parts of the name. */
type Named = Pick<Person, 'name' | 'names' | 'family' | 'original'>;

/** Languages whose speakers write the family name first, and are written so in this collection's English. */
const FAMILY_FIRST = /^(?:zh|ko|ja|vi|hu)\b/;
const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;

/** The writers of a document in its order; a party that nobody names is left out. */
export function authorsOf(
	{ from }: Pick<DocumentSummary, 'from'>,
	findPerson: (id: string) => Person | undefined
): CiteName[] {
	return from.flatMap(({ person, name }) => {
		const found = person ? findPerson(person) : undefined;
		if (found) return [nameOf(found)];
		return name ? [{ literal: name }] : [];
	});
}

/**
 * A person's name taken apart: as the record says, else family name first where the person's own script writes it so, else last.
 */
export function nameOf({ name: shown, original, names, family: known }: Named): CiteName {
	// A citation is in the collection's language, whatever that of the page.
	const name = original ?? shown;
	if (known && name !== known && name.startsWith(known)) {
		return { family: known, given: name.slice(known.length).trim(), familyFirst: true };
	}
	const words = name.split(/\s+/);
	const [first = name] = words;
	if (words.length === 1) return { literal: name };
	const isNative = ({ lang, use }: Person['names'][number]) =>
		use === 'native' && FAMILY_FIRST.test(lang) && !lang.includes('Latn');
	if (!known && names.some(isNative)) {
		return { family: first, given: words.slice(1).join(' '), familyFirst: true };
	}
	const suffix = SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
	const said = words.join(' ').replace(/,$/, '');
	const family = known ?? said.slice(said.lastIndexOf(' ') + 1);
	const given = said.slice(0, -family.length).trim();
	if (!given || !said.endsWith(family)) return { literal: name };
	return { family, given, ...(suffix && { suffix }), familyFirst: false };
}

/** As one would say it: George C. Marshall, Zhou Enlai. */
export function spoken(name: CiteName): string {
	if ('literal' in name) return name.literal;
	const { family, given, suffix, familyFirst } = name;
	return familyFirst ? `${family} ${given}` : [given, family, suffix].filter(Boolean).join(' ');
}

/** As a list sorts it: Marshall, George C.; names with the family name first stay as they are. */
export function sorted(name: CiteName): string {
	if ('literal' in name || name.familyFirst) return spoken(name);
	return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** Family name and initials, as APA wants: Marshall, G. C.; Pak, H. for Pak Hon-yong, whose second syllable has a small letter. */
export function initialled(name: CiteName): string {
	if ('literal' in name) return name.literal;
	const initials = name.given
		.split(/\s+/)
		.map((word) =>
			word
				.split('-')
				.filter((part, index) => index === 0 || /^\p{Lu}/u.test(part))
				.map((part) => `${[...part][0] ?? ''}.`)
				.join('-')
		)
		.join(' ');
	return [name.family, initials, name.suffix].filter(Boolean).join(', ');
}

/** The word a reader looks for: the family name. */
export function short(name: CiteName): string {
	return 'literal' in name ? name.literal : name.family;
}

/** Whether sorting has turned the name round, so that a comma must part it from the next. */
export function isTurned(name: CiteName): boolean {
	return !('literal' in name) && !name.familyFirst;
}

/** "A", "A and B", "A, B, and C". */
export function listNames(names: readonly string[], and: 'and' | '&' = 'and'): string {
	if (names.length < 3) return names.join(` ${and} `);
	return `${names.slice(0, -1).join(', ')}, ${and} ${names.at(-1) ?? ''}`;
}
