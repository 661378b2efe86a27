import { createContext } from 'svelte';
import type { Shelf, Trouble } from './storage';
import { isEmpty, NO_WORK, type Json, type Note, type WorkData } from './work-data';

/** A student's answers, notes, and the steps they have seen: on this device, or where that is not allowed as long as the page lives. */
export class Work {
	#data = $state.raw<WorkData>(NO_WORK);
	#trouble = $state.raw<Trouble | null>(null);
	#hasAside = $state(false);
	#isLoose = $state(false);
	#shelf: Shelf | null = null;
	readonly #told = new Set<Trouble>();

	readonly #answers = $derived.by(
		() => new Map(this.#data.answers.map((one) => [pair(one.lesson, one.task), one.answer]))
	);
	readonly #seen = $derived.by(() => new Set(this.#data.seen.map(({ lesson, step }) => pair(lesson, step))));
	readonly isEmpty: boolean = $derived.by(() => isEmpty(this.#data));
	/** The work would go with this page: the device does not keep it, and it was not taken along since. */
	readonly isOnlyHere: boolean = $derived(this.#isLoose && !this.isEmpty);

	get data(): WorkData {
		return this.#data;
	}
	get notes(): Note[] {
		return this.#data.notes;
	}
	/** What the student has to be told of where the work is kept; each once. */
	get trouble(): Trouble | null {
		return this.#trouble;
	}

	/** From now on the work is kept there. What was done before that stays, on top of what was kept. */
	open(shelf: Shelf) {
		this.#shelf = shelf;
		const { data, trouble } = shelf.read();
		this.#hasAside = shelf.readAside().length > 0;
		this.#tell(trouble);
		const early = this.#data;
		this.#data = data ?? NO_WORK;
		if (!isEmpty(early)) this.#change(merge(this.#data, early));
	}

	/** Another window has changed what is kept. @param key of the entry; null when all were taken away */
	hear(key: string | null) {
		if (!this.#shelf || (key !== null && key !== this.#shelf.key)) return;
		const { data, trouble } = this.#shelf.read();
		this.#tell(trouble);
		if (!trouble) this.#data = data ?? NO_WORK;
	}

	/** The answer to a task; null where there is none. */
	answerOf(lesson: string, task: string): unknown {
		return this.#answers.get(pair(lesson, task)) ?? null;
	}

	/** @param answer anything that JSON can say; null takes the answer back */
	commit(lesson: string, task: string, answer: unknown) {
		const others = this.#data.answers.filter((one) => one.lesson !== lesson || one.task !== task);
		// A copy: what is kept must not change with a form that goes on.
		const given = JSON.parse(JSON.stringify(answer ?? null)) as Json;
		const answers = given === null ? others : [...others, { lesson, task, answer: given }];
		this.#change({ ...this.#data, answers });
	}

	visit(lesson: string, step: string) {
		if (!this.isSeen(lesson, step))
			this.#change({ ...this.#data, seen: [...this.#data.seen, { lesson, step }] });
	}
	isSeen(lesson: string, step: string): boolean {
		return this.#seen.has(pair(lesson, step));
	}

	addNote(note: Omit<Note, 'id'>) {
		const id = 1 + Math.max(0, ...this.notes.map((one) => one.id));
		this.#change({ ...this.#data, notes: [...this.notes, { id, ...note }] });
	}
	changeNote(id: number, text: string) {
		const notes = this.notes.map((one) => (one.id === id ? { ...one, text } : one));
		this.#change({ ...this.#data, notes });
	}
	removeNote(id: number) {
		this.#change({ ...this.#data, notes: this.notes.filter((one) => one.id !== id) });
	}

	/** Puts other work, from a file, in the place of this. */
	replace(data: WorkData) {
		this.#change(data);
	}

	/** Takes all of it away, here and from the device. Tells whether the device let it. */
	clear(): boolean {
		this.#data = NO_WORK;
		const isGone = this.#shelf?.clear() ?? true;
		if (isGone) this.#hasAside = false;
		return isGone;
	}

	/** Whether work of another version lies aside on the device. */
	get hasAside(): boolean {
		return this.#hasAside;
	}
	/** That work, as it was found. */
	readAside(): string[] {
		return this.#shelf?.readAside() ?? [];
	}

	dismissTrouble() {
		this.#trouble = null;
	}

	/** It has been taken along as a file. */
	noteTaken() {
		this.#isLoose = false;
	}

	#change(data: WorkData) {
		this.#data = data;
		const trouble = this.#shelf?.write(data) ?? null;
		this.#isLoose = trouble === 'blocked' || trouble === 'full' || this.#shelf?.mayWrite === false;
		this.#tell(trouble);
	}

	#tell(trouble: Trouble | null) {
		if (trouble === 'aside') this.#hasAside = true;
		if (!trouble || this.#told.has(trouble)) return;
		this.#told.add(trouble);
		this.#trouble = trouble;
	}
}

export const [getWork, setWork] = createContext<Work>();

// A stroke stands in no id.
function pair(lesson: string, id: string): string {
	return `${lesson}/${id}`;
}

function merge(kept: WorkData, early: WorkData): WorkData {
	const given = new Set(early.answers.map(({ lesson, task }) => pair(lesson, task)));
	const seen = new Set(kept.seen.map(({ lesson, step }) => pair(lesson, step)));
	const last = Math.max(0, ...kept.notes.map(({ id }) => id));
	return {
		answers: [...kept.answers.filter(({ lesson, task }) => !given.has(pair(lesson, task))), ...early.answers],
		seen: [...kept.seen, ...early.seen.filter(({ lesson, step }) => !seen.has(pair(lesson, step)))],
		notes: [...kept.notes, ...early.notes.map((note) => ({ ...note, id: note.id + last }))]
	};
}
