export interface XmlElement {
	name: string;
	attributes?: Record<string, string>;
	children?: XmlElement[] | string;
}

/** A document as UTF-8 text, indented by two spaces; attributes in the order given. */
export function printXml(root: XmlElement): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${print(root, '')}`;
}

export function escapeXml(text: string): string {
	return (
		text
			// XML 1.0 has no way to write these at all.
			.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;')
			.replace(/>/g, '&gt;')
			.replace(/"/g, '&quot;')
	);
}

function print({ name, attributes = {}, children = [] }: XmlElement, indent: string): string {
	const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
	const open = `${indent}<${name}${pairs.join('')}`;
	if (children.length === 0) return `${open}/>\n`;
	if (typeof children === 'string') return `${open}>${escapeXml(children)}</${name}>\n`;
	const inside = children.map((child) => print(child, `${indent}  `)).join('');
	return `${open}>\n${inside}${indent}</${name}>\n`;
}
