import type { CourseFile } from '$lib/model/course';
import type { Interaction } from './interaction';
import type { CourseLine, Kept, LineTrouble } from './line';
import { printState, readState, type CourseState, type Json } from './state-code';

/** As much of a student's work as a course system is told of. */
export interface CourseWork {
	answers: readonly { lesson: string; task: string; answer: Json }[];
	seen: readonly { lesson: string; step: string }[];
}

/** What the student has to be told; `alone`: nothing is reported at all; `left`: answers that did not fit. */
export type CourseTrouble = LineTrouble | 'alone' | 'left' | 'silent';

/** joining until the course system has answered; alone where there is none. */
export type CourseStatus = 'joining' | 'joined' | 'alone' | 'closed';

/** Tells a course system of a student's work in one lesson: each answer once it is given, the state after every change. */
export class CourseSession {
	#status = $state.raw<CourseStatus>('joining');
	#trouble = $state.raw<readonly CourseTrouble[]>([]);
	#isDone = $state(false);
	readonly #file: CourseFile;
	readonly #line: CourseLine | null;
	readonly #told = new Set<CourseTrouble>();
	#attempt = '';
	#isSilent = false;
	#saved = '';
	#known = new Map<string, string>();

	/** @param connect makes the line, and is given where to tell of trouble; it returns null where there is no course system */
	constructor(file: CourseFile, connect: (ontrouble: (trouble: LineTrouble) => void) => CourseLine | null) {
		this.#file = file;
		this.#line = connect((trouble) => this.#tell(trouble));
	}

	get status(): CourseStatus {
		return this.#status;
	}
	/** What has not been dismissed yet, each once. */
	get trouble(): readonly CourseTrouble[] {
		return this.#trouble;
	}
	/** Whether the lesson counts as completed. */
	get isDone(): boolean {
		return this.#isDone;
	}

	/**
	 * Opens the session.
	 * @param attempt a new random id, for a student who comes for the first time
	 * @returns what was kept, and the id of the step one was at; null without a course system
	 */
	async join(attempt: string): Promise<{ state: CourseState; location: string } | null> {
		const kept: Kept | null = this.#line ? await this.#line.open().catch(() => null) : null;
		if (!kept) {
			this.#status = 'alone';
			this.#tell('alone');
			return null;
		}
		const read = readState(kept.state, this.#file);
		const state = read ?? { attempt, seen: [], answers: [], isDone: false };
		this.#attempt = state.attempt;
		this.#isSilent = kept.isSilent;
		this.#isDone = kept.isDone || state.isDone;
		if (kept.isSilent) this.#tell('silent');
		return { state, location: this.#file.steps.includes(kept.location) ? kept.location : '' };
	}

	/** From now on `follow` reports. @param work what is known already, and not news */
	begin(work: CourseWork) {
		this.#known = this.#answersOf(work);
		this.#status = 'joined';
	}

	/**
	 * Reports what has changed since.
	 * @param location id of the step one is at; empty elsewhere
	 * @param describe an answer as the system is told of it; null where nothing can be told
	 */
	follow(
		work: CourseWork,
		location: string,
		isComplete: boolean,
		describe: (task: string, answer: Json) => Interaction | null
	) {
		if (this.#status !== 'joined' || this.#isSilent || !this.#line) return;
		const answers = this.#answersOf(work);
		for (const [task, answer] of answers) {
			if (this.#known.get(task) === answer) continue;
			const interaction = describe(task, JSON.parse(answer) as Json);
			if (interaction) this.#line.answered(interaction);
		}
		this.#known = answers;
		if (isComplete && !this.#isDone) {
			this.#isDone = true;
			this.#line.completed();
		}
		this.#save(work, location);
	}

	dismiss(trouble: CourseTrouble) {
		this.#trouble = this.#trouble.filter((one) => one !== trouble);
	}

	/** Ends the session. Where the course system wants the student to be led; null when nowhere. */
	async finish(): Promise<string | null> {
		if (this.#status !== 'joined' || !this.#line) return null;
		this.#status = 'closed';
		return this.#line.close();
	}

	/** The page is hidden, and may never come back. */
	rest() {
		if (this.#status === 'joined') this.#line?.rest();
	}

	/** The page goes away. */
	leave() {
		if (this.#status === 'joining') return;
		if (this.#status === 'joined') this.#status = 'closed';
		this.#line?.leave();
	}

	/** Whether the system is known to lack something. */
	get isInDoubt(): boolean {
		return this.#told.has('unreachable') || this.#told.has('refused') || this.#told.has('left');
	}

	#save(work: CourseWork, location: string) {
		const { lesson } = this.#file;
		const { text, left } = printState(
			{
				attempt: this.#attempt,
				seen: work.seen.flatMap((one) => (one.lesson === lesson ? one.step : [])),
				answers: work.answers.filter((one) => one.lesson === lesson),
				isDone: this.#isDone
			},
			this.#file
		);
		if (left.length > 0) this.#tell('left');
		const saved = `${location} ${text}`;
		if (saved === this.#saved) return;
		this.#saved = saved;
		this.#line?.save(text, location);
	}

	#answersOf({ answers }: CourseWork): Map<string, string> {
		const own = answers.filter(({ lesson }) => lesson === this.#file.lesson);
		return new Map(own.map(({ task, answer }) => [task, JSON.stringify(answer)]));
	}

	#tell(trouble: CourseTrouble) {
		if (this.#told.has(trouble)) return;
		this.#told.add(trouble);
		this.#trouble = [...this.#trouble, trouble];
	}
}
