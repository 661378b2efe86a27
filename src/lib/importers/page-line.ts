/** One line of the page: its words, and the stretch of the source that it stands for. Stretches leave no gap. */
export interface PageLine {
	/** Trimmed, NFC; empty for an empty line and for page furniture. */
	text: string;
	/** UTF-16 offsets into the source, the line end (or the mark-up up to the next line) included. */
	start: number;
	end: number;
	/** Line of the source, from 1. */
	number: number;
	/** Scripts, styles, navigation of a saved page: never read. */
	furniture: boolean;
}
