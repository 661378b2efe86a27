import { describe, expect, it } from 'vitest';
import { findPlaces, pathInSite, typeOf } from './find-file';

describe('where an address lies among the files', () => {
	it.each([
		['', ['index.html']],
		['lessons/', ['lessons/index.html', 'lessons.html > lessons']],
		['lessons', ['lessons', 'lessons.html', 'lessons/index.html > lessons/']],
		[
			'data/search.json',
			['data/search.json', 'data/search.json.html', 'data/search.json/index.html > data/search.json/']
		]
	])('%j', (path, places) => {
		expect(
			findPlaces(path).map(({ file, move }) => (move === undefined ? file : `${file} > ${move}`))
		).toEqual(places);
	});
});

describe('the path of an address in the site', () => {
	const scope = 'https://school.example.org/a/b/';

	it('leaves the query and the hash away, and reads what is written in percents', () => {
		expect(pathInSite(`${scope}lessons/?doc=x#y`, scope)).toBe('lessons/');
		expect(pathInSite(`${scope}%ED%95%9C.html`, scope)).toBe('한.html');
		expect(pathInSite(scope, scope)).toBe('');
	});

	it.each([
		'https://school.example.org/a/',
		'https://school.example.org/a/bc/',
		'https://other.example.org/a/b/',
		'http://school.example.org/a/b/',
		`${scope}%E0%A4%A`
	])('is none for %s', (address) => {
		expect(pathInSite(address, scope)).toBeNull();
	});
});

it('knows the types of the files of a site', () => {
	expect(typeOf('a/index.html')).toBe('text/html; charset=utf-8');
	expect(typeOf('a.b/c.geojson')).toBe('application/geo+json; charset=utf-8');
	expect(typeOf('LICENSE')).toBe('application/octet-stream');
});
