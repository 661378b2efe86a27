/** A stretch of text in one kind of script; `lang` where the script differs from the words around it. */
export interface ScriptRun {
	text: string;
	lang?: string;
}

/**
 * Parts a text where it changes into hangul or Chinese characters, so that each part can say its language. Which language
 * Chinese characters write cannot be told from them: they are marked as of undetermined language in that script.
 * @param around language of the words around: its own script is not marked
 */
export function splitByScript(text: string, around = 'en'): ScriptRun[] {
	return [
		...text.matchAll(/(\p{Script=Hangul}+)|(\p{Script=Han}+)|[^\p{Script=Hangul}\p{Script=Han}]+/gu)
	].map(([run, hangul, han]) => ({
		text: run,
		...(hangul && around !== 'ko' && { lang: 'ko' }),
		...(han && around !== 'zh' && { lang: 'und-Hani' })
	}));
}
