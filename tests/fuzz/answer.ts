// Every hostile input, one after the other, in a process that may be killed: prints a line of JSON for each as soon as it is answered.
import { HOSTILE } from './hostile';

for (const { name, says, run } of HOSTILE) {
	const before = process.cpuUsage();
	let said: string;
	try {
		said = run();
	} catch (error) {
		said = `CRASH ${error instanceof Error ? error.stack : String(error)}`;
	}
	const { user, system } = process.cpuUsage(before);
	const milliseconds = Math.round((user + system) / 1000);
	const isAnswered = !said.startsWith('CRASH') && (says === undefined || said.includes(says));
	const line = { name, milliseconds, isAnswered, length: said.length, said: said.slice(0, 400) };
	process.stdout.write(`${JSON.stringify(line)}\n`);
}
