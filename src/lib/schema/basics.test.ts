import { describe, expect, it } from 'vitest';
import { Citations, Id, Language, Text, WebAddress } from './basics';

describe('Id', () => {
	it.each([
		['north-skerry', true],
		['1911-02-03-letter', true],
		['a', true],
		['North', false],
		['a_b', false],
		['a--b', false],
		['-a', false],
		['a/b', false],
		['', false]
	])('%j: %s', (value, expected) => {
		expect(Id.safeParse(value).success).toBe(expected);
	});
});

describe('Text', () => {
	it('is trimmed and never empty', () => {
		expect(Text.parse(' a \n')).toBe('a');
		expect(Text.safeParse(' \n').success).toBe(false);
	});
});

describe('Language', () => {
	it.each([
		['en', true],
		['zh-Hans', true],
		['ko-Latn', true],
		['English', false],
		['en_GB', false]
	])('%j: %s', (value, expected) => {
		expect(Language.safeParse(value).success).toBe(expected);
	});
});

describe('Citations', () => {
	it('are at least one, short or long', () => {
		expect(Citations.safeParse(['log', { source: 'log', locator: 'p. 3' }]).success).toBe(true);
		expect(Citations.safeParse([]).success).toBe(false);
		expect(Citations.safeParse([{ locator: 'p. 3' }]).success).toBe(false);
	});
});

describe('WebAddress', () => {
	it('is one that a browser opens on another host', () => {
		expect(WebAddress.safeParse('https://museum.example.org/7').success).toBe(true);
		for (const value of [
			'javascript:alert(1)',
			'museum.example.org',
			'file:///etc/x',
			'https://localhost/x'
		]) {
			expect(WebAddress.safeParse(value).success, value).toBe(false);
		}
	});
});
