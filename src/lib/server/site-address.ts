/**
 * The address under which the site will stand, ending in a stroke, as P38_ADDRESS has it; null where nobody has named it. Links of the
 * site never need it: only what other systems take away does.
 *
 * @throws Error when it is no address of a web page
 */
export function siteAddress(named = process.env['P38_ADDRESS']): string | null {
	if (!named) return null;
	const found = URL.canParse(named) ? new URL(named) : null;
	if (!found || !/^https?:$/.test(found.protocol) || found.search || found.hash) {
		throw new Error(
			`P38_ADDRESS: expected the address of the site, such as "https://school.example.org/lessons/", found "${named}". Mend it, or leave it out.`
		);
	}
	return found.href.endsWith('/') ? found.href : `${found.href}/`;
}
