import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3';
import type { Attachment } from 'svelte/attachments';
import type { ViewState } from '$lib/state/view.svelte';
import type { Frame } from './frame';
import { onceAFrame } from './once-a-frame';
import { createTimeScale, MINUTE, type Stretch } from './scale';

const CLOSEST = 15 * MINUTE;
/** A drag shorter than this is a click. */
const STILL = 6;

/** The zoom transform of a window on the whole span drawn between `left` and `right`. */
export function toTransform(window: Stretch, span: Stretch, room: Stretch): ZoomTransform {
	const k = (span[1] - span[0]) / (window[1] - window[0]);
	const base = createTimeScale(span, room);
	return zoomIdentity.translate(room[0] - k * base.toX(window[0]), 0).scale(k);
}

/** The window a zoom transform shows. */
export function toWindow(
	transform: Pick<ZoomTransform, 'invertX'>,
	span: Stretch,
	room: Stretch
): [number, number] {
	const base = createTimeScale(span, room);
	return [base.toInstant(transform.invertX(room[0])), base.toInstant(transform.invertX(room[1]))];
}

/**
 * Wheel, pinch and drag over the chart, along time only. The window is the view's; d3's transform is derived from it before
 * each gesture. The wheel zooms with Ctrl or Cmd held, or while the chart has the focus; else the page keeps it.
 */
export function panZoom(view: ViewState, getFrame: () => Frame): Attachment<SVGSVGElement> {
	return (node) => {
		const { span } = view.catalogue.about;
		const show = onceAFrame((window: Stretch) => view.showWindow(window));
		const room = (): Stretch => [getFrame().left, getFrame().right];
		const behaviour = zoom<SVGSVGElement, unknown>()
			.clickDistance(STILL)
			.filter((event: Event) => mayZoom(event, node))
			.on('zoom', ({ sourceEvent, transform }: D3ZoomEvent<SVGSVGElement, unknown>) => {
				if (sourceEvent) show(toWindow(transform, span, room()));
			});
		const chart = select(node).call(behaviour).on('dblclick.zoom', null);

		$effect(() => {
			const [left, right] = room();
			const corners: [[number, number], [number, number]] = [
				[left, 0],
				[right, getFrame().height]
			];
			behaviour
				.extent(corners)
				.translateExtent(corners)
				.scaleExtent([1, Math.max((span[1] - span[0]) / CLOSEST, 1)]);
			chart.property('__zoom', toTransform(view.window, span, [left, right]));
		});

		const panByWheel = (event: WheelEvent) => {
			if (!isSideways(event)) return;
			event.preventDefault();
			const scale = createTimeScale(view.window, room());
			const moved = event.deltaX / scale.density;
			show([view.window[0] + moved, view.window[1] + moved]);
		};
		node.addEventListener('wheel', panByWheel, { passive: false });
		return () => {
			node.removeEventListener('wheel', panByWheel);
			chart.on('.zoom', null);
		};
	};
}

function isSideways({ ctrlKey, metaKey, deltaX, deltaY }: WheelEvent): boolean {
	return !ctrlKey && !metaKey && Math.abs(deltaX) > Math.abs(deltaY);
}

function mayZoom(event: Event, node: SVGSVGElement): boolean {
	if (event.target instanceof Element && event.target.closest('[role="slider"]')) return false;
	if (event instanceof WheelEvent) {
		const asked = event.ctrlKey || event.metaKey || node.contains(document.activeElement);
		return asked && !isSideways(event);
	}
	return !(event instanceof MouseEvent) || (event.button === 0 && !event.ctrlKey);
}
