import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaders } from '../../src/cli/site-headers.mjs';

const rules = parseHeaders(readFileSync('static/_headers', 'utf8'));

describe('the headers of the site', () => {
	it('forbid what the module never asks for, and give nothing away', () => {
		const headers = headersFor(rules, '/lessons/');
		expect(headers.get('Referrer-Policy')).toBe('no-referrer');
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		const policy = headers.get('Content-Security-Policy');
		for (const rule of ["object-src 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'self'"])
			expect(policy).toContain(rule);
		// Which scripts and styles, each page says by their hashes; two policies both hold.
		expect(policy).not.toMatch(/script-src|style-src|default-src|frame-ancestors/);
		for (const power of ['camera', 'geolocation', 'microphone', 'payment', 'usb'])
			expect(headers.get('Permissions-Policy')).toContain(`${power}=()`);
		expect(headers.get('Cache-Control')).toBe('no-cache');
	});

	it('let what never changes be kept', () => {
		expect(headersFor(rules, '/_app/immutable/entry/start.js').get('Cache-Control')).toContain('immutable');
		expect(headersFor(rules, '/offline/0123456789ab.pack').get('Cache-Control')).toContain('immutable');
		expect(headersFor(rules, '/_app/version.json').get('Cache-Control')).toBe('no-cache');
	});

	it('have the worker and its health asked for anew each time, by which a browser learns of a newer version', () => {
		for (const path of ['/service-worker.js', '/health.json'])
			expect(headersFor(rules, path).get('Cache-Control')).toBe('no-cache');
	});

	it('tell Apache to keep the same files', () => {
		const rule = readFileSync('static/.htaccess', 'utf8').match(/immutable" "expr=%\{REQUEST_URI\} =~ m#(.*)#"/)?.[1];
		const kept = new RegExp(rule ?? '^$');
		for (const path of ['/_app/immutable/a.js', '/a/b/offline/0123456789ab.pack']) expect(path).toMatch(kept);
		for (const path of ['/service-worker.js', '/', '/_app/version.json']) expect(path).not.toMatch(kept);
	});

	it('allow a frame on a course page', () => {
		const names = rules.flatMap(({ headers }) => headers.map(([name]) => name.toLowerCase()));
		expect(names).not.toContain('x-frame-options');
	});

	it('are the same for Apache', () => {
		const told = [...readFileSync('static/.htaccess', 'utf8').matchAll(/Header set ([\w-]+) "([^"]*)"/g)];
		const inApache = new Set(told.map(([, name, value]) => `${name}: ${value}`));
		const inFile = new Set(rules.flatMap(({ headers }) => headers.map(([name, value]) => `${name}: ${value}`)));
		expect(inApache).toEqual(inFile);
	});
});
