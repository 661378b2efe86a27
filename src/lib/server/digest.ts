import { createHash } from 'node:crypto';

/** Ten hexadecimal digits that change whenever the text does. */
export function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
