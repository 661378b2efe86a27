import type { Handle } from '@sveltejs/kit';
import { overwriteServerAsyncLocalStorage, type Locale } from '$lib/paraglide/runtime';
import { siteAddress } from '$lib/server/site-address';
import { createSpeaking } from '$lib/server/speaking';
import { languageOf, localeOf } from '$lib/state/language';
import { languageLinks } from '$lib/state/language-links';
import { addressOfWords } from '$lib/state/words';

/** In src/app.html: brings the words of the page together with its scripts. */
const WORDS = /<link rel="modulepreload" href="([^"]*)%p38\.words%" \/>/;
const speaking = createSpeaking<Locale>();
overwriteServerAsyncLocalStorage(speaking);

export const handle: Handle = ({ event, resolve }) => {
	const path = event.url.pathname;
	const { id, tag } = languageOf(localeOf(path));
	const words = addressOfWords(id);
	// The page for unknown addresses has no other languages.
	const links = event.route.id === null ? '' : languageLinks(path, siteAddress());
	return speaking.run({ locale: id }, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace(WORDS, (link) => (words === null ? '' : link.replace('%p38.words%', words)))
					.replace('%p38.lang%', tag)
					.replace('%p38.languages%', links)
		})
	);
};
