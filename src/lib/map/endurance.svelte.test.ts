import { expect, it } from 'vitest';
import { Endurance } from './endurance.svelte';

const MINUTE = 60_000;

function watch() {
	let time = 5 * MINUTE;
	const endurance = new Endurance(() => time);
	const lose = () => {
		endurance.lose();
		return endurance.isExhausted;
	};
	return { endurance, lose, wait: (minutes: number) => (time += minutes * MINUTE) };
}

it('bears two losses, and not a third within ten minutes', () => {
	const { lose, wait } = watch();
	expect(lose()).toBe(false);
	wait(4);
	expect(lose()).toBe(false);
	wait(5.9);
	expect(lose()).toBe(true);
});

it('forgets a loss after ten minutes', () => {
	const { lose, wait } = watch();
	expect([lose(), lose()]).toEqual([false, false]);
	wait(10);
	expect([lose(), lose(), lose()]).toEqual([false, false, true]);
});

it('once exhausted rests until it is forgiven, however long that takes', () => {
	const { endurance, lose, wait } = watch();
	for (let loss = 0; loss < 3; loss += 1) lose();
	wait(600);
	expect(endurance.isExhausted).toBe(true);
	endurance.forgive();
	expect(endurance.isExhausted).toBe(false);
	expect(endurance.starts).toBe(1);
	expect(lose()).toBe(false);
});

it('lets a picture that stands go on when it is forgiven, and makes only a lost one anew', () => {
	const { endurance, lose } = watch();
	endurance.forgive();
	lose();
	endurance.regain();
	endurance.forgive();
	expect(endurance.starts).toBe(0);
	lose();
	endurance.forgive();
	expect(endurance.starts).toBe(1);
});
