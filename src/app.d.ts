import type { Site } from './routes/site';

declare global {
	namespace App {
		interface PageData {
			site?: Site;
		}
	}
}

export {};
