import type { PaperTask } from './paper-task';

/** The document that the lesson is about, as printed on the sheet. */
export interface PaperSource {
	name: string;
	credit: string;
	paragraphs: string[];
	/** The first text that follows a task which is to be answered before. */
	waits: boolean;
}

export type PaperBlock = { kind: 'task'; task: PaperTask } | { kind: 'source'; source: PaperSource };

/** Millimetres that a page of the smaller paper, Letter less its margins, has for its blocks; the first has the title too. */
const ROOM = [213, 223] as const;
const WIDTH = 172;
/** Width of a sign of the text, of which lines are made, with what is lost at their ends. */
const SIGN = 1.71;
const LINE = 4.6;
export const RULED = 7.5;

/**
 * Two pages of tasks, in the order of the lesson. Where not all fit, those that come first in `ranked` do.
 *
 * @param ranked ids of the tasks, the most important first
 * @returns the blocks of each page, and how many tasks found no room
 */
export function fitPages(
	tasks: readonly PaperTask[],
	source: PaperSource | null,
	ranked: readonly string[]
): { pages: PaperBlock[][]; left: number } {
	let kept: PaperTask[] = [];
	let pages = layOut(blocksOf(kept, source)) ?? [[], []];
	for (const id of ranked) {
		const wider = tasks.filter((task) => task.id === id || kept.includes(task));
		const fitting = layOut(blocksOf(wider, source));
		if (wider.length === kept.length || !fitting) continue;
		kept = wider;
		pages = fitting;
	}
	return { pages, left: tasks.length - kept.length };
}

const NOTES = 30;

/** Whether a page that has no lines to write on has room for some. @param page from 0 */
export function hasRoomForNotes(blocks: readonly PaperBlock[], page: number): boolean {
	const used = blocks.reduce((sum, block) => sum + heightOf(block), 0);
	const isWritten = blocks.some((block) => block.kind === 'task' && block.task.body.kind === 'write');
	return !isWritten && used + NOTES <= (ROOM[page] ?? 0);
}

/** The text stands after what is to be answered before it is read. */
function blocksOf(tasks: readonly PaperTask[], source: PaperSource | null): PaperBlock[] {
	const blocks = tasks.map((task): PaperBlock => ({ kind: 'task', task }));
	if (!source) return blocks;
	const first = tasks.findIndex(({ isBeforeText }) => !isBeforeText);
	const at = first < 0 ? tasks.length : first;
	return [
		...blocks.slice(0, at),
		{ kind: 'source', source: { ...source, waits: at > 0 } },
		...blocks.slice(at)
	];
}

/** null where they do not fit. A source that is too long for what is left of the first page opens the second. */
function layOut(blocks: readonly PaperBlock[]): PaperBlock[][] | null {
	const pages: PaperBlock[][] = [[], []];
	let page = 0;
	let used = 0;
	const hasRoom = (block: PaperBlock) => used + heightOf(block) <= (ROOM[page] ?? 0);
	const put = (block: PaperBlock) => {
		pages[page]?.push(block);
		used += heightOf(block);
	};
	const later: PaperBlock[] = [];
	const turn = () => {
		page += 1;
		used = 0;
		later.splice(0).forEach(put);
	};
	for (const block of blocks) {
		if (hasRoom(block)) {
			put(block);
		} else if (block.kind === 'source' && page === 0) {
			later.push({ kind: 'source', source: { ...block.source, waits: false } });
		} else {
			const [start, rest] = partBlock(block, (ROOM[page] ?? 0) - used);
			if (start) put(start);
			turn();
			if (!hasRoom(rest)) return null;
			put(rest);
		}
	}
	if (later.length > 0) turn();
	return used <= (ROOM[page] ?? 0) ? pages : null;
}

const LEAST_ROWS = 3;

/** As many rows of a table as there is room for, and the rest of them for the next page; all of it where it cannot be parted well. */
function partBlock(block: PaperBlock, room: number): [PaperBlock | null, PaperBlock] {
	if (block.kind !== 'task') return [null, block];
	const { task } = block;
	const rows = rowsOf(task.body);
	for (let count = rows.length - LEAST_ROWS; count >= LEAST_ROWS; count -= 1) {
		const start: PaperBlock = {
			kind: 'task',
			task: { ...task, body: withRows(task.body, rows.slice(0, count)) }
		};
		if (heightOf(start) > room) continue;
		const body = withRows(task.body, rows.slice(count));
		return [
			start,
			{ kind: 'task', task: { ...task, given: [], starters: [], phrases: [], body, isContinued: true } }
		];
	}
	return [null, block];
}

function rowsOf(body: PaperTask['body']): string[] {
	switch (body.kind) {
		case 'sort':
			return body.cards;
		case 'weigh':
			return body.points;
		case 'choose':
			return columnsOf(body.options) === 1 ? body.options : [];
		default:
			return [];
	}
}

function withRows(body: PaperTask['body'], rows: string[]): PaperTask['body'] {
	switch (body.kind) {
		case 'sort':
			return { ...body, cards: rows };
		case 'weigh':
			return { ...body, points: rows };
		case 'choose':
			return { ...body, options: rows };
		default:
			return body;
	}
}

/** Millimetres, rather too many than too few. */
export function heightOf(block: PaperBlock): number {
	if (block.kind === 'source') {
		const { paragraphs, waits } = block.source;
		const lines = paragraphs.reduce((sum, text) => sum + linesOf(text, 82), 0);
		return 19 + (waits ? 8 : 0) + Math.ceil(lines / 2 + 0.5) * 4.9;
	}
	const { prompt, given, starters, phrases, isContinued } = block.task;
	return (
		10 +
		(isContinued ? 0 : linesOf(prompt, WIDTH) * LINE) +
		given.reduce((sum, text) => sum + linesOf(text, WIDTH - 4) * LINE, 0) +
		(starters.length > 0 ? linesOf(starters.join('   '), WIDTH) * LINE : 0) +
		phrases.reduce((sum, { name, quotes }) => sum + linesOf([name, ...quotes].join(' · '), WIDTH) * LINE, 0) +
		heightOfBody(block.task.body)
	);
}

function heightOfBody(body: PaperTask['body']): number {
	switch (body.kind) {
		case 'choose':
			return heightOfList(body.options, columnsOf(body.options), 5.9) + (body.several ? LINE : 0);
		case 'order':
			return heightOfList(body.items, columnsOf(body.items), 7.3) + LINE;
		case 'cite':
			return Math.ceil(body.fields.length / 2) * 9 + LINE;
		case 'write':
			return body.lines * RULED;
		case 'mark': {
			const lines = body.passage?.reduce((sum, text) => sum + linesOf(text, WIDTH), 0) ?? 0;
			return body.passage ? lines * 4.9 + 4 : LINE;
		}
		case 'place': {
			const width = WIDTH - body.map.width / 10 - 34;
			const tokens = body.tokens.reduce((sum, text) => sum + linesOf(text, width) * LINE + 2, 0);
			return Math.max(body.map.height / 10 + 2, tokens + 6);
		}
		case 'sort': {
			const width = WIDTH - body.bins.length * columnWidth(body.bins.length);
			return headOf(body.bins) + body.cards.reduce((sum, text) => sum + linesOf(text, width) * LINE + 1.8, 0);
		}
		case 'weigh':
			return (
				8 + body.points.reduce((sum, text) => sum + linesOf(text, WIDTH - 3 * columnWidth(3)) * LINE + 1.8, 0)
			);
	}
}

function headOf(bins: readonly string[]): number {
	const signs = columnWidth(bins.length) / 2.1;
	return 4 + Math.max(...bins.map((name) => Math.ceil(name.length / signs))) * 3.9;
}

/** Width of a column to tick, in millimetres. */
function columnWidth(columns: number): number {
	return columns > 3 ? 18 : 23;
}

/** Short answers stand in two columns. */
export function columnsOf(items: readonly string[]): 1 | 2 {
	return items.every((text) => text.length <= 44) ? 2 : 1;
}

function heightOfList(items: readonly string[], columns: 1 | 2, line: number): number {
	const heights = items.map((text) => (linesOf(text, WIDTH / columns - 8) - 1) * LINE + line);
	const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
		Math.max(...heights.slice(row * columns, row * columns + columns))
	);
	return rows.reduce((sum, height) => sum + height, 0);
}

function linesOf(text: string, width: number): number {
	return Math.max(1, Math.ceil((text.length * SIGN) / width));
}
