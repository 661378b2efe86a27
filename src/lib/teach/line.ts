import type { LevelName } from '$lib/schema/records';
import type { Way } from '$lib/model/lesson';

/** Where in a lesson a window stands. */
export interface Standing extends Way {
	step: string;
}

/**
 * `at`: the projector says where it is; `go`: the presenter asks it to be there; `where`: a presenter that has just come asks;
 * `gone`: the projector is closed or shows something else.
 */
export type Message = ({ says: 'at' | 'go' } & Standing) | { says: 'where' } | { says: 'gone' };

/** A line between the windows of one lesson on one device. Nothing leaves the browser. */
export interface Line {
	say(message: Message): void;
	close(): void;
}

/**
 * Opens the line of a lesson.
 *
 * @param hear what is told by other windows; what cannot be understood is left out
 * @returns null where the browser has no such lines
 */
export function openLine(collection: string, lesson: string, hear: (message: Message) => void): Line | null {
	if (typeof BroadcastChannel === 'undefined') return null;
	const channel = openChannel(`p38-projector/${collection}/${lesson}`);
	if (!channel) return null;
	channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		const message = readMessage(data);
		if (message) hear(message);
	});
	return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}

export function readMessage(data: unknown): Message | null {
	if (typeof data !== 'object' || data === null) return null;
	const { says, step, level, minutes } = data as Record<string, unknown>;
	if (says === 'where' || says === 'gone') return { says };
	if (says !== 'at' && says !== 'go') return null;
	const isLevel = level === 'middle' || level === 'high' || level === 'university';
	const isLength = minutes === 15 || minutes === 45 || minutes === 90;
	if (typeof step !== 'string' || !isLevel || !isLength) return null;
	return { says, step, level: level satisfies LevelName, minutes };
}

/** A frame that is denied storage may be denied lines too, by an exception. */
function openChannel(name: string): BroadcastChannel | null {
	try {
		return new BroadcastChannel(name);
	} catch {
		return null;
	}
}
