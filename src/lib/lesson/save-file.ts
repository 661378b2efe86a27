/** A browser may still be reading a file a while after the click, milliseconds. */
const READ_BY_THEN = 60_000;

/** Hands a text to the browser as a file to save. Nothing is sent. */
export function saveFile(name: string, type: string, text: string) {
	const address = URL.createObjectURL(new Blob([text], { type }));
	Object.assign(document.createElement('a'), { href: address, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(address), READ_BY_THEN);
}
