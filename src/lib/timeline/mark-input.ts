import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import type { Reference } from '$lib/model/references';
import type { ViewState } from '$lib/state/view.svelte';
import type { MarkIndex } from './mark-index';
import type { Facts } from './mark-facts';
import { beyond, findNeighbour, moveOfKey, pickMark, type Move } from './navigation';
import { pointOf } from './path';
import { isFold, type Drawn, type PlacedFold } from './place';
import { centreStretch, MINUTE, zoomStretch, type TimeScale } from './scale';

/** The chart as it is drawn now, whole: asked for anew at each event. */
export interface Drawing {
	drawn: readonly Drawn[];
	index: MarkIndex;
	scale: TimeScale;
	unit: number;
}

/** What the chart is told. */
export interface Listener {
	/** This mark has, or is to have, the focus: it must be drawn. */
	focused(reference: Reference): void;
	/** A fold was chosen whose marks no zoom parts. */
	opened(fold: PlacedFold): void;
}

const REACH = { mouse: 12, touch: 22 };
const ZOOM_STEP = 1.6;

/**
 * Pointer and keys over the marks: what is nearest to the pointer lights and is chosen, a click beside all marks moves the
 * cursor, the arrow keys go from mark to mark.
 */
export function markInput(view: ViewState, read: () => Drawing, tell: Listener): Attachment<SVGSVGElement> {
	return (node) => {
		const markOf = (target: EventTarget | null) => {
			if (!(target instanceof Element)) return undefined;
			const key =
				target.closest('[data-mark]')?.getAttribute('data-mark') ?? target.getAttribute('data-label');
			return key ? read().drawn.find((mark) => mark.key === key) : undefined;
		};
		const pick = (event: MouseEvent, reach: number) => {
			const { drawn, unit } = read();
			const label = event.target instanceof Element && event.target.hasAttribute('data-label');
			const under = markOf(event.target);
			return label && under ? under : pickMark(drawn, pointOf(event, node), reach * unit, under);
		};
		const elementOf = (key: string) => node.querySelector<SVGGElement>(`[data-mark="${key}"]`);
		const focus = (key: string) => elementOf(key)?.focus({ preventScroll: true });

		/** Brings a mark into the drawing, wherever it is, and gives it the focus. */
		const goTo = (mark: Facts) => {
			if (elementOf(mark.reference)) return focus(mark.reference);
			tell.focused(mark.reference);
			follow(mark.at);
			read();
			void tick().then(() => focus(mark.reference));
		};

		const follow = (at: number) => {
			const [from, to] = view.window;
			if (at < from || at > to) view.showWindow(centreStretch(view.window, at));
		};

		const light = (mark: Drawn | null | undefined) => {
			const reference = mark && !isFold(mark) ? mark.facts.reference : null;
			if (view.hovered !== reference) view.hover(reference);
		};

		const take = (mark: Drawn) => {
			if (!isFold(mark)) {
				view.select(mark.facts.reference, 'timeline');
				focus(mark.key);
				return;
			}
			const closer = closeUp(mark.span);
			if (!closer) return tell.opened(mark);
			const [first] = mark.list();
			view.showWindow(closer);
			if (first) goTo(first);
		};

		const hover = (event: PointerEvent) => {
			if (event.pointerType !== 'touch' && event.buttons === 0) light(pick(event, REACH.mouse));
		};

		const choose = (event: MouseEvent) => {
			if (isSlider(event.target)) return;
			const touched = 'pointerType' in event && event.pointerType === 'touch';
			const mark = pick(event, touched ? REACH.touch : REACH.mouse);
			if (mark) return take(mark);
			const { scale } = read();
			const [x] = pointOf(event, node);
			if (x >= scale.left && x <= scale.right) view.moveCursor(scale.toInstant(x));
		};

		const enter = ({ target }: FocusEvent) => {
			const mark = markOf(target);
			if (!mark) return;
			light(mark);
			if (isFold(mark)) return;
			tell.focused(mark.facts.reference);
			follow(mark.facts.at);
		};

		const press = (event: KeyboardEvent) => {
			if (event.altKey || event.ctrlKey || event.metaKey) return;
			const mark = markOf(event.target);
			const handled = (mark && pressOnMark(event.key, mark)) || pressOnChart(event.key);
			if (!handled) return;
			event.preventDefault();
			event.stopPropagation();
		};

		const pressOnMark = (key: string, mark: Drawn): boolean => {
			if (key === 'Enter' || key === ' ') {
				take(mark);
				return true;
			}
			const move = moveOfKey(key);
			if (!move) return false;
			const { drawn } = read();
			const next = findNeighbour(drawn, mark, move);
			if (next) focus(next.key);
			else leadOn(mark, move);
			return true;
		};

		const leadOn = (mark: Drawn, move: Move) => {
			const { index } = read();
			const found =
				move === 'first'
					? index.facts[0]
					: move === 'last'
						? index.facts.at(-1)
						: move === 'previous' || move === 'next'
							? index.nearest(beyond(mark, move), move)
							: undefined;
			if (found) goTo(found);
		};

		const pressOnChart = (key: string): boolean => {
			const mark = markOf(document.activeElement);
			const about = mark ? (isFold(mark) ? (mark.span[0] + mark.span[1]) / 2 : mark.facts.at) : view.cursor;
			if (key === '+' || key === '=') view.showWindow(zoomStretch(view.window, ZOOM_STEP, about));
			else if (key === '-') view.showWindow(zoomStretch(view.window, 1 / ZOOM_STEP, about));
			else if (key === '0') view.showWindow(view.catalogue.about.span);
			else return key === 'Escape' && view.stepBack();
			return true;
		};

		const gone = new AbortController();
		const { signal } = gone;
		node.addEventListener('pointermove', hover, { signal });
		node.addEventListener('pointerleave', () => light(null), { signal });
		node.addEventListener('click', choose, { signal });
		node.addEventListener('focusin', enter, { signal });
		// A mark that is taken away with the focus on it says so in the midst of drawing.
		const unlisten = on(node, 'focusout', () => light(null));
		node.addEventListener('keydown', press, { signal });
		return () => {
			unlisten();
			gone.abort();
		};
	};
}

/** A window in which the marks of a stretch stand apart; null where none is short enough. */
function closeUp([from, to]: PlacedFold['span']): [number, number] | null {
	if (to - from < MINUTE) return null;
	const margin = (to - from) / 10;
	return [from - margin, to + margin];
}

function isSlider(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('[role="slider"]') !== null;
}
