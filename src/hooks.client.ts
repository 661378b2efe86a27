import { locales, overwriteGetLocale } from '$lib/paraglide/runtime';

// The page says what language it was made in; the address could not, for nobody knows below which path the site stands.
const [written] = document.documentElement.lang.split('-');
const locale = locales.find((id) => id === written) ?? 'en';
overwriteGetLocale(() => locale);
