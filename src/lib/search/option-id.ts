/** The id by which the field says which result of its list is the active one. */
export function optionId(list: string, index: number): string {
	return `${list}-option-${index}`;
}
