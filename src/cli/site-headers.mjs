/**
 * Reads a `_headers` file as static hosts do: a line with a path, ending in `*` for all below it, then indented lines `Name: value`.
 *
 * @param {string} text
 * @returns {{ path: string, headers: [string, string][] }[]} in the order of the file: what comes later wins
 */
export function parseHeaders(text) {
	/** @type {{ path: string, headers: [string, string][] }[]} */
	const rules = [];
	for (const line of text.split(/\r?\n/)) {
		if (line.trim() === '' || line.startsWith('#')) continue;
		if (!/^\s/.test(line)) {
			rules.push({ path: line.trim(), headers: [] });
			continue;
		}
		const cut = line.indexOf(':');
		rules.at(-1)?.headers.push([line.slice(0, cut).trim(), line.slice(cut + 1).trim()]);
	}
	return rules;
}

/**
 * @param {ReturnType<typeof parseHeaders>} rules
 * @param {string} path address inside the site, starting with `/`
 * @returns {Map<string, string>}
 */
export function headersFor(rules, path) {
	const matching = rules.filter((rule) =>
		rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path
	);
	return new Map(matching.flatMap(({ headers }) => headers));
}
