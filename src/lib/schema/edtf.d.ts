declare module 'edtf' {
	/** A parsed date; `min` and `max` are the UTC edges of the calendar dates it can mean, infinite where open. */
	export interface EdtfValue {
		type: 'Date' | 'Interval' | 'Set' | 'List' | 'Season' | 'Year' | 'Decade' | 'Century';
		/** 1 year, 2 month, 3 day; absent on sets, lists and intervals of mixed precision. */
		precision?: number;
		values?: unknown;
		unspecified?: { value: number };
		approximate?: { value: number };
		uncertain?: { value: number };
		lower?: EdtfValue | null;
		upper?: EdtfValue | null;
		min: number;
		max: number;
	}

	/** @throws Error when the text is no EDTF of level 0, 1 or 2 */
	export default function edtf(text: string): EdtfValue;
}
