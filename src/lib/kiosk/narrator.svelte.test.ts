import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Narrator } from './narrator.svelte';

interface Said {
	text: string;
	lang: string;
	volume: number;
	onend: () => void;
}

const voice = (lang: string, localService = true) => ({ lang, localService, default: false });
let said: Said[];
let cancelled: number;
let narrator: Narrator;

beforeEach(() => {
	vi.useFakeTimers();
	said = [];
	cancelled = 0;
	vi.stubGlobal(
		'SpeechSynthesisUtterance',
		class {
			constructor(public text: string) {}
		}
	);
	narrator = new Narrator({
		getVoices: () => [voice('en-US'), voice('ko-KR', false), voice('zh-CN')] as SpeechSynthesisVoice[],
		speak: (utterance: unknown) => said.push(utterance as Said),
		cancel: () => (cancelled += 1),
		addEventListener: () => {},
		removeEventListener: () => {}
	});
	narrator.turn(true);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('the narrator', () => {
	it('says what it is given, with a voice of the device itself', () => {
		narrator.say('  One\n line ', 'en');
		narrator.say('一句', 'zh-Hans');
		narrator.say('한 줄', 'ko');
		expect(said.map(({ text, lang }) => [text, lang])).toEqual([
			['One line', 'en-US'],
			['一句', 'zh-CN']
		]);
		expect([narrator.canSpeak('zh-Hans'), narrator.canSpeak('ko')]).toEqual([true, false]);
	});

	it('is interrupted by what comes next, and can be asked again', () => {
		narrator.say('One', 'en');
		narrator.say('Two', 'en');
		expect(cancelled).toBe(1);
		said[0]?.onend();
		expect(narrator.isSpeaking).toBe(true);
		said[1]?.onend();
		expect(narrator.isSpeaking).toBe(false);
		narrator.repeat();
		expect(said.at(-1)?.text).toBe('Two');
	});

	it('keeps quiet until it is turned on, and is for the next visitor as for the first', () => {
		narrator.setVolume(14);
		expect(narrator.volume).toBe(10);
		narrator.setVolume(3);
		narrator.say('One', 'en');
		expect(said[0]?.volume).toBeCloseTo(0.3);
		narrator.reset();
		expect([narrator.isOn, narrator.volume, narrator.isSpeaking]).toEqual([false, 6, false]);
		narrator.say('Two', 'en');
		narrator.repeat();
		expect(said).toHaveLength(1);
	});

	it('does not wait for ever for a voice that never says it has ended', () => {
		narrator.say('One', 'en');
		vi.advanceTimersByTime(10_000);
		expect(narrator.isSpeaking).toBe(false);
	});
});
