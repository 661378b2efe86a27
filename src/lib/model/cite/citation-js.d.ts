declare module '@citation-js/core' {
	/** Reads citations of any known format into CSL-JSON. Used by the tests, as a reader that is not ours. */
	export class Cite {
		constructor(data: unknown, options?: { forceType?: string });
		data: Record<string, unknown>[];
	}
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
