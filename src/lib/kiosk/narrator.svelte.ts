type Synthesis = Pick<
	SpeechSynthesis,
	'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>;

const LOUDEST = 10;
const USUAL = 6;
/** A voice that is cut off does not always say that it has ended. Milliseconds for each letter, with some to spare. */
const SLOWEST = 160;

/**
 * Speaks for whoever does not see the screen, with a voice of the device itself: what would send the words elsewhere is not used.
 * What it says last can be had again; whatever comes next interrupts it.
 */
export class Narrator {
	readonly #synthesis: Synthesis | null;
	#isOn = $state(false);
	#volume = $state(USUAL);
	#isSpeaking = $state(false);
	#voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
	#last: { text: string; language: string } | null = null;
	/** Told apart by number: an utterance that was cancelled still reports its end. */
	#turn = 0;
	#guard: ReturnType<typeof setTimeout> | undefined;

	/** @param synthesis null where the browser has none */
	constructor(synthesis: Synthesis | null) {
		this.#synthesis = synthesis;
		this.#listVoices();
	}

	/** Whether it speaks at all. */
	get isOn() {
		return this.#isOn;
	}
	/** 1 to 10. */
	get volume() {
		return this.#volume;
	}
	get isSpeaking() {
		return this.#isSpeaking;
	}

	/** Browsers load their voices late, and tell. Returns the clean-up. */
	watchVoices() {
		const list = () => this.#listVoices();
		this.#synthesis?.addEventListener('voiceschanged', list);
		list();
		return () => {
			this.#synthesis?.removeEventListener('voiceschanged', list);
			this.stop();
		};
	}

	/** Whether the device has a voice of its own for the language, as "zh-Hans". */
	canSpeak(language: string): boolean {
		return this.#voiceFor(language) !== null;
	}

	turn(isOn: boolean) {
		this.#isOn = isOn;
		if (!isOn) this.stop();
	}

	setVolume(volume: number) {
		this.#volume = Math.min(Math.max(Math.round(volume), 1), LOUDEST);
	}

	/** Says it, if it is on, instead of what it was saying. */
	say(text: string, language: string) {
		const words = text.replace(/\s+/g, ' ').trim();
		const voice = this.#voiceFor(language);
		if (!this.#isOn || words === '') return;
		this.#last = { text: words, language };
		this.stop();
		if (!voice || !this.#synthesis) return;
		const turn = this.#turn;
		const utterance = new SpeechSynthesisUtterance(words);
		utterance.voice = voice;
		utterance.lang = voice.lang;
		utterance.volume = this.#volume / LOUDEST;
		const end = () => turn === this.#turn && this.#fallSilent();
		utterance.onend = end;
		utterance.onerror = end;
		this.#isSpeaking = true;
		this.#guard = setTimeout(end, 5000 + words.length * SLOWEST);
		this.#synthesis.speak(utterance);
	}

	repeat() {
		if (this.#last) this.say(this.#last.text, this.#last.language);
	}

	stop() {
		this.#turn += 1;
		if (this.#isSpeaking) this.#synthesis?.cancel();
		this.#fallSilent();
	}

	/** As for the next visitor. */
	reset() {
		this.turn(false);
		this.#volume = USUAL;
		this.#last = null;
	}

	#fallSilent() {
		clearTimeout(this.#guard);
		this.#isSpeaking = false;
	}

	#listVoices() {
		this.#voices = this.#synthesis?.getVoices() ?? [];
	}

	#voiceFor(language: string): SpeechSynthesisVoice | null {
		const own = this.#voices.filter(
			(voice) => voice.localService && mainPart(voice.lang) === mainPart(language)
		);
		return own.find((voice) => voice.default) ?? own[0] ?? null;
	}
}

function mainPart(language: string): string {
	return language.toLowerCase().split(/[-_]/)[0] ?? '';
}
