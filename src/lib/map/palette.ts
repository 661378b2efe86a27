/** The colours of the page's theme, by the names of its custom properties, as the engine wants them. */
const NAMES = [
	'paper',
	'ink',
	'ink-soft',
	'land',
	'sea',
	'river',
	'rule',
	'rule-strong',
	'field',
	'focus',
	'parallel',
	'halo',
	'madder',
	'prussian',
	'ochre',
	'moss',
	'plum',
	'slate'
] as const;

export const INKS = ['ink', 'madder', 'prussian', 'ochre', 'moss', 'plum', 'slate'] as const;

export type Palette = Record<(typeof NAMES)[number], string>;

export function readPalette(style: Pick<CSSStyleDeclaration, 'getPropertyValue'>): Palette {
	return Object.fromEntries(
		NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim() || '#808080'])
	) as Palette;
}

/** Red, green, blue of "#rgb" or "#rrggbb"; grey for what is neither. */
export function channelsOf(colour: string): [number, number, number] {
	const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1] ?? '808080';
	const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
	const channel = (from: number) => Number.parseInt(long.slice(from, from + 2), 16);
	return [channel(0), channel(2), channel(4)];
}

/** Calls back whenever the theme changes, by the reader's button or the system; returns the end of it. */
export function watchTheme(onchange: () => void): () => void {
	const query = matchMedia('(prefers-color-scheme: dark)');
	const observer = new MutationObserver(onchange);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	query.addEventListener('change', onchange);
	return () => {
		observer.disconnect();
		query.removeEventListener('change', onchange);
	};
}
