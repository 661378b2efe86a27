import '../../../src/app.css';
import { flushSync, mount } from 'svelte';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { Catalogue } from '$lib/model/catalogue';
import type { CollectionData } from '$lib/model/collection';
import { ViewState } from '$lib/state/view.svelte';
import Stage from './Stage.svelte';

/** What the bench works with from outside of the page. */
export interface StageHandle {
	view: ViewState;
	flushSync: typeof flushSync;
	/** Milliseconds: reading the text, joining, first drawing. */
	times: { parse: number; join: number; mount: number };
}

// As the site does: see src/hooks.client.ts.
overwriteGetLocale(() => 'en');
const query = new URLSearchParams(location.search);
const answer = await fetch(`data-${query.get('size') ?? '500'}.json`);
const text = await answer.text();
const marks = [performance.now()];
const lap = () => {
	const [before = 0] = marks;
	marks.unshift(performance.now());
	return (marks[0] ?? 0) - before;
};
const data = JSON.parse(text) as CollectionData;
const parse = lap();
const view = new ViewState(new Catalogue(data));
const join = lap();
mount(Stage, {
	target: document.body,
	props: { view, part: query.get('part') === 'map' ? 'map' : 'chart' }
});
flushSync();
const handle: StageHandle = { view, flushSync, times: { parse, join, mount: lap() } };
Reflect.set(globalThis, 'stage', handle);
