import { expect, it } from 'vitest';
import { siteAddress } from './site-address';

it('the address of the site ends in a stroke', () => {
	expect(siteAddress('https://school.example.org/p38')).toBe('https://school.example.org/p38/');
	expect(siteAddress('https://school.example.org/p38/')).toBe('https://school.example.org/p38/');
});

it('a site may have none', () => {
	expect(siteAddress('')).toBeNull();
	expect(siteAddress()).toBeNull();
});

it.each(['school.example.org', 'ftp://school.example.org/', 'https://school.example.org/?a=1'])(
	'%s is refused, with what to do',
	(named) => {
		expect(() => siteAddress(named)).toThrow(/expected the address of the site.*Mend it/s);
	}
);
