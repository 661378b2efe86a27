import { pointer } from 'd3';
import type { Attachment } from 'svelte/attachments';
import type { Reference } from '$lib/model/references';
import type { ViewState } from '$lib/state/view.svelte';
import { findNeighbour, moveOfKey, pickMark } from './navigation';
import type { PlacedMark } from './place';
import { centreStretch, zoomStretch, type TimeScale } from './scale';

/** The chart as it is drawn now, asked for anew at each event. */
export interface Drawing {
	marks: readonly PlacedMark[];
	scale: TimeScale;
	unit: number;
}

const REACH = { mouse: 12, touch: 22 };
const ZOOM_STEP = 1.6;

/**
 * Pointer and keys over the marks: what is nearest to the pointer lights and is chosen, a click beside all marks moves the
 * cursor, the arrow keys go from mark to mark.
 * @param onfocus told which mark has the focus
 */
export function markInput(
	view: ViewState,
	read: () => Drawing,
	onfocus: (reference: Reference) => void
): Attachment<SVGSVGElement> {
	return (node) => {
		const markOf = (target: EventTarget | null) => {
			if (!(target instanceof Element)) return undefined;
			const key =
				target.closest('[data-mark]')?.getAttribute('data-mark') ?? target.getAttribute('data-label');
			return key ? read().marks.find(({ facts }) => facts.reference === key) : undefined;
		};
		const pick = (event: MouseEvent, reach: number) => {
			const { marks, unit } = read();
			const label = event.target instanceof Element && event.target.hasAttribute('data-label');
			const under = markOf(event.target);
			return label && under ? under : pickMark(marks, pointer(event, node), reach * unit, under);
		};
		const focus = (reference: Reference) =>
			node.querySelector<SVGGElement>(`[data-mark="${reference}"]`)?.focus({ preventScroll: true });

		const light = (mark: PlacedMark | null | undefined) => {
			const reference = mark?.facts.reference ?? null;
			if (view.hovered !== reference) view.hover(reference);
		};

		const hover = (event: PointerEvent) => {
			if (event.pointerType !== 'touch' && event.buttons === 0) light(pick(event, REACH.mouse));
		};

		const choose = (event: MouseEvent) => {
			if (isSlider(event.target)) return;
			const touched = 'pointerType' in event && event.pointerType === 'touch';
			const mark = pick(event, touched ? REACH.touch : REACH.mouse);
			if (mark) {
				view.select(mark.facts.reference, 'timeline');
				focus(mark.facts.reference);
				return;
			}
			const { scale } = read();
			const [x] = pointer(event, node);
			if (x >= scale.left && x <= scale.right) view.moveCursor(scale.toInstant(x));
		};

		const enter = ({ target }: FocusEvent) => {
			const mark = markOf(target);
			if (!mark) return;
			onfocus(mark.facts.reference);
			light(mark);
			const [from, to] = view.window;
			const { at } = mark.facts;
			if (at < from || at > to) view.showWindow(centreStretch(view.window, at));
		};

		const press = (event: KeyboardEvent) => {
			if (event.altKey || event.ctrlKey || event.metaKey) return;
			const mark = markOf(event.target);
			const handled = (mark && pressOnMark(event.key, mark)) || pressOnChart(event.key);
			if (!handled) return;
			event.preventDefault();
			event.stopPropagation();
		};

		const pressOnMark = (key: string, mark: PlacedMark): boolean => {
			if (key === 'Enter' || key === ' ') {
				view.select(mark.facts.reference, 'timeline');
				return true;
			}
			const move = moveOfKey(key);
			if (!move) return false;
			const facts = read().marks.map((placed) => placed.facts);
			const found = facts[findNeighbour(facts, facts.indexOf(mark.facts), move)];
			if (found) focus(found.reference);
			return true;
		};

		const pressOnChart = (key: string): boolean => {
			const mark = markOf(document.activeElement);
			const about = mark?.facts.at ?? view.cursor;
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
		node.addEventListener('focusout', () => light(null), { signal });
		node.addEventListener('keydown', press, { signal });
		return () => gone.abort();
	};
}

function isSlider(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('[role="slider"]') !== null;
}
