import { untrack } from 'svelte';
import { m } from '$lib/paraglide/messages';
import { referTo, type Reference } from '$lib/model/references';
import type { ViewState } from '$lib/state/view.svelte';
import { arrangeMarks, raiseMarks } from './arrange';
import type { Frame } from './frame';
import { labelRoom, wishLabels, type LabelWords, type Standing } from './labels';
import type { Lane } from './lanes';
import { placeLabels } from './layout';
import { findElsewhen, findNowhere, type Leftover } from './leftovers';
import { answersOf, drawLinks } from './links';
import { MarkIndex } from './mark-index';
import type { CableFacts } from './mark-facts';
import { collectMarks } from './marks';
import { isFold, placeMark, type PlacedFold, type PlacedMark } from './place';
import { afterPaint } from './once-a-frame';
import type { Cables } from './play.svelte';
import { createTimeScale, isJump } from './scale';
import { carrierText } from './words';

/** What the chart draws of the view's collection in the view's window. Each step is made anew only when what it rests on changes. */
export class Drawing {
	readonly #view: ViewState;
	readonly #frame: () => Frame;
	readonly #lanes: readonly Lane[];
	readonly #all;
	readonly #standing: Standing;
	readonly #words: LabelWords;
	/** The mark that has the focus, or had it last. */
	focused = $state<Reference | null>(null);
	/** A fold whose marks no zoom parts: they are listed under the chart. */
	opened = $state.raw<PlacedFold | null>(null);
	/** The window that all marks are, or soon will be, drawn for. */
	#settled = $state.raw() as readonly [number, number];

	constructor(view: ViewState, lanes: readonly Lane[], frame: () => Frame) {
		this.#view = view;
		this.#lanes = lanes;
		this.#frame = frame;
		this.#settled = view.window;
		this.#all = collectMarks(view.catalogue, lanes);
		this.#standing = {
			selected: ({ facts }) => view.isSelected(facts.reference),
			related: ({ facts }) => view.isRelated(facts.reference)
		};
		this.#words = {
			open: m.timeline_receipt_unknown(),
			carrier: ({ facts }, via) =>
				facts.type === 'cable' ? carrierText(facts.record, via, view.catalogue) : ''
		};
		$effect(() => {
			const { window } = view;
			const waits = untrack(() => this.settling);
			if (!waits) this.#settled = window;
			return waits ? afterPaint(() => this.settle()) : undefined;
		});
	}

	/**
	 * After a jump to another time the chosen mark is drawn first, and all others once it has been seen: hundreds of marks made
	 * at once would let the reader wait for the one that was asked for. Until then those of the old window stand, moved to where
	 * they belong.
	 */
	readonly settling = $derived.by(() => isJump(this.#settled, this.#view.window));
	/** User units by which what stands is moved until it is drawn anew; null where it was drawn at another scale, and is hidden. */
	readonly shift = $derived.by(() => {
		if (!this.settling) return 0;
		const [from, to] = this.#settled;
		const isSameScale = Math.abs((this.scale.to - this.scale.from) / (to - from) - 1) < 0.001;
		return isSameScale ? this.scale.toX(from) - this.scale.left : null;
	});

	/** Draws everything for the window there is now. */
	settle() {
		this.#settled = this.#view.window;
	}

	/** What is made anew only when nothing is waited for. */
	#hold<T>(make: () => T): () => T {
		let last: { value: T } | undefined;
		return () => {
			if (!this.settling || !last) last = { value: make() };
			return last.value;
		};
	}

	readonly scale = $derived.by(() =>
		createTimeScale(this.#view.window, [this.#frame().left, this.#frame().right])
	);
	/** Everything that passes the filters. */
	readonly index = $derived.by(() => {
		const { filteredOut } = this.#view;
		const { facts } = this.#all;
		const passing =
			filteredOut.size === 0 ? facts : facts.filter(({ reference }) => !filteredOut.has(reference));
		return new MarkIndex(passing, this.#lanes.length);
	});
	readonly cables: Cables = $derived.by(() => {
		const facts = this.index.facts.filter((mark): mark is CableFacts => mark.type === 'cable');
		return { facts, times: Float64Array.from(facts, ({ at }) => at) };
	});
	readonly #arranged = $derived.by(() => arrangeMarks(this.index, this.scale, this.#frame()));
	/** What no fold may hide: the chosen with its answers, the open document, what is pointed at, what has the focus. */
	readonly #raised = $derived.by(() => {
		const { selection, document, hovered } = this.#view;
		const chosen = this.index.find(selection);
		const answers = chosen?.type === 'cable' ? answersOf(chosen) : [];
		const references = new Set([selection, referTo('document', document), hovered, this.focused, ...answers]);
		return [...references].flatMap((reference) => this.index.find(reference as Reference) ?? []);
	});
	/** In order of time. */
	readonly drawn = $derived.by(
		this.#hold(() => raiseMarks(this.#arranged, this.#raised, this.index, this.scale, this.#frame()).drawn)
	);
	/** What is drawn before all others after a jump. */
	readonly first = $derived.by(() =>
		this.settling ? this.#raised.map((mark) => placeMark(mark, 0, this.scale, this.#frame())) : []
	);
	readonly marks = $derived.by(() => this.drawn.filter((mark): mark is PlacedMark => !isFold(mark)));
	readonly folds = $derived.by(() => this.drawn.filter(isFold));
	readonly links = $derived.by(
		this.#hold(() =>
			drawLinks(
				this.drawn,
				this.index,
				this.scale,
				this.#frame(),
				(reference) => this.#view.isSelected(reference) || this.#view.hovered === reference
			)
		)
	);
	readonly #wishes = $derived.by(() =>
		wishLabels(this.marks, this.#view.catalogue, this.scale, this.#frame(), this.#standing, this.#words)
	);
	readonly labels = $derived.by(
		this.#hold(() => {
			const brought = this.marks
				.map(({ facts }) => facts.reference)
				.filter((reference) => this.#view.isLit(reference) || this.#view.isSelected(reference));
			return placeLabels(this.#wishes, labelRoom(this.drawn, this.links, this.#frame()), new Set(brought));
		})
	);
	/** The one mark that Tab stops at. */
	readonly tabStop = $derived.by(() => {
		const keys = new Set<string>(this.drawn.map(({ key }) => key));
		const first = this.marks.find(({ facts }) => facts.at >= this.#view.window[0]) ?? this.drawn[0];
		return [this.focused, this.#view.selection, first?.key].find((key) => key && keys.has(key));
	});
	readonly #nowhere = $derived.by(() => findNowhere(this.#all, this.#view.filteredOut));
	readonly leftovers: Leftover[] = $derived.by(() => {
		const { opened } = this;
		const list = (most: number) => (opened?.list() ?? []).slice(0, most).map(({ reference }) => reference);
		return [
			...(opened ? [{ why: 'folded' as const, count: opened.count, list }] : []),
			...this.#nowhere,
			...findElsewhen(this.index, this.#view.window)
		];
	});
}
