import type { CourseKind } from '$lib/model/course';
import { pageOf, STEP } from '$lib/course/keep-links';

/** What the pages of a package must know before any script runs. */
export interface PagePlan {
	kind: CourseKind;
	/** Pages in the package, as paths from the folder of the site: "lessons/a-lesson/". */
	pages: ReadonlySet<string>;
}

/** Stands for any address the package may be found at. */
const SITE = new URL('http://localhost/site/');

/**
 * A page of the built site as it stands in a package: links that would lead out of it are plain text, those that lead to another page
 * name its file, and those to other hosts open a window of their own.
 * @param page path of the page: "lessons/a-lesson/"
 */
export function packPage(html: string, page: string, plan: PagePlan): string {
	const aside = html.includes(` id="${STEP}"`) ? ` href="#${STEP}"` : '';
	const own = html
		.replace('<html ', `<html data-course="${plan.kind}" `)
		.replace(/<link\b[^>]*>/g, (tag) => (isForeign(tag) ? tag.replace(/ href="[^"]*"/, '') : tag))
		.replace(/<a\b[^>]*>/g, (tag) => packLink(tag, new URL(page, SITE), plan.pages, aside));
	// Where the course system keeps its records is known at the launch only; scripts, and all else, stay as strict as they were.
	return plan.kind === 'cmi5' ? own.replace("connect-src 'self'", "connect-src 'self' https:") : own;
}

/** @param aside for links that light something up beside a step's text */
function packLink(tag: string, page: URL, pages: ReadonlySet<string>, aside: string): string {
	const [attribute = '', href = ''] = / href="([^"]*)"/.exec(tag) ?? [];
	if (attribute === '' || href.startsWith('#')) return tag;
	const address = new URL(href.replace(/&amp;/g, '&'), page);
	if (address.origin !== SITE.origin) {
		const bare = tag.replace(/ (target|rel)="[^"]*"/g, '');
		return bare.replace(/>$/, ' target="_blank" rel="noopener noreferrer">');
	}
	const target = pageOf(address, SITE);
	if (target === null || !pages.has(target))
		return tag.replace(attribute, / data-light=/.test(tag) ? aside : '');
	const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(href) ?? [];
	// Few course systems look for the index file of a folder.
	const file = path.endsWith('index.html') ? path : `${path.replace(/\/$/, '')}/index.html`;
	return tag.replace(attribute, ` href="${file}${rest}"`);
}

/** Announces what a package does not hold: other forms of the page, its place on the web. The tag itself has to stay: scripts count on it. */
function isForeign(tag: string): boolean {
	return /\brel="(alternate|canonical|manifest)"/.test(tag);
}
