import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from './json-syntax';

describe('findJsonFault', () => {
	it('finds nothing in any JSON, however it is laid out', () => {
		fc.assert(
			fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (json, indent) => {
				const value: unknown = JSON.parse(json);
				expect(findJsonFault(JSON.stringify(value, null, indent))).toBeNull();
			})
		);
	});

	it('finds a fault in whatever the platform refuses', () => {
		const damaged = fc
			.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', ':', '"', 'x', "'", '0'))
			.map(([json, at, sign]) => {
				const cut = at % (json.length + 1);
				return json.slice(0, cut) + sign + json.slice(cut + 1);
			});
		fc.assert(
			fc.property(damaged, (text) => {
				let refused = false;
				try {
					JSON.parse(text);
				} catch {
					refused = true;
				}
				if (refused) expect(findJsonFault(text)).not.toBeNull();
			})
		);
	});

	it.each([
		['[1, 2,]', 6],
		['{"a": 1,}', 8],
		['{"a" 1}', 5],
		["{'a': 1}", 1],
		['[1 2]', 3],
		['[1}', 2],
		['{"a": 1', 7],
		['', 0],
		['[01]', 2],
		['[1] x', 4],
		['{"a": 1, "a": 2}', 9],
		['// note\n[]', 0]
	])('says where in %j', (text, offset) => {
		expect(findJsonFault(text)?.offset).toBe(offset);
	});
});
