import * as maplibre from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Reference } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import type { Camera } from '$lib/state/url';
import { graticule, graticuleStep } from './frame';
import { drawPicture, PICTURES, PICTURE_RATIO } from './images';
import type { LightState } from './lights';
import { NEAREST_ZOOM, sameCamera, type Extent } from './mercator';
import { readPalette, watchTheme, type Palette } from './palette';
import type { BasemapUrls } from './sketch';
import { buildStyle, GRATICULE, STORY, TOUCHABLE, WATERS } from './style';
import type { StoryFeature } from './told';

maplibre.setWorkerUrl(workerUrl);

interface Setting {
	container: HTMLElement;
	basemap: BasemapUrls;
	extent: Extent;
	camera: Camera;
	/** One finger and the plain wheel are its own; otherwise they belong to the page. */
	isFree: boolean;
	/** While the engine moves, by a hand or by itself. */
	onlook(camera: Camera): void;
	/** Where it came to rest, and whether a hand brought it there. */
	onsettle(camera: Camera, byHand: boolean): void;
	/** The record whose words stand at a point, pixels from the upper left: they are written over the picture. */
	wordAt(x: number, y: number): Reference | null;
	onpoint(light: Reference | null): void;
	onchoose(light: Reference): void;
}

/** Owns the engine: makes it, waits for it, tells it what to draw, and clears it away. */
export class MapEngine {
	/** drawn: the picture stands. lost: the graphics context is gone; it may come back. failed: it will not. */
	status = $state<'starting' | 'drawn' | 'lost' | 'failed'>('starting');

	readonly #map: maplibre.Map;
	readonly #setting: Setting;
	readonly #stopWatching: () => void;
	#palette: Palette;
	#story: readonly StoryFeature[] = [];
	#lights: ReadonlyMap<Reference, LightState> = new Map();
	#shown = new Map<Reference, LightState>();
	#step = 0;
	#hasStyle = false;
	#pointed: Reference | null = null;
	#pointing = 0;

	/** @throws Error when the machine cannot draw with WebGL2 */
	constructor(setting: Setting) {
		this.#setting = setting;
		this.#palette = readPalette(getComputedStyle(setting.container));
		const { west, south, east, north } = setting.extent;
		this.#map = new maplibre.Map({
			container: setting.container,
			style: this.#style(),
			center: setting.camera.centre,
			zoom: setting.camera.zoom,
			maxBounds: [west, south, east, north],
			maxZoom: NEAREST_ZOOM,
			maxPitch: 0,
			renderWorldCopies: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			boxZoom: false,
			keyboard: false,
			cooperativeGestures: !setting.isFree,
			attributionControl: false,
			fadeDuration: 0,
			locale: {
				'CooperativeGesturesHandler.WindowsHelpText': m.map_hint_wheel(),
				'CooperativeGesturesHandler.MacHelpText': m.map_hint_wheel_mac(),
				'CooperativeGesturesHandler.MobileHelpText': m.map_hint_touch()
			}
		});
		this.#map.touchZoomRotate.disableRotation();
		// The stage around it takes the keys and the name; the list beside it has what it shows.
		this.#map.getCanvas().tabIndex = -1;
		this.#map.getCanvas().removeAttribute('role');
		this.#map.getCanvas().removeAttribute('aria-label');
		this.#listen();
		this.#stopWatching = watchTheme(() => this.#repaint());
	}

	destroy() {
		this.#stopWatching();
		cancelAnimationFrame(this.#pointing);
		this.#map.remove();
	}

	showStory(story: readonly StoryFeature[]) {
		this.#story = story;
		if (!this.#hasStyle) return;
		void this.#source(STORY)?.setData({ type: 'FeatureCollection', features: [...story] });
	}

	/** Sets what differs from the states set before, and nothing else. */
	showLights(lights: ReadonlyMap<Reference, LightState>) {
		this.#lights = lights;
		if (!this.#hasStyle) return;
		const dark = { lit: false, related: false, selected: false };
		for (const reference of new Set([...this.#shown.keys(), ...lights.keys()])) {
			const state = lights.get(reference) ?? dark;
			this.#map.setFeatureState({ source: STORY, id: reference }, state);
			if (reference.startsWith('place:')) {
				const id = reference.slice('place:'.length);
				for (const source of WATERS) this.#map.setFeatureState({ source, id }, state);
			}
		}
		this.#shown = new Map(lights);
	}

	/** Moves to where others want it; does nothing when it is there. */
	goTo(camera: Camera) {
		if (sameCamera(camera, this.#camera())) return;
		const target = { center: camera.centre, zoom: camera.zoom };
		const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		if (isCalm || this.status !== 'drawn') this.#map.jumpTo(target);
		else this.#map.easeTo({ ...target, duration: 200 });
	}

	#camera(): Camera {
		const { lng, lat } = this.#map.getCenter();
		return { centre: [lng, lat], zoom: this.#map.getZoom() };
	}

	#style(): maplibre.StyleSpecification {
		const whole = (layer: string) => new URL(this.#setting.basemap(layer), location.href).href;
		return buildStyle(this.#palette, whole);
	}

	#source(name: string): maplibre.GeoJSONSource | undefined {
		return this.#map.getSource<maplibre.GeoJSONSource>(name);
	}

	#listen() {
		const map = this.#map;
		map.on('style.load', () => this.#showAll());
		map.on('idle', () => {
			if (this.status !== 'failed') this.status = 'drawn';
		});
		map.on('webglcontextlost', () => {
			this.status = 'lost';
			// It makes its style anew when the context is back, and says so.
			this.#hasStyle = false;
		});
		map.on('error', () => {
			if (this.status !== 'drawn') this.status = 'failed';
		});
		map.on('move', () => {
			this.#showGraticule();
			this.#setting.onlook(this.#camera());
		});
		map.on('moveend', ({ originalEvent }) => this.#setting.onsettle(this.#camera(), Boolean(originalEvent)));
		map.on('mousemove', ({ point }) => {
			cancelAnimationFrame(this.#pointing);
			this.#pointing = requestAnimationFrame(() => this.#point(this.#lightAt(point)));
		});
		map.on('mouseout', () => this.#point(null));
		map.on('click', ({ point }) => {
			const light = this.#lightAt(point);
			if (light) this.#setting.onchoose(light);
		});
	}

	#showAll() {
		this.#hasStyle = true;
		this.#step = 0;
		this.#shown.clear();
		this.#addPictures();
		this.#showGraticule();
		this.showStory(this.#story);
		this.showLights(this.#lights);
	}

	/** All at once, before anything asks for them: the engine complains of a picture that comes when it is asked for. */
	#addPictures() {
		for (const id of PICTURES) {
			const picture = drawPicture(id, this.#palette);
			if (picture && !this.#map.hasImage(id)) this.#map.addImage(id, picture, { pixelRatio: PICTURE_RATIO });
		}
	}

	#showGraticule() {
		const step = graticuleStep(this.#map.getZoom());
		if (!this.#hasStyle || step === this.#step) return;
		this.#step = step;
		void this.#source(GRATICULE)?.setData(graticule(step, this.#setting.extent));
	}

	#point(light: Reference | null) {
		if (light === this.#pointed) return;
		this.#pointed = light;
		this.#map.getCanvas().classList.toggle('pointing', light !== null);
		this.#setting.onpoint(light);
	}

	/** The record drawn uppermost within a few pixels of a point. */
	#lightAt({ x, y }: maplibre.Point): Reference | null {
		if (this.status !== 'drawn') return null;
		const word = this.#setting.wordAt(x, y);
		if (word) return word;
		const found = this.#map.queryRenderedFeatures(
			[
				[x - 5, y - 5],
				[x + 5, y + 5]
			],
			{ layers: TOUCHABLE }
		);
		const height = ({ layer }: maplibre.MapGeoJSONFeature) => TOUCHABLE.indexOf(layer.id);
		const [uppermost] = found.toSorted((a, b) => height(a) - height(b));
		return (uppermost?.properties as { light?: Reference } | undefined)?.light ?? null;
	}

	/** New colours on the same layers: sources, states and camera stay. */
	#repaint() {
		this.#palette = readPalette(getComputedStyle(this.#setting.container));
		for (const layer of this.#style().layers) {
			for (const [name, value] of Object.entries(layer.paint ?? {})) {
				this.#map.setPaintProperty(layer.id, name as 'line-color', value as string);
			}
		}
		for (const id of this.#map.listImages()) {
			const picture = drawPicture(id, this.#palette);
			if (picture) this.#map.updateImage(id, picture);
		}
	}
}
