import type { Transport } from '@sveltejs/kit';
import { deliveryTransport } from '$lib/workspace/delivery';

export const transport: Transport = { Delivery: deliveryTransport };
