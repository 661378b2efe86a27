/** JSON that cannot end the script element it stands in, whatever the texts say. */
export function printForScript(thing: unknown): string {
	return JSON.stringify(thing)
		.replaceAll('<', '\\u003c')
		.replaceAll('>', '\\u003e')
		.replaceAll('&', '\\u0026')
		.replaceAll('\u2028', '\\u2028')
		.replaceAll('\u2029', '\\u2029');
}
