import { createContext } from 'svelte';
import type { Light } from '$lib/model/catalogue';

/** What links of a text do on the page the text stands on. */
export interface ProseLinks {
	/** Where the link leads without a script, and in a new tab. */
	readonly hrefOf: (light: Light) => string;
	/** Lights the thing up in the views beside the text; undefined where there are none. */
	readonly follow?: (light: Light) => void;
	readonly hover?: (light: Light | null) => void;
	readonly isChosen?: (light: Light) => boolean;
}

export const [getProseLinks, setProseLinks] = createContext<ProseLinks>();
