import { AsyncLocalStorage } from 'node:async_hooks';

/** Keeps the language of the page being made. Pages are made several at a time: each finds its own again after it waited for something. */
export function createSpeaking<Locale extends string>() {
	return new AsyncLocalStorage<{ locale?: Locale | undefined }>();
}
