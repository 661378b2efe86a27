import type { Interaction } from './interaction';

/** What was kept of earlier visits. */
export interface Kept {
	/** As it was saved; empty at the first visit. */
	state: string;
	/** Id of the step one was at; empty when none. */
	location: string;
	isDone: boolean;
	/** A teacher looks on, or the student looks back: nothing may be reported. */
	isSilent: boolean;
}

/** Why the course system does not have everything: it cannot be reached now, or it refuses what it is sent. */
export type LineTrouble = 'unreachable' | 'refused';

/** The connection to a course system. No call throws; what goes wrong is told to `ontrouble`. */
export interface CourseLine {
	/** null when no session can be had. */
	open(): Promise<Kept | null>;
	/** @param location id of a step */
	save(state: string, location: string): void;
	answered(interaction: Interaction): void;
	completed(): void;
	/** The page is put away and may not come back: what is known so far has to be safe. */
	rest(): void;
	/** Ends the session. Where the student is to be led then; null when nowhere. */
	close(): Promise<string | null>;
	/** Ends the session of a page that is going away this moment. */
	leave(): void;
}
