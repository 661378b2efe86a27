/** Where a visitor is. */
export type Place =
	{ at: 'attract' | 'language' | 'doors' } | { at: 'card'; index: number } | { at: 'door'; index: number };

/** What is the same for every new visitor; two of these that differ say that something of a visitor was left. */
export interface ColdState {
	at: Place['at'];
	language: string;
	query: string;
	narrator: string;
	idle: string;
	isStaff: boolean;
}
