import { resolve } from '$app/paths';
import type { RouteId } from '$app/types';
import { getLocale } from '$lib/paraglide/runtime';
import { localePath } from '$lib/state/language';

/** What has a language: everything but data. */
type PageRoute = Exclude<RouteId, `/data/${string}` | `/oembed/${string}`>;

/** The address of a page, in the language of the page that links to it. Data have no language: their address is made by `resolve`. */
export function resolvePage<T extends PageRoute>(...[route, params]: Parameters<typeof resolve<T>>): string {
	return resolveAny(localePath(route, getLocale()), params);
}

/**
 * The address of a page in any language.
 * @param locale id of the language
 * @param route id of the route, as SvelteKit has it
 */
export function resolvePageIn(locale: string, route: string, params: Record<string, string>): string {
	const path = resolveAny(localePath(route, locale), params);
	// With its last stroke, so that no server has to send it on and loses the query.
	return path.endsWith('/') ? path : `${path}/`;
}

/** SvelteKit knows the routes without their language only. */
const resolveAny = resolve as (route: string, params?: Record<string, string>) => string;
