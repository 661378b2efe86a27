import type { Json } from './state-code';

type JsonObject = { [key: string]: Json };

/** What a course system says of a launch. */
export interface Launch {
	actor: JsonObject;
	registration: string;
	activityId: string;
	/** From LMS.LaunchData; copied into every statement, session id and all. */
	contextTemplate: JsonObject;
}

export type CourseVerb = 'initialized' | 'completed' | 'terminated';

export interface Statement extends JsonObject {
	id: string;
}

const CATEGORIES = 'https://w3id.org/xapi/cmi5/context/categories';

/**
 * A statement that cmi5 defines.
 * @param spent milliseconds since `initialized`
 * @param time milliseconds since 1970
 */
export function writeStatement(
	verb: CourseVerb,
	{ actor, registration, activityId, contextTemplate }: Launch,
	{ id, spent, time }: { id: string; spent: number; time: number }
): Statement {
	const result: JsonObject | null =
		verb === 'initialized'
			? null
			: { ...(verb === 'completed' && { completion: true }), duration: durationOf(spent) };
	// moveon belongs to results that say of completion or success, and to no others.
	const categories = verb === 'completed' ? ['cmi5', 'moveon'] : ['cmi5'];
	const { contextActivities } = contextTemplate;
	const activities = isObject(contextActivities) ? contextActivities : {};
	const given = listOf(activities['category']);
	return {
		id,
		actor,
		verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { 'en-US': verb } },
		object: { objectType: 'Activity', id: activityId },
		...(result && { result }),
		context: {
			...contextTemplate,
			registration,
			contextActivities: {
				...activities,
				category: [...given, ...categories.map((name) => ({ id: `${CATEGORIES}/${name}` }))]
			}
		},
		timestamp: new Date(time).toISOString()
	};
}

/** ISO 8601, to the hundredth of a second. */
export function durationOf(milliseconds: number): string {
	return `PT${(Math.max(0, Math.round(milliseconds / 10)) / 100).toFixed(2)}S`;
}

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** xAPI lets one activity stand for a list of one. */
function listOf(value: Json | undefined): Json[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : [value];
}
