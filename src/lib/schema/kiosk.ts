import { z } from 'zod';
import type { Language } from './basics';
import { Certainty, Citations, Id, Text } from './basics';
import { ViewWish } from './lesson';
import { Clock, Edtf, Zone } from './time';

/** What a visitor can take in while standing: of each card, title and text together. */
const MOST_WORDS = 60;
/** Korean and Chinese are counted by their characters, without blanks. */
const MOST_CHARACTERS = 170;
const LONGEST_LOOP = 30;

/** The same words in every language of the kiosk. */
export const Told = z.strictObject({ en: Text, ko: Text, zh: Text });

/** How many of each a text has: of English the words, of the others the characters. */
export function lengthsOf(texts: readonly z.infer<typeof Told>[]) {
	const all = (language: 'en' | 'ko' | 'zh') => texts.map((text) => text[language]).join(' ');
	const characters = (text: string) => [...text.replace(/\s/g, '')].length;
	return {
		en: all('en').split(/\s+/).filter(Boolean).length,
		ko: characters(all('ko')),
		zh: characters(all('zh'))
	};
}

export function isShort(texts: readonly z.infer<typeof Told>[]): boolean {
	const { en, ko, zh } = lengthsOf(texts);
	return en <= MOST_WORDS && Math.max(ko, zh) <= MOST_CHARACTERS;
}

const SHORT = `no more than ${MOST_WORDS} English words, and ${MOST_CHARACTERS} characters in Korean and in Chinese`;

const Moment = z.strictObject({ date: Edtf, clock: Clock, zone: Zone.optional() });

/** The screen as it hangs on the wall. Millimetres and pixels of the panel. */
const Screen = z.strictObject({
	pixel_pitch_mm: z.number().min(0.05).max(2),
	width_px: z.int().min(480).max(16_384),
	height_px: z.int().min(480).max(16_384),
	/** From the floor to the lower edge of the picture. */
	bottom_mm: z.number().min(0).max(1_100),
	viewing_distance_mm: z.number().min(250).max(3_000),
	orientation: z.enum(['portrait', 'landscape'])
});

/** A scene of the loop that plays while nobody is there. */
const Scene = z.strictObject({
	id: Id,
	seconds: z.number().min(3).max(LONGEST_LOOP),
	words: Told,
	view: ViewWish,
	/** To this moment the cursor runs while the scene plays. */
	until: Moment.optional(),
	certainty: Certainty,
	sources: Citations
});

const Card = z
	.strictObject({
		id: Id,
		title: Told,
		text: Told,
		view: ViewWish,
		/** To this moment the cursor runs when the card opens, and again when it is asked to. */
		until: Moment.optional(),
		/** Whether the map shows the armies and what was proposed for them; without them line, parallel and cables stand out. */
		armies: z.boolean().default(false),
		/** What of the view the card is about. */
		shows: z.enum(['map', 'words']).default('map'),
		certainty: Certainty,
		sources: Citations
	})
	.refine(({ title, text }) => isShort([title, text]), { error: SHORT, path: ['text'] });

/** A phrase of the document behind the first door, and what to see in it. */
const Stop = z
	.strictObject({ annotation: Id, text: Told })
	.refine(({ text }) => isShort([text]), { error: SHORT, path: ['text'] });

const Door = z
	.strictObject({
		id: Id,
		/** document: the words, phrase by phrase; front: the claims within the view's window; desks: who had heard what. */
		kind: z.enum(['document', 'front', 'desks']),
		title: Told,
		text: Told,
		view: ViewWish,
		armies: z.boolean().default(false),
		stops: z.array(Stop).default([]),
		certainty: Certainty,
		sources: Citations
	})
	.refine(({ title, text }) => isShort([title, text]), { error: SHORT, path: ['text'] });

/** kiosk.yaml: the collection on a screen that stands in a room. */
export const KioskFile = z.strictObject({
	/** In the order of their buttons; the first is where every visit begins. */
	languages: z
		.array(z.enum(['en', 'ko', 'zh']) satisfies z.ZodType<z.infer<typeof Language>>)
		.min(1)
		.refine((list) => new Set(list).size === list.length, 'each language once'),
	screen: Screen,
	idle: z.strictObject({
		/** Without a touch or a key, until the visitor is asked. */
		seconds: z.int().min(15).max(600),
		/** The same while a document is open: reading is slow. */
		document_seconds: z.int().min(15).max(900),
		/** For the answer; less than twenty is too short for many. */
		countdown_seconds: z.int().min(20).max(120)
	}),
	operator: z.strictObject({
		/** For the staff's panel. It stands in a file that any visitor's browser can read: it keeps hands off, it guards nothing. */
		code: z.string().regex(/^\d{4,8}$/, 'four to eight digits, in quotes')
	}),
	/** The one question of the visit. */
	question: Told,
	attract: z
		.array(Scene)
		.min(1)
		.refine(
			(scenes) => scenes.reduce((total, { seconds }) => total + seconds, 0) <= LONGEST_LOOP,
			`scenes of ${LONGEST_LOOP} seconds in all`
		),
	visit: z.array(Card).min(2).max(8),
	doors: z.array(Door).min(1).max(4)
});
