import type { Snippet } from 'svelte';
import type { Reference } from '$lib/model/references';

/** What all rows of a part of the table share. */
export interface RowSetting {
	/** Before the row's own id in the row's anchor. */
	prefix: string;
	/** Address of the explorer, and what its links keep of the view. */
	explorer: string;
	kept: string;
	/** Says how a record stands at the desk looked from. */
	reasons: Snippet<[Reference]>;
}
