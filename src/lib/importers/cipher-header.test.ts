import { describe, expect, it } from 'vitest';
import { readCipherHeader } from './cipher-header';

const read = (text: string, pageDate: string | null = '1950-10-01') =>
	readCipherHeader(
		text.split('\n').map((line, index) => ({ text: line, number: index + 1 })),
		pageDate
	);

describe('readCipherHeader', () => {
	it.each([
		[
			'From PYONGYANG. Received at 19 hours 35 minutes on 30 September 1950',
			{ received: '1950-09-30T19:35' }
		],
		['SENT 29.9.50 23:30', { sent: '1950-09-29T23:30' }],
		['Deciphered 14:55 29.IX.1950', { deciphered: '1950-09-29T14:55' }],
		['[to be sent at 3.00, 1.10.50]', { sent: '1950-10-01T03:00' }],
		['Sent on 5:30 am, 14 May 1950', { sent: '1950-05-14T05:30' }],
		['Sent on 09/29/50 at 20:23 p.m.', { sent: '1950-09-29T20:23' }],
		['Sent 12:05 a.m., October 1, 1950', { sent: '1950-10-01T00:05' }],
		['From BEIJING Received 13:55\n3.7.1951', { received: '1951-07-03T13:55' }],
		[
			'Sent 15:20, 1.10.50; received 18:40, 1.10.50',
			{ sent: '1950-10-01T15:20', received: '1950-10-01T18:40' }
		],
		['Received on October 2 at 4:10', { received: '1950-10-02T04:10' }],
		['SENT 3 October 1950 23:50', { sent: '1950-10-03T23:50' }],
		["Rec'd 12:36 3 October 1950", { received: '1950-10-03T12:36' }],
		['Telegram received at 12:15 on 3 October 1950', { received: '1950-10-03T12:15' }],
		['Decyphered 3.10.50 13:10', { deciphered: '1950-10-03T13:10' }],
		['Decrypted: 1310 hours, 3 October 1950', { deciphered: '1950-10-03T13:10' }],
		['Sent 1950-10-03 12:15', { sent: '1950-10-03T12:15' }],
		['| Sent | 3.10. 1950 12:15 |', { sent: '1950-10-03T12:15' }],
		['Time of sending: 12:15:30, 3 October 1950', { sent: '1950-10-03T12:15' }],
		['Received: noon, 3 October 1950', { received: '1950-10-03T12:00' }]
	])('reads %j', (text, times) => {
		expect(read(text).times).toEqual(times);
	});

	it.each([
		['Received 13:55', /no date/],
		['Sent 31.9.50 at 10:00', /no such day/],
		['Sent 1.10.50 at 24:30', /no such hour/],
		['Sent 1.10.50 at 13:00 a.m.', /no such hour/],
		['Received 4:03-19:35, 1.10.50', /more than one clock/],
		['Sent 3/4/50 at 10:00', /day\/month or month\/day/],
		['Sent 1.10.50 10:00\nSent 1.10.50 11:00', /Two different times/],
		['From PYONGYANG, No. 4040. 10 hours 10 minutes. 8.II.1950', /without saying/]
	])('leaves %j out and says why', (text, reason) => {
		const { times, notes } = read(text);
		expect(times).toEqual({});
		expect(notes.map((note) => note.message).join('\n')).toMatch(reason);
	});

	it.each([
		'We sent your letter at 10:00 on 1 October 1950.',
		'Received with thanks.',
		'Received your telegram of 2 October 1950 at 12:15 and agree with it.',
		'The telegram was received on 30 September 1950 at 10:00.'
	])('does not take prose for a form: %s', (text) => {
		expect(read(text)).toEqual({ times: {}, notes: [] });
	});
});
