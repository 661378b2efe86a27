import type { KioskLanguage } from '$lib/model/kiosk';

/** Each in itself, and as BCP 47 has it. */
export const NAMES: Record<KioskLanguage, { name: string; tag: string }> = {
	en: { name: 'English', tag: 'en' },
	ko: { name: '한국어', tag: 'ko' },
	zh: { name: '中文', tag: 'zh-Hans' }
};
