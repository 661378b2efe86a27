import type { DataPath, Spot } from './data-file';
import { findJsonFault } from './json-syntax';
import { createJsonLocator } from './locate-json';
import type { Parsed } from './parse-yaml';

/** Reads GeoJSON, or any JSON. Positions are worked out only when asked for: most files have no problems. */
export function parseGeojson(file: string, text: string): Parsed {
	const fault = findJsonFault(text);
	if (fault) {
		const before = text.slice(0, fault.offset);
		const rest = text.slice(fault.offset).split('\n')[0]?.slice(0, 20) ?? '';
		const problem = {
			file,
			line: before.split('\n').length,
			column: fault.offset - before.lastIndexOf('\n'),
			path: '',
			expected: fault.expected,
			found: rest.trim() || 'the end of the file',
			advice:
				fault.advice ??
				'look for a comma too many or too few, or an open bracket or quote; or save the file again from a map editor'
		};
		return { data: null, problems: [problem] };
	}
	let locator: ((path: DataPath) => Spot) | undefined;
	const locate = (path: DataPath): Spot => {
		locator ??= createJsonLocator(text);
		return locator(path);
	};
	return { data: { file, root: '', value: JSON.parse(text) as unknown, locate }, problems: [] };
}
