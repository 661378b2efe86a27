/** Keys of a remote control and of a keyboard: 1 for on, -1 for back, 0 where the key is somebody else's. */
export function turnOf(event: KeyboardEvent): -1 | 0 | 1 {
	const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
	if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey || isTaken(event.target)) return 0;
	if (key === 'ArrowRight' || key === 'PageDown') return 1;
	return key === 'ArrowLeft' || key === 'PageUp' ? -1 : 0;
}

/** Fields, choices, dialogs, the chart and the map have their own use for arrows. */
const OWN_USE =
	'input, textarea, select, [contenteditable], dialog, [role="slider"], [role="listbox"], [role="radiogroup"], [role="separator"], [data-view="timeline"], [data-view="map"]';

function isTaken(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest(OWN_USE) !== null;
}
