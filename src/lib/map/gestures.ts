import type { Attachment } from 'svelte/attachments';
import type { Camera } from '$lib/state/url';
import { moveCamera, type Spot } from './mercator';

interface Hands {
	/** How many fingers move it: with one, none are left to the page. */
	fingers?: 1 | 2;
	/** The camera as it is now. */
	look(): Camera;
	/** While a hand is on the map. */
	onlook(camera: Camera): void;
	/** When it has let go. */
	onsettle(): void;
	/** Asked for what is left to the page: to scroll over the map, or to push it with one finger. */
	onrefuse(kind: 'wheel' | 'touch'): void;
}

/** Less than this many pixels is a click with an unsteady hand. */
const STILL = 4;

/**
 * Moves the drawn map as the engine moves its own: drag by mouse or pen, two fingers on a touch screen, wheel with Ctrl or
 * Command. A plain wheel and one finger belong to the page.
 */
export function handle(hands: Hands): Attachment<Element> {
	return (node) => {
		const stage = node as HTMLElement;
		const pointers = new Map<number, { spot: Spot; type: string }>();
		let hasMoved = false;
		const stop = new AbortController();
		const listen = <K extends keyof HTMLElementEventMap>(
			type: K,
			listener: (event: HTMLElementEventMap[K]) => void,
			options: AddEventListenerOptions = {}
		) => stage.addEventListener(type, listener, { ...options, signal: stop.signal });

		const spotOf = (event: MouseEvent): Spot => {
			const { left, top, width, height } = stage.getBoundingClientRect();
			return [event.clientX - left - width / 2, event.clientY - top - height / 2];
		};
		const wants = () => {
			const held = [...pointers.values()];
			return held.length >= (held[0]?.type === 'touch' ? (hands.fingers ?? 2) : 1);
		};

		listen('pointerdown', (event) => {
			if (event.button !== 0) return;
			if (pointers.size === 0) hasMoved = false;
			pointers.set(event.pointerId, { spot: spotOf(event), type: event.pointerType });
		});
		listen('pointermove', (event) => {
			const held = pointers.get(event.pointerId);
			if (!held) return;
			const spot = spotOf(event);
			if (!hasMoved && Math.hypot(spot[0] - held.spot[0], spot[1] - held.spot[1]) < STILL) return;
			if (!wants()) return;
			hasMoved = true;
			if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
			const before = [...pointers.values()].map((pointer) => pointer.spot);
			pointers.set(event.pointerId, { ...held, spot });
			const after = [...pointers.values()].map((pointer) => pointer.spot);
			hands.onlook(follow(hands.look(), before, after));
		});
		const release = (event: PointerEvent) => {
			if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
			if (hasMoved) hands.onsettle();
			else if (event.type === 'pointercancel') hands.onrefuse('touch');
		};
		listen('pointerup', release);
		listen('pointercancel', release);
		listen(
			'touchmove',
			(event) => {
				// The browser would take two fingers for its own.
				if (event.touches.length > 1) event.preventDefault();
			},
			{ passive: false }
		);
		listen(
			'click',
			(event) => {
				if (hasMoved) event.stopPropagation();
				hasMoved = false;
			},
			{ capture: true }
		);
		listen(
			'wheel',
			(event) => {
				if (!event.ctrlKey && !event.metaKey) return hands.onrefuse('wheel');
				event.preventDefault();
				const step = -event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0025);
				hands.onlook(moveCamera(hands.look(), [0, 0], step, spotOf(event)));
				hands.onsettle();
			},
			{ passive: false }
		);
		return () => stop.abort();
	};
}

/** One finger or the mouse drags, two also zoom about their middle. */
function follow(camera: Camera, before: readonly Spot[], after: readonly Spot[]): Camera {
	const [from, to] = [middle(before), middle(after)];
	const [apart, now] = [spread(before), spread(after)];
	const zoomBy = apart > 0 && now > 0 ? Math.log2(now / apart) : 0;
	const moved = moveCamera(camera, [to[0] - from[0], to[1] - from[1]]);
	return moveCamera(moved, [0, 0], zoomBy, to);
}

function middle(spots: readonly Spot[]): Spot {
	const sum = spots.reduce<Spot>(([x, y], spot) => [x + spot[0], y + spot[1]], [0, 0]);
	return [sum[0] / spots.length, sum[1] / spots.length];
}

function spread([a, b]: readonly Spot[]): number {
	return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0;
}
