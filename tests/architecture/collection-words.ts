import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './sources';

const SHIPPED = join(ROOT, 'data', 'collections', 'korea-1950');

/** What everyone would say of this war, should a file of the collection not say it. */
const EVIDENT = ['korea', 'seoul', 'pyongyang', 'peking', 'beijing', 'inchon', 'yalu', '1950', 'kpa', 'rok'];

/** Words of the house, and names of languages, that a collection also uses; they may stand in the engine. */
const HOUSE_WORDS = new Set([
	...['parallel', 'front', 'ground', 'unknown', 'telegram'],
	...['korean', 'chinese', 'russian', 'japanese', 'english']
]);

/**
 * The proper names of the shipped collection: names and ids of its places, people and formations, ids of its documents
 * and of the collection itself.
 *
 * @returns lower-case words and phrases, each once
 */
export function readCollectionWords(): string[] {
	const words = new Set(EVIDENT);
	const add = (word: unknown): void => {
		if (typeof word !== 'string' || word.length < 4) return;
		const plain = word.toLowerCase().trim();
		if (!HOUSE_WORDS.has(plain)) words.add(plain);
	};

	for (const file of ['places.yaml', 'people.yaml', 'formations.yaml']) {
		const path = join(SHIPPED, file);
		if (!existsSync(path)) continue;
		for (const record of listRecords(parse(readFileSync(path, 'utf8')))) {
			add(record.id);
			for (const name of listStrings([record.name, record.names, record.title]))
				if (isProper(name)) add(name);
		}
	}
	const documents = join(SHIPPED, 'documents');
	if (existsSync(documents)) readdirSync(documents).forEach(add);
	return [...words];
}

function listRecords(content: unknown): Record<string, unknown>[] {
	if (Array.isArray(content)) return content.filter(isRecord);
	return isRecord(content) ? Object.values(content).flatMap(listRecords) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function listStrings(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : [];
}

/** A language tag or a kind is no name. */
function isProper(name: string): boolean {
	return /^[^a-z]/.test(name);
}
