import { expect, it } from 'vitest';
import { tellKept } from './tell-kept';

it('tells the staff what is kept, and why a version was thrown away', () => {
	expect(tellKept('ready', { failure: null })).toBe('All of it is on this device.');
	expect(tellKept('ready', { failure: 'other bytes' })).toBe(
		'All of it is on this device. The last version that came was thrown away: other bytes'
	);
	const phases = (['none', 'fetching', 'ready', 'update-ready', 'failed'] as const).map((phase) =>
		tellKept(phase, { failure: null })
	);
	expect(new Set(phases).size).toBe(5);
});
