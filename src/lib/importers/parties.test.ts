import { describe, expect, it } from 'vitest';
import { readSalutation, readTitle } from './parties';

describe('readTitle', () => {
	it.each([
		['Telegram from Zhou Enlai to Kim Il Sung', ['Zhou Enlai'], ['Kim Il Sung'], []],
		[
			'Ciphered Telegram, Filippov [Stalin] to Mao Zedong and Zhou Enlai (via Roshchin)',
			['Filippov [Stalin]'],
			['Mao Zedong', 'Zhou Enlai'],
			['Roshchin']
		],
		[
			'Ciphered Telegram No. 3172, Stalin to Zhou Enlai via Roshchin',
			['Stalin'],
			['Zhou Enlai'],
			['Roshchin']
		],
		['Cable, Stalin to Mao Zedong [via Kovalev]', ['Stalin'], ['Mao Zedong'], ['Kovalev']],
		[
			'Letter from Feng Xi (Stalin) to Kim Il Sung (via Shtykov)',
			['Feng Xi (Stalin)'],
			['Kim Il Sung'],
			['Shtykov']
		],
		['Telegram from A. Orlov via B. Petrov to C. Wang', ['A. Orlov'], ['C. Wang'], ['B. Petrov']],
		['Ciphered Telegram No. 600262/sh from Shtykov to Gromyko', ['Shtykov'], ['Gromyko'], []],
		[
			'Cable, Military Commission to Lin Biao, Deng Zihui, and Xiao Ke',
			['Military Commission'],
			['Lin Biao', 'Deng Zihui', 'Xiao Ke'],
			[]
		],
		['Ciphered Telegram from Shtykov', ['Shtykov'], [], []],
		[
			'Telegram from Mao to Stalin, transmitting 14 January Message from Mao to Peng',
			['Mao'],
			['Stalin'],
			[]
		],
		['Conversation between A. Vyshinsky and Mao Zedong, Moscow', [], [], []],
		['Report on the Harvest', [], [], []]
	])('%s', (title, authors, addressees, via) => {
		expect(readTitle(title, null)).toMatchObject({ authors, addressees, via });
	});

	it('tells a place from the sender by the signature', () => {
		expect(readTitle('Telegram No. 5 from Beijing, Mao Zedong to Stalin', 'MAO ZEDONG').authors).toEqual([
			'Mao Zedong'
		]);
	});
});

describe('readSalutation', () => {
	it.each([
		['Comrade Ni Zhiliang, immediately convey to Comrade Kim Il Sung:', ['Kim Il Sung'], ['Ni Zhiliang']],
		['To Comrade Roshchin, convey to Zhou Enlai:', ['Zhou Enlai'], ['Roshchin']],
		['TO KRASOVSKY\nTransmit the following answer to MAO ZEDONG.', ['MAO ZEDONG'], ['KRASOVSKY']],
		['For Mao Zedong:', ['Mao Zedong'], []],
		['To: Comrade Stalin:', ['Stalin'], []],
		[
			'Ambassador Ni [Zhiliang]; also inform Chairman Gao [Gang]:',
			['Ni [Zhiliang]', 'Chairman Gao [Gang]'],
			[]
		]
	])('%s', (text, addressees, via) => {
		expect(readSalutation(text.split('\n'))).toMatchObject({ addressees, via });
	});

	it('finds none in prose', () => {
		expect(
			readSalutation(['We hand this over to the comrades in the north.', 'The plan is as follows:'])
		).toBeNull();
	});
});
