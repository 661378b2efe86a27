import type { Scene } from '$lib/model/kiosk';

/** Plays the scenes one after the other, over and over, while nobody is there. It is no sign of life. */
export class AttractLoop {
	readonly #scenes: readonly Scene[];
	readonly #show: (scene: Scene) => void;
	#index = $state(0);
	#round = $state(0);
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param show called at the beginning of each scene */
	constructor(scenes: readonly Scene[], show: (scene: Scene) => void) {
		this.#scenes = scenes;
		this.#show = show;
	}

	get scene(): Scene | undefined {
		return this.#scenes[this.#index];
	}
	/** How often it has been through all of them. */
	get round() {
		return this.#round;
	}

	start() {
		this.stop();
		this.#round = 0;
		this.#play(0);
	}

	stop() {
		clearTimeout(this.#timer);
		this.#index = 0;
	}

	#play(index: number) {
		const scene = this.#scenes[index];
		if (!scene) return;
		this.#index = index;
		this.#show(scene);
		this.#timer = setTimeout(() => {
			const next = (index + 1) % this.#scenes.length;
			if (next === 0) this.#round += 1;
			this.#play(next);
		}, scene.seconds * 1000);
	}
}
