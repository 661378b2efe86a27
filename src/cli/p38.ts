import { runCommand } from './run-command';

process.exitCode = await runCommand(process.argv.slice(2), {
	stdin: process.stdin,
	stdout: process.stdout,
	stderr: process.stderr,
	cwd: process.cwd()
});
