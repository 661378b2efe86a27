import type { Handle } from '@sveltejs/kit';
import { overwriteServerAsyncLocalStorage, type Locale } from '$lib/paraglide/runtime';
import { siteAddress } from '$lib/server/site-address';
import { createSpeaking } from '$lib/server/speaking';
import { languageOf, localeOf } from '$lib/state/language';
import { languageLinks } from '$lib/state/language-links';

const speaking = createSpeaking<Locale>();
overwriteServerAsyncLocalStorage(speaking);

export const handle: Handle = ({ event, resolve }) => {
	const path = event.url.pathname;
	const { id, tag } = languageOf(localeOf(path));
	// The page for unknown addresses has no other languages.
	const links = event.route.id === null ? '' : languageLinks(path, siteAddress());
	return speaking.run({ locale: id }, () =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%p38.lang%', tag).replace('%p38.languages%', links)
		})
	);
};
