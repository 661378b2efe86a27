import { createSubscriber } from 'svelte/reactivity';

type Status = 'idle' | 'speaking' | 'paused';
type Synthesis = Pick<
	SpeechSynthesis,
	'getVoices' | 'speak' | 'cancel' | 'pause' | 'resume' | 'addEventListener' | 'removeEventListener'
>;

/** Reads sentences aloud with a voice of the device itself: a voice that sends the words elsewhere is not used. */
export class ReadAloud {
	readonly #synthesis: Synthesis | null;
	readonly #subscribe: () => void;
	#status = $state<Status>('idle');
	#sentence = $state<string | null>(null);
	/** Told apart by number: an utterance that was cancelled still reports its end. */
	#turn = 0;

	/** @param synthesis null where the browser has none */
	constructor(synthesis: Synthesis | null) {
		this.#synthesis = synthesis;
		// Browsers load their voices late, and tell.
		this.#subscribe = createSubscriber((update) => {
			synthesis?.addEventListener('voiceschanged', update);
			return () => synthesis?.removeEventListener('voiceschanged', update);
		});
	}

	get status() {
		return this.#status;
	}
	/** What is being read; null when nothing is. */
	get sentence() {
		return this.#sentence;
	}

	/** The device's own voice for a language, as "en"; null where it has none. */
	voiceFor(language: string): SpeechSynthesisVoice | null {
		this.#subscribe();
		const own = (this.#synthesis?.getVoices() ?? []).filter(
			(voice) => voice.localService && mainPart(voice.lang) === mainPart(language)
		);
		return own.find((voice) => voice.default) ?? own[0] ?? null;
	}

	start(sentences: readonly string[], language: string) {
		const voice = this.voiceFor(language);
		this.stop();
		if (voice) this.#say(sentences, 0, voice, this.#turn);
	}

	pause() {
		if (this.#status !== 'speaking') return;
		this.#synthesis?.pause();
		this.#status = 'paused';
	}

	resume() {
		if (this.#status !== 'paused') return;
		this.#synthesis?.resume();
		this.#status = 'speaking';
	}

	stop() {
		this.#turn += 1;
		// A queue that is paused stays so for whoever speaks next.
		if (this.#status === 'paused') this.#synthesis?.resume();
		if (this.#status !== 'idle') this.#synthesis?.cancel();
		this.#status = 'idle';
		this.#sentence = null;
	}

	#say(sentences: readonly string[], index: number, voice: SpeechSynthesisVoice, turn: number) {
		const sentence = sentences[index];
		if (turn !== this.#turn) return;
		if (sentence === undefined) return this.stop();
		const utterance = new SpeechSynthesisUtterance(sentence);
		utterance.voice = voice;
		utterance.lang = voice.lang;
		utterance.onend = () => this.#say(sentences, index + 1, voice, turn);
		utterance.onerror = () => turn === this.#turn && this.stop();
		this.#status = 'speaking';
		this.#sentence = sentence;
		this.#synthesis?.speak(utterance);
	}
}

function mainPart(language: string): string {
	return language.toLowerCase().split(/[-_]/)[0] ?? '';
}
