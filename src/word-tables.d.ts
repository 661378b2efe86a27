declare module 'virtual:word-tables' {
	/** Addresses of the words of each language, by locale. */
	export const tables: Readonly<Record<string, string>>;
}
