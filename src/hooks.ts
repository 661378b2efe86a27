import type { Reroute, Transport } from '@sveltejs/kit';
import { base } from '$app/paths';
import { neutralPath } from '$lib/state/language';
import { deliveryTransport } from '$lib/workspace/delivery';

export const transport: Transport = { Delivery: deliveryTransport };

/** A page is one page in every language: "/ko/lessons/" is the route "/lessons". */
export const reroute: Reroute = ({ url }) => base + neutralPath(url.pathname.slice(base.length));
