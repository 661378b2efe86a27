/** What every kind of manifest says of a lesson that is packed. */
export interface PackageFacts {
	/** Id of the collection. */
	collection: string;
	/** Id of the lesson. */
	lesson: string;
	title: string;
	summary: string;
	/** BCP 47. */
	language: string;
	/** Page that opens first, as a path in the package; a query may follow. */
	start: string;
	/** All files but the manifest, as paths in the package. */
	files: readonly string[];
}
