import { describe, expect, it } from 'vitest';
import { cleanText, parseDocumentFile } from './parse-document';

const parse = (text: string) => parseDocumentFile('document.md', text);

describe('parseDocumentFile', () => {
	it('joins paragraphs by exactly one empty line', () => {
		const { body } = parse('---\nid: a\n---\n\n\nFirst line \nsecond line.\t\n \n\n\nNext.\n\n');
		expect(body).toMatchObject({ text: 'First line\nsecond line.\n\nNext.', paragraphs: 2, firstLine: 6 });
	});

	it('knows the line of every offset of the text', () => {
		const content = '---\nid: a\n---\nOne\ntwo\n\n\nthree\n';
		const { body } = parse(content);
		for (const word of ['One', 'two', 'three']) {
			const line = content.split('\n').indexOf(word) + 1;
			expect(body?.lineAt(body.text.indexOf(word))).toBe(line);
		}
	});

	it('counts lines of the front matter from the top of the file', () => {
		expect(parse('---\nid: a\nb: [1,\n  2]\n---\n').data?.locate(['b', 1])).toEqual({ line: 4, column: 3 });
		expect(parse('---\nid: a\nid: b\n---\n').problems).toMatchObject([{ line: 3 }]);
	});

	it('leaves a line of three hyphens in the text alone', () => {
		expect(parse('---\nid: a\n---  \nOne\n---\ntwo').body).toMatchObject({
			text: 'One\n---\ntwo',
			paragraphs: 1
		});
	});

	it('has an empty text where nothing follows', () => {
		expect(parse('---\nid: a\n---').body).toMatchObject({ text: '', paragraphs: 0, firstLine: 4 });
	});

	it.each([
		['', 'an empty line'],
		['id: a\n', '"id: a"'],
		['---\nid: a\n', 'front matter that never ends']
	])('reports front matter that is missing or open: %j', (content, found) => {
		expect(parse(content)).toMatchObject({ data: null, body: null, problems: [{ line: 1, found }] });
	});
});

describe('cleanText', () => {
	it('gives the same characters whatever the machine they were typed on', () => {
		expect(cleanText('\uFEFFa\r\nb\rc\nŏ'.normalize('NFD'))).toBe('a\nb\nc\nŏ'.normalize('NFC'));
	});
});
