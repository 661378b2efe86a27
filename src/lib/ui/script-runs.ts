/** A stretch of text in one kind of script; `lang` where the script differs from the words around it. */
export interface ScriptRun {
	text: string;
	lang?: string;
}

/** Hangul; Chinese characters; three words and more of Latin letters, for one or two are a name; anything else. */
const RUNS =
	/(\p{Script=Hangul}+)|(\p{Script=Han}+)|(\p{Script=Latin}[\p{Script=Latin}’'.-]*(?:,? [\p{Script=Latin}\d][\p{Script=Latin}\d’'.-]*){2,})|[^\p{Script=Hangul}\p{Script=Han}]/gu;

/**
 * Parts a text where it changes into hangul, Chinese characters or, amid those, into English, so that each part can say its language.
 * Which language Chinese characters write cannot be told from them: they are marked as of undetermined language in that script.
 * @param around language of the words around: its own script is not marked
 */
export function splitByScript(text: string, around = 'en'): ScriptRun[] {
	const runs: ScriptRun[] = [];
	for (const [run, hangul, han, latin] of text.matchAll(RUNS)) {
		const lang =
			hangul && around !== 'ko'
				? 'ko'
				: han && around !== 'zh'
					? 'und-Hani'
					: latin && around !== 'en'
						? 'en'
						: undefined;
		const last = runs.at(-1);
		if (last && last.lang === lang) last.text += run;
		else runs.push({ text: run, ...(lang && { lang }) });
	}
	return runs;
}
