import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ReadAloud } from '$lib/lesson/read-aloud.svelte';
import { Shelf } from '$lib/lesson/storage';
import { printWork, readWork } from '$lib/lesson/work-file';
import { Work } from '$lib/lesson/work.svelte';
import { Catalogue } from '$lib/model/catalogue';
import type { DocumentBody } from '$lib/model/collection';
import { ViewState } from '$lib/state/view.svelte';
import { wordsOfLessons } from '../../src/routes/lesson-words';
import { loadToy } from '../data/toy-collection';
import WorkStage from './WorkStage.svelte';

const LETTER = '1911-02-03-skerry-to-head';
const toy = loadToy();
const catalogue = new Catalogue(toy.data);
const letter = toy.bodies.get(LETTER) ?? raise('no letter');
const lesson = toy.lessons[0] ?? raise('no lesson');
const KEPT = 'p38-work-toy';

function raise(message: string): never {
	throw new Error(message);
}

// A dialog of the test's document does not know how to open.
HTMLDialogElement.prototype.showModal = function () {
	this.open = true;
};
HTMLDialogElement.prototype.close = function () {
	this.open = false;
	this.dispatchEvent(new Event('close'));
};

beforeEach(() => localStorage.clear());

function openWork(): Work {
	const work = new Work();
	work.open(new Shelf('toy'));
	return work;
}

function setUp(body: DocumentBody | null = letter, student = openWork()) {
	const view = new ViewState(catalogue);
	const files: { name: string; text: Promise<string> }[] = [];
	let last: Blob | null = null;
	URL.createObjectURL = (blob: Blob) => {
		last = blob;
		return 'blob:x';
	};
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
		files.push({ name: this.download, text: last ? readBlob(last) : Promise.resolve('') });
	});
	render(WorkStage, {
		...{ view, student, held: null },
		notes: {
			...{ lesson: lesson.id, step: 'who-writes' },
			bodyOf: () => Promise.resolve(body),
			hrefOf: (light: string) => `/x/${light}`
		},
		work: {
			collection: 'toy',
			findWords: () => Promise.resolve(wordsOfLessons(toy)),
			progress: { seen: 1, steps: 8, answered: 0, tasks: 7 }
		}
	});
	return { view, student, files };
}

function readBlob(blob: Blob): Promise<string> {
	return new Promise((done) => {
		const reader = new FileReader();
		reader.onload = () => done(reader.result as string);
		reader.readAsText(blob);
	});
}

const button = (name: string) => screen.getByRole('button', { name, hidden: true });
const fieldForFile = () => screen.getByLabelText<HTMLInputElement>('Bring work back');

async function bring(text: string) {
	const file = new File([text], 'my-work.json', { type: 'application/json' });
	Object.assign(file, { text: () => Promise.resolve(text) });
	await fireEvent.change(fieldForFile(), { target: { files: [file] } });
}

describe('the work', () => {
	it('is there again after a reload, and what was done before it was read stays', () => {
		const first = openWork();
		first.commit('ice', 'ask', ['one']);
		first.addNote({ lesson: 'ice', step: 'a', document: null, words: null, text: 'kept' });
		const again = new Work();
		again.visit('ice', 'early');
		again.open(new Shelf('toy'));
		expect(again.answerOf('ice', 'ask')).toEqual(['one']);
		expect(again.notes.map(({ text }) => text)).toEqual(['kept']);
		expect(again.isSeen('ice', 'early')).toBe(true);
		expect(openWork().isSeen('ice', 'early')).toBe(true);
	});

	it('holds its own copy of an answer, and takes one back', () => {
		const work = new Work();
		const given = ['one'];
		work.commit('ice', 'ask', given);
		given.push('two');
		expect(work.answerOf('ice', 'ask')).toEqual(['one']);
		work.commit('ice', 'ask', null);
		expect(work.answerOf('ice', 'ask')).toBeNull();
		expect(work.isEmpty).toBe(true);
	});

	it('goes on in memory where nothing may be kept, and says so once', () => {
		const { student } = setUp(
			letter,
			(() => {
				const work = new Work();
				work.open(
					new Shelf('toy', () => {
						throw new DOMException('denied', 'SecurityError');
					})
				);
				return work;
			})()
		);
		expect(screen.getByText(/does not let the module keep anything/)).toBeTruthy();
		student.commit('ice', 'ask', 'yes');
		expect(student.answerOf('ice', 'ask')).toBe('yes');
		student.dismissTrouble();
		student.commit('ice', 'ask', 'no');
		flushSync();
		expect(screen.queryByText(/does not let the module keep anything/)).toBeNull();
	});

	it('hears what another window has kept', () => {
		const [here, there] = [openWork(), openWork()];
		there.commit('ice', 'ask', 'yes');
		here.hear('p38-theme');
		expect(here.answerOf('ice', 'ask')).toBeNull();
		here.hear(KEPT);
		expect(here.answerOf('ice', 'ask')).toBe('yes');
	});
});

describe('notes', () => {
	it('stand at the chosen words, and lead back there', async () => {
		const { view, student } = setUp();
		view.read(LETTER, 'addressee', 'reader');
		flushSync();
		await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'Who is he?' } });
		await fireEvent.click(button('Add the note'));
		const note = await vi.waitFor(() => student.notes[0] ?? raise('no note'));
		const phrase = letter.annotations.find(({ id }) => id === 'addressee');
		expect(note).toMatchObject({
			...{ lesson: lesson.id, step: 'who-writes', document: LETTER, text: 'Who is he?' },
			words: { quote: 'Peter', start: phrase?.start, end: phrase?.end, phrase: 'addressee' }
		});
		view.read(LETTER, null, 'reader');
		await fireEvent.click(screen.getByRole('link', { name: '“Peter”', hidden: true }));
		expect(view.phrase).toBe('addressee');
		expect(screen.queryByText(/Unanchored/)).toBeNull();
	});

	it('can be a bookmark of the document, changed, and removed', async () => {
		const { student } = setUp();
		await fireEvent.click(button('Bookmark only'));
		await vi.waitFor(() => expect(student.notes).toHaveLength(1));
		expect(student.notes[0]).toMatchObject({
			text: '',
			words: null,
			document: catalogue.about.opening.document
		});
		const field = within(document.querySelector<HTMLElement>('[data-note]') ?? raise('no note'));
		await fireEvent.change(field.getByLabelText('Note'), { target: { value: 'More' } });
		expect(student.notes[0]?.text).toBe('More');
		await fireEvent.click(button('Remove'));
		expect(student.notes).toEqual([]);
	});

	it('say when their words are gone from the text, and stay', async () => {
		const student = openWork();
		const words = { phrase: 'addressee', quote: 'Peter', prefix: '', suffix: ',', start: 0, end: 5 };
		student.addNote({ lesson: lesson.id, step: 'who-writes', document: LETTER, words, text: 'Kept' });
		setUp({ ...letter, text: 'Dear Paul, the ice came.' }, student);
		expect(await screen.findByText(/^Unanchored/)).toBeTruthy();
		expect(screen.getByText('“Peter”')).toBeTruthy();
		expect(screen.getByDisplayValue('Kept')).toBeTruthy();
	});

	it('are not kept at words that cannot be fetched, and the text is not lost', async () => {
		const { view, student } = setUp(null);
		view.read(LETTER, 'addressee', 'reader');
		flushSync();
		await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'Who?' } });
		await fireEvent.click(button('Add the note'));
		expect(await screen.findByText(/could not be fetched/)).toBeTruthy();
		expect(student.notes).toEqual([]);
		expect(screen.getByDisplayValue('Who?')).toBeTruthy();
	});
});

describe('taking the work along', () => {
	it('says in words how far one is', () => {
		setUp();
		expect(screen.getByText('You have seen 1 of 8 steps and answered 0 of 7 tasks.')).toBeTruthy();
	});

	it('makes a file that brings all of it back', async () => {
		const { student, files } = setUp();
		student.commit(lesson.id, 'ask', { a: [1] });
		await fireEvent.click(button('JSON'));
		const file = files[0] ?? raise('no file');
		const read = readWork(await file.text, 'toy');
		expect(file.name).toBe('my-work.json');
		expect(read).toEqual({ ok: true, data: student.data });
	});

	it('makes a table and a text that people can read', async () => {
		const { student, files } = setUp();
		const task = lesson.steps[0]?.tellings.high.task ?? raise('no task');
		student.commit(lesson.id, task.id, 'my answer');
		await fireEvent.click(button('CSV'));
		await fireEvent.click(button('Markdown'));
		await vi.waitFor(() => expect(files).toHaveLength(2));
		expect(await files[0]?.text).toContain('my answer\r\n');
		expect(await files[1]?.text).toContain(`## ${lesson.title}`);
		expect(await files[1]?.text).toContain('> my answer');
	});

	it('makes no file of nothing', async () => {
		const { files } = setUp();
		await fireEvent.click(button('JSON'));
		expect(files).toEqual([]);
		expect(screen.getByText(/There is no work yet/)).toBeTruthy();
	});

	it('brings work back, asking first where there is some', async () => {
		const { student } = setUp();
		const file = (answer: string) => {
			const other = new Work();
			other.commit('ice', 'ask', answer);
			return printWork(other.data, 'toy');
		};
		await bring(file('first'));
		await vi.waitFor(() => expect(student.answerOf('ice', 'ask')).toBe('first'));
		await bring(file('second'));
		const dialog = within(await screen.findByRole('dialog'));
		expect(student.answerOf('ice', 'ask')).toBe('first');
		await fireEvent.click(dialog.getByRole('button', { name: 'Replace it' }));
		expect(student.answerOf('ice', 'ask')).toBe('second');
		expect(openWork().answerOf('ice', 'ask')).toBe('second');
	});

	it('says why a file cannot be taken, and loses nothing', async () => {
		const { student } = setUp();
		student.commit('ice', 'ask', 'mine');
		await bring('not a file of ours');
		expect(await screen.findByText(/no file of this module’s work/)).toBeTruthy();
		await bring(printWork(student.data, 'sea'));
		expect(await screen.findByText(/in another collection/)).toBeTruthy();
		expect(student.answerOf('ice', 'ask')).toBe('mine');
	});

	it('clears all of it after one question', async () => {
		const { student } = setUp();
		student.commit('ice', 'ask', 'mine');
		expect(localStorage.getItem(KEPT)).not.toBeNull();
		await fireEvent.click(button('Clear my work'));
		expect(student.isEmpty).toBe(false);
		await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Clear it' }));
		expect(student.isEmpty).toBe(true);
		expect(localStorage.getItem(KEPT)).toBeNull();
		expect(screen.getByText('Your work is cleared.')).toBeTruthy();
	});

	it('gives out what another version left, as it was found', async () => {
		localStorage.setItem(KEPT, 'work of a newer version');
		const { files } = setUp();
		expect(screen.getByText(/was put aside, not lost/)).toBeTruthy();
		await fireEvent.click(button('Save what was put aside'));
		expect(await files[0]?.text).toBe('work of a newer version');
	});
});

describe('reading aloud', () => {
	interface Said {
		text: string;
		voice: { name: string } | null;
		onend: () => void;
		onerror: () => void;
	}
	const voice = (name: string, lang: string, localService: boolean) =>
		({ name, lang, localService, default: false }) as SpeechSynthesisVoice;

	function makeVoices(voices: SpeechSynthesisVoice[]) {
		const said: Said[] = [];
		vi.stubGlobal(
			'SpeechSynthesisUtterance',
			class {
				constructor(readonly text: string) {}
			}
		);
		const synthesis = {
			getVoices: () => voices,
			speak: (utterance: SpeechSynthesisUtterance) => said.push(utterance as unknown as Said),
			...{ cancel: vi.fn(), pause: vi.fn(), resume: vi.fn() },
			...{ addEventListener: vi.fn(), removeEventListener: vi.fn() }
		};
		return { said, synthesis, aloud: new ReadAloud(synthesis) };
	}

	it('takes only a voice of the device itself, in the language of the words', () => {
		const { aloud } = makeVoices([voice('far', 'en-US', false), voice('near', 'en_GB', true)]);
		expect(aloud.voiceFor('en')?.name).toBe('near');
		expect(aloud.voiceFor('ru')).toBeNull();
		expect(makeVoices([voice('far', 'en-US', false)]).aloud.voiceFor('en')).toBeNull();
		expect(new ReadAloud(null).voiceFor('en')).toBeNull();
	});

	it('goes sentence by sentence, to the end', () => {
		const { aloud, said } = makeVoices([voice('near', 'en', true)]);
		aloud.start(['One.', 'Two.'], 'en');
		expect(said.map(({ text }) => text)).toEqual(['One.']);
		said[0]?.onend();
		expect(aloud.sentence).toBe('Two.');
		expect(said[1]?.voice?.name).toBe('near');
		said[1]?.onend();
		expect(aloud.status).toBe('idle');
	});

	it('pauses, goes on, and stops for good', () => {
		const { aloud, said, synthesis } = makeVoices([voice('near', 'en', true)]);
		aloud.start(['One.', 'Two.'], 'en');
		aloud.pause();
		expect([aloud.status, synthesis.pause.mock.calls.length]).toEqual(['paused', 1]);
		aloud.resume();
		expect(aloud.status).toBe('speaking');
		aloud.stop();
		said[0]?.onend();
		expect([aloud.status, said.length]).toEqual(['idle', 1]);
	});

	it('offers nothing where there is no voice', () => {
		setUp();
		expect(screen.queryByRole('button', { name: 'Read the document aloud', hidden: true })).toBeNull();
	});
});
