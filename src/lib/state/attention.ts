/** Who asked: a view does not get its own request back. `play`: time did. `opening`: nobody did, it is where a page opens. */
export type Sender = 'reader' | 'map' | 'timeline' | 'search' | 'link' | 'lesson' | 'play' | 'opening';

/** Asks the reader to bring its phrase or card into sight; a new object each time, so that asking twice works. */
export interface Attention {
	by: Sender;
}
