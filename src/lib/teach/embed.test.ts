import { describe, expect, it } from 'vitest';
import { describeEmbed, framedAddress, frameSnippet } from './embed';

describe('a frame for a course page', () => {
	it('leads to the same step on the same way, framed', () => {
		expect(framedAddress('https://school.example.org/p/lessons/ice/first/?level=middle&present=1')).toBe(
			'https://school.example.org/p/lessons/ice/first/?level=middle&embed=1'
		);
	});

	it('has a title, a size, and waits until it is scrolled to', () => {
		const snippet = frameSnippet(
			'https://school.example.org/a/?level=middle',
			'Ask, “advise” or "order"? <1>'
		);
		expect(snippet).toBe(
			'<iframe src="https://school.example.org/a/?level=middle&amp;embed=1" title="Ask, “advise” or &quot;order&quot;? &lt;1>" width="800" height="600" loading="lazy" allow="fullscreen; clipboard-write"></iframe>'
		);
	});
});

describe('an oEmbed answer', () => {
	const words = { title: 'Ice', provider: 'Parallel 38' };

	it('is a frame where the site knows its address', () => {
		const answer = describeEmbed(words, 'lessons/ice/', 'https://school.example.org/p/');
		expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 800, height: 600, title: 'Ice' });
		expect(answer.html).toContain('src="https://school.example.org/p/lessons/ice/?embed=1"');
	});

	it('is a link, which needs no address, where nobody has named one', () => {
		expect(describeEmbed(words, 'lessons/ice/', null)).toEqual({
			version: '1.0',
			type: 'link',
			title: 'Ice',
			provider_name: 'Parallel 38'
		});
	});
});
