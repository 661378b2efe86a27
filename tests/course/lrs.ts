import type { IncomingMessage, ServerResponse } from 'node:http';

type Dict = Record<string, unknown>;

export interface KnownStatement extends Dict {
	id: string;
	verb: { id: string };
	timestamp: string;
}

export interface LrsOptions {
	launchMode?: 'Normal' | 'Browse' | 'Review';
	returnURL?: string;
}

const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
export const ACTOR = { objectType: 'Agent', account: { homePage: 'https://lms.example.org', name: 'u-1' } };
export const ACTIVITY = 'https://lms.example.org/activities/one';

/**
 * A course system's side of cmi5, as far as one unit needs it: hands out a token once, keeps states and statements in memory, and
 * writes down whatever a unit does against the order of duties.
 */
export class Lrs {
	readonly statements: KnownStatement[] = [];
	readonly states = new Map<string, string>();
	/** What the unit did wrong, a sentence each. */
	readonly complaints: string[] = [];
	/** Requests as "GET LMS.LaunchData". */
	readonly log: string[] = [];
	/** Answers with this to the next writes, one after the other, and keeps nothing. */
	outages: number[] = [];
	readonly registration = '6f7b9d6e-6b0f-4f0e-8a40-3c2f7a5d1b11';
	#options: LrsOptions;
	#session = 0;
	#hasToken = false;

	constructor(options: LrsOptions = {}) {
		this.#options = options;
	}

	/** Begins a session: what a launch adds to the address of a unit. @param base address of this system, without a last stroke */
	launch(base: string): string {
		this.#session += 1;
		this.#hasToken = false;
		const query = {
			endpoint: `${base}/xapi/`,
			fetch: `${base}/token/${this.#session}`,
			actor: JSON.stringify(ACTOR),
			registration: this.registration,
			activityId: ACTIVITY
		};
		return String(new URLSearchParams(query));
	}

	setReturnUrl(returnURL: string) {
		this.#options = { ...this.#options, returnURL };
	}

	verbs(): string[] {
		return this.statements.map(({ verb }) => verb.id.split('/').at(-1) ?? '');
	}

	/** @returns false when the address is none of its own */
	handle(request: IncomingMessage, response: ServerResponse, base: string): boolean {
		const url = new URL(request.url ?? '/', 'http://localhost');
		if (!url.pathname.startsWith(`${base}/xapi/`) && !url.pathname.startsWith(`${base}/token/`)) return false;
		const path = url.pathname.slice(base.length);
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			const { status, body } = this.answer(
				request.method ?? 'GET',
				path,
				url.searchParams,
				request.headers,
				text
			);
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(body);
		});
		return true;
	}

	/** One request and its answer, without any network. */
	answer(method: string, path: string, query: URLSearchParams, headers: Dict, text: string) {
		if (path.startsWith('/token/')) return this.#giveToken(method);
		const what = query.get('stateId') ?? query.get('profileId') ?? 'statement';
		this.log.push(`${method} ${what}`);
		if (headers['authorization'] !== `Basic token-${this.#session}`)
			return this.#refuse(401, 'no valid token');
		if (headers['x-experience-api-version'] !== '1.0.3') return this.#refuse(400, 'no version header');
		if (method === 'PUT' && this.outages.length > 0) return { status: this.outages.shift() ?? 503, body: '' };
		if (path === '/xapi/statements') return this.#takeStatement(method, query, text);
		if (path === '/xapi/agents/profile')
			return { status: 200, body: JSON.stringify({ languagePreference: 'en-GB,en', audioPreference: 'on' }) };
		if (path !== '/xapi/activities/state') return this.#refuse(404, `no such address ${path}`);
		if (query.get('registration') !== this.registration || query.get('activityId') !== ACTIVITY)
			return this.#refuse(400, 'a state of another launch');
		if (what === 'LMS.LaunchData') return { status: 200, body: JSON.stringify(this.#launchData()) };
		if (method === 'PUT') {
			if (this.#options.launchMode && this.#options.launchMode !== 'Normal')
				this.complaints.push(`a state written in ${this.#options.launchMode}`);
			this.states.set(what, text);
			return { status: 204, body: '' };
		}
		const state = this.states.get(what);
		return { status: state === undefined ? 404 : 200, body: state ?? '' };
	}

	#giveToken(method: string) {
		if (method !== 'POST') return this.#refuse(405, 'the token was asked for by another method than POST');
		if (this.#hasToken) {
			this.complaints.push('the token was asked for twice');
			return { status: 200, body: JSON.stringify({ 'error-code': '1', 'error-text': 'used' }) };
		}
		this.#hasToken = true;
		return { status: 200, body: JSON.stringify({ 'auth-token': `token-${this.#session}` }) };
	}

	#launchData() {
		return {
			contextTemplate: {
				contextActivities: { grouping: [{ id: 'https://lms.example.org/publisher/one' }] },
				extensions: { [SESSION]: `session-${this.#session}` }
			},
			launchMode: this.#options.launchMode ?? 'Normal',
			moveOn: 'Completed',
			...(this.#options.returnURL && { returnURL: this.#options.returnURL })
		};
	}

	#takeStatement(method: string, query: URLSearchParams, text: string) {
		const statement = JSON.parse(text) as KnownStatement;
		if (method !== 'PUT' || query.get('statementId') !== statement.id)
			return this.#refuse(400, 'a statement without its id');
		if (this.statements.some(({ id }) => id === statement.id)) return { status: 409, body: '' };
		this.#judge(statement);
		this.statements.push(statement);
		return { status: 204, body: '' };
	}

	#judge(statement: KnownStatement) {
		const { context, result, actor, object } = statement as Dict as Record<string, Dict | undefined>;
		const verb = statement.verb.id.split('/').at(-1) ?? '';
		const complain = (words: string) => this.complaints.push(`${verb}: ${words}`);
		const sessionOf = (one: Dict) => ((one['context'] as Dict)['extensions'] as Dict | undefined)?.[SESSION];
		const session = `session-${this.#session}`;
		const before = this.statements.filter((one) => sessionOf(one) === session).map(({ verb }) => verb.id);
		const has = (name: string) => before.some((id) => id.endsWith(`/${name}`));

		if (sessionOf(statement) !== session) complain('without the session of its launch');
		if (JSON.stringify(actor) !== JSON.stringify(ACTOR)) complain('of another actor');
		if (object?.['id'] !== ACTIVITY) complain('on another activity');
		if (context?.['registration'] !== this.registration) complain('for another registration');
		if (!/Z$/.test(statement.timestamp)) complain('time is not UTC');
		if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[4][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(statement.id))
			complain('id is no UUID');
		if ((verb === 'initialized') !== (before.length === 0))
			complain('initialized is the first, and only the first');
		if (has('terminated')) complain('after terminated');
		if (verb === 'completed' && this.verbs().includes('completed')) complain('twice in a registration');
		const mode = this.#options.launchMode ?? 'Normal';
		if (mode !== 'Normal' && !['initialized', 'terminated'].includes(verb)) complain(`in ${mode}`);

		const { category = [], grouping } = (context?.['contextActivities'] ?? {}) as Record<
			string,
			{ id: string }[]
		>;
		const categories = category.map(({ id }) => id.replace(CATEGORY, ''));
		if (!categories.includes('cmi5')) complain('without the category of cmi5');
		if (categories.includes('moveon') !== (verb === 'completed')) complain('moveon belongs to completion');
		if (!grouping) complain('without what the template groups it by');
		if (verb === 'initialized' && result) complain('with a result');
		if (verb !== 'initialized' && !/^PT[\d.]+S$/.test(String(result?.['duration'])))
			complain('without a duration');
		if (verb === 'completed' && result?.['completion'] !== true) complain('without completion');
		if (result && 'score' in result) complain('with a score');
	}

	#refuse(status: number, words: string) {
		this.complaints.push(words);
		return { status, body: JSON.stringify({ error: words }) };
	}
}
