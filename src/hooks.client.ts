import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { locales, overwriteGetLocale } from '$lib/paraglide/runtime';
import { learnWords } from '$lib/state/words';

// The page says what language it was made in; the address could not, for nobody knows below which path the site stands.
const [written] = document.documentElement.lang.split('-');
const locale = locales.find((id) => id === written) ?? 'en';
overwriteGetLocale(() => locale);

export const init: ClientInit = () => learnWords(locale);

/** What went wrong is for the page to say, in words of ours: an error's own may be a visitor's, and go nowhere. */
export const handleError: HandleClientError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? m.error_not_found() : m.error_other() };
};
